import { type Fact, factSchema } from '../../../ipc/memory-schema.ts';
import { factWords } from '../fact-list.ts';
import { type MemoryRecords, readable } from '../memory-records.ts';
import { vectorKey } from '../recall/fact-vectors.ts';

/** The facts of one profile. */
export class KeptFacts {
  readonly #records: MemoryRecords;

  constructor(records: MemoryRecords) {
    this.#records = records;
  }

  /** Oldest first. */
  list(): readonly Fact[] {
    return readable(factSchema, this.#records.list('fact'));
  }

  newest(limit: number): readonly Fact[] {
    return readable(factSchema, this.#records.newest('fact', limit));
  }

  /** How many documents there are, readable or not. */
  count(): number {
    return this.#records.list('fact').length;
  }

  /** Best match first. */
  find(query: string, limit: number): readonly Fact[] {
    return readable(factSchema, this.#records.find('fact', query, limit));
  }

  read(id: string): Fact | null {
    return readable(factSchema, [this.#records.read(id)])[0] ?? null;
  }

  put(fact: Fact): void {
    this.#records.put('fact', fact.id, fact, factWords(fact));
  }

  remove(id: string): void {
    this.#records.remove(id, vectorKey(id));
  }
}
