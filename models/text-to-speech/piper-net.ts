import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { freeBytes } from '../../native/inference-worker/free-bytes.ts';
import { splitNet } from './split-net.ts';

/** The net's own durations, frames of 256 samples per id: an inner tensor that the file does not declare as an output. */
const DURATIONS = '/Ceil_output_0';
/** With it the half begins that turns frames into sound: nothing in it looks further than a few frames. */
const FIRST_OF_SOUND = '/dec/conv_pre/Conv';
export const FRAME_SAMPLES = 256;

/** Frames to each side that sound depends on: with fewer than 11 it differs from the whole (measured, medium voices). */
const CONTEXT_FRAMES = 12;
/**
 * Frames of each piece; the last goes on. The first is 0.28 s of sound, and each is made while the one before it sounds. Pieces of 240 frames took
 * 48 MB more for what is between and were 3 % faster (measured).
 */
const PIECE_FRAMES = [24, 60, 80];

const configSchema = z.object({
  audio: z.object({ sample_rate: z.number().int() }),
  inference: z.object({ noise_scale: z.number(), length_scale: z.number(), noise_w: z.number() }),
  phoneme_id_map: z.record(z.string(), z.array(z.number().int())),
});

export interface PiperSpeech {
  /** Samples each id takes, in order; they sum to the length of the sound. */
  readonly idSamples: readonly number[];
  /** The sound, piece by piece, as it would be in one piece. */
  readonly pieces: AsyncIterable<Float32Array>;
}

interface Halves {
  readonly front: InferenceSession;
  readonly back: InferenceSession;
  readonly cut: string;
}

/**
 * A Piper voice (VITS): ids int64 [1, n], lengths int64 [1], scales f32 [noise, length, noise_w] -> f32 [1, 1, 1, samples].
 * Ids are `^ _ p _ p _ ... $` with `_` between all phonemes. The net is run in two halves: the front plans the clause (frames
 * f32 [1, channels, frames], a quarter of the time), the back makes its sound, which is heard while the rest is made.
 */
export class PiperNet {
  readonly #halves: Halves;
  readonly #config: z.output<typeof configSchema>;

  private constructor(halves: Halves, config: z.output<typeof configSchema>) {
    this.#halves = halves;
    this.#config = config;
  }

  /** @throws Error for a file that is no Piper voice */
  static async load(modelFile: string): Promise<PiperNet> {
    const config = configSchema.parse(JSON.parse(await readFile(`${modelFile}.json`, 'utf8')));
    const file = await readFile(modelFile);
    const halves = splitNet(file, FIRST_OF_SOUND, [DURATIONS]);
    freeBytes(file);
    if (halves === null) throw new Error('This net has no part that makes sound of frames; it is not a Piper voice.');
    const [front, back] = [await session(halves.front), await session(halves.back)];
    return new PiperNet({ front, back, cut: halves.cut }, config);
  }

  get sampleRateHz(): number {
    return this.#config.audio.sample_rate;
  }

  /** The id of the space between words. */
  get spaceId(): number {
    return this.#config.phoneme_id_map[' ']?.[0] ?? 3;
  }

  /** @param line IPA with punctuation; signs the voice does not know are left out */
  ids(line: string): number[] {
    const map = this.#config.phoneme_id_map;
    const pad = map['_'] ?? [0];
    const ids = [...(map['^'] ?? [1]), ...pad];
    for (const sign of line.normalize('NFD')) {
      const known = map[sign];
      if (known !== undefined) ids.push(...known, ...pad);
    }
    return [...ids, ...(map['$'] ?? [2])];
  }

  /**
   * @param manner.lengthScale 1 = the voice's own pace, larger = slower
   * @param manner.steady without the random numbers that make every reading a little different: bit-identical repeats
   */
  async speak(ids: readonly number[], manner: { readonly lengthScale: number; readonly steady: boolean }): Promise<PiperSpeech> {
    const { noise_scale, noise_w, length_scale } = this.#config.inference;
    const noise = manner.steady ? 0 : 1;
    const { front, cut } = this.#halves;
    const plan = await front.run({
      input: new Tensor(
        'int64',
        BigInt64Array.from(ids, (id) => BigInt(id)),
        [1, ids.length],
      ),
      input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new Tensor('float32', Float32Array.of(noise_scale * noise, length_scale * manner.lengthScale, noise_w * noise), [3]),
    });
    const durations = plan[DURATIONS]?.data as Float32Array;
    return { idSamples: Array.from(durations, (frames) => frames * FRAME_SAMPLES), pieces: this.#pieces(plan[cut] as Tensor) };
  }

  async release(): Promise<void> {
    await Promise.all([this.#halves.front.release(), this.#halves.back.release()]);
  }

  async *#pieces(frames: Tensor): AsyncGenerator<Float32Array> {
    const { back, cut } = this.#halves;
    const count = frames.dims[2] ?? 0;
    for (let from = 0, nth = 0; from < count; nth++) {
      const to = Math.min(count, from + (PIECE_FRAMES[nth] ?? PIECE_FRAMES.at(-1) ?? count));
      const first = Math.max(0, from - CONTEXT_FRAMES);
      const made = await back.run({ [cut]: between(frames, first, Math.min(count, to + CONTEXT_FRAMES)) });
      const samples = made[back.outputNames[0] ?? '']?.data as Float32Array;
      yield samples.subarray((from - first) * FRAME_SAMPLES, (to - first) * FRAME_SAMPLES);
      from = to;
    }
  }
}

/** Frames `from` to before `to` of [1, channels, frames]. */
function between(frames: Tensor, from: number, to: number): Tensor {
  const [, channels = 0, count = 0] = frames.dims;
  const all = frames.data as Float32Array;
  const data = new Float32Array(channels * (to - from));
  for (let channel = 0; channel < channels; channel++) {
    data.set(all.subarray(channel * count + from, channel * count + to), channel * (to - from));
  }
  return new Tensor('float32', data, [1, channels, to - from]);
}

/** One thread: two are 30 % faster on idle cores and much slower on busy ones (measured). */
async function session(model: Uint8Array): Promise<InferenceSession> {
  const made = await InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    logSeverityLevel: 3,
    // Clauses and pieces differ in length: a plan of memory for each length is 22 MB more and no faster (measured).
    enableMemPattern: false,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  freeBytes(model);
  return made;
}
