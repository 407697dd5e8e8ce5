import { add, divide, type ExactNumber, fraction, toNumber } from '../words/exact-number.ts';
import { readNumberAt } from '../words/number-words.ts';
import type { SpokenWord } from '../words/spoken-words.ts';
import { COINS, MONEY, NOTES, SIGNS } from './money.ts';
import { digitsOf, type Quantity, singular, stopsNoun } from './quantity.ts';
import { related, withHolders } from './relations.ts';

/** Numbers to the reader of sums, but not where people talk: "for", "to", "oh". */
const NO_NUMBER = new Set(['to', 'too', 'for', 'fore', 'ate', 'won', 'oh', 'point', 'minus', 'negative']);
const BEFORE_PRONOUN = new Set('each every the this that which any no another other last next big small new old'.split(' '));
const PART = /^(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)$/;
/** After one of these a number is not exact, or stands for another. */
const INEXACT = /\b(?:about|around|roughly|nearly|almost|under|approximately|maybe|perhaps|at least|at most|up to|than|or|extra)$/;
/** Before a number that is a name: "room twelve", "chapter three". */
const NAMED =
  /^(?:room|chapter|number|page|platform|channel|section|part|grade|route|line|level|flat|house|gate|seat|episode|season|volume|step|question|exercise|bus|tram|train|table|class|form|version|act|scene|track|lane|junction|size|stage|round|unit|apartment|year)$/;
/** "Thirty pounds of shopping" is no weight. */
const BOUGHT = /^(?:shopping|groceries|petrol|fuel|credit|mine)$/;
const MOST_NOUN_WORDS = 3;
/** Nothing said about it yet. */
/** "Three twelve hour shifts" are three of twelve hours each. */
const MEASURED =
  /^(?:hours?|minutes?|seconds?|days?|weeks?|months?|miles?|foot|feet|inch|inches|ounces?|gallons?|pints?|litres?|liters?|metres?|meters?|packs?|piece)$/;
const BARE = { nouns: [], money: null, isPair: false, per: null, shares: false } as const;

/**
 * Every number of an utterance with what it counts. Null when one of them cannot be told exactly: a time of day, an
 * ordinal, "about twenty".
 * @param questionAt index of the word at which the question begins: what a number counts ends before it
 */
export function quantitiesIn(spoken: readonly SpokenWord[], utterance: string, questionAt: number): readonly Quantity[] | null {
  const words = spoken.map(({ text }) => NOTES.get(text) ?? text);
  const numbers = words.map((word) => (NO_NUMBER.has(word) ? '·' : word));
  const said = { spoken, utterance, words, numbers };
  const found: Quantity[] = [];
  for (let at = 0; at < words.length; ) {
    const reading = isPronoun(words, at) ? null : readNumberAt(numbers, at);
    if (reading === null && /\d/.test(words[at] ?? '')) return null;
    if (reading === null) {
      at += 1;
      continue;
    }
    const limit = at < questionAt ? questionAt : words.length;
    const quantity = quantityAt({ ...said, at, end: at + reading.wordCount, limit }, reading.value);
    if (quantity === null) return null;
    found.push(quantity);
    at = quantity.end;
  }
  const all = found.map((quantity, index) => related(quantity, words, found, index));
  return withHolders(all, words);
}

function isPronoun(words: readonly string[], at: number): boolean {
  // "The blue one"; "the milk one eighty" is a price.
  if (words[at] !== 'one' || readNumberAt(words, at + 1) !== null) return false;
  return BEFORE_PRONOUN.has(words[at - 1] ?? '') || /^(?:the|this|that|my)$/.test(words[at - 2] ?? '') || words[at + 1] === 'of';
}

interface Place {
  readonly spoken: readonly SpokenWord[];
  readonly utterance: string;
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly at: number;
  /** After the number. */
  readonly end: number;
  readonly limit: number;
}

function quantityAt(place: Place, value: ExactNumber): Quantity | null {
  const { words, at, end } = place;
  if (NAMED.test(words[at - 1] ?? '') || INEXACT.test(words.slice(Math.max(0, at - 2), at).join(' '))) return null;
  const percentWords = words[end] === 'percent' ? 1 : words[end] === 'per' && words[end + 1] === 'cent' ? 2 : 0;
  if (percentWords > 0) {
    const digits = digitsOf(value);
    return digits === null ? null : { ...BARE, kind: 'percent', value, text: `${digits} percent`, start: at, end: end + percentWords };
  }
  return PART.test(words[end - 1] ?? '') && toNumber(value) < 1 ? partAt(place, value) : amountAt(place, value);
}

