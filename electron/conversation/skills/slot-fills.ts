import { nearArgument } from './near-slots.ts';
import { type SlotKindName, slotKinds } from './slot-kinds.ts';
import type { SpokenWord } from './words/spoken-words.ts';

/** Longer utterances are not read. */
const MOST_WORDS = 128;

/** What stands in the slots of an utterance. Many phrases have slots of the same kind in the same place: each is read once. */
export class SlotFills {
  readonly #words: readonly SpokenWord[];
  readonly #utterance: string;
  readonly #exact = new Map<SlotKindName, Map<number, string | null>>();
  readonly #near = new Map<SlotKindName, Map<number, ReturnType<typeof nearArgument>>>();

  constructor(words: readonly SpokenWord[], utterance: string) {
    this.#words = words;
    this.#utterance = utterance;
  }

  /** The words as an argument; null when they are not of the kind. */
  exact(kind: SlotKindName, at: number, end: number): string | null {
    return readOnce(this.#exact, kind, at * MOST_WORDS + end, () => {
      const words = this.#words.slice(at, end);
      const written = this.#utterance.slice(words[0]?.start, words.at(-1)?.end);
      return slotKinds[kind]({ words: words.map(({ text }) => text), written, utterance: this.#utterance });
    });
  }

  /** What they may have been before they were misheard. */
  near(kind: SlotKindName, at: number, end: number): ReturnType<typeof nearArgument> {
    return readOnce(this.#near, kind, at * MOST_WORDS + end, () => {
      const words = this.#words.slice(at, end).map(({ text }) => text);
      return nearArgument(kind, words, this.#utterance);
    });
  }
}

function readOnce<Reading>(
  known: Map<SlotKindName, Map<number, Reading>>,
  kind: SlotKindName,
  place: number,
  read: () => Reading,
): Reading {
  const ofKind = known.get(kind) ?? new Map<number, Reading>();
  known.set(kind, ofKind);
  const before = ofKind.get(place);
  if (before !== undefined) return before;
  const reading = read();
  ofKind.set(place, reading);
  return reading;
}
