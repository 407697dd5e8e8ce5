import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { freeBytes } from '../../native/inference-worker/free-bytes.ts';
import type { TextMeaning } from './meaning-model.ts';
import { WordPieces } from './word-pieces.ts';
import { spansOf } from './word-spans.ts';

export const DIMENSIONS = 384;
/** It was trained on 64; what follows them is cut off. */
const MOST_PIECES = 64;

const knownSchema = z.strictObject({
  /** The day it was trained. */
  version: z.string().min(1),
  classes: z.array(z.string()).min(2),
  /** Of words: `none`, then for each role the name of its first word and that of the others. */
  roles: z.array(z.string()).min(2),
  pieces: z.array(z.string()),
});

/**
 * MiniLM of six layers, trained on to know what is asked for: pieces int64 [1, n] -> vector f32 [1, 384] of length 1, chances
 * f32 [1, classes], and for each piece the chances of its role, f32 [1, n, roles]. Its matrices are multiplied as bytes. Made by
 * `tuning/train_meaning.py`.
 */
export class MeaningNet {
  readonly version: string;
  readonly classes: readonly string[];
  readonly #session: InferenceSession;
  readonly #pieces: WordPieces;
  readonly #roles: readonly string[];

  private constructor(session: InferenceSession, { version, classes, roles, pieces }: z.infer<typeof knownSchema>) {
    this.version = version;
    this.classes = classes;
    this.#session = session;
    this.#roles = roles;
    this.#pieces = new WordPieces(pieces);
  }

  /** @throws ZodError | SyntaxError | Error for a damaged file */
  static async load(files: { readonly netFile: string; readonly wordsFile: string }): Promise<MeaningNet> {
    const known = knownSchema.parse(JSON.parse(await readFile(files.wordsFile, 'utf8')));
    const file = await readFile(files.netFile);
    const session = await InferenceSession.create(file, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    freeBytes(file);
    return new MeaningNet(session, known);
  }

  async read(said: string): Promise<TextMeaning> {
    const [, before = '', text = said] = /^(.*)\n(.*)$/s.exec(said) ?? [];
    if (!/[\p{L}\p{N}]/u.test(text))
      return { vector: new Float32Array(DIMENSIONS), chances: new Float32Array(this.classes.length), spans: [] };
    const { ids, begins } = this.#pieces.read(text, MOST_PIECES, before);
    const { vector, chances, roles } = await this.#session.run({
      pieces: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    });
    const spans = spansOf(roles?.data as Float32Array, this.#roles, begins);
    return { vector: vector?.data as Float32Array, chances: chances?.data as Float32Array, spans };
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}
