import { InferenceSession, Tensor } from 'onnxruntime-node';
import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { SoundFrames } from './sound-likeness.ts';

const LAYERS = 6;
const HEADS = 8;
const HEAD_SIZE = 36;
export const VOCABULARY_SIZE = 32_768;
export const BEGIN = 1;
export const END = 2;

const KINDS = ['key', 'value'] as const;
const layerNames = (side: 'decoder' | 'encoder') =>
  Array.from({ length: LAYERS }, (_, layer) => KINDS.map((kind) => `${layer}.${side}.${kind}`)).flat();
const OWN = layerNames('decoder');
const CROSS = layerNames('encoder');

/** Keys and values by layer name; `OWN` grows by a position a step, `CROSS` belongs to the audio and never changes. */
type Cache = Readonly<Record<string, Tensor>>;

function logProbabilityOf(logits: Float32Array, token: number): number {
  return (logits[token] ?? 0) - logSumExp(logits);
}

/** Terms a millionth as large as the largest change nothing and cost most of the time. */
const NEGLIGIBLE_NATS = 14;

export function logSumExp(logits: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < VOCABULARY_SIZE; id++) {
    const value = logits[id] ?? 0;
    if (value > highest) highest = value;
  }
  let sum = 0;
  for (let id = 0; id < VOCABULARY_SIZE; id++) {
    const value = (logits[id] ?? 0) - highest;
    if (value > -NEGLIGIBLE_NATS) sum += Math.exp(value);
  }
  return highest + Math.log(sum);
}

/** What the encoder made of a stretch of audio. */
export interface Encoded {
  readonly hidden: Tensor;
  readonly mask: Tensor;
}

/** Decoder state after some tokens of one hypothesis, with the logits of every position of the last call. */
export interface Step {
  /** [positions, VOCABULARY_SIZE], row after row. */
  readonly logits: Float32Array;
  readonly own: Cache;
  readonly cross: Cache;
}

/**
 * Moonshine tiny-en as two ONNX graphs. Encoder: f32 [1, samples] -> [1, frames, 288], about 41.5 frames a second.
 * Decoder: token ids + encoder output + caches -> logits + new caches; `use_cache_branch` chooses between starting and
 * going on. The mask has the length of the samples, not of the frames.
 */
export class MoonshineNet {
  readonly #encoder: InferenceSession;
  readonly #decoder: InferenceSession;
  #rows = new Float32Array(0);

  private constructor(encoder: InferenceSession, decoder: InferenceSession) {
    this.#encoder = encoder;
    this.#decoder = decoder;
  }

