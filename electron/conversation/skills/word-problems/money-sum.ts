import { expressionOf } from '../words/expression-words.ts';
import { readNumberAt } from '../words/number-words.ts';
import { spokenWords } from '../words/spoken-words.ts';
import { COINS, MONEY } from './money.ts';

/** Between two prices. */
const OPERATOR = /^(?:plus|minus|less|add|added|and|times|divided|take)$/;
const MOST_COINS = 99;

/**
 * "Twelve pounds fifty plus seven pounds forty" -> "12.50 plus 7.40"; null where no price of pounds and pence is in a sum. Without
 * it a phrase would hear "fifty plus seven".
 */
export function moneySum(utterance: string): string | null {
  const words = spokenWords(utterance).map(({ text }) => text);
  const priced: string[] = [];
  let prices = 0;
  for (let at = 0; at < words.length; ) {
    const price = priceAt(words, at);
    prices += Number(price !== null);
    priced.push(price?.text ?? words[at] ?? '');
    at = price?.end ?? at + 1;
  }
  if (prices === 0 || !priced.some((word) => OPERATOR.test(word))) return null;
  for (let length = priced.length; length > 2; length -= 1)
    for (let from = 0; from + length <= priced.length; from += 1) {
      const sum = priced.slice(from, from + length);
      if (expressionOf(sum) !== null) return sum.join(' ');
    }
  return null;
}

/** Pounds and what follows of pence, or pounds alone. */
function priceAt(words: readonly string[], at: number): { readonly text: string; readonly end: number } | null {
  const pounds = readNumberAt(words, at);
  if (pounds === null || pounds.value.denominator !== 1n) return null;
  const named = at + pounds.wordCount;
  if (!MONEY.has(words[named] ?? '') || COINS.test(words[named] ?? '')) return null;
  const pence = readNumberAt(words, named + 1);
  const isPence = pence !== null && pence.value.denominator === 1n && pence.value.numerator <= MOST_COINS && pence.value.numerator >= 10n;
  if (!isPence) return { text: `${pounds.value.numerator}`, end: named + 1 };
  const end = named + 1 + pence.wordCount;
  return { text: `${pounds.value.numerator}.${pence.value.numerator}`, end: end + Number(COINS.test(words[end] ?? '')) };
}
