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
