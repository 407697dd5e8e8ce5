import { add, divide, type ExactNumber, fraction, multiply, ONE, readDecimal, ZERO } from './exact-number.ts';
import { SCALE_WORDS, SMALL_NUMBER_WORDS, sayOrdinal, TENS_WORDS } from './number-speech.ts';

/** A number found at the start of some words. */
interface NumberReading {
  readonly value: ExactNumber;
  readonly wordCount: number;
}

const SMALL = new Map<string, number>([
  ...SMALL_NUMBER_WORDS.map((word, value) => [word, value] as const),
  ['oh', 0],
  ['nought', 0],
  ['fourty', 40],
]);
const TENS = new Map<string, number>(TENS_WORDS.flatMap((word, index) => (word === '' ? [] : [[word, index * 10] as const])));
const SCALES = new Map<string, bigint>(
  SCALE_WORDS.flatMap((word, index) => (word === '' ? [] : [[word, 1000n ** BigInt(index)] as const])),
);
const PARTS = new Map<string, bigint>([
  ['half', 2n],
  ['halves', 2n],
  ['third', 3n],
  ['thirds', 3n],
  ['quarter', 4n],
  ['quarters', 4n],
  ['fourth', 4n],
  ['fourths', 4n],
  ['fifth', 5n],
  ['fifths', 5n],
  ['sixth', 6n],
  ['sixths', 6n],
  ['eighth', 8n],
  ['eighths', 8n],
  ['tenth', 10n],
  ['tenths', 10n],
]);
/** What recognisers write for a lone digit. Believed only where nothing but a number can stand. */
const SOUNDS_LIKE = new Map<string, number>([
  ['won', 1],
  ['to', 2],
  ['too', 2],
  ['for', 4],
  ['fore', 4],
  ['ate', 8],
]);
const ORDINALS = new Map<string, number>(Array.from({ length: 31 }, (_, index) => [sayOrdinal(index + 1).replace('-', ' '), index + 1]));

/** Reads the whole of the words as one number ("a hundred and two", "2 point 5", "three quarters"); null if it is none. */
export function readNumber(words: readonly string[]): ExactNumber | null {
  const reading = readNumberAt(words, 0);
  return reading !== null && reading.wordCount === words.length ? reading.value : null;
}

/** The longest number that starts at `from`; null when none does. */
export function readNumberAt(words: readonly string[], from: number): NumberReading | null {
  const sign = words[from];
  if (sign === 'minus' || sign === 'negative') {
    const rest = readNumberAt(words, from + 1);
    return rest && { value: multiply(rest.value, fraction(-1n)), wordCount: rest.wordCount + 1 };
  }
  if (sign === 'point') return withDecimals(words, from, { value: ZERO, wordCount: 0 });
  const whole = readWhole(words, from);
  if (whole === null) return readHalfMany(words, from) ?? readPart(words, from, ONE, 0);
  return withDecimals(words, from, whole) ?? readPart(words, from, whole.value, whole.wordCount) ?? withPart(words, from, whole);
}

/** `first` .. `thirty first`, `1st`, `24th`; null otherwise. */
export function readOrdinal(words: readonly string[]): number | null {
  const text = words.join(' ');
  const digits = /^(\d{1,2}) ?(?:st|nd|rd|th)$/.exec(text)?.[1];
  return digits === undefined ? (ORDINALS.get(text) ?? null) : Number(digits);
}

/** "half a dozen", "half a million". */
function readHalfMany(words: readonly string[], from: number): NumberReading | null {
  if (words[from] !== 'half' || words[from + 1] !== 'a') return null;
  const many = readWhole(words, from + 1);
  return many && { value: divide(many.value, fraction(2n)), wordCount: many.wordCount + 1 };
}

/** "half", "a quarter", "three quarters": a count and the name of a part. */
function readPart(words: readonly string[], from: number, count: ExactNumber, wordCount: number): NumberReading | null {
  const article = wordCount === 0 && (words[from] === 'a' || words[from] === 'an') ? 1 : 0;
  const part = PARTS.get(words[from + article + wordCount] ?? '');
  if (part === undefined) return null;
  return { value: divide(count, fraction(part)), wordCount: article + wordCount + 1 };
}

/** "two and a half". */
function withPart(words: readonly string[], from: number, whole: NumberReading): NumberReading {
  const join = from + whole.wordCount;
  if (words[join] !== 'and') return whole;
  const part = readPart(words, join + 1, ONE, 0) ?? readCountedPart(words, join + 1);
  return part === null ? whole : { value: add(whole.value, part.value), wordCount: whole.wordCount + 1 + part.wordCount };
}

function readCountedPart(words: readonly string[], from: number): NumberReading | null {
  const count = readWhole(words, from);
  return count === null ? null : readPart(words, from, count.value, count.wordCount);
}

