import { asks, fits, gapBefore, isOffer, isPrice, overlaps, type Problem } from './fitting.ts';
import { PEOPLE, type Quantity, TIMES } from './quantity.ts';
import type { WordQuestion } from './question.ts';

/** How many of one time are in another. */
const IN_TIME: Readonly<Record<string, number>> = { 'day week': 7, 'night week': 7, 'month year': 12, 'week year': 52, 'hour day': 24 };

const WANTED = /\b(?:had|need|want|bought|got|took|take|buy|drank|ate|get)$/;

/** Numbers of things at so much each, and speeds, wages and habits. */
export function readRates(problem: Problem): string | null {
  const { quantities, question } = problem;
  if (!quantities.some(({ per }) => per !== null) || !asks(problem, 'total', 'price', 'result') || asks(problem, 'left')) return null;
  return readProduct(problem) ?? (question.time === null ? readBasket(problem) : null);
}

/** All of them times each other: what one is per, the next one counts. */
function readProduct(problem: Problem): string | null {
  const { quantities, question } = problem;
  const [rate, second, ...more] = quantities.filter(({ per }) => per !== null);
  const [count, ...others] = quantities.filter(({ per }) => per === null);
  if (rate === undefined || more.length > 0 || others.length > 0) return null;
  if (second !== undefined) return count === undefined ? (readChain(question, rate, second) ?? readChain(question, second, rate)) : null;
  if (count === undefined) return readHabit(question, rate);
  if (rate.nouns.includes('time')) return readHabit(question, count, rate);
  return question.time === null || question.time === rate.per ? readCounted(problem, rate, count) : null;
}

/** "Thirty minutes a day, six days a week." */
function readChain(question: WordQuestion, rate: Quantity, often: Quantity): string | null {
  const isChained = often.nouns.includes(rate.per ?? '') || often.nouns.includes('time');
  return isChained && fits(question, rate) && (question.time ?? often.per) === often.per ? `${rate.text} times ${often.text}` : null;
}

/** "Three coffees a day: how many a week", "two tablets three times a day". */
function readHabit(question: WordQuestion, counted: Quantity, often?: Quantity): string | null {
  const per = often?.per ?? counted.per;
  const isSame = often !== undefined && (question.time === null || question.time === per);
  const factor = isSame ? null : IN_TIME[`${per} ${question.time}`];
  if (factor === undefined || !fits(question, counted)) return null;
  return [counted.text, ...(often === undefined ? [] : [often.text]), ...(factor === null ? [] : [factor])].join(' times ');
}

/** Six at so much each; forty-two, and six in a box: how many boxes. */
function readCounted(problem: Problem, rate: Quantity, count: Quantity): string | null {
  const { question } = problem;
  const asksForHolders = question.of !== null && question.of === rate.per;
  if (!isCountOf(problem, count, rate)) {
    return asksForHolders && sameThing(rate, count) && isWhole(count, rate) ? `${count.text} divided by ${rate.text}` : null;
  }
  return !asksForHolders && fits(question, rate) ? `${count.text} times ${rate.text}` : null;
}

/** What the rate is per: "four of us" at eight pounds each, six hours of so much an hour, "a pint, and I had four". */
function isCountOf(problem: Problem, count: Quantity, rate: Quantity): boolean {
  const per = rate.per ?? '';
  if (count.money !== null || count.isPair) return false;
  const isWanted = rate.money !== null && count.nouns.length === 0 && WANTED.test(gapBefore(problem, problem.quantities.indexOf(count)));
  if (per === 'each' || per === 'person')
    return (
      count.shares ||
      (per === 'each' && isWanted) ||
      (count.nouns.length > 0 && (per === 'each' || count.nouns.some((noun) => PEOPLE.has(noun))))
    );
  if (count.shares) return false;
  if (count.nouns.length > 0) return count.nouns.includes(per);
  return isWanted && !TIMES.has(per);
}

function sameThing(rate: Quantity, count: Quantity): boolean {
  return rate.money === null && count.money === null && (rate.nouns.length === 0 || count.nouns.length === 0 || overlaps(rate, count));
}

function isWhole(count: Quantity, rate: Quantity): boolean {
  return (
    rate.value.numerator !== 0n &&
    (count.value.numerator * rate.value.denominator) % (count.value.denominator * rate.value.numerator) === 0n
  );
}

/** "Two shirts at twenty each and a belt for fifteen." */
function readBasket({ quantities, question, words, told }: Problem): string | null {
  if (isOffer(quantities, words) || /\bfree\b/.test(told)) return null;
  const terms: string[] = [];
  for (let at = 0; at < quantities.length; at += 1) {
    const [quantity, next] = [quantities[at], quantities[at + 1]];
    if (quantity === undefined || quantity.per !== null || quantity.shares) return null;
    if (next?.per === 'each' && quantity.nouns.length > 0 && quantity.money === null && isPrice(next)) {
      terms.push(`${quantity.text} times ${next.text}`);
      at += 1;
    } else if (isPrice(quantity)) terms.push(quantity.text);
    else return null;
  }
  return terms.length > 1 && question.of === null ? terms.join(' plus ') : null;
}
