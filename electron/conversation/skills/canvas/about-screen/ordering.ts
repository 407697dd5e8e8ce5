import { columnOfSuperlative, putsLargestFirst, SUPERLATIVES } from '../superlatives.ts';
import { besideRows, firstFit, frame, namesOfRows, rowsBefore, type ScreenReader } from './frame.ts';

const MOVE = '(?:move|put|bring|shift|bump|stick|send|push|pop|shove|drag|slide)';
const TO =
  '(?:right |all the way |straight |up |down |back )*(?:to|at|on) (?:the )?(?:very )?(?<to>top|bottom|front|end|start|beginning|first|last)';

const MOVED: readonly RegExp[] = [
  frame(`BEGIN${MOVE} DETROWS ${TO}`),
  frame(`BEGIN${MOVE} POINTING ${TO}`),
  frame(`BEGIN${MOVE} DETROWS (?:right |all the way |straight )(?<to>up|down)`),
  frame(`BEGIN${MOVE} DETROWS (?<to>first|last|top|bottom)END`),
  frame(
    `\\bROWS (?:should|needs to|has to|must|ought to|can|could|is to|wants to) (?:really |actually |probably |always )?(?:be|go|come) (?:right )?(?:up )?(?:at |to |on )?(?:the )?(?:very )?(?<to>first|last|top|bottom|front|end)\\b(?! (?:night|week|time))`,
  ),
  frame(
    '(?<!\\S)ROWS .*\\b(?:i would rather|i want|i would like|i would prefer) (?:it|them|that|those|they) (?:was |were |is |are |to be )?(?:right |up |down )?(?:at|on|to) (?:the )?(?:very )?(?<to>top|bottom|front|end|start|beginning)',
  ),
  frame(`BEGIN${MOVE} DETROWS (?:up |down )?(?:before|above|ahead of|in front of) (?:the )?<(?<before>\\d+)>`),
  frame(`BEGIN${MOVE} DETROWS (?:up |down )?(?:after|below|behind|under|underneath) (?:the )?<(?<after>\\d+)>`),
  frame(
    '\\bROWS (?:belongs?|goes|go|comes?|should (?:be|go|come)|needs? to (?:be|go|come)) (?:before|above|ahead of) (?:the )?<(?<before>\\d+)>',
  ),
  frame(
    '\\bROWS (?:belongs?|goes|go|comes?|should (?:be|go|come)|needs? to (?:be|go|come)) (?:after|below|behind) (?:the )?<(?<after>\\d+)>',
  ),
];

/** "Posting the parcel is the most urgent, so move it to the top". */
export const readMove: ScreenReader = (talk) => {
  const fit = firstFit(MOVED, talk);
  const marks = fit === null ? null : (fit.groups['rows'] ?? rowsBefore(talk, fit.from + 1));
  if (fit === null || marks === null || / (?:and|or) /.test(marks)) return null;
  const { before, after } = fit.groups;
  const beside = before ?? after;
  const to = beside === undefined ? fit.groups['to'] : `${after === undefined ? '' : 'after '}${namesOfRows(talk, `<${beside}>`)}`;
  return to === undefined ? null : { skill: 'canvas.move', arguments: { row: namesOfRows(talk, marks), to } };
};

const BESIDE = `BEGIN(?:${MOVE}|get|have|place|slot|tuck|drop|swing|(?:i|we) want|(?:i|we) would like) DET<(?<row>\\d+)> (?:to (?:go|be|come) )?(?:straight |right |just |directly |up |down |in |back )*`;
const FOLLOWING = '(?:after|below|behind|under|underneath|beneath)';
const LEADING = '(?:before|above|ahead of|in front of|over)';
const MOVED_BESIDE: readonly RegExp[] = [
  frame(`${BESIDE}between DET<(?<after>\\d+)> and DET<(?<before>\\d+)>`),
  frame(`${BESIDE}${FOLLOWING} DET<(?<after>\\d+)>`),
  frame(`${BESIDE}${LEADING} DET<(?<before>\\d+)>`),
];

/** "Put Amelia straight after Connor", who are both there: nothing of that name is added. */
export const readMoveBeside: ScreenReader = (talk) => {
  const { row, before, after } = (talk.canvas === null ? null : firstFit(MOVED_BESIDE, talk))?.groups ?? {};
  if (row === undefined || row === before || row === after) return null;
  return { skill: 'canvas.move', arguments: { row: namesOfRows(talk, `<${row}>`), to: besideRows(talk, { before, after }) } };
};

