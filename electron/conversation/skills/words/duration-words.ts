import { add, compare, type ExactNumber, fraction, multiply, ONE, toNumber, ZERO } from './exact-number.ts';
import { sayCount } from './number-speech.ts';
import { readNumberAt } from './number-words.ts';
import { spokenWords } from './spoken-words.ts';

const UNIT_MS: readonly (readonly [name: string, ms: number, words: readonly string[]])[] = [
  ['day', 86_400_000, ['day', 'days']],
  ['hour', 3_600_000, ['hour', 'hours', 'hr', 'hrs', 'h']],
  ['minute', 60_000, ['minute', 'minutes', 'min', 'mins']],
  ['second', 1000, ['second', 'seconds', 'sec', 'secs', 's']],
];
const MS_BY_WORD = new Map(UNIT_MS.flatMap(([, ms, words]) => words.map((word) => [word, ms] as const)));
const NEXT_SMALLER_MS = new Map([
  [3_600_000, 60_000],
  [60_000, 1000],
]);

const HEARD_FOR_DIGIT = /^(?:to|too|for|fore|won|ate)$/;

interface Stretch {
  readonly ms: ExactNumber;
  readonly unitMs: number;
  readonly wordCount: number;
}

/** Reads `five minutes`, `an hour and a half`, `1 h 30 min`; milliseconds, or null when the text is no duration. */
export function readDuration(text: string): number | null {
  return durationOf(spokenWords(text).map((word) => word.text));
}

/** The whole of the words as a duration in milliseconds, null when they are none or last no time. */
export function durationOf(words: readonly string[]): number | null {
  // "Three quarters of an hour *for* the roast" is not forty-nine minutes.
  if (HEARD_FOR_DIGIT.test(words.at(-1) ?? '')) return null;
  let total = ZERO;
  let lastUnitMs = Number.POSITIVE_INFINITY;
  for (let at = 0; at < words.length; ) {
    const join = at > 0 && words[at] === 'and' ? 1 : 0;
    const stretch = readStretch(words, at + join, lastUnitMs);
    if (stretch === null || stretch.unitMs >= lastUnitMs) return null;
    total = add(total, stretch.ms);
    lastUnitMs = stretch.unitMs;
    at += join + stretch.wordCount;
  }
  return compare(total, ZERO) > 0 ? Math.round(toNumber(total)) : null;
}

/** `one hour and thirty minutes`; parts of a second are dropped. */
export function sayDuration(durationMs: number): string {
  let rest = Math.max(0, Math.floor(durationMs / 1000)) * 1000;
  const parts: string[] = [];
  for (const [name, ms] of UNIT_MS) {
    const count = Math.floor(rest / ms);
    rest -= count * ms;
    if (count > 0) parts.push(`${sayCount(count)} ${name}${count === 1 ? '' : 's'}`);
  }
  if (parts.length === 0) return 'less than a second';
  return joinSpoken(parts);
}

/** `one, two and three`. */
export function joinSpoken(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function readStretch(words: readonly string[], from: number, lastUnitMs: number): Stretch | null {
  const count = readCount(words, from);
  if (count === null) return null;
  const unitAt = from + count.wordCount;
  const unitMs = MS_BY_WORD.get(words[unitAt] ?? '');
  if (unitMs === undefined) return bareTail(words, count, unitAt, lastUnitMs);
  const more = readHalfMore(words, unitAt + 1);
  const ms = multiply(add(count.value, more.value), fraction(BigInt(unitMs)));
  return { ms, unitMs, wordCount: count.wordCount + 1 + more.wordCount };
}

function readCount(words: readonly string[], from: number): { value: ExactNumber; wordCount: number } | null {
  if (words[from] === 'a' && words[from + 1] === 'couple') {
    return { value: fraction(2n), wordCount: words[from + 2] === 'of' ? 3 : 2 };
  }
  const number = readNumberAt(words, from);
  if (number === null) return words[from] === 'a' || words[from] === 'an' ? { value: ONE, wordCount: 1 } : null;
  const of = words[from + number.wordCount] === 'of' ? 1 : 0;
  const article = ['a', 'an'].includes(words[from + number.wordCount + of] ?? '') ? 1 : 0;
  return { value: number.value, wordCount: number.wordCount + (article === 1 ? of + 1 : 0) };
}

/** "one hour thirty": the last number without a unit counts in the next smaller one. */
function bareTail(words: readonly string[], count: { value: ExactNumber }, end: number, lastUnitMs: number): Stretch | null {
  const unitMs = NEXT_SMALLER_MS.get(lastUnitMs);
  if (unitMs === undefined || end !== words.length) return null;
  return { ms: multiply(count.value, fraction(BigInt(unitMs))), unitMs, wordCount: words.length };
}

/** "an hour *and a half*". */
function readHalfMore(words: readonly string[], from: number): { value: ExactNumber; wordCount: number } {
  const nothing = { value: ZERO, wordCount: 0 };
  if (words[from] !== 'and' || words[from + 1] !== 'a') return nothing;
  const part = readNumberAt(words, from + 1);
  if (part === null || from + 1 + part.wordCount !== words.length) return nothing;
  return { value: part.value, wordCount: part.wordCount + 1 };
}