  static async load(encoderFile: string, decoderFile: string): Promise<MoonshineNet> {
    // One thread without spinning: two threads were no faster here, and spinning doubled the median under load.
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      // An arena keeps what its longest piece took, and the state that waits for the collector: 40 MB and more a recogniser,
      // growing for hours, and not faster (measured).
      enableCpuMemArena: false,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    };
    return new MoonshineNet(await InferenceSession.create(encoderFile, options), await InferenceSession.create(decoderFile, options));
  }

  async encode(samples: Float32Array): Promise<Encoded> {
    const mask = new Tensor('int64', new BigInt64Array(samples.length).fill(1n), [1, samples.length]);
    const { last_hidden_state } = await this.#encoder.run({
      input_values: new Tensor('float32', samples, [1, samples.length]),
      attention_mask: mask,
    });
    if (last_hidden_state === undefined) throw new Error('the encoder gave no output');
    return { hidden: last_hidden_state, mask };
  }

  /** Starts a hypothesis with the given tokens (BEGIN first) in one call. */
  async start(encoded: Encoded, tokens: readonly number[]): Promise<Step> {
    const empty = () => new Tensor('float32', new Float32Array(0), [0, HEADS, 1, HEAD_SIZE]);
    const past = Object.fromEntries([...OWN, ...CROSS].map((name) => [`past_key_values.${name}`, empty()]));
    const wanted = ['logits', ...[...OWN, ...CROSS].map((name) => `present.${name}`)];
    const output = await this.#decoder.run({ ...past, ...this.#inputs(encoded, [tokens], false) }, wanted);
    return { logits: logitsOf(output), own: presentOf(output, OWN), cross: presentOf(output, CROSS) };
  }

  /** Adds one token to each of several hypotheses of the same audio in one call. All must have the same length. */
  async advance(encoded: Encoded, steps: readonly Step[], tokens: readonly number[]): Promise<Step[]> {
    const batch = tokens.length;
    const cross = steps[0]?.cross ?? {};
    const past: Record<string, Tensor> = {};
    for (const name of OWN) past[`past_key_values.${name}`] = stacked(steps.map((step) => step.own[name]));
    for (const name of CROSS) past[`past_key_values.${name}`] = repeated(cross[name], batch);
    const inputs = this.#inputs(
      { hidden: repeated(encoded.hidden, batch), mask: repeated(encoded.mask, batch) },
      tokens.map((token) => [token]),
      true,
    );
    const output = await this.#decoder.run({ ...past, ...inputs }, ['logits', ...OWN.map((name) => `present.${name}`)]);
    const own = presentOf(output, OWN);
    const logits = logitsOf(output);
    return tokens.map((_, index) => ({
      logits: logits.subarray(index * VOCABULARY_SIZE, (index + 1) * VOCABULARY_SIZE),
      own: batch === 1 ? own : Object.fromEntries(OWN.map((name) => [name, slicedBatch(own[name], index)])),
      cross,
    }));
  }

  /**
   * How likely each of several rows of tokens is behind the same tokens, all in one call: the audio is looked at once.
   * @param prefix the state after what stands before the rows, and `next` its last logits
   * @returns log-probability of each row, in nats
   */
  async scoresAfter(
    encoded: Encoded,
    prefix: Step,
    { rows, next }: { readonly rows: readonly (readonly number[])[]; readonly next: Float32Array },
  ): Promise<number[]> {
    const batch = rows.length;
    const length = Math.max(...rows.map((row) => row.length));
    const past: Record<string, Tensor> = {};
    for (const name of OWN) past[`past_key_values.${name}`] = repeated(prefix.own[name], batch);
    for (const name of CROSS) past[`past_key_values.${name}`] = repeated(prefix.cross[name], batch);
    // What stands behind a shorter row is never looked at: the decoder only looks back.
    const padded = rows.map((row) => [...row, ...Array<number>(length - row.length).fill(END)]);
    const inputs = this.#inputs({ hidden: repeated(encoded.hidden, batch), mask: repeated(encoded.mask, batch) }, padded, true);
    const output = await this.#decoder.run({ ...past, ...inputs }, ['logits']);
    const logits = logitsOf(output);
    return rows.map((row, index) => {
      let sum = logProbabilityOf(next, row[0] ?? END);
      for (let at = 1; at < row.length; at++) {
        const from = (index * length + at - 1) * VOCABULARY_SIZE;
        sum += logProbabilityOf(logits.subarray(from, from + VOCABULARY_SIZE), row[at] ?? END);
      }
      return sum;
    });
  }

  /** Room for the logits of that many positions, the same every time: what was in it is written over by the next search. */
  room(positions: number): Float32Array {
    const length = positions * VOCABULARY_SIZE;
    if (this.#rows.length < length) this.#rows = new Float32Array(length);
    return this.#rows;
  }

  /** Forgets all but the first `length` positions of a hypothesis. */
  shorten(step: Step, length: number): Step {
    return { ...step, own: Object.fromEntries(OWN.map((name) => [name, slicedPositions(step.own[name], length)])) };
  }

  async release(): Promise<void> {
    await this.#encoder.release();
    await this.#decoder.release();
  }

  #inputs(encoded: Encoded, tokens: readonly (readonly number[])[], cached: boolean): Record<string, Tensor> {
    const ids = BigInt64Array.from(tokens.flat(), (token) => BigInt(token));
    return {
      input_ids: new Tensor('int64', ids, [tokens.length, tokens[0]?.length ?? 0]),
      encoder_hidden_states: encoded.hidden,
      encoder_attention_mask: encoded.mask,
      use_cache_branch: new Tensor('bool', Uint8Array.of(cached ? 1 : 0), [1]),
    };
  }
}