function amountAt(place: Place, read: ExactNumber): Quantity | null {
  const sign = signAt(place);
  const { value, end, money, isPair } = pairAt(place, read, sign) ?? moneyAt(place, read, sign);
  const text = digitsOf(value);
  if (text === null) return null;
  const counted = nounsAt(place, end);
  // Of money, what follows is what was paid for ("a forty pound meal").
  const nouns = money === null && !isPair ? counted.nouns : [];
  return { ...BARE, kind: 'amount', value, text, start: place.at, end: counted.end, nouns, money, isPair };
}

/** "£6.50", "a tenner". */
function signAt({ spoken, utterance, at }: Place): string | null {
  const word = spoken[at];
  if (word === undefined) return null;
  return NOTES.has(word.text) ? 'pound' : (SIGNS.get(utterance[word.start - 1] ?? '') ?? null);
}

/** "A quarter off", "half price", "a third of"; anything else with a part is not read, an ordinal least of all. */
function partAt({ words, at, end }: Place, value: ExactNumber): Quantity | null {
  const next = words[end];
  const isBy = words[at - 1] === 'by' && !/^(?:past|to|hours?|of)$/.test(next ?? '');
  if (!isBy && next !== 'of' && next !== 'off' && next !== 'price' && !(next === 'the' && words[end + 1] === 'price')) return null;
  if (next === 'of' && words[end + 1] === 'us') return null;
  return { ...BARE, kind: 'fraction', value, text: words.slice(at, end).join(' '), start: at, end };
}

/** After the price of one. */
const PRICED = /^(?:each|apiece|per|a|an|every)$/;

/** "And fifty cents apiece": with an "and" it may as well be two amounts, but where it is a price. */
function namesCoins(words: readonly string[], { after, from, end }: { after: number; from: number; end: number }): boolean {
  return COINS.test(words[end] ?? '') && (from === after || PRICED.test(words[end + 1] ?? ''));
}

/** "Thirteen fifty", "seven pounds forty", "six dollars and fifty cents apiece": pounds and pence. */
function pairAt(place: Place, value: ExactNumber, sign: string | null) {
  const { numbers, words, end } = place;
  const named = MONEY.get(words[end] ?? '') ?? null;
  const after = named === null ? end : end + 1;
  const from = named !== null && words[after] === 'and' ? after + 1 : after;
  const small = readNumberAt(numbers, from);
  if (small === null || small.value.denominator !== 1n || value.denominator !== 1n) return null;
  const [pounds, pence] = [toNumber(value), toNumber(small.value)];
  // Whoever names the coins as well leaves no doubt, however few or many there are.
  const isNamed = named !== null && namesCoins(words, { after, from, end: from + small.wordCount });
  const next = words[from + small.wordCount] ?? '';
  const isPair = pounds <= 99 && pence >= 10 && from === after && !MONEY.has(next) && !MEASURED.test(next);
  if (pence > 99 || pounds < 1 || (!isNamed && !isPair)) return null;
  if (isBroken(place, from)) return null;
  const pair = add(value, divide(small.value, fraction(100n)));
  return { value: pair, end: from + small.wordCount + Number(isNamed), money: named ?? sign, isPair: named === null };
}

function moneyAt({ words, end }: Place, value: ExactNumber, sign: string | null) {
  const money = MONEY.get(words[end] ?? '');
  // Pounds of something are a weight.
  if (money === undefined || (money === 'pound' && words[end + 1] === 'of' && !BOUGHT.test(words[end + 2] ?? '')))
    return { value, end, money: sign, isPair: false };
  return { value: COINS.test(words[end] ?? '') ? divide(value, fraction(100n)) : value, end: end + 1, money, isPair: false };
}

function nounsAt(place: Place, from: number): { readonly nouns: readonly string[]; readonly end: number } {
  const { words, limit, numbers } = place;
  const nouns: string[] = [];
  let at = from;
  while (
    at < limit &&
    !isBroken(place, at) &&
    nouns.length < MOST_NOUN_WORDS &&
    !stopsNoun(words[at] ?? '') &&
    readNumberAt(numbers, at) === null
  ) {
    nouns.push(singular(words[at] ?? ''));
    at += 1;
  }
  return { nouns, end: at };
}

/** Whether a comma or the end of a sentence stands before the word. */
function isBroken({ spoken, utterance }: Place, at: number): boolean {
  return /[,.;:?!]\s*[£$€]?$/.test(utterance.slice(0, spoken[at]?.start));
}
