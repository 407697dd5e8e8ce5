import { decimalForm, type ExactNumber, fraction, multiply } from '../words/exact-number.ts';
import { sayCount, sayExact } from '../words/number-speech.ts';

/** Words of money, and which. */
export const MONEY: ReadonlyMap<string, string> = new Map([
  ...['pound', 'pounds', 'quid', 'pence', 'penny'].map((word) => [word, 'pound'] as const),
  ...['dollar', 'dollars', 'buck', 'bucks', 'cent', 'cents'].map((word) => [word, 'dollar'] as const),
  ...['euro', 'euros'].map((word) => [word, 'euro'] as const),
]);
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['£', 'pound'],
  ['$', 'dollar'],
  ['€', 'euro'],
]);
export const NOTES: ReadonlyMap<string, string> = new Map([
  ['fiver', 'five'],
  ['tenner', 'ten'],
]);
export const COINS = /^(?:pence|penny|cents?)$/;
/** Pounds are a weight, too, where none of these is said. */
const PAID =
  /\b(?:pay|paid|paying|pays|costs?|bill|price|spen[dt]|owes?|tips?|tipping|change|rent|wage|earns?|earned|account|sav(?:e|ed|ing)|share|tickets?|buy|bought|quid|pence|tenner|fiver|sale|off|each|meal|charges?|money)\b|£/i;
const SMALLEST: Readonly<Record<string, readonly [one: string, many: string]>> = {
  pound: ['penny', 'pence'],
  dollar: ['cent', 'cents'],
  euro: ['cent', 'cents'],
};

/** Whether the words leave no doubt that money is meant. */
export function isSurelyMoney(money: string, utterance: string): boolean {
  return money !== 'pound' || PAID.test(utterance);
}

/** "Twelve dollars fifty", "eighty pence", "about six pounds thirty-three"; null when it is too long to say. */
export function sayMoney(value: ExactNumber, money: string): string | null {
  const { text, exact } = decimalForm(multiply(value, fraction(100n)), 0, 0);
  const [one, many] = SMALLEST[money] ?? ['', ''];
  const hundredths = Number(text);
  if (one === '' || hundredths <= 0 || !Number.isSafeInteger(hundredths)) return null;
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
  const small = `${sayCount(rest)} ${rest === 1 ? one : many}`;
  const large = sayExact(fraction(BigInt(whole)), 0, 0);
  if (large === null) return null;
  const name = whole === 1 ? money : `${money}s`;
  const said = whole === 0 ? small : rest === 0 ? `${large} ${name}` : `${large} ${name} ${rest < 10 ? `and ${small}` : sayCount(rest)}`;
  return exact ? said : `about ${said}`;
}
