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
    ...nodes.map((node) => bytes(1, nodeBytes(node))),
    text(2, 'graph'),
    ...Object.entries(weights).map(([name, tensor]) => bytes(5, tensorBytes(name, tensor))),
    bytes(11, valueBytes(input)),
    bytes(12, valueBytes(output)),
  ]);
  return Buffer.concat([whole(1, 8), bytes(7, graph), bytes(8, whole(2, 13))]);
}

function nodeBytes({ kind, inputs, outputs, attributes = {} }: GraphNode): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, kind),
    ...Object.entries(attributes).map(([name, value]) =>
      bytes(5, Buffer.concat([text(1, name), whole(3, value), whole(20, INTEGER_ATTRIBUTE)])),
    ),
  ]);
}

function tensorBytes(name: string, { shape, values }: GraphTensor): Buffer {
  return Buffer.concat([
    ...shape.map((size) => whole(1, size)),
    whole(2, values instanceof Float32Array ? FLOAT : INT64),
    text(8, name),
    bytes(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

function valueBytes({ name, shape }: GraphModel['input']): Buffer {
  const sizes = shape.map((size) => bytes(1, typeof size === 'number' ? whole(1, size) : text(2, size)));
  const tensor = Buffer.concat([whole(1, FLOAT), bytes(2, Buffer.concat(sizes))]);
  return Buffer.concat([text(1, name), bytes(2, bytes(1, tensor))]);
}

/** A number of a field, as protobuf writes it: seven bits a byte, the lowest first. */
function varint(value: number): Buffer {
  const parts: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) parts.push((rest % 128) | 128);
  parts.push(rest);
  return Buffer.from(parts);
}

function whole(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function bytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function text(field: number, content: string): Buffer {
  return bytes(field, Buffer.from(content, 'utf8'));
}
