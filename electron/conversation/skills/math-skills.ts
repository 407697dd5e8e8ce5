import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
import { resultIn, sumGoingOn } from './word-problems/going-on.ts';
import { sayMoney } from './word-problems/money.ts';
import { moneySum } from './word-problems/money-sum.ts';
import { leftToGo } from './word-problems/progress.ts';
import { readWordProblem } from './word-problems/read-problem.ts';
import { decimalForm } from './words/exact-number.ts';
import { sayExpression, workOut } from './words/expression-value.ts';
import { type Expression, readExpression } from './words/expression-words.ts';
import { sayExact } from './words/number-speech.ts';
import { spokenWords } from './words/spoken-words.ts';

/** "That minus fourteen" goes on from what was told last. */
const POINTS_BACK = /^that\b|\bthat$/;
const TOO_LONG = 'That number is too long to say aloud.';

const compute = defineSkill({
  name: 'math.compute',
  description: 'Works out a sum: plus, minus, times, divided by, percent, powers and roots, in words or digits.',
  example: 'What is seventeen times four?',
  parameters: z.strictObject({ expression: z.string().max(300).describe('seventeen times four; 20% of 50; (2 + 3) * 4') }),
  phrases: [
    '{expression}',
    '(what is|what was|what are|how much is|how much are|how much does|what does|how many is|what makes) {expression} [equal|make|equals|come to]',
    'what (do you get|do i get|would you get|happens) (if|when) (you|i|we) {expression}',
    'what {expression} is',
    'how much {expression} is',
    '{expression} (is|are|makes|make) what',
    '[what is|what would be|how much is|calculate|work out] [a|an|the] {expression} [dollars|euros|pounds]',
    '(split|share|cut) {expression} [ways|between us]',
    'what {expression} (comes to|makes|gives|adds up to|would be|would make|would come to)',
    'if (i|you) {expression} (what do i get|what do you get|what is it|what is the result)',
    '(calculate|compute|solve|evaluate|work out|figure out|do|give me|find|add up|tell me) {expression}',
    '{expression} (is|equals|equal|makes|gives) [what|how much]',
    '(what is|tell me) the (answer to|result of|value of) {expression}',
    '(help me with|how about|what about|try) {expression}',
    'what (does|do|is|are|would|will) {expression} (come to|make|equal|come out as|come out at|work out as|work out at|work out to|get you|give you|give me|give|be|again)',
    '(if|when|say) (i|you|we) {expression} (what|how much) (is|are|am|do|would|have) (i|you|we|there) [got|get|be] [left] [with|over]',
    '{expression} (what is|how much is|how many is|what have i got|how many are|what do i have) left [over]',
    '(what is|how much is|how many are) left [over] (if|when) (i|you|we) {expression}',
    '[here is|i have|i have got] [a|another|one more] quick (one|question|sum|bit of maths|bit of math|maths question|math question) [for you] [what is] {expression}',
  ],
  recognise: (utterance) => {
    const sum = moneySum(utterance) ?? rootSaid(utterance);
    return sum === null ? null : { arguments: { expression: sum }, score: WITHIN_SCORES.asked };
  },
  // "Seven of us and the meal was a hundred and five, what's that each?" No phrase explains every word of such a story.
  recogniseWithin: (utterance, { canvas }) => {
    // Beside a list "add ten to that" is said of the list.
    const goingOn = canvas() === null ? sumGoingOn(utterance) : null;
    const sum = goingOn ?? readWordProblem(utterance)?.sum ?? leftToGo(utterance);
    return sum === null || sum === undefined ? null : { arguments: { expression: sum }, score: WITHIN_SCORES.asked };
  },
  effect: 'none',
  run: ({ expression: said }, { utterance, speech }) => {
    const text = withResult(said, () => speech.lastReply());
    if (text === null) return declined('I have no result to go on from. Say the whole sum, like seventeen times four.');
    // A small model that chose the skill copies what it takes for the sum ("these boots"): the problem is in the whole of what was said.
    const problem = readWordProblem(text) ?? readWordProblem(utterance);
    const expression = readExpression(text) ?? readExpression(problem?.sum ?? '');
    if (expression === null) {
      return { sentence: "I couldn't read that as a sum. Say it like seventeen times four.", data: { error: 'not a sum' } };
    }
    const result = workOut(expression);
    if (result.kind === 'impossible') return { sentence: result.sentence, data: { error: result.sentence } };
    const spoken = sayExact(result.value, 10, 3);
    if (spoken === null) return { sentence: TOO_LONG, data: { error: TOO_LONG } };
    // Whose sum it is, is whose money it is: an engine may have worded another one.
    const isThat = problem !== null && sayExpression(expression) === sayExpression(readExpression(problem.sum) ?? expression);
    const asMoney = isThat && problem.money !== null && result.exact ? sayMoney(result.value, problem.money) : null;
    const value = asMoney ?? withUnit(expression, result.exact || spoken.startsWith('about') ? spoken : `about ${spoken}`);
    const { text: digits, exact } = decimalForm(result.value, 10, 3);
    return {
      sentence: `${sentenceCase(sayExpression(expression))} is ${value}.`,
      data: { expression: sayExpression(expression), result: digits, exact: exact && result.exact },
    };
  },
});

export const mathSkills = [compute];

function withUnit(expression: Expression, value: string): string {
  return expression.kind === 'two' && expression.operator === 'as a percentage of' ? `${value} percent` : value;
}

/** The sum with the last result for "that"; null where nothing was worked out. */
function withResult(said: string, lastReply: () => string | null): string | null {
  if (!POINTS_BACK.test(said)) return said;
  const last = resultIn(lastReply() ?? '');
  return last === null ? null : said.replace(POINTS_BACK, last);
}

const LONGEST_ROOT = 10;

/** "The square root of a hundred and sixty nine, Callum's stuck": as long a number as stands there. */
function rootSaid(utterance: string): string | null {
  const words = spokenWords(utterance).map(({ text }) => text);
  const at = words.findIndex((word, place) => word === 'root' && /^(?:square|cube)$/.test(words[place - 1] ?? ''));
  if (at < 0 || /\b(?:plus|minus|times|divided|over|take)\b/.test(words.slice(0, at).join(' '))) return null;
  for (let length = LONGEST_ROOT; length > 2; length -= 1) {
    const said = words.slice(at - 1, at - 1 + length).join(' ');
    if (readExpression(said) !== null) return words[at - 2] === 'the' ? `the ${said}` : said;
  }
  return null;
}
