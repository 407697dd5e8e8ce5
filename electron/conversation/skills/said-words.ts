import { keepRecent } from './keep-last.ts';
import { possibleEnds, possibleStarts, withoutFillers } from './polite-words.ts';
import { requestsWithin } from './request-within.ts';
import { SlotFills } from './slot-fills.ts';
import { countOfNumbers, heardNumbers, misheardNumbers } from './words/phrase-vocabulary.ts';
import { type SpokenWord, spokenWords } from './words/spoken-words.ts';

/** A stretch of words; whether a name was left out behind it. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly leavesName: boolean;
}

/** An utterance as every matcher needs it. What only some of them ask is worked out when the first of them asks. */
export class SaidWords {
  readonly utterance: string;
  readonly words: readonly SpokenWord[];
  readonly slots: SlotFills;
  readonly #heard: readonly (readonly number[])[];
  readonly #held = new Uint8Array(countOfNumbers());
  #ranges: readonly Range[] | null = null;
  #misheard: Misheard | null = null;
  #parts: readonly SaidWords[] | null = null;
  #inParts: Uint8Array | null = null;

  constructor(utterance: string) {
    this.utterance = utterance;
    this.words = withoutFillers(spokenWords(utterance));
    this.slots = new SlotFills(this.words, utterance);
    this.#heard = this.words.map(({ text }) => heardNumbers(text));
    for (const numbers of this.#heard) mark(this.#held, numbers);
  }

  /** Whether the word at a place is this one, or may have been heard for it. */
  isHeardAt(at: number, number: number): boolean {
    return this.#heard[at]?.includes(number) === true;
  }

  /** Whether one of these words of a phrase was said, or something that may have been heard for it. */
  holdsOne(numbers: readonly number[]): boolean {
    return isMarked(this.#held, numbers);
  }

  /** The same for anything in its parts. */
  holdsOneInPart(numbers: readonly number[]): boolean {
    return isMarked(this.#heldInParts, numbers);
  }

  /** Whether anything that was said may have been written for one of these. */
  mayHoldOne(numbers: readonly number[]): boolean {
    return isMarked(this.#misheards.anywhere, numbers);
  }

  /** The numbers that the word at a place, or it and the next one, may have been written for. */
  misheardAt(at: number): { readonly alone: readonly number[]; readonly withNext: readonly number[] } {
    return this.#misheards.places[at] ?? NOTHING_MISHEARD;
  }

  /** Where the request itself may stand, politeness aside. */
  get ranges(): readonly Range[] {
    this.#ranges ??= rangesOf(this);
    return this.#ranges;
  }

  /** Those that may be the request in it. */
  get parts(): readonly SaidWords[] {
    this.#parts ??= requestsWithin(this.utterance).map((part) => new SaidWords(part));
    return this.#parts;
  }

  get #heldInParts(): Uint8Array {
    if (this.#inParts !== null) return this.#inParts;
    const inParts = new Uint8Array(countOfNumbers());
    for (const part of this.parts) for (const numbers of part.#heard) mark(inParts, numbers);
    this.#inParts = inParts;
    return inParts;
  }

  get #misheards(): Misheard {
    this.#misheard ??= misheardIn(this.words);
    return this.#misheard;
  }
}

const MOST_TAKEN = 40;
let taken = keepRecent(saidAnew, MOST_TAKEN);

/** All skills are asked about the same words, one after the other: they are taken apart once. */
export function saidOf(utterance: string): SaidWords {
  return taken(utterance);
}

/** Words of new phrases were looked for in nothing that was said before. */
export function forgetSaid(): void {
  taken = keepRecent(saidAnew, MOST_TAKEN);
}

function saidAnew(utterance: string): SaidWords {
  return new SaidWords(utterance);
}

function rangesOf({ words, utterance }: SaidWords): readonly Range[] {
  const ends = [...possibleEnds(words, utterance)];
  return possibleStarts(words, utterance).flatMap((start) =>
    ends.flatMap(([end, { leavesName }]) => (end > start ? [{ start, end, leavesName }] : [])),
  );
}

interface Misheard {
  readonly anywhere: Uint8Array;
  readonly places: readonly ReturnType<SaidWords['misheardAt']>[];
}

const NOTHING_MISHEARD = { alone: [], withNext: [] };

function misheardIn(words: readonly SpokenWord[]): Misheard {
  const anywhere = new Uint8Array(countOfNumbers());
  const places = words.map(({ text }, at) => {
    const next = words[at + 1];
    const [alone, withNext] = [misheardNumbers(text), next === undefined ? [] : misheardNumbers(`${text} ${next.text}`)];
    mark(anywhere, alone);
    mark(anywhere, withNext);
    return { alone, withNext };
  });
  return { anywhere, places };
}

function mark(marks: Uint8Array, numbers: readonly number[]): void {
  for (const number of numbers) marks[number] = 1;
}

function isMarked(marks: Uint8Array, numbers: readonly number[]): boolean {
  for (const number of numbers) if (marks[number] === 1) return true;
  return false;
}
