import { type SpokenWord, spokenWords } from '../words/spoken-words.ts';
import { readComparison } from './comparisons.ts';
import { readFrame } from './frames.ts';
import { isSurelyMoney } from './money.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { readQuestion, type WordQuestion } from './question.ts';
import { readRequest } from './requests.ts';
import { readTimeSpan } from './time-spans.ts';

/** Longer ones are stories. */
const MOST_WORDS = 45;
/** Said by others, not so, or not exactly so: nothing is worked out then. */
const NOT_TOLD =
  /\b(?:not|never|no|none|nobody|said|says|say|told|tells|asked|asks|wonder|wondering|think|thought|guess|or|unless|until|till|ago|than|another|others?|twice|double|triple|half the time|couple|few|several|some|most|both|dozens|hundreds|thousands|clock|am [0-9]|pm|except|instead|if it|might|probably|old|aged|january|february|march|april|june|july|august|september|october|november|december|each way|both ways|there and back)\b/;
/** Said in politeness before a request; "you" elsewhere asks the listener. */
const POLITE =
  /^(?:(?:um|uh|er|erm|oh|ok|okay|right|so|well|now|hey|hi|hello|please|and|but|quick question|can you|could you|would you|will you|can you tell me|tell me|do you know|i need you to|i want you to|let us see|help me|if) )+/;
const POLITE_END = / (?:for me|do you know|can you tell me|then|if you can|if you do not mind|any idea)$/;
const FILLERS = new Set(['um', 'uh', 'er', 'erm', 'please', 'just', 'like', 'thanks', 'actually', 'exactly']);
/** A sum that `readExpression` can read, and of which money its result is, where it is money for certain. */
export interface WordProblem {
  readonly sum: string;
  readonly money: string | null;
}

/**
 * Reads an everyday word problem ("seven of us and the meal was a hundred and five, what's that each?"). Null unless a result
 * is asked for and each number has its part in the sum: nothing is guessed.
 */
export function readWordProblem(utterance: string): WordProblem | null {
  const all = spokenWords(utterance).filter(({ text }) => !FILLERS.has(text));
  const spoken = all.slice(politeWords(all), all.length - thanks(all));
  if (spoken.length < 3 || spoken.length > MOST_WORDS) return null;
  const words = spoken.map(({ text }) => text);
  const compared = readTimeSpan(words) ?? readComparison(spoken, utterance);
  if (compared !== null) return { sum: compared, money: null };
  const asked = questionAt(words);
  const quantities = quantitiesIn(spoken, utterance, asked);
  if (quantities === null || quantities.length === 0) return null;
  const asRequest = readRequest(words, quantities);
  const question = asRequest === null ? questionIn(words, quantities, asked) : null;
  const sum = asRequest ?? (question && readFrame(quantities, question, words, asked));
  return sum === null ? null : { sum, money: moneyOf(quantities, question, sum, utterance) };
}

function questionIn(words: readonly string[], quantities: readonly Quantity[], asked: number): WordQuestion | null {
  const plain = words.filter((word, at) => word !== 'another' || !quantities.some(({ start }) => start === at + 1));
  if (asked === words.length || NOT_TOLD.test(plain.join(' ').replaceAll('do you know', '')) || speaksToListener(words, asked)) return null;
  const told = words.filter((_, at) => at < asked || quantities.some(({ start, end }) => at >= start && at < end));
  return readQuestion(outside(words, quantities, asked), told);
}

/** Money of one kind is so after the sum, unless things are counted or money is divided by money. */
function moneyOf(quantities: readonly Quantity[], question: WordQuestion | null, sum: string, utterance: string): string | null {
  const moneys = quantities.filter(({ money }) => money !== null);
  const money = moneys[0]?.money ?? null;
  if (money === null || (question !== null && question.of !== null) || moneys.some((other) => other.money !== money)) return null;
  if (moneys.some(({ text }) => sum.endsWith(`divided by ${text}`))) return null;
  return isSurelyMoney(money, utterance) ? money : null;
}

function thanks(words: readonly SpokenWord[]): number {
  const said = POLITE_END.exec(words.map(({ text }) => text).join(' '))?.[0] ?? '';
  return said === '' ? 0 : said.trim().split(' ').length;
}

function politeWords(words: readonly SpokenWord[]): number {
  const polite = POLITE.exec(words.map(({ text }) => text).join(' '))?.[0] ?? '';
  return polite === '' ? 0 : polite.trim().split(' ').length;
}

/** Where the last question begins; the number of words where nothing is asked. */
function questionAt(words: readonly string[]): number {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    if (words[at] === 'what' || (words[at] === 'how' && /^(?:much|many|far|old)$/.test(words[at + 1] ?? ''))) return at;
  }
  return words.length;
}

/** The question's words without its numbers and what they count. */
function outside(words: readonly string[], quantities: readonly Quantity[], from: number): readonly string[] {
  return words.filter((_, at) => at >= from && !quantities.some(({ start, end }) => at >= start && at < end));
}

function speaksToListener(words: readonly string[], asked: number): boolean {
  return words.some((word, at) => at >= asked && /^(?:you|your|yours)$/.test(word));
}
