import { sentenceCase } from '../skill-sentences.ts';
import { decimalForm } from '../words/exact-number.ts';
import { readNumber, readNumberAt } from '../words/number-words.ts';
import { spokenWords } from '../words/spoken-words.ts';

/** What is dictated into cells, as one would write it. */

const MOST_ITEMS = 100;
const CURRENCIES: Readonly<Record<string, string>> = { dollar: '$', dollars: '$', euro: '€', euros: '€', pound: '£', pounds: '£' };
const CENTS = new Set(['cent', 'cents', 'pence']);
/** Pairs that are one thing on a list. */
const ONE_THING = new RegExp(
  `\\b(?:${[
    ...['salt and pepper', 'mac and cheese', 'fish and chips', 'bread and butter', 'peanut butter and jelly', 'bed and breakfast'],
    ...['bacon and eggs', 'ham and eggs', 'ham and cheese', 'rock and roll', 'gin and tonic', 'lost and found', 'wine and cheese'],
    ...['black and white', 'research and development', 'pen and paper', 'needle and thread', 'shampoo and conditioner'],
  ].join('|')})\\b`,
  'giu',
);
const JOINT = '\uE000';

/** "milk, eggs and two loaves of bread" -> its things, each with a capital. At most a hundred. */
export function itemsIn(text: string): readonly string[] {
  const whole = text.replaceAll(ONE_THING, (pair) => pair.replace(/ and /i, JOINT));
  return whole
    .split(/\s*[,;\n]\s*(?:and\s+)?|\s+(?:and(?: also| then)?|as well as|plus)\s+/iu)
    .map((item) => cellText(item.replaceAll(JOINT, ' and ').replace(/^(?:some|a|an|the|my) (?=\p{L})/iu, '')))
    .filter((item) => item !== '')
    .slice(0, MOST_ITEMS);
}

/** Cells of one dictated row or column: parted by commas or bars, else by "and". */
export function cellsIn(text: string): readonly string[] {
  const parts = text.includes('|') ? text.split('|') : text.split(/\s*[,;]\s*(?:and\s+)?/iu);
  return (parts.length > 1 ? parts : text.split(/\s+(?:and|then)\s+/iu)).map(cellText);
}

/** Names of columns; the recogniser writes "in" for "and" between two of them. */
export function columnsIn(text: string): readonly string[] {
  const names = cellsIn(text);
  return names.length > 1 ? names.flatMap((name) => name.split(/ and /iu).map(cellText)) : text.split(/ in /iu).map(cellText);
}

/** Rows as a model writes them: one a line, cells parted by bars. */
export function rowsIn(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*\|/, '').replace(/\|\s*$/, ''))
    .filter((line) => line.trim() !== '' && !/^[\s|:-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** "Two onions" and "four" -> "Four onions"; null where the cell tells no number of anything, or the value is none. */
export function recounted(cell: string, value: string): string | null {
  const [words, told] = [spokenWords(cell).map(({ text }) => text), spokenWords(value).map(({ text }) => text)];
  const count = readNumberAt(words, 0)?.wordCount ?? words.length;
  return count < words.length && readNumber(told) !== null ? sentenceCase([...told, ...words.slice(count)].join(' ')) : null;
}

/** "ninety dollars" -> "$90", "four dollars fifty" -> "$4.50", "twelve" -> "12", "oat milk." -> "Oat milk". */
export function cellText(written: string): string {
  const plain = written.trim().replace(/[\s.,;!?]+$/u, '');
  const money = moneyIn(spokenWords(plain).map(({ text }) => text));
  if (money !== null) return money;
  const number = readNumber(spokenWords(plain).map(({ text }) => text));
  return number === null || /[^\p{L}\s-]/u.test(plain) ? sentenceCase(plain) : decimalForm(number, 6, 6).text;
}

const SIGNED = /^(?<before>[$€£¥]?)(?<digits>[\d,]+(?:\.\d+)?)$/;
const DEAR = 100;

/**
 * What is dictated into a column of numbers: "ninety-five" among prices is "$95", "two fifty" is "$250" where prices are
 * in the hundreds and "$2.50" where they are not.
 */
export function cellLike(said: string, others: readonly string[]): string {
  const text = cellText(said);
  const numbers = others.flatMap((other) => {
    const { before = '', digits = '' } = SIGNED.exec(other.trim())?.groups ?? {};
    return digits === '' ? [] : [{ before, value: Number(digits.replaceAll(',', '')) }];
  });
  const [first] = numbers;
  if (first === undefined || numbers.length < others.filter((other) => other !== '').length) return text;
  const { before } = first;
  const short = shortPrice(spokenWords(said).map(({ text: word }) => word));
  const isDear = numbers.some(({ value }) => value >= DEAR);
  if (short !== null && before !== '') return `${before}${isDear ? `${short.whole}${short.rest}` : `${short.whole}.${short.rest}`}`;
  return /^\d[\d.]*$/.test(text) ? `${before}${text}` : text;
}

/** "Two fifty" */
function shortPrice(words: readonly string[]): { readonly whole: string; readonly rest: string } | null {
  for (let length = 1; length < words.length; length += 1) {
    const [whole, rest] = [readNumber(words.slice(0, length)), readNumber(words.slice(length))];
    if (whole === null || rest === null || readNumber(words) !== null) continue;
    const [left, right] = [decimalForm(whole, 0, 0).text, decimalForm(rest, 0, 0).text];
    if (right.length === 2 && left.length <= 2) return { whole: left, rest: right };
  }
  return null;
}

function moneyIn(words: readonly string[]): string | null {
  const at = words.findIndex((word) => Object.hasOwn(CURRENCIES, word));
  const whole = at < 1 ? null : readNumber(words.slice(0, at));
  const rest = words.slice(at + 1).filter((word) => word !== 'and' && !CENTS.has(word));
  const cents = rest.length === 0 ? null : readNumber(rest);
  if (whole === null || (rest.length > 0 && cents === null)) return null;
  const [digits = '0', decimals = ''] = decimalForm(whole, 2, 2).text.split('.');
  const cent = cents === null ? decimals.padEnd(2, '0') : decimalForm(cents, 0, 0).text.padStart(2, '0');
  return `${CURRENCIES[words[at] ?? '']}${digits}${cent === '00' ? '' : `.${cent}`}`;
}
