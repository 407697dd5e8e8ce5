import Pbf from 'pbf';
import { BYTES_FIELD, bytesField, fieldHead, NUMBER_FIELD, numberField, textField } from '../protobuf-fields.ts';

/** Numbers of the fields in `onnx.proto`, as far as they are needed here. */
const MODEL_GRAPH = 7;
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
const NODE = { input: 1, output: 2, name: 3 } as const;
const TENSOR_NAME = 8;
const VALUE = { name: 1, type: 2 } as const;
const FLOAT_TENSOR = new Uint8Array([0x0a, 0x02, 0x08, 0x01]);

interface GraphNode {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

interface Graph {
  readonly nodes: readonly GraphNode[];
  /** By the tensors they make. */
  readonly makers: ReadonlyMap<string, GraphNode>;
  readonly weights: ReadonlyMap<string, Uint8Array>;
  readonly inputs: readonly Uint8Array[];
  readonly outputs: readonly Uint8Array[];
  /** Fragments of the model file that every part of it needs: versions, operator sets. */
  readonly common: readonly Uint8Array[];
}

export interface SplitNet {
  /** From the inputs to `cut` and to whatever else was asked for. */
  readonly front: Uint8Array;
  /** From `cut` to the outputs. */
  readonly back: Uint8Array;
  /** The tensor between them, float32: an output of the front, an input of the back. */
  readonly cut: string;
}

/**
 * Cuts an ONNX file in two, so that its second part can be run piece by piece.
 * @param firstOfBack name of the node with which the second part begins; what it reads first is where the cut goes
 * @param alsoOutputs inner tensors that the front is to tell besides
 * @returns null when there is no such node
 */
export function splitNet(model: Uint8Array, firstOfBack: string, alsoOutputs: readonly string[]): SplitNet | null {
  const graph = readGraph(model);
  const cut = graph.nodes.find(({ name }) => name === firstOfBack)?.inputs[0];
  if (cut === undefined) return null;
  const told = [cut, ...alsoOutputs];
  const front = part(graph, neededFor(graph, told), [
    ...graph.inputs.map((input) => inGraph(GRAPH.input, input)),
    ...told.map((name) => inGraph(GRAPH.output, textField(VALUE.name, name))),
  ]);
  const outputs = graph.outputs.map((output) => nameOf(output));
  const back = part(graph, neededFor(graph, outputs, cut), [
    inGraph(GRAPH.input, Buffer.concat([textField(VALUE.name, cut), bytesField(VALUE.type, FLOAT_TENSOR)])),
    ...graph.outputs.map((output) => inGraph(GRAPH.output, output)),
  ]);
  return { front, back, cut };
}

function readGraph(model: Uint8Array): Graph {
  const [nodes, inputs, outputs, common]: [GraphNode[], Uint8Array[], Uint8Array[], Uint8Array[]] = [[], [], [], []];
  const weights = new Map<string, Uint8Array>();
  const inGraphOf = (tag: number, _: null, reader: Pbf) => {
    if (reader.type !== BYTES_FIELD) return;
    const bytes = reader.readBytes();
    if (tag === GRAPH.node) nodes.push(nodeOf(bytes));
    else if (tag === GRAPH.initializer) weights.set(nameOf(bytes, TENSOR_NAME), bytes);
    else if (tag === GRAPH.input) inputs.push(bytes);
    else if (tag === GRAPH.output) outputs.push(bytes);
    else if (tag !== GRAPH.valueInfo) common.push(inGraph(tag, bytes));
  };
  new Pbf(model).readFields((tag, _, reader) => {
    if (tag === MODEL_GRAPH) reader.readMessage(inGraphOf, null);
    else if (reader.type === BYTES_FIELD) common.push(bytesField(tag, reader.readBytes()));
    else if (reader.type === NUMBER_FIELD) common.push(numberField(tag, reader.readVarint()));
  }, null);
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  return { nodes, makers, weights, inputs, outputs, common };
}

function nodeOf(bytes: Uint8Array): GraphNode {
  const node = { bytes, name: '', inputs: [] as string[], outputs: [] as string[] };
  new Pbf(bytes).readFields((tag, _, reader) => {
    if (tag === NODE.input) node.inputs.push(reader.readString());
    else if (tag === NODE.output) node.outputs.push(reader.readString());
    else if (tag === NODE.name) node.name = reader.readString();
  }, null);
  return node;
}

/** The names of all tensors that must be there for `goals`, walking backwards and no further than `stop`. */
function neededFor({ makers }: Graph, goals: readonly string[], stop?: string): ReadonlySet<string> {
  const needed = new Set<string>();
  const open = [...goals];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === stop || needed.has(name)) continue;
    needed.add(name);
    open.push(...(makers.get(name)?.inputs ?? []));
  }
  return needed;
}

/** A model file of the nodes and weights that are needed. Fragments of one message one after the other are that message. */
function part({ nodes, weights, common }: Graph, needed: ReadonlySet<string>, ends: readonly Uint8Array[]): Uint8Array {
  const itsNodes = nodes.filter(({ outputs }) => outputs.some((output) => needed.has(output)));
  const itsWeights = [...weights].filter(([name]) => needed.has(name));
  return Buffer.concat([
    ...common,
    ...itsNodes.map(({ bytes }) => inGraph(GRAPH.node, bytes)),
    ...itsWeights.flatMap(([, bytes]) => headed(GRAPH.initializer, bytes)),
    ...ends,
  ]);
}

function nameOf(bytes: Uint8Array, tag: number = VALUE.name): string {
  const found = { name: '' };
  new Pbf(bytes).readFields((at, into, reader) => {
    if (at === tag) into.name = reader.readString();
  }, found);
  return found.name;
}

const inGraph = (tag: number, bytes: Uint8Array) => Buffer.concat(headed(tag, bytes));

/** A fragment of the model that holds a fragment of its graph; the bytes themselves are not copied. */
function headed(tag: number, bytes: Uint8Array): [Uint8Array, Uint8Array] {
  const inner = fieldHead(tag, bytes.length);
  return [Buffer.concat([fieldHead(MODEL_GRAPH, inner.length + bytes.length), inner]), bytes];
}
