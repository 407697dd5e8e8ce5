import { bytesField, numberField, textField } from '../protobuf-fields.ts';

/**
 * Writes an ONNX model (protobuf, onnx.proto3 of opset 13) from weights that come in another form. Only what the nets of
 * this folder need: float tensors, nodes with whole-number attributes.
 */

const FLOAT = 1;
const INT64 = 7;
const INTEGER_ATTRIBUTE = 2;

export interface GraphNode {
  readonly kind: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface GraphTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** Sizes by number, free ones by a name. */
export type GraphShape = readonly (number | string)[];

export interface GraphModel {
  readonly nodes: readonly GraphNode[];
  readonly weights: Readonly<Record<string, GraphTensor>>;
  readonly input: { readonly name: string; readonly shape: GraphShape };
  readonly output: { readonly name: string; readonly shape: GraphShape };
}

export function onnxBytes({ nodes, weights, input, output }: GraphModel): Uint8Array {
  const graph = Buffer.concat([
    ...nodes.map((node) => bytesField(1, nodeBytes(node))),
    textField(2, 'graph'),
    ...Object.entries(weights).map(([name, tensor]) => bytesField(5, tensorBytes(name, tensor))),
    bytesField(11, valueBytes(input)),
    bytesField(12, valueBytes(output)),
  ]);
  return Buffer.concat([numberField(1, 8), bytesField(7, graph), bytesField(8, numberField(2, 13))]);
}

function nodeBytes({ kind, inputs, outputs, attributes = {} }: GraphNode): Uint8Array {
  return Buffer.concat([
    ...inputs.map((name) => textField(1, name)),
    ...outputs.map((name) => textField(2, name)),
    textField(4, kind),
    ...Object.entries(attributes).map(([name, value]) =>
      bytesField(5, Buffer.concat([textField(1, name), numberField(3, value), numberField(20, INTEGER_ATTRIBUTE)])),
    ),
  ]);
}

function tensorBytes(name: string, { shape, values }: GraphTensor): Uint8Array {
  return Buffer.concat([
    ...shape.map((size) => numberField(1, size)),
    numberField(2, values instanceof Float32Array ? FLOAT : INT64),
    textField(8, name),
    bytesField(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

function valueBytes({ name, shape }: GraphModel['input']): Uint8Array {
  const sizes = shape.map((size) => bytesField(1, typeof size === 'number' ? numberField(1, size) : textField(2, size)));
  const tensor = Buffer.concat([numberField(1, FLOAT), bytesField(2, Buffer.concat(sizes))]);
  return Buffer.concat([textField(1, name), bytesField(2, bytesField(1, tensor))]);
}
