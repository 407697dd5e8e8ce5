import { currencyNamed } from './currency-words.ts';
import { add, compare, divide, type ExactNumber, fraction, ONE, toNumber } from './exact-number.ts';
import { sayCount } from './number-speech.ts';
import { readNumberAt } from './number-words.ts';

/** What of which money is wanted at a rate that was said. Arguments of `units.money`, in the words that were said. */
export interface RateSaid {
  readonly amount: string;
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  /** The rate was said per one of the other money. */
  readonly isTurned?: 'yes';
}

/** "Fifty euros", "a dollar", "yen": `count` is null where none was said. */
interface Money {
  readonly at: number;
  readonly end: number;
  readonly count: { readonly text: string; readonly value: ExactNumber } | null;
  /** As it was said, its country with it. */
  readonly name: string;
  /** Its plural, with its country where that was said. */
  readonly kind: string;
}

const LONGEST_NAME = 3;
const ARTICLE = /^(?:a|an|the|each|every|per)$/;
/** Digits in the ears of `readNumberAt`, and rather what they are before money. */
const NO_NUMBER = /^(?:to|too|for|fore|ate|won|oh)$/;
/** Stands between two moneys of which one is so much of the other. */
const LINKS =
  /^(?:(?:is|are|was|makes?|gets?|gives?|buys?|costs?|equals?|fetches|worth|comes|come|trades|stands|to|at|for|you|me|us|would|be|currently|now|today|about|roughly|exactly|around|goes|will) ?){1,5}$/;
/** Said alone, a dollar is meant: "a dollar thirty five Canadian", "eighty American". */
const DOLLARS_OF = /^(?:american|canadian|australian|jamaican)$/;
const PER = /^(?:to|for|per|against|on|in)?$/;
const ASKS = /\b(?:what|how (?:much|many)|convert|change|exchange|turn|put|work out|calculate|tell me|give me)\b/;
/** Longer ones are stories. */
const MOST_WORDS = 40;

/** Reads "if one euro is worth one point one dollars what are fifty euros in dollars"; null when it asks for no such thing. */
export function readRateSaid(said: readonly string[]): RateSaid | null {
  const words = said.flatMap(opened);
  if (words.length > MOST_WORDS || !ASKS.test(words.join(' '))) return null;
  const all = moneyIn(words);
  const pair = ratePair(words, all);
  return pair === null ? null : asked(words, all, pair);
}

/** "The pound's at one dollar thirty": here `'s` is "is". */
function opened(word: string): readonly string[] {
  const name = word.endsWith("'s") ? word.slice(0, -2) : '';
  return currencyNamed(name) === null ? [word] : [name, 'is'];
}

interface RatePair {
  readonly one: Money;
  readonly many: Money;
}

/** One money of which so much is one of the other: "a pound gets you one point two dollars", "a hundred yen to the dollar". */
function ratePair(words: readonly string[], all: readonly Money[]): RatePair | null {
  for (const [index, first] of all.entries()) {
    const second = all[index + 1];
    if (second === undefined || first.kind === second.kind) continue;
    const joins = words.slice(first.end, second.at);
    const between = (ARTICLE.test(joins.at(-1) ?? '') ? joins.slice(0, -1) : joins).join(' ');
    if (isOne(words, first) && second.count !== null && LINKS.test(between)) return { one: first, many: second };
    if (first.count !== null && isOne(words, second) && (PER.test(between) || LINKS.test(between))) return { one: second, many: first };
  }
  return null;
}

function asked(words: readonly string[], all: readonly Money[], { one, many }: RatePair): RateSaid | null {
  const others = all.filter((money) => money !== one && money !== many);
  // "A dollar is a hundred and fifty Jamaican dollars": dollars alone are the others. Without a country it may be any of that name.
  const isOf = (side: Money, other: Money) => (money: Money) =>
    money.kind === side.kind || (money.kind !== other.kind && plainKind(money) === plainKind(side) && plainKind(side) !== plainKind(other));
  const [isOfOneSide, isMany] = [isOf(one, many), isOf(many, one)];
  const amount = others.find((money) => money.count !== null && (isOfOneSide(money) || isMany(money)));
  if (amount?.count == null || many.count === null) return null;
  const isOfOne = isOfOneSide(amount);
  const [wanted, isWanted] = isOfOne ? [many, isMany] : [one, isOfOneSide];
  // "What are fifty euros in francs" is asked at another rate than the one that was said.
  const elsewhere = others.some((money) => money !== amount && !isWanted(money) && /^(?:in|into|to|many)$/.test(words[money.at - 1] ?? ''));
  if (elsewhere) return null;
  const to = others.find((money) => money !== amount && isWanted(money)) ?? wanted;
  const said = { amount: amount.count.text, from: amount.name, to: to.name, rate: many.count.text };
  return isOfOne ? said : { ...said, isTurned: 'yes' };
}