/** "two point five", "zero point oh seven", and "three point five million". */
function withDecimals(words: readonly string[], from: number, whole: NumberReading): NumberReading | null {
  let at = from + whole.wordCount;
  if (words[at] !== 'point') return null;
  let digits = '';
  for (at += 1; ; at += 1) {
    const word = words[at] ?? '';
    const digit = SMALL.get(word) ?? (/^\d+$/.test(word) ? word : undefined);
    if (digit === undefined || String(digit).length > 6) break;
    digits += String(digit);
  }
  const decimals = readDecimal(`0.${digits}`);
  if (digits === '' || decimals === null) return null;
  const scale = SCALES.get(words[at] ?? '');
  const value = multiply(add(whole.value, decimals), fraction(scale ?? 1n));
  return { value, wordCount: at - from + (scale === undefined ? 0 : 1) };
}

interface WholeState {
  total: ExactNumber;
  group: ExactNumber | null;
  /** The smallest thing that may still be added to the group: 100 after "hundred", 10 after a ten, 1 after a one. */
  room: number;
  lowestScale: bigint | null;
}

function readWhole(words: readonly string[], from: number): NumberReading | null {
  const state: WholeState = { total: ZERO, group: null, room: 1000, lowestScale: null };
  let end = from;
  for (let at = from; at < words.length; ) {
    const taken = takeWord(state, words, at, at === from);
    if (taken === 0) break;
    at += taken;
    end = at;
  }
  if (end === from) return null;
  return { value: add(state.total, state.group ?? ZERO), wordCount: end - from };
}

/** Adds the word at `at` to the number so far; returns how many words it used, 0 when the number ends before it. */
function takeWord(state: WholeState, words: readonly string[], at: number, first: boolean): number {
  const word = words[at] ?? '';
  if (first && (word === 'a' || word === 'an')) return takeArticle(state, words[at + 1] ?? '');
  if (word === 'and') return takesAnd(state, words, at) ? 1 : 0;
  if (word === 'hundred') return takeFactor(state, 100n, 100);
  if (word === 'dozen') return takeFactor(state, 12n, 0);
  const scale = SCALES.get(word);
  if (scale !== undefined) return takeScale(state, scale);
  return takeSmall(state, word) || takeSoundAlike(state, word, words[at + 1] ?? '') ? 1 : 0;
}

/** "a hundred", "a dozen", "a million". */
function takeArticle(state: WholeState, next: string): number {
  const many = next === 'dozen' || next === 'hundred' || SCALES.has(next);
  return many && takeUnit(state, 1, 1000) ? 1 : 0;
}

/** "a hundred and two", "one thousand and five": `and` belongs to the number only before something smaller than a hundred. */
function takesAnd(state: WholeState, words: readonly string[], at: number): boolean {
  const afterHundred = state.group !== null && state.room === 100;
  const afterScale = state.group === null && state.lowestScale !== null;
  if (!afterHundred && !afterScale) return false;
  const next = words[at + 1] ?? '';
  return isNumberWord(next) && !PARTS.has(words[at + 2] ?? '');
}

function takeSmall(state: WholeState, word: string): boolean {
  const decimal = /^\d/.test(word) ? readDecimal(word) : null;
  if (decimal !== null) return takeDigits(state, decimal);
  const ten = TENS.get(word);
  if (ten !== undefined) return takeUnit(state, ten, 10);
  const small = SMALL.get(word);
  return small !== undefined && takeUnit(state, small, small < 10 ? 1 : 0);
}

/** "for minutes", "twenty for": a digit that the recogniser spelled as another word. "twenty to three" stays two numbers. */
function takeSoundAlike(state: WholeState, word: string, next: string): boolean {
  const alike = SOUNDS_LIKE.get(word);
  const alone = state.group === null && state.lowestScale === null;
  const tail = state.room === 10 && !isNumberWord(next) && next !== 'a' && next !== 'an';
  return alike !== undefined && (alone || tail) && takeUnit(state, alike, 1);
}

function isNumberWord(word: string): boolean {
  return SMALL.has(word) || TENS.has(word) || /^\d/.test(word);
}

/** @param kind what may still follow: 10 after a ten, 1 after a digit, 0 after a teen, 1000 after "a" */
function takeUnit(state: WholeState, value: number, kind: number): boolean {
  const fits = state.group === null || (state.room === 100 && kind !== 1000) || (state.room === 10 && kind === 1 && value > 0);
  if (!fits) return false;
  state.group = add(state.group ?? ZERO, fraction(BigInt(value)));
  state.room = kind;
  return true;
}

function takeDigits(state: WholeState, value: ExactNumber): boolean {
  if (state.group !== null && state.room !== 100) return false;
  if (state.group === null && state.lowestScale !== null && value.numerator >= state.lowestScale) return false;
  state.group = add(state.group ?? ZERO, value);
  state.room = -1;
  return true;
}

/** "two hundred", "five dozen", "twelve hundred"; a bare "hundred" counts once, a bare "dozen" too. */
function takeFactor(state: WholeState, factor: bigint, room: number): number {
  if (state.group !== null && state.room === 100) return 0;
  state.group = multiply(state.group ?? ONE, fraction(factor));
  state.room = room;
  return 1;
}

function takeScale(state: WholeState, scale: bigint): number {
  if (state.group === null && state.lowestScale !== null) return 0;
  if (state.lowestScale !== null && scale >= state.lowestScale) return 0;
  state.total = add(state.total, multiply(state.group ?? ONE, fraction(scale)));
  state.group = null;
  state.room = 1000;
  state.lowestScale = scale;
  return 1;
}
