import { keepRecent } from '../keep-last.ts';
import { mayBeHeardFor } from './heard-word.ts';
import { MisheardWords } from './misheard-word.ts';

/**
 * The words that phrases spell out, numbered. What a spoken word may stand for is then looked up once, and not asked of each
 * phrase: there are far fewer words than phrases.
 */
const numbers = new Map<string, number>();
/** By their first letter: that one is always heard. */
const initials = new Map<string, string[]>();
const misheard = new MisheardWords();

const MOST_KEPT = 5000;
let standing = { heard: keepRecent(heardFor, MOST_KEPT), misheard: keepRecent(misheardFor, MOST_KEPT) };

/** The number of a word of a phrase; it gets one when it has none. */
export function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(word, number);
  const initial = word.charAt(0);
  const others = initials.get(initial) ?? [];
  others.push(word);
  initials.set(initial, others);
  misheard.add(word);
  standing = { heard: keepRecent(heardFor, MOST_KEPT), misheard: keepRecent(misheardFor, MOST_KEPT) };
  return number;
}

export function countOfNumbers(): number {
  return numbers.size;
}

/** Numbers of the words that a spoken one is, or may have been heard for. */
export function heardNumbers(spoken: string): readonly number[] {
  return standing.heard(spoken);
}

/** Numbers of the words that a recogniser may have written one or two others for. */
export function misheardNumbers(spoken: string): readonly number[] {
  return standing.misheard(spoken);
}

function heardFor(spoken: string): readonly number[] {
  const meant = (initials.get(spoken.charAt(0)) ?? []).filter((word) => word === spoken || mayBeHeardFor(spoken, word));
  return meant.map(numberOf);
}

function misheardFor(spoken: string): readonly number[] {
  return misheard.meantBy(spoken).map(numberOf);
}
