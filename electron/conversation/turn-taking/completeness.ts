import type { Completeness } from './endpointing.ts';

/** Words no English turn ends with: whoever stops here is still thinking. */
const NEVER_LAST = new Set(
  (
    'a an the my your his its our their this that these those and or but because so if when while than as of to for from with ' +
    'without at in on by about into over under between is are was were am be been being has have had do does did will would ' +
    'could should can may might must i you he she we they who which what whose please um uh er like let lets'
  ).split(' '),
);

/** Words in that list that do end questions and answers: "what is that", "who are you", "tell me why not to". */
const MAY_END_A_QUESTION = new Set([
  'this',
  'that',
  'these',
  'those',
  'you',
  'am',
  'is',
  'are',
  'do',
  'can',
  'about',
  'in',
  'on',
  'to',
  'for',
  'from',
  'with',
  'please',
]);

const STILL_COMING = /(\b(hold on|wait|let me (think|see)|one (second|moment)|hang on)[.!]?|[,:;…-]|\.\.\.)\s*$/i;

/**
 * Judges the words recognised so far: does a turn end here? Grammar only, no model (an end-of-turn model may be joined
 * to it later). Measured on cut synthetic sentences: the last word alone catches most false ends.
 */
export function completenessOf(text: string): Completeness {
  const trimmed = text.trim();
  if (trimmed === '') return 'unsure';
  if (STILL_COMING.test(trimmed)) return 'open';
  const words = trimmed.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined) return 'unsure';
  const asked = /\?$/.test(trimmed);
  if (NEVER_LAST.has(last) && !(asked && words.length > 2 && MAY_END_A_QUESTION.has(last))) return 'open';
  if (spellingOut(words)) return 'open';
  return /[.?!]$/.test(trimmed) ? 'complete' : 'unsure';
}

/** "S A O I": letters are being dictated one by one; more may come. "A" and "I" alone are words. */
function spellingOut(words: readonly string[]): boolean {
  const letters = words.slice(-2).filter((word) => word.length === 1);
  return letters.length === 2 && letters.some((letter) => letter !== 'a' && letter !== 'i');
}
