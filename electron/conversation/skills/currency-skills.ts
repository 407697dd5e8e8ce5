import { z } from 'zod';
import type { PhraseScore } from './phrase-matcher.ts';
import { defineSkill } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { currencyNamed } from './words/currency-words.ts';
import { compare, decimalForm, divide, multiply, ONE, ZERO } from './words/exact-number.ts';
import { sayExact } from './words/number-speech.ts';
import { readNumber } from './words/number-words.ts';
import { readRateSaid } from './words/rate-words.ts';
import { spokenWords } from './words/spoken-words.ts';

const AT = '(at|with|using|by|for|times) [(a|the|an) [exchange] rate of|(a|the) rate] {rate:number}';

const convertMoney = defineSkill({
  name: 'units.money',
  description: 'Converts an amount of money at a rate that the user said; it knows no rates of its own.',
  example: 'Convert fifty euros to dollars at one point one.',
  parameters: z.strictObject({
    amount: z.string().max(60).describe('fifty'),
    from: z.string().max(40).describe('euros'),
    to: z.string().max(40).describe('dollars'),
    rate: z.string().max(40).describe('how many of the second one of the first is: one point one'),
    isTurned: z.enum(['yes']).optional().describe('yes when the rate says how many of the first one of the second is'),
  }),
  phrases: [
    `[i (want|would like) to] (convert|change|exchange|turn) {amount:number} {from:currency} (to|into|in|for) {to:currency} ${AT}`,
    `(how much|what) (is|are|would be) {amount:number} {from:currency} in {to:currency} ${AT}`,
    `{amount:number} {from:currency} (to|into|in) {to:currency} ${AT}`,
    `[with|at|using|given|for|if] (a|the) [exchange] rate [(of|is|at|being|stands at)] {rate:number} (what|how much) (is|are|would be|would|do|does) {amount:number} {from:currency} [be|make|come to] (in|into|to) {to:currency}`,
    `[with|at|using|given|for|if] (a|the) [exchange] rate [(of|is|at|being|stands at)] {rate:number} (convert|change|exchange|turn) {amount:number} {from:currency} (to|into|in|for) {to:currency}`,
  ],
  recognise: recogniseRate,
  effect: 'none',
  run: ({ amount: amountText, from: fromText, to: toText, rate: rateText, isTurned }) => {
    const [amount, rate] = [numberIn(amountText), numberIn(rateText)];
    const [from, to] = [currencyNamed(fromText), currencyNamed(toText)];
    if (amount === null || rate === null || compare(rate, ZERO) <= 0) {
      return declined('I need an amount and a rate. Say for example: convert fifty euros to dollars at one point one.');
    }
    if (from === null || to === null) return declined(`I don't know the currency ${from === null ? fromText : toText}.`);
    const result = isTurned === 'yes' ? divide(amount, rate) : multiply(amount, rate);
    const [given, spoken, at] = [sayExact(amount, 4, 2), sayExact(result, 2, 2), sayExact(rate, 8, 8)];
    if (given === null || spoken === null || at === null) return declined('That number is too long to say aloud.');
    const isOne = compare(amount, ONE) === 0;
    const name = compare(result, ONE) === 0 ? to.one : to.many;
    return {
      sentence: `At ${at}, ${given} ${isOne ? from.one : from.many} ${isOne ? 'is' : 'are'} ${spoken} ${name}.`,
      data: { result: decimalForm(result, 2, 2).text, currency: sentenceCase(to.many), rateSaidByUser: true },
    };
  },
});

export const currencySkills = [convertMoney];

function numberIn(text: string) {
  return readNumber(spokenWords(text).map((word) => word.text));
}

/** Above the phrases, which do not see which way round a rate was said. */
const RATE_SAID = 1.1;

function recogniseRate(utterance: string): PhraseScore | null {
  const said = readRateSaid(spokenWords(utterance).map(({ text }) => text));
  return said && { arguments: { ...said }, score: RATE_SAID };
}
