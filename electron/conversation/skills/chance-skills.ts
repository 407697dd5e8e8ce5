import { z } from 'zod';
import { coinAsked, diceAsked, numberAsked } from './asked/asked-chance.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { toldBefore } from './request-within.ts';
import { defineSkill, type SkillContext } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
import { joinSpoken } from './words/duration-words.ts';
import { toNumber } from './words/exact-number.ts';
import { sayCount } from './words/number-speech.ts';
import { readNumber } from './words/number-words.ts';
import { spokenWords } from './words/spoken-words.ts';

/*
 * What is thrown is thrown once: these wait for the turn like what writes, and no reply is made ahead that the real throw
 * would not repeat.
 */
const MOST_DICE = 10;
const MOST_SIDES = 1000;
const LARGEST = 1_000_000;

const coin = defineSkill({
  name: 'chance.coin',
  description: 'Flips a coin: heads or tails by chance.',
  example: 'Flip a coin.',
  parameters: z.strictObject({}),
  phrases: [
    '(flip|toss|throw|chuck) [me] (a|the) coin [for me]',
    '(flip|toss) [a|the] coin [for us]',
    'let us (flip|toss) [a coin] for it',
    'heads or tails',
    'do a coin (flip|toss)',
    '(heads or tails|call it|you call it) you (flip|toss|throw|choose|decide) [it|a coin|the coin|one]',
    '(pick|choose|give me|tell me|call|is it) heads or tails',
    '[let us|we need to|we should|could we] (settle|decide) (it|this) (with|by) (a coin [flip|toss]|(flipping|tossing) a coin)',
  ],
  recogniseWithin: coinAsked,
  effect: 'writes',
  run: (_, context) => {
    const side = draw(context, 1, 2) === 1 ? 'heads' : 'tails';
    return { sentence: `${sentenceCase(side)}.`, data: { side } };
  },
});

const dice = defineSkill({
  name: 'chance.dice',
  description: 'Throws one or more dice of six or any other number of sides.',
  example: 'Roll two dice.',
  parameters: z.strictObject({
    count: z.string().max(40).optional().describe('two; one when it was not said'),
    sides: z.string().max(40).optional().describe('twenty; six when it was not said'),
  }),
  phrases: [
    '(roll|throw|chuck|cast) [me] [a|the|one|some|a couple of|a pair of] (die|dice)',
    '(roll|throw) [me] {count:number} (dice|dices|die)',
    '(roll|throw|chuck) [me] [a|the|one] {sides:number} sided (die|dice)',
    '(roll|throw) [me] {count:number} {sides:number} sided dice',
    '(roll|throw) [me] [a] d {sides:number}',
    'give [me] (a|the) (die|dice) a (roll|throw)',
    '(roll|throw) (the|some) dice for (me|us)',
  ],
  recogniseWithin: (utterance) => recogniseDiceTold(utterance) ?? diceAsked(utterance),
  effect: 'writes',
  run: ({ count: countText, sides: sidesText }, context) => {
    const [count, sides] = [wholeNumber(countText ?? 'one'), wholeNumber(sidesText ?? 'six')];
    if (count === null || count < 1 || count > MOST_DICE) return declined('I can throw one to ten dice.');
    if (sides === null || sides < 2 || sides > MOST_SIDES) return declined('A die needs two to a thousand sides.');
    const thrown = Array.from({ length: count }, () => draw(context, 1, sides));
    const total = thrown.reduce((sum, one) => sum + one, 0);
    const spoken = sentenceCase(joinSpoken(thrown.map(sayCount)));
    return { sentence: count === 1 ? `${spoken}.` : `${spoken}: ${sayCount(total)} together.`, data: { thrown, total } };
  },
});

/** "We've lost the dice, so roll two for us": what is thrown was told before. */
const THROW_IT =
  /(?:roll|throw|chuck|cast) (?:me |us )?(?:it|them|one|two|three|four|five|six|a couple|a pair|some)(?: of them)?(?: (?:instead|virtually))?|(?:roll|throw) (?:for|instead of) (?:me|us)/;

function recogniseDiceTold(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, THROW_IT);
  if (told === null || !told.some(({ text }) => text === 'dice' || text === 'die')) return null;
  const asked = spokenWords(utterance)
    .slice(told.length)
    .map(({ text }) => text);
  const count =
    asked.find((word) => !/^(?:to|too|for|fore|won|ate)$/.test(word) && wholeNumber(word) !== null) ??
    (asked.some((word) => /^(?:pair|couple|them)$/.test(word)) ? 'two' : null);
  return { arguments: count === null ? {} : { count }, score: WITHIN_SCORES.patterned };
}

const number = defineSkill({
  name: 'chance.number',
  description: 'Draws a whole number by chance, between two limits that both count.',
  example: 'Pick a number between one and a hundred.',
  parameters: z.strictObject({
    from: z.string().max(60).optional().describe('one when it was not said'),
    to: z.string().max(60).optional().describe('a hundred; ten when it was not said'),
  }),
  phrases: [
    '(pick|choose|draw|give me|generate|tell me|think of|say) (a|any|one) [random] number (between|from) {from:number} (and|to) {to:number}',
    '(pick|choose|draw|give me|generate|tell me) (a|any|one) [random] number up to {to:number}',
    '(pick|choose|draw|give|say) [me] (a|any|one|some) [random] number from {from:number} [up] (to|through) {to:number}',
    '[a] random number [(between|from) {from:number} (and|to) {to:number}]',
    '(pick|choose|draw|give me|generate|tell me) (a random number|any number|a number)',
  ],
  recogniseWithin: numberAsked,
  effect: 'writes',
  run: ({ from, to }, context) => {
    const limits = [wholeNumber(from ?? 'one'), wholeNumber(to ?? 'ten')];
    const [low, high] = limits.toSorted((one, other) => (one ?? 0) - (other ?? 0));
    const fits = low != null && high != null && Math.abs(low) <= LARGEST && Math.abs(high) <= LARGEST;
    if (!fits) return declined('I can draw whole numbers up to a million. Say for example: between one and ten.');
    const drawn = draw(context, low, high);
    return { sentence: `${sentenceCase(sayCount(drawn))}.`, data: { drawn, low, high } };
  },
});

export const chanceSkills = [coin, dice, number];

function draw({ random }: SkillContext, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

function wholeNumber(text: string): number | null {
  const value = readNumber(spokenWords(text).map((word) => word.text));
  const plain = value === null ? null : toNumber(value);
  return plain !== null && Number.isSafeInteger(plain) ? plain : null;
}