/** The encoder's three convolutions take every 64th, third and second. */
export const SAMPLES_A_FRAME = 384;

/** The encoder's rows of an utterance. */
export function framesOf({ hidden }: Encoded): SoundFrames {
  const [, count = 0, size = 0] = hidden.dims;
  return { values: hidden.data as Float32Array, count, size };
}

/**
 * How many tokens a search may take. Talk has about 3.7 a second, numbers said one by one far more for a moment ("one, two,
 * three" to ten: 20 in 2.3 s, 22 in 2.9 s); noise runs on for ever (a hum of 3 s past 78, of 6 s to 54). What reaches this
 * number is thrown away, so it must never be reached by a voice.
 */
export function longestTokens(samples: number): number {
  return Math.ceil((samples / HEARING_SAMPLE_RATE_HZ) * 6.5) + 8;
}

function logitsOf(output: InferenceSession.OnnxValueMapType): Float32Array {
  return output['logits']?.data as Float32Array;
}

function presentOf(output: InferenceSession.OnnxValueMapType, names: readonly string[]): Cache {
  return Object.fromEntries(names.map((name) => [name, output[`present.${name}`] as Tensor]));
}

type Data = Float32Array | BigInt64Array;

function filled(like: Tensor | undefined, batch: number, fill: (data: Data, size: number) => void): Tensor {
  if (like === undefined) throw new Error('a cache of the decoder is missing');
  const size = (like.data as Data).length / (like.dims[0] ?? 1);
  const data = like.type === 'int64' ? new BigInt64Array(size * batch) : new Float32Array(size * batch);
  fill(data, size);
  return new Tensor(like.type as 'float32', data as Float32Array, [batch, ...like.dims.slice(1)]);
}

function repeated(tensor: Tensor | undefined, batch: number): Tensor {
  if (tensor !== undefined && batch === 1) return tensor;
  return filled(tensor, batch, (data, size) => {
    for (let index = 0; index < batch; index++) (data as Float32Array).set(tensor?.data as Float32Array, index * size);
  });
}

function stacked(tensors: readonly (Tensor | undefined)[]): Tensor {
  const [first] = tensors;
  if (first !== undefined && tensors.length === 1) return first;
  return filled(first, tensors.length, (data, size) => {
    tensors.forEach((tensor, index) => {
      (data as Float32Array).set(tensor?.data as Float32Array, index * size);
    });
  });
}

function slicedBatch(tensor: Tensor | undefined, index: number): Tensor {
  return filled(tensor, 1, (data, size) => {
    const source = tensor?.data as Float32Array;
    (data as Float32Array).set(source.subarray(index * size, (index + 1) * size));
  });
}

function slicedPositions(tensor: Tensor | undefined, length: number): Tensor {
  if (tensor === undefined) throw new Error('a cache of the decoder is missing');
  const positions = tensor.dims[2] ?? 0;
  if (positions === length) return tensor;
  const source = tensor.data as Float32Array;
  const data = new Float32Array(HEADS * length * HEAD_SIZE);
  for (let head = 0; head < HEADS; head++) {
    const from = head * positions * HEAD_SIZE;
    data.set(source.subarray(from, from + length * HEAD_SIZE), head * length * HEAD_SIZE);
  }
  return new Tensor('float32', data, [1, HEADS, length, HEAD_SIZE]);
}
