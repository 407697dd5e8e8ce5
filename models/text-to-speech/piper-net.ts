import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';

/** The net's own durations, frames of 256 samples per id: an inner tensor that the file does not declare as an output. */
const DURATIONS = '/Ceil_output_0';
export const FRAME_SAMPLES = 256;

const configSchema = z.object({
  audio: z.object({ sample_rate: z.number().int() }),
  inference: z.object({ noise_scale: z.number(), length_scale: z.number(), noise_w: z.number() }),
  phoneme_id_map: z.record(z.string(), z.array(z.number().int())),
});

export interface PiperSpeech {
  readonly samples: Float32Array;
  /** Samples each id takes, in order; they sum to the length of `samples`. */
  readonly idSamples: readonly number[];
}

/**
 * A Piper voice (VITS): ids int64 [1, n], lengths int64 [1], scales f32 [noise, length, noise_w] -> f32 [1, 1, 1, samples].
 * Ids are `^ _ p _ p _ ... $` with `_` between all phonemes.
 */
export class PiperNet {
  readonly #session: InferenceSession;
  readonly #config: z.output<typeof configSchema>;

  private constructor(session: InferenceSession, config: z.output<typeof configSchema>) {
    this.#session = session;
    this.#config = config;
  }

  static async load(modelFile: string): Promise<PiperNet> {
    const config = configSchema.parse(JSON.parse(await readFile(`${modelFile}.json`, 'utf8')));
    const bytes = withOutput(await readFile(modelFile), DURATIONS);
    // One thread: two are 30 % faster on idle cores and much slower on busy ones (measured).
    const session = await InferenceSession.create(bytes, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new PiperNet(session, config);
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
    const result = await this.#session.run({
      input: new Tensor(
        'int64',
        BigInt64Array.from(ids, (id) => BigInt(id)),
        [1, ids.length],
      ),
      input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new Tensor('float32', Float32Array.of(noise_scale * noise, length_scale * manner.lengthScale, noise_w * noise), [3]),
    });
    const samples = result['output']?.data as Float32Array;
    const durations = result[DURATIONS]?.data as Float32Array;
    return { samples, idSamples: Array.from(durations, (frames) => frames * FRAME_SAMPLES) };
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

/**
 * Declares one more graph output by appending a fragment to the ONNX file: protobuf merges repeated fields, so
 * ModelProto.graph (field 7) holding GraphProto.output (field 12) with just a name is enough.
 */
function withOutput(model: Uint8Array, tensorName: string): Uint8Array {
  const name = Buffer.from(tensorName);
  const valueInfo = Buffer.concat([Buffer.of(0x0a, name.length), name]);
  const graph = Buffer.concat([Buffer.of(0x62, valueInfo.length), valueInfo]);
  return Buffer.concat([model, Buffer.of(0x3a, graph.length), graph]);
}
