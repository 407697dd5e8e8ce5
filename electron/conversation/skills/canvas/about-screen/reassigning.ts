import { firstFit, frame, namesOfRows, type ScreenReader, writtenAt } from './frame.ts';

/** A cell gets what stands in another row of its column: "give the ironing to Sam", "put Sam on the ironing". */

const ROW = '(?:(?:the|that|this|our|my|all the) )*<(?<row>\\d+)>(?: job| task| one| bit| row)?';
const VALUE = '(?:the )?(?<value><\\d+\\.(?<column>\\d+)>)';
const DONE =
  '(?:do|doing|take|taking|take over|taking over|take on|taking on|handle|handling|cover|covering|have|having|see to|seeing to|look after|looking after|in charge of|responsible for|on|down for)';

const REASSIGNED: readonly RegExp[] = [
  frame(
    `BEGIN(?:give|hand|pass|assign|move|switch|swap|change|put|set|make|reassign|transfer|shift) ${ROW} (?:over |down |across |back |on )?(?:to|for|with|into|onto|on) ${VALUE}(?: instead| now| please| from now on| then| list| name)*END`,
  ),
  frame(`BEGIN(?:give|hand|assign) ${VALUE} ${ROW}(?: instead| now| please)*END`),
  frame(
    `BEGIN(?:put|have|get|let|make|stick|ask) ${VALUE} (?:down )?(?:on|for|onto|in charge of|to do|do|doing|to|against|next to) ${ROW}END`,
  ),
  frame(
    `(?:^|\\b(?:so|and|but|now|because|then|well) )${VALUE} (?:can|could|will|should|would|had better|has to|must|is|is going to|will be|should be) (?:now |just |have to )*${DONE} ${ROW}(?= instead| now| from now| this| then| after all|$)`,
  ),
  frame(
    `(?<!\\S)<(?<row>\\d+)> (?:can |should |could |will |must |has to |needs to )?(?:go|goes|is going|passes|be handed|be given|be passed|move|moves|belongs|falls)(?: over| across)? to ${VALUE}END`,
  ),
  frame(`(?<!\\S)<(?<row>\\d+)> (?:is|are|should be|will be) (?:now )?${VALUE}(?: job| task| turn)?(?: now| instead| from now on)+END`),
  frame(`BEGIN(?:make|have) ${ROW} ${VALUE}(?: job| task| turn| one)?END`),
];

/** Both are there, so there is no doubt what is meant. */
export const readReassigning: ScreenReader = (talk) => {
  const { canvas } = talk;
  if (canvas === null || canvas.columns.length < 2 || canvas.kind === 'order') return null;
  const fit = firstFit(REASSIGNED, talk);
  const value = fit === null ? null : (writtenAt(talk, fit, 'value')?.replace(/^the |['’]s$/giu, '') ?? null);
  const column = canvas.columns[Number(fit?.groups['column'])]?.name;
  return fit === null || value === null || column === undefined
    ? null
    : { skill: 'canvas.change', arguments: { row: namesOfRows(talk, `<${fit.groups['row']}>`), value, column } };
};
