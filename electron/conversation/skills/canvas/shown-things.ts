import type { Skill } from '../skill.ts';
import { spokenWords } from '../words/spoken-words.ts';
import { mentionsIn } from './about-screen/mentions.ts';

/** It points, counts or compares, and so names nothing that could be looked for. */
const POINTS =
  /\b(?:it|that|this|these|those|them|they|one|ones|other|others|all|both|everything|every|each|any|anything|first|second|third|last|top|bottom|middle|next|previous|over|under|above|below|without|with|\w+est|\d+)\b/i;

/** Whether an argument names something that is shown. */
export function namesShown(parameter: string): NonNullable<Skill['finds']> {
  return (parameters, surroundings) => {
    const canvas = surroundings.canvas();
    const named = parameters[parameter];
    if (canvas === null || typeof named !== 'string' || POINTS.test(named)) return true;
    return mentionsIn(spokenWords(named), canvas).length > 0;
  };
}

/** Words round the name of a column, as in "the price column of it". */
const MOST_AROUND = 2;

/** Whether an argument is the name of a column, and not half a sentence that holds one: "club in there, so remove that". */
export function columnShown(parameter: string): NonNullable<Skill['finds']> {
  return (parameters, surroundings) => {
    const canvas = surroundings.canvas();
    const named = parameters[parameter];
    if (canvas === null || canvas.columns.length < 2 || typeof named !== 'string') return true;
    const words = spokenWords(named);
    const longest = Math.max(...canvas.columns.map(({ name }) => spokenWords(name).length));
    if (words.length > longest + MOST_AROUND) return false;
    return POINTS.test(named) || mentionsIn(words, canvas).some(({ token }) => token.startsWith('<c'));
  };
}
