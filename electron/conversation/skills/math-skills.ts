import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { sentenceCase } from './skill-sentences.ts';
import { decimalForm } from './words/exact-number.ts';
import { sayExpression, workOut } from './words/expression-value.ts';
import { readExpression } from './words/expression-words.ts';
import { sayExact } from './words/number-speech.ts';

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
    'what {expression} (comes to|makes|gives|adds up to)',
    'if (i|you) {expression} (what do i get|what do you get|what is it|what is the result)',
    '(calculate|compute|solve|evaluate|work out|figure out|do|give me|find|add up|tell me) {expression}',
    '{expression} (is|equals|equal|makes|gives) [what|how much]',
    '(what is|tell me) the (answer to|result of|value of) {expression}',
    '(help me with|how about|what about|try) {expression}',
  ],
  effect: 'none',
  run: ({ expression: text }) => {
    const expression = readExpression(text);
    if (expression === null) {
      return { sentence: "I couldn't read that as a sum. Say it like seventeen times four.", data: { error: 'not a sum' } };
    }
    const result = workOut(expression);
    if (result.kind === 'impossible') return { sentence: result.sentence, data: { error: result.sentence } };
    const spoken = sayExact(result.value, 10, 3);
    if (spoken === null) return { sentence: TOO_LONG, data: { error: TOO_LONG } };
    const value = result.exact || spoken.startsWith('about') ? spoken : `about ${spoken}`;
    const { text: digits, exact } = decimalForm(result.value, 10, 3);
    return {
      sentence: `${sentenceCase(sayExpression(expression))} is ${value}.`,
      data: { expression: sayExpression(expression), result: digits, exact: exact && result.exact },
    };
  },
});

export const mathSkills = [compute];
