import { decimalForm, type ExactNumber } from './exact-number.ts';

export const SMALL_NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

export const TENS_WORDS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** Names of the powers of a thousand, smallest first. */
export const SCALE_WORDS = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion', 'sextillion'] as const;

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** `seven point two five`, `minus forty`, `one hundred and two`; null beyond the sextillions, which nobody can follow by ear. */
export function sayDigits(text: string): string | null {
  const [whole = '0', decimals] = text.replace('-', '').split('.');
  const spoken = sayWhole(BigInt(whole));
  if (spoken === null) return null;
  const sign = text.startsWith('-') ? 'minus ' : '';
  const tail = decimals === undefined ? '' : ` point ${[...decimals].map((digit) => SMALL_NUMBER_WORDS[Number(digit)]).join(' ')}`;
  return `${sign}${spoken}${tail}`;
}

/** For small whole numbers that always have a name: counts, minutes, days. */
export function sayCount(count: number): string {
  return sayDigits(String(Math.round(count))) ?? String(count);
}

/** The number in words, `about ...` when digits had to be rounded away; null when it is too long to say. */
export function sayExact(value: ExactNumber, exactDecimals: number, roundedDecimals: number): string | null {
  const { text, exact } = decimalForm(value, exactDecimals, roundedDecimals);
  const spoken = sayDigits(text);
  return spoken === null || exact ? spoken : `about ${spoken}`;
}

/** `twenty-fourth`, `third`. */
export function sayOrdinal(count: number): string {
  const words = sayCount(count);
  const last = /[a-z]+$/.exec(words)?.[0] ?? words;
  return words.slice(0, words.length - last.length) + ordinalWord(last);
}

/** A year as it is said: `twenty twenty-six`, `nineteen oh five`, `two thousand and nine`. */
export function sayYear(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const plain = year < 1000 || year > 9999 || (century % 10 === 0 && rest < 10);
  if (plain) return sayCount(year);
  if (rest === 0) return `${sayCount(century)} hundred`;
  return `${sayCount(century)} ${rest < 10 ? `oh ${sayCount(rest)}` : sayCount(rest)}`;
}

function sayWhole(value: bigint): string | null {
  if (value === 0n) return 'zero';
  const groups: number[] = [];
  for (let rest = value; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  if (groups.length > SCALE_WORDS.length) return null;
  const spoken = groups.map((group, power) => (group === 0 ? '' : `${sayHundreds(group)} ${SCALE_WORDS[power]}`.trim()));
  const lowest = groups[0] ?? 0;
  const joined = spoken.slice(1).reverse().filter(Boolean).join(' ');
  if (lowest === 0) return joined;
  if (joined === '') return spoken[0] ?? '';
  return `${joined} ${lowest < 100 ? 'and ' : ''}${spoken[0]}`;
}

function sayHundreds(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const head = hundreds === 0 ? '' : `${SMALL_NUMBER_WORDS[hundreds]} hundred`;
  if (rest === 0) return head;
  return head === '' ? sayTens(rest) : `${head} and ${sayTens(rest)}`;
}

function sayTens(value: number): string {
  if (value < 20) return SMALL_NUMBER_WORDS[value] ?? '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return ones === 0 ? (TENS_WORDS[tens] ?? '') : `${TENS_WORDS[tens]}-${SMALL_NUMBER_WORDS[ones]}`;
}

function ordinalWord(word: string): string {
  const irregular = IRREGULAR_ORDINALS[word];
  if (irregular !== undefined) return irregular;
  return word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`;
}
