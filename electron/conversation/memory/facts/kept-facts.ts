import { type Fact, factSchema } from '../../../ipc/memory-schema.ts';
import { factWords } from '../fact-list.ts';
import { type MemoryRecords, readable } from '../memory-records.ts';
import { vectorKey } from '../recall/fact-vectors.ts';

/** Looking through more facts one by one takes a second of a turn (100,000: measured). */
const MOST_LOOKED_AT = 4000;
const MOST_OF_MANY = 500;

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
    return this.#records.count('fact');
  }

  /** Best match first. */
  find(query: string, limit: number): readonly Fact[] {
    return readable(factSchema, this.#records.find('fact', query, limit));
  }

  /** All facts, oldest first; of very many those that these words find, and the newest. @param words '' = the newest only */
  around(words: string): readonly Fact[] {
    if (this.count() <= MOST_LOOKED_AT) return this.list();
    const some = [...this.newest(MOST_OF_MANY), ...(words === '' ? [] : this.find(words, MOST_OF_MANY))];
    return [...new Map(some.map((fact) => [fact.id, fact])).values()].toSorted((one, other) => one.at.localeCompare(other.at));
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
