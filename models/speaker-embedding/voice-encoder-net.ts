import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { freeBytes } from '../../native/inference-worker/free-bytes.ts';
import { MEL_BANDS, melSpectrogram } from './mel-spectrogram.ts';
import { type GraphNode, type GraphTensor, onnxBytes } from './onnx-graph.ts';

export const DIMENSIONS = 256;
export const PIECE_FRAMES = 160;
/** 1.6 s at 16 kHz. */
export const PIECE_SAMPLES = PIECE_FRAMES * 160;
const LAYERS = 3;
const GATES = 4 * DIMENSIONS;
/** The loudness of the speech it was trained on: the bands are powers, not logarithms. */
const USUAL_RMS = 10 ** (-30 / 20);

/**
 * Where the weights lie in the publisher's file, in bytes: it is a PyTorch archive of 2019 whose tensors are raw floats,
 * and its SHA-256 is pinned, so that they can lie nowhere else. The rest is the state of its training.
 */
const LSTM_AT = 269_883;
const LINEAR_WEIGHT_AT = 7_731;
const LINEAR_BIAS_AT = 6_699;

export interface VoiceEncoderWeights {
  /** By layer; gates in PyTorch's order: input, forget, cell, output. */
  readonly layers: readonly {
    readonly input: Float32Array;
    readonly state: Float32Array;
    readonly inputBias: Float32Array;
    readonly stateBias: Float32Array;
  }[];
  readonly linear: Float32Array;
  readonly linearBias: Float32Array;
}

/** The flat storage holds all input and state weights, layer by layer, then all biases. */
export function readWeights(file: Buffer): VoiceEncoderWeights {
  const floats = (at: number, count: number) => new Float32Array(Uint8Array.from(file.subarray(at, at + count * 4)).buffer);
  let at = LSTM_AT;
  const next = (count: number) => {
    const values = floats(at, count);
    at += count * 4;
    return values;
  };
  const matrices = Array.from({ length: LAYERS }, (_, layer) => ({
    input: next(GATES * (layer === 0 ? MEL_BANDS : DIMENSIONS)),
    state: next(GATES * DIMENSIONS),
  }));
  const layers = matrices.map((layer) => ({ ...layer, inputBias: next(GATES), stateBias: next(GATES) }));
  return { layers, linear: floats(LINEAR_WEIGHT_AT, DIMENSIONS * DIMENSIONS), linearBias: floats(LINEAR_BIAS_AT, DIMENSIONS) };
}

/**
 * The GE2E voice encoder (Wan et al., 2018, as trained by Resemble AI): mel f32 [160, n, 40] -> three LSTM layers of 256 ->
 * linear -> ReLU -> f32 [n, 256], brought to length 1.
 */
export class VoiceEncoderNet {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  static async load(file: string): Promise<VoiceEncoderNet> {
    const weights = await readFile(file);
    const graph = onnxBytes(graphOf(readWeights(weights)));
    const session = await InferenceSession.create(graph, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    for (const bytes of [weights, graph]) freeBytes(bytes);
    return new VoiceEncoderNet(session);
  }

  async embed(pieces: readonly Float32Array[]): Promise<Float32Array[]> {
    if (pieces.length === 0) return [];
    const mels = pieces.map((piece) => melSpectrogram(evenLoudness(piece.subarray(0, PIECE_SAMPLES)), PIECE_FRAMES));
    // Frame by frame, the pieces side by side.
    const input = new Float32Array(PIECE_FRAMES * pieces.length * MEL_BANDS);
    mels.forEach((mel, index) => {
      for (let frame = 0; frame < PIECE_FRAMES; frame++)
        input.set(mel.subarray(frame * MEL_BANDS, (frame + 1) * MEL_BANDS), (frame * pieces.length + index) * MEL_BANDS);
    });
    const { voices } = await this.#session.run({ mels: new Tensor('float32', input, [PIECE_FRAMES, pieces.length, MEL_BANDS]) });
    const data = voices?.data as Float32Array;
    return pieces.map((piece, index) => {
      const vector = data.slice(index * DIMENSIONS, (index + 1) * DIMENSIONS);
      const length = Math.hypot(...vector);
      return length === 0 || rms(piece) === 0 ? new Float32Array(DIMENSIONS) : vector.map((value) => value / length);
    });
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

export function evenLoudness(samples: Float32Array): Float32Array {
  const loudness = rms(samples);
  return loudness === 0 ? samples : samples.map((sample) => (sample * USUAL_RMS) / loudness);
}

function graphOf({ layers, linear, linearBias }: VoiceEncoderWeights): Parameters<typeof onnxBytes>[0] {
  const weights: Record<string, GraphTensor> = {
    one: { shape: [1], values: BigInt64Array.of(1n) },
    zero: { shape: [1], values: BigInt64Array.of(0n) },
    linear: { shape: [DIMENSIONS, DIMENSIONS], values: linear },
    'linear-bias': { shape: [DIMENSIONS], values: linearBias },
  };
  const nodes: GraphNode[] = [];
  layers.forEach(({ input, state, inputBias, stateBias }, layer) => {
    weights[`w${layer}`] = { shape: [1, GATES, input.length / GATES], values: reordered(input) };
    weights[`r${layer}`] = { shape: [1, GATES, DIMENSIONS], values: reordered(state) };
    const both = new Float32Array(2 * GATES);
    both.set(reordered(inputBias));
    both.set(reordered(stateBias), GATES);
    weights[`b${layer}`] = { shape: [1, 2 * GATES], values: both };
    const from = layer === 0 ? 'mels' : `x${layer}`;
    nodes.push({
      kind: 'LSTM',
      inputs: [from, `w${layer}`, `r${layer}`, `b${layer}`],
      outputs: [`y${layer}`, `h${layer}`],
      attributes: { hidden_size: DIMENSIONS },
    });
    nodes.push({ kind: 'Squeeze', inputs: [`y${layer}`, 'one'], outputs: [`x${layer + 1}`] });
  });
  nodes.push({ kind: 'Squeeze', inputs: [`h${LAYERS - 1}`, 'zero'], outputs: ['last'] });
  nodes.push({ kind: 'Gemm', inputs: ['last', 'linear', 'linear-bias'], outputs: ['raw'], attributes: { transB: 1 } });
  nodes.push({ kind: 'Relu', inputs: ['raw'], outputs: ['voices'] });
  return {
    nodes,
    weights,
    input: { name: 'mels', shape: [PIECE_FRAMES, 'pieces', MEL_BANDS] },
    output: { name: 'voices', shape: ['pieces', DIMENSIONS] },
  };
}

/** From PyTorch's order of gates (input, forget, cell, output) to ONNX's (input, output, forget, cell). */
function reordered(values: Float32Array): Float32Array {
  const gate = values.length / 4;
  const output = new Float32Array(values.length);
  [0, 3, 1, 2].forEach((from, to) => {
    output.set(values.subarray(from * gate, (from + 1) * gate), to * gate);
  });
  return output;
}
