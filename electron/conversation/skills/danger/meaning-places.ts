import { BODY_MEANINGS } from './body-lexicon.ts';
import { SURROUNDING_MEANINGS } from './surrounding-lexicon.ts';

const MEANINGS = { ...BODY_MEANINGS, ...SURROUNDING_MEANINGS };
export type Meaning = keyof typeof MEANINGS;

const PATTERNS = Object.fromEntries(
  Object.entries(MEANINGS).map(([meaning, words]) => [meaning, new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'g')]),
) as Readonly<Record<Meaning, RegExp>>;

/** Where a meaning stands in a sentence, in words: `from` is the first, `to` the last one. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** The meanings of one sentence of normalised words, each looked for when a frame first asks for it. */
export class MeaningPlaces {
  readonly #text: string;
  readonly #found = new Map<Meaning, readonly Place[]>();

  constructor(text: string) {
    this.#text = text;
  }

  of(meaning: Meaning): readonly Place[] {
    const known = this.#found.get(meaning);
    if (known !== undefined) return known;
    const places = [...this.#text.matchAll(PATTERNS[meaning])].map(({ 0: words, index }) => {
      const from = this.#text.slice(0, index).split(' ').length - 1;
      return { from, to: from + words.split(' ').length - 1 };
    });
    this.#found.set(meaning, places);
    return places;
  }

  /** Whether all these meanings stand in different words of one stretch of at most `within` words. */
  together(meanings: readonly Meaning[], within: number): boolean {
    // Most frames lack a meaning that another one looked for already.
    if (meanings.some((meaning) => this.#found.get(meaning)?.length === 0)) return false;
    if (meanings.some((meaning) => this.of(meaning).length === 0)) return false;
    return fits(
      meanings.map((meaning) => this.of(meaning)),
      within,
      [],
    );
  }
}

function fits([first, ...others]: readonly (readonly Place[])[], within: number, taken: readonly Place[]): boolean {
  if (first === undefined) return true;
  return first.some((place) => {
    if (taken.some(({ from, to }) => place.from <= to && from <= place.to)) return false;
    const all = [...taken, place];
    const [start, end] = [Math.min(...all.map(({ from }) => from)), Math.max(...all.map(({ to }) => to))];
    return end - start < within && fits(others, within, all);
  });
}
