import { firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';
import { CLOSE, OPEN } from './questions.ts';

/** What is asked of all rows together: their average, their sum, how many there are. */

const AVERAGED: readonly RegExp[] = [
  frame(
    '\\b(?:what is|what are|what was|work out|calculate|compute|figure out|find|tell|give|know|get|show)(?: me| us| out)? (?:the |an |my |our |their |his |her )?(?:(?:daily|weekly|monthly|overall) )?(?:average|mean)(?: (?:(?:number|amount|count) )?(?:of )?(?:all )?(?:of )?(?:the |those |these |my |our |daily |weekly )*(?:<c(?<column>\\d+)>|score|total|number))?(?: for (?:me|us)| of (?:it|them|these|those|all of them)| per \\w+| a \\w+| please| now| so far| then| at the moment)*$',
  ),
  frame(
    `${OPEN}(?:what|how much|how many)(?: <c(?<column>\\d+)>)? (?:is|are|was|were|do|does|did|am|have|has) (?:the |they |it |these |those |i |we |he |she |that )*(?:<c(?<named>\\d+)> )?(?:(?:costs?|coming to|come to|scor\\w+|do|doing|done|get|getting|spend|spending|walk\\w*|run\\w*|pay|paying) )?(?:on average|an average)${CLOSE}`,
  ),
  frame(
    '\\b(?:my|our|the|an) (?:daily |weekly )?average (?:daily |weekly )?(?:(?:number|amount) of )?<c(?<column>\\d+)>.*\\b(?:what is (?:it|that)|work (?:it|that) out|tell me|what would (?:it|that) be)$',
  ),
];

/** "Any chance you could work out the average price". */
export const readAverage: ScreenReader = (talk) => {
  const fit = (talk.canvas?.columns.length ?? 0) > 1 ? firstFit(AVERAGED, talk) : null;
  if (fit === null) return null;
  const column = talk.canvas?.columns[Number(fit.groups['column'] ?? fit.groups['named'])]?.name;
  return { skill: 'canvas.average', arguments: column === undefined ? {} : { column } };
};

/** How many rows there are is told with what they are. */
const COUNT_ASKED = frame(
  `${OPEN}how many (?:\\w+ )?(?:is that|are that|are there|are on|is on|have (?:we|i) got|do (?:we|i) have|does that make|are we|are coming|are invited|names are there)(?: (?:got|down|written|put|listed))*(?: there| it| THERE| now| already| so far| on it| on there| in there| on here| in total| altogether| all together| in all| all told)*$`,
);

/** "The caterer needs numbers, so how many are coming"; of a table, what is counted is one of its columns. */
export const readCounting: ScreenReader = (talk) => {
  const { canvas } = talk;
  const isFit = canvas !== null && canvas.columns.length === 1 && canvas.rows.length > 0 && firstFit([COUNT_ASKED], talk) !== null;
  return isFit ? { skill: 'canvas.read', arguments: {} } : null;
};

/** "How much", said first, is a question and nothing else. */
const SUM_ASKED = frame(
  `${OPEN}how (?:much|many)(?: <c(?<column>\\d+)>)? (?:is|are|does|do|did|have|has|was) (?:that|it|this|they|those|everything|i|we|all of (?:it|them|that))(?: <c(?<named>\\d+)>)?(?: (?:got|done|come to|cost|make|spent|scored|had|walked|run))*(?: (?:in total|altogether|all together|in all|all told|all in|for everything|for the lot))+(?: please| then| now)*$`,
);

/** "How many steps is that in all". */
export const readSumAsked: ScreenReader = (talk) => {
  const fit = (talk.canvas?.columns.length ?? 0) > 1 ? firstFit([SUM_ASKED, COMES_TO], talk) : null;
  if (fit === null) return null;
  const column = talk.canvas?.columns[Number(fit.groups['column'] ?? fit.groups['named'])]?.name;
  return { skill: 'canvas.total', arguments: column === undefined ? {} : { column } };
};

/** "What does all that come to". */
const COMES_TO = frame(
  `${OPEN}(?:what|how much) (?:does|do|is|are|would|will) (?:all (?:of )?)?(?:that|this|it|those|these|them|everything|it all|that all|the lot|the whole lot) (?:all )?(?:come|add|amount|comes|adds) (?:up )?to(?: altogether| in total| all together)?(?: please| then| now)*$`,
);

const THERE_ASKED = frame(
  '\\b(?:added|add|put|wrote|remembered|got|included)(?: down| on| in)? (?:the |any |some )?(?<what>(?:(?!(?:i|we|it|that|is|are|and|so)\\b)\\S+ ){0,3}?\\S+?)(?: down| on| in)? (?:(?:so|and|or not) )*(?:is|are) (?:it|that|they|he|she|those) (?:already |still |even )?(?:on|in|down)(?: there| here| it| THERE)?(?: already| yet)*$',
);

/** "I can't remember if I added tofu, is it on there". */
export const readThere: ScreenReader = (talk) => {
  const fit = (talk.canvas?.columns.length ?? 0) > 0 ? firstFit([THERE_ASKED], talk) : null;
  const what = fit === null ? null : writtenAt(talk, fit, 'what');
  return what === null ? null : { skill: 'canvas.check', arguments: { what } };
};
