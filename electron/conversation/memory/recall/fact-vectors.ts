import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Fact } from '../../../ipc/memory-schema.ts';
import { type MemoryRecords, readable } from '../memory-records.ts';

/** Vectors of older facts are not looked at: comparing 5,000 takes 3 ms (measured), which every turn pays. */
export const MOST_VECTORS = 5000;

const storedSchema = z.strictObject({
  factId: z.string(),
  /** Vectors of different models cannot be compared. */
  model: z.string(),
  /** Of the words it was made of: a fact that reads otherwise now needs another. */
  wordsKey: z.string(),
  /** What one step of `values` is worth. */
  scale: z.number(),
  /** Signed bytes in base64. */
  values: z.base64(),
});

interface KnownVector {
  readonly wordsKey: string;
  readonly scale: number;
  readonly values: Int8Array;
}

export interface NearFact {
  readonly factId: string;
  /** Cosine, -1..1. */
  readonly nearness: number;
}

/** The document a fact's vector is kept in; it goes for good together with the fact. */
export function vectorKey(factId: string): string {
  return `vector-${factId}`;
}

/** What the newest facts mean, as vectors made by an embedding model and kept beside the facts, a byte a number. */
export class FactVectors {
  readonly #records: MemoryRecords;
  readonly #model: string;
  #known: Map<string, KnownVector> | null = null;

  /** @param model what the vectors are made by; those of another one count as missing */
  constructor(records: MemoryRecords, model: string) {
    this.#records = records;
    this.#model = model;
  }

  /** Facts without a vector of their present words, in the order given. */
  missing(facts: readonly Fact[]): readonly Fact[] {
    const known = this.#all();
    return facts.filter((fact) => known.get(fact.id)?.wordsKey !== keyOf(fact));
  }

  /** @param vector of length 1 */
  put(fact: Pick<Fact, 'id' | 'words'>, vector: Float32Array): void {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = largest === 0 ? 1 : largest / 127;
    const values = Int8Array.from(vector, (value) => Math.round(value / scale));
    const wordsKey = keyOf(fact);
    const stored = { factId: fact.id, model: this.#model, wordsKey, scale, values: Buffer.from(values.buffer).toString('base64') };
    this.#records.put('fact-vector', vectorKey(fact.id), stored, '');
    this.#all().set(fact.id, { wordsKey, scale, values });
  }

  /** The nearest facts, the nearest first; some of them may be gone, or read otherwise now. */
  near(vector: Float32Array, least: number, most: number): readonly NearFact[] {
    const found: NearFact[] = [];
    for (const [factId, { scale, values }] of this.#all()) {
      let sum = 0;
      for (let index = 0; index < values.length; index++) sum += (values[index] ?? 0) * (vector[index] ?? 0);
      if (sum * scale >= least) found.push({ factId, nearness: sum * scale });
    }
    return found.toSorted((one, other) => other.nearness - one.nearness).slice(0, most);
  }

  #all(): Map<string, KnownVector> {
    this.#known ??= new Map(
      readable(storedSchema, this.#records.newest('fact-vector', MOST_VECTORS))
        .filter(({ model }) => model === this.#model)
        .map(({ factId, wordsKey, scale, values }) => [factId, { wordsKey, scale, values: new Int8Array(Buffer.from(values, 'base64')) }]),
    );
    return this.#known;
  }
}

function keyOf({ words }: Pick<Fact, 'words'>): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}
