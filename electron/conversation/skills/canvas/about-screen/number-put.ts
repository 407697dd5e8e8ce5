import { firstFit, frame, namesOfRows, rowsBefore, type ScreenReader, type ScreenRequest, writtenAt } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

/** A number for a row that is there: "put Rome at eighty", "Ines won again, so put her up to fifteen", "Ines is up to fifteen". */

const MONEY = '(?: (?:dollars?|euros?|pounds?|quid|cents?|pence))?';
const VALUE = `(?:about |around |only |just |a )?(?<value>[$€£]?NUMBER${MONEY})`;
const PUT =
  '(?:put|have|set|get|mark|enter|note|write|bump|knock|move|take|bring|push|drop|raise|lower|change|update|shift|nudge|make|count)';
const UP = '(?:(?:up|down|in|back|now|again) )*';
const AT = '(?:at|to|as|on|for|with|=)';
const WHOSE = '(?:it|that|him|her|them|that one|this one|his|hers|theirs|his score|her score|their score)';
const THEN = '(?= (?:so|and|because|since|as|i|we|they|it|that|he|she|instead|please|now|then|actually|thanks|would|will|too)\\b|$)';

const NAMED: readonly RegExp[] = [
  frame(`(?:BEGIN|ANYWHERE)${PUT} DET<(?<row>\\d+)> ${UP}${AT} ${VALUE}${THEN}`),
  frame(`(?:BEGIN|ANYWHERE)(?:make) DET<(?<row>\\d+)> ${VALUE}${THEN}`),
  frame(
    `(?:^|\\b(?:so|and|but|now|because|well|oh|okay|no) )<(?<row>\\d+)> (?:is|are|has|have|was|goes|went|moves|has gone|is now|is at|has got) ${UP}(?:at |to |on )?${VALUE}(?: now| after that| then)+$`,
  ),
  frame(
    `(?:^|\\b(?:so|and|but|now|well|oh|okay|no) )<(?<row>\\d+)> (?:is|has gone|has moved|goes|went|moves|is now) (?:up|down|now) (?:to|on|at) ${VALUE}${THEN}`,
  ),
  frame(`^(?:and |so |no |then |okay )*<(?<row>\\d+)> ${AT} ${VALUE}$`),
];
const POINTED: readonly RegExp[] = [
  frame(`(?:BEGIN|ANYWHERE)${PUT} ${WHOSE} ${UP}${AT} ${VALUE}${THEN}`),
  frame(`(?:BEGIN|ANYWHERE)make ${WHOSE} ${VALUE}${THEN}`),
  frame(`\\b(?:it|he|she|that) (?:is|has gone up to|has gone down to|has gone to) (?:now )?${VALUE} now$`),
];

/** Both the row and a number are there, so there is no doubt what is set. */
export const readNumberPut: ScreenReader = (talk) => {
  const { canvas } = talk;
  if (canvas === null || canvas.columns.length < 2 || canvas.kind === 'order') return null;
  const named = firstFit(NAMED, talk);
  if (named !== null) return put(talk, `<${named.groups['row']}>`, writtenAt(talk, named, 'value'));
  const pointed = firstFit(POINTED, talk);
  return pointed === null ? null : put(talk, rowsBefore(talk, pointed.from + 1), writtenAt(talk, pointed, 'value'));
};

function put(talk: ScreenTalk, row: string | null, value: string | null): ScreenRequest | null {
  return row === null || value === null ? null : { skill: 'canvas.change', arguments: { row: namesOfRows(talk, row), value } };
}
