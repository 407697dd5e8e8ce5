import type { MeaningModel, TextMeaning } from '../../../models/meaning/meaning-model.ts';
import { type MeantWords, meantWords, NOTHING_MEANT, plainWords } from '../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { Memory } from '../memory/memory.ts';
import { type FoundFact, NEAR } from '../memory/recall/choose-facts.ts';
import { type FactVectors, MOST_VECTORS } from '../memory/recall/fact-vectors.ts';
import { keepRecent } from '../skills/keep-last.ts';

/** Facts get their vectors one after the other with a pause, and none while the user says something. */
const PAUSE_MS = 40;
const QUIET_MS = 3000;
/** So much of a turn must have been in the words whose vector is there; the rest is how it ended. */
const LEAST_SHARED = 0.6;
const MOST_NEAR = 12;
/** One turn teaches no more than that. */
const NEWEST = 20;
/** Of a turn and what else it may have been. */
const MOST_READINGS = 32;

export interface MeaningOptions {
  readonly scope: Scope;
  readonly open: () => Promise<MeaningModel>;
  /** It cannot be loaded, or stopped: facts are found by their words and requests by their phrases from then on. */
  readonly failed: (failure: unknown) => void;
  readonly nowMs: () => number;
}

/**
 * Requests by their meaning, and facts. For facts everything is computed ahead: they when they were learned, a turn's words while
 * they are said or typed. What is not there in time is done without.
 */
export class Meaning {
  readonly #options: MeaningOptions;
  readonly #vectors = new WeakMap<Memory, FactVectors>();
  /** A turn's words are read as they grow, when it is asked what was heard, and when they are answered. */
  readonly #readings = keepRecent((words) => this.#read(words), MOST_READINGS);
  #model: MeaningModel | null = null;
  #expected: { readonly words: string; readonly vector: Float32Array } | null = null;
  #next: string | null = null;
  #running: Promise<void> | null = null;
  #filling: Promise<void> = Promise.resolve();
  #saidAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: MeaningOptions) {
    this.#options = options;
  }

  /** Loads the model: call when nobody waits. Never rejects. */
  async start(): Promise<void> {
    const { scope, open, failed } = this.#options;
    try {
      const model = await open();
      scope.add(() => model.close());
      if (!scope.closed) this.#model = model;
    } catch (failure) {
      failed(failure);
    }
  }

  /** Words that a turn will probably begin with; only the newest count. */
  expect(words: string): void {
    this.#saidAtMs = this.#options.nowMs();
    this.#next = words;
    this.#running ??= this.#embedNext().finally(() => {
      this.#running = null;
    });
  }

  /** Whether the vector of what was expected is there, and these words were. */
  isReadyFor(words: string): boolean {
    return this.#expected !== null && shared(this.#expected.words, words) >= LEAST_SHARED;
  }

  /** What words ask for by their meaning; nothing while the model is not there, or when it stopped. Never rejects. */
  async meantBy(words: string, earlier: readonly string[] = []): Promise<MeantWords> {
    // Nothing is kept of the time before the model is there.
    const meaning = this.#model === null ? null : await this.#readings([...earlier, words].map(plainWords).join('\n'));
    return meaning === null ? NOTHING_MEANT : meantWords(words, this.#model?.classes ?? [], meaning);
  }

  /** Facts near to these words, as far as their vector was made ahead. At once; a few milliseconds for thousands of facts. */
  near(words: string, memory: Memory): readonly FoundFact[] {
    const expected = this.#expected;
    if (this.#model === null || expected === null || !this.isReadyFor(words)) return [];
    const vectors = this.#vectorsOf(memory, this.#model);
    const found = vectors.near(expected.vector, NEAR, MOST_NEAR).flatMap(({ factId, nearness }) => {
      const fact = memory.facts.read(factId);
      return fact === null ? [] : [{ fact, nearness }];
    });
    const changed = vectors.missing(found.map(({ fact }) => fact));
    if (changed.length > 0) void this.learnAll(memory);
    return found.filter(({ fact }) => !changed.includes(fact));
  }

  /** Gives the newest facts their vectors, in the background. Resolves when all have one, or none can be made. Never rejects. */
  learn(memory: Memory): Promise<void> {
    return this.#learn(memory, NEWEST);
  }

  /** The same for all facts, after they were read anew: another file may be under them now. */
  learnAll(memory: Memory): Promise<void> {
    this.#vectors.delete(memory);
    return this.#learn(memory, MOST_VECTORS);
  }

  #learn(memory: Memory, newest: number): Promise<void> {
    // What may fail is a closing scope, or the store of a private conversation, which is gone with it.
    this.#filling = this.#filling.then(() => this.#fill(memory, newest)).catch(() => undefined);
    return this.#filling;
  }

  async #embedNext(): Promise<void> {
    while (this.#next !== null && this.#model !== null) {
      const words = this.#next;
      this.#next = null;
      const meaning = await this.#readings(plainWords(words));
      if (meaning !== null) this.#expected = { words, vector: meaning.vector };
    }
  }

  async #fill(memory: Memory, newest: number): Promise<void> {
    const { scope, nowMs } = this.#options;
    const model = this.#model;
    if (model === null) return;
    const vectors = this.#vectorsOf(memory, model);
    for (const { id } of vectors.missing(memory.facts.newest(newest))) {
      while (nowMs() - this.#saidAtMs < QUIET_MS) await scope.sleep(QUIET_MS);
      const fact = memory.facts.read(id);
      const meaning = fact === null ? null : await this.#read(plainWords(fact.words));
      // It may have been forgotten meanwhile.
      if (fact !== null && meaning !== null && memory.facts.read(id)?.words === fact.words) vectors.put(fact, meaning.vector);
      if (this.#model === null) return;
      await scope.sleep(PAUSE_MS);
    }
  }

  async #read(words: string): Promise<TextMeaning | null> {
    try {
      return (await this.#model?.read([words], { signal: this.#options.scope.signal }))?.[0] ?? null;
    } catch (failure) {
      this.#model = null;
      this.#options.failed(failure);
      return null;
    }
  }

  #vectorsOf(memory: Memory, model: MeaningModel): FactVectors {
    const known = this.#vectors.get(memory) ?? memory.vectors(model.id);
    this.#vectors.set(memory, known);
    return known;
  }
}

/** How many of the words of the turn stand in those that were expected, 0..1. */
function shared(expected: string, words: string): number {
  const known = new Set(wordsOf(expected));
  const said = wordsOf(words);
  return said.length === 0 ? 0 : said.filter((word) => known.has(word)).length / said.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
