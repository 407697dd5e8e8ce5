import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { WordPieces } from './word-pieces.ts';

export const DIMENSIONS = 384;
/** A fact has twenty pieces; longer texts are cut, the model was trained on 128. */
const MOST_PIECES = 128;

/**
 * all-MiniLM-L6-v2 with 8-bit weights: input_ids, attention_mask, token_type_ids int64 [1, n] -> last_hidden_state f32
 * [1, n, 384], averaged over the pieces and brought to length 1.
 */
export class MiniLmNet {
  readonly #session: InferenceSession;
  readonly #pieces: WordPieces;

  private constructor(session: InferenceSession, pieces: WordPieces) {
    this.#session = session;
    this.#pieces = pieces;
  }

  static async load(files: { readonly modelFile: string; readonly tokenizerFile: string }): Promise<MiniLmNet> {
    const pieces = WordPieces.parse(await readFile(files.tokenizerFile, 'utf8'));
    const session = await InferenceSession.create(await readFile(files.modelFile), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new MiniLmNet(session, pieces);
  }

  async embed(text: string): Promise<Float32Array> {
    if (!/[\p{L}\p{N}]/u.test(text)) return new Float32Array(DIMENSIONS);
    const ids = this.#pieces.ids(text, MOST_PIECES);
    const tensor = (values: readonly number[]) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, ids.length]);
    const output = await this.#session.run({
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor(ids.map(() => 0)),
    });
    return averaged(output['last_hidden_state']?.data as Float32Array, ids.length);
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}

/** Mean over all pieces (they are all attended to: one text at a time needs no padding), at length 1. */
function averaged(states: Float32Array, pieces: number): Float32Array {
  const mean = new Float32Array(DIMENSIONS);
  for (let piece = 0; piece < pieces; piece++) {
    for (let index = 0; index < DIMENSIONS; index++) mean[index] = (mean[index] ?? 0) + (states[piece * DIMENSIONS + index] ?? 0);
  }
  const length = Math.hypot(...mean);
  return length === 0 ? mean : mean.map((value) => value / length);
}
