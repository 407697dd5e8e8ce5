import { compare, toNumber } from '../words/exact-number.ts';
import { asks, fits, gapBefore, goTogether, type Problem } from './fitting.ts';
import { HANDED_OVER, readLeft } from './goings.ts';
import { readShare } from './percents.ts';
import { isOfEach, PEOPLE, type Quantity, TIMES } from './quantity.ts';
import type { WordQuestion } from './question.ts';
import { readRates } from './rates.ts';
import { readTotal } from './totals.ts';

const HANDED = new RegExp(`${HANDED_OVER.source}|\\bpa(?:id|y|ying) for\\b|\\bhave (?:only )?got a\\b`, 'g');
/** Things of this price are not bought for coins: "three fifty" is then hundreds. */
const DEAR =
  /\b(?:rent|flight|flights|hotel|sofa|laptop|phone|car|holiday|fridge|telly|tv|bike|mortgage|insurance|boiler|washing machine|month)\b/;

/** The sum for a problem; null where no frame explains every number. */
export function readFrame(quantities: readonly Quantity[], question: WordQuestion, words: readonly string[], asked: number): string | null {
  const problem = {
    quantities: withoutPairs(quantities, words),
    question,
    words,
    told: words.slice(0, asked).join(' '),
    text: words.join(' '),
  };
  if (problem.quantities.length === 0 || problem.quantities.some((one, at, all) => isOfEach(all[at - 1], one))) return null;
  if (problem.quantities.some(({ kind }) => kind !== 'amount')) return readShare(problem);
  if (question.asks.has('change')) return readChange(problem);
  return readSharing(problem) ?? readRates(problem) ?? readLeft(problem) ?? readTotal(problem);
}

/** Pounds and pence are so only among small sums: none where that cannot be told. */
function withoutPairs(quantities: readonly Quantity[], words: readonly string[]): readonly Quantity[] {
  if (!quantities.some(({ isPair }) => isPair)) return quantities;
  const large = quantities.some(({ kind, value }) => kind === 'amount' && toNumber(value) >= 100);
  return large || DEAR.test(words.join(' ')) ? [] : quantities;
}

/** "What's my change": the larger of two, which was handed over, less the smaller. */
function readChange({ quantities, told }: Problem): string | null {
  const [first, second] = quantities;
  if (first === undefined || second === undefined || quantities.length > 2 || told.match(HANDED)?.length !== 1) return null;
  if (quantities.some(({ per, shares, nouns, money }) => per !== null || shares || (nouns.length > 0 && money === null))) return null;
  if (!goTogether(first, second)) return null;
  const [larger, smaller] = compare(first.value, second.value) > 0 ? [first, second] : [second, first];
  return `${larger.text} minus ${smaller.text}`;
}

/** "Four of us and twenty-four cookies: how many each". */
function readSharing(problem: Problem): string | null {
  const { quantities, question } = problem;
  if (question.each === null || quantities.length !== 2 || quantities.some(({ per }) => per !== null)) return null;
  const { each } = question;
  const named = quantities.filter(({ nouns, money }) => money === null && nouns.includes(each));
  const sharers =
    named.length > 0
      ? named
      : quantities.filter(
          (quantity, index) =>
            isSharedBy(quantity, each, gapBefore(problem, index)) ||
            isPaidFor(quantity, each, index === 0 ? '' : gapBefore(problem, index)),
        );
  const [among] = sharers;
  const shared = quantities.find((quantity) => quantity !== among);
  if (among === undefined || shared === undefined || sharers.length !== 1 || !fits(question, shared)) return null;
  // Who shared a room for three nights does not share the nights.
  if (question.of === null && shared.nouns.some((noun) => TIMES.has(noun))) return null;
  const isLess = question.of !== null && compare(shared.value, among.value) < 0;
  return isLess || asks(problem, 'left', 'total') ? null : `${shared.text} divided by ${among.text}`;
}

/** "Twelve pounds for three tickets". */
function isPaidFor({ nouns, money }: Quantity, each: string, gap: string): boolean {
  return each === 'each' && money === null && nouns.length > 0 && gap === 'for';
}

function isSharedBy({ shares, nouns, money }: Quantity, each: string, gap: string): boolean {
  // "We're eight for dinner".
  if (shares || (money === null && nouns.length === 0 && /\bwe (?:are|were)$/.test(gap))) return true;
  return money === null && (each === 'each' || each === 'person') && nouns.some((noun) => PEOPLE.has(noun));
}