function isOne(words: readonly string[], { at, count }: Money): boolean {
  return count === null ? ARTICLE.test(words[at - 1] ?? '') : compare(count.value, ONE) === 0;
}

function moneyIn(words: readonly string[]): readonly Money[] {
  const found: Money[] = [];
  for (let at = 0; at < words.length; ) {
    const money = moneyAt(words, at);
    if (money !== null) found.push(money);
    at = money?.end ?? at + 1;
  }
  return found;
}

function moneyAt(words: readonly string[], at: number): Money | null {
  const number = NO_NUMBER.test(words[at] ?? '') ? null : readNumberAt(words, at);
  const from = at + (number?.wordCount ?? 0);
  const before = words[at - 1] ?? '';
  const currency = currencyAt(words, from) ?? (number !== null || /^(?:in|into|to)$/.test(before) ? dollarsAt(words, from) : null);
  if (currency === null) return null;
  // "A dollar forty" is one dollar and forty hundredths.
  const isOneAndMore = number === null && ARTICLE.test(before) && smallMoney(words, currency.end) !== null;
  const whole = isOneAndMore ? { text: 'one', value: ONE } : number && { text: words.slice(at, from).join(' '), value: number.value };
  const { count, wordCount } = withSmallMoney(whole, words, currency.end);
  const end = currency.end + wordCount;
  return { at, count, ...((currency.kind === 'dollars' ? dollarsAt(words, end) : null) ?? { ...currency, end }) };
}

type Named = Pick<Money, 'name' | 'kind' | 'end'>;

function currencyAt(words: readonly string[], from: number): Named | null {
  for (let end = Math.min(words.length, from + LONGEST_NAME); end > from; end -= 1) {
    const name = words.slice(from, end).join(' ');
    const kind = currencyNamed(name)?.many.toLowerCase();
    if (kind !== undefined) return { name, kind, end };
  }
  return null;
}

function dollarsAt(words: readonly string[], at: number): Named | null {
  const dollars = `${words[at]} dollars`;
  return DOLLARS_OF.test(words[at] ?? '') ? { name: dollars, kind: dollars, end: at + 1 } : null;
}

function plainKind({ kind }: Money): string {
  return kind.split(' ').at(-1) ?? '';
}

/** "One dollar *thirty*": the count with its hundredths, and how many words they took. */
function withSmallMoney(
  whole: Money['count'],
  words: readonly string[],
  at: number,
): { readonly count: Money['count']; readonly wordCount: number } {
  const small = whole === null ? null : smallMoney(words, at);
  if (whole === null || small === null) return { count: whole, wordCount: 0 };
  return { count: { text: `${whole.text} ${small.text}`, value: add(whole.value, small.value) }, wordCount: small.wordCount };
}

/** Hundredths behind a currency, said as decimals. Null where the number counts something else. */
function smallMoney(
  words: readonly string[],
  at: number,
): { readonly text: string; readonly value: ExactNumber; readonly wordCount: number } | null {
  const number = NO_NUMBER.test(words[at] ?? '') ? null : readNumberAt(words, at);
  const cents = number === null ? 0 : toNumber(number.value);
  if (number === null || !Number.isInteger(cents) || cents < 1 || cents > 99) return null;
  const next = at + number.wordCount;
  if ([1, 2].some((length) => currencyNamed(words.slice(next, next + length).join(' ')) !== null)) return null;
  const digits = [...String(cents).padStart(2, '0')].map((digit) => sayCount(Number(digit)));
  return { text: `point ${digits.join(' ')}`, value: divide(number.value, fraction(100n)), wordCount: number.wordCount };
}
