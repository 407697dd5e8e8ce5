import { addsTo, asks, countsFor, gapBefore, isOffer, isPrice, overlaps, type Problem } from './fitting.ts';
import { HANDED_OVER, TAKEN } from './goings.ts';

/** The sum of what one wants, lacks or shares out is not what was asked. */
const NO_SUM = /\b(?:now|by|want|wants|need|needs|free|more|less|each|every|owes|me|gets?|from)\b/;
const WENT = /\b(?:spent|ate|eaten|lost|sold|gave|paid|used|owe)\b/;
/** "Two kids at seven", "down to twenty". */
const NO_TERM = /(?:^at|\b(?:up|down|back) (?:to|at))$/;
/** Who had so much did not spend it. */
const HAD = /\b(?:had|have|has|got|with|took|take|left)(?: (?:a|only|out))*$/;
/** "Ten for adults and five for kids". */
const FOR_EACH = /^for (?:an? )?(?:adults?|kids?|child|children|students?|pensioners?|members?|seniors?|men|women|under|over)\b/;
const DAY =
  '(?:today|yesterday|tomorrow|tonight|(?:this|last|next|in the|tomorrow) (?:morning|afternoon|evening|week|month|year|night)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const WHEN = new RegExp(`^${DAY}\\b`);
const WHEN_AND = new RegExp(`^${DAY} and$`);

/** Several of a kind, asked for together. */
export function readTotal(problem: Problem): string | null {
  const { quantities, question, words } = problem;
  const [first] = quantities;
  if (first === undefined || quantities.length < 2 || !asksForSum(problem) || isOffer(quantities, words)) return null;
  if (quantities.some(({ per, shares }) => per !== null || shares) || spendsOfIt(problem) || holdsOther(problem)) return null;
  const areMoney = first.money !== null && quantities.every(({ money, isPair }) => isPair || money === first.money);
  const isStrong = asks(problem, 'total') || areMoney || (question.isMoney && quantities.every(isPrice));
  if (!isStrong && !quantities.every((quantity, index) => overlaps(first, quantity) || isSameAgain(problem, index))) return null;
  if (!quantities.every((quantity) => addsTo(first, quantity) && countsFor(question, quantity))) return null;
  return quantities.map(({ text }) => text).join(' plus ');
}

/** Whether one of the numbers is no part of a sum: a price by the head, an age, what there was before. */
function holdsOther(problem: Problem): boolean {
  const { quantities, words, told, text } = problem;
  const isSpent = /\bspen[dt]\b/.test(text.slice(told.length));
  return quantities.some(({ end }, index) => {
    const gap = gapBefore(problem, index);
    return NO_TERM.test(gap) || (isSpent && HAD.test(gap)) || FOR_EACH.test(words.slice(end).join(' '));
  });
}

/** "Three meetings today and two tomorrow". */
function isSameAgain(problem: Problem, index: number): boolean {
  const { nouns, money, isPair, end } = problem.quantities[index] ?? {};
  if (nouns?.length !== 0 || money !== null || isPair) return false;
  return WHEN_AND.test(gapBefore(problem, index)) && WHEN.test(problem.words.slice(end).join(' '));
}

function asksForSum(problem: Problem): boolean {
  const { question, told, text } = problem;
  if (!asks(problem, 'total', 'price', 'result') || asks(problem, 'left', 'each', 'tip', 'saving') || question.time !== null) return false;
  // "It was sixty and is seventy now: what do I pay now?"
  if (/\bnow\b/.test(text) && !asks(problem, 'total')) return false;
  return !NO_SUM.test(told) && !HANDED_OVER.test(told);
}

/** Whether something went of what was there: who spends all along asks for what went. */
function spendsOfIt(problem: Problem): boolean {
  if (TAKEN.test(gapBefore(problem, 0))) return false;
  return problem.quantities.some((_, index) => index > 0 && WENT.test(gapBefore(problem, index)));
}