const PLACES = '(?:places?|positions?|round|around|over)';
const SWAPPED: readonly RegExp[] = [
  frame(
    `BEGIN(?:swap|switch|exchange|flip|change|trade) (?:round |around |over |the places of |the positions of |the order of )?DET<(?<row>\\d+)> and DET<(?<other>\\d+)>(?: ${PLACES})*END`,
  ),
  frame(`BEGIN(?:swap|switch) DET<(?<row>\\d+)> with DET<(?<other>\\d+)>(?: ${PLACES})*END`),
  frame(
    `<(?<row>\\d+)> and DET<(?<other>\\d+)>(?: (?:should|need to|have to|must|can|to))? (?:swap|trade|change|switch|exchange)(?: ${PLACES})+END`,
  ),
  frame(`<(?<row>\\d+)> (?:should|needs to|has to|must|can|to)?(?: )?(?:swap|trade|change|switch) ${PLACES} with DET<(?<other>\\d+)>END`),
];

/** "Swap openings and endgames round". */
export const readSwapping: ScreenReader = (talk) => {
  const { row, other } = (talk.canvas === null ? null : firstFit(SWAPPED, talk))?.groups ?? {};
  if (row === undefined || other === undefined || row === other) return null;
  return { skill: 'canvas.swap', arguments: { row: namesOfRows(talk, `<${row}>`), other: namesOfRows(talk, `<${other}>`) } };
};

const SORT = '(?:put|sort|order|arrange|list|rank|show|have|organise|organize)(?: me)?';
const IN_ORDER = '(?: in(?:to)? (?:the right |some |a )?order)?';
const WHAT = '(?:them|it|these|those|that|this|everyone|everything|all of (?:them|it)|(?:the|my|our|this|that)(?: \\w+){0,2})';
const FIRST = `(?<first>(?:most|least) \\w+|fewest|${SUPERLATIVES}|furthest|farthest|alphabetically|soonest|most(?= <)|least(?= <))`;

const SORTED: readonly RegExp[] = [
  frame(
    `\\b(?:the )?${FIRST} <c(?<column>\\d+)> (?:should |could |can |to |must |has to |needs to )?(?:be |come |go |comes? |goes? )?(?:first|on top|at the top|earlier|at the beginning)`,
  ),
  frame(
    `\\b(?:the )?${FIRST}(?: ones?| one)? (?:should |could |can |to |must )?(?:be |come |go |comes? |goes? )?(?:first|on top|at the top|at the beginning|up top)\\b`,
  ),
  frame('\\b(?:in|into) (?:the )?(?<first>reverse)(?:d)? (?:alphabetical |alphabetic )?order'),
  frame('\\b(?:in|into) (?:the )?(?<first>alphabetical)(?: order)?'),
  frame(
    '\\b(?:sorted? |ordered? |arranged? |run |go |them |it |from )+(?:<c(?<column>\\d+)> )?(?:run |go |sorted |listed )?(?:from )?(?<first>a to z)\\b',
  ),
  frame(
    `BEGIN${SORT} (?:${WHAT} )?(?:in order of|by|according to|in the order of|on|from) (?:the |their |its )?(?:<c(?<column>\\d+)>|${FIRST})(?:.*?(?<!\\bto )\\b${FIRST.replace('first>', 'second>')}(?: (?:ones?|at the|on) ?(?:first|top)?| first| to \\w+)?)?`,
  ),
  frame(
    `BEGIN${SORT} (?:${WHAT}${IN_ORDER} )?(?:with |so )?(?:the |that the )?${FIRST}(?: ones?| one| \\w+| <c(?<column>\\d+)>)? (?:is |are |comes? )?(?:first|on top|at the top)`,
  ),
];
/** "Put them in order of age, youngest first". */
export const readSort: ScreenReader = (talk) => {
  const fit = (talk.canvas?.columns.length ?? 0) > 0 ? firstFit(SORTED, talk) : null;
  if (fit === null) return null;
  const first = fit.groups['second'] ?? fit.groups['first'];
  const column = talk.canvas?.columns[Number(fit.groups['column'])]?.name ?? columnOfSuperlative(talk.canvas, first ?? '')?.name;
  if (column === undefined && !/^(?:alphabetical|a to z|reverse)/.test(first ?? '')) return null;
  const direction = first !== undefined && (putsLargestFirst(first) || first === 'reverse') ? { first: 'largest' } : {};
  return { skill: 'canvas.sort', arguments: { ...(column === undefined ? {} : { column }), ...direction } };
};
