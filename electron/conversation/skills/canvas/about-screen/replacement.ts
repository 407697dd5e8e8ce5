import { type Fit, firstFit, frame, namesOfRows, rowsBefore, type ScreenReader, type ScreenRequest, writtenAt } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

const VALUE =
  '(?<value>(?!(?:on|in|at|off|out|to|up|down|with|for|from|of|by|very|so|too|a bit|enough|fine|able|sure|sorry)\\b)(?:\\S+ ){0,5}?\\S+?)';
const PLAIN = '(?:the |that |any |our |my |normal |plain |regular |ordinary |just |usual )*';
const PUT =
  '(?:make|put|get|have|having|buy|say|write|use|take|go for|go with|want|prefer|like|bring|bringing|making|cook|cooking|be|do|doing|eat|eating|try)';
const INSTEAD = '(?:instead of|rather than|in place of|and not|not)';
const IT = '(?:it |that |this |them |those |this one |that one )?';

/** Somebody did it: "Tom was ill, so Sarah came instead". */
const HAPPENS = '(?:\\S+ ){0,4}(?:came|comes|went|goes|had|got|did|does|took|takes|made|bought|said|stayed|sat|is|was|were|has|have)\\b';

/** A row becomes something else. */
const RENAMED: readonly RegExp[] = [
  frame(`\\b${PUT} ${IT}(?:the |some )?${VALUE} ${INSTEAD} ${PLAIN}ROWS`),
  frame(
    `BEGIN(?:swap|change|switch|replace|exchange|trade|turn|make) (?:out )?DETROWS (?:out )?(?:for|to|with|into) (?:the |some )?${VALUE}END`,
  ),
  frame(
    `\\bROWS (?:should|ought to|must|needs to|was supposed to|is supposed to|is meant to) (?:really |actually |rather |probably )?(?:be|say|read) (?:the )?${VALUE}(?: on THERE)?END`,
  ),
  frame(
    `\\b${INSTEAD} DETROWS (?:please )?(?:let us have|let us get|put|make it|make that|we will have|we will get|get|have|write|i would like|i want|i will have|we want|it should be|it is|bring|say) (?:the |some )?${VALUE}END`,
  ),
  frame(`\\bnot ROWS (?:but|i meant|it is|make it|make that) (?:the )?${VALUE}END`),
  frame(`\\b(?:i meant|i mean|i said) (?:the )?${VALUE} not (?:the )?ROWS`),
  frame(`\\bROWS (?:i mean|i meant|no wait|make that|rather) (?:the )?${VALUE}END`),
  frame(`BEGIN(?:make|call) ROWS (?:into |say )?(?:the )?${VALUE}END`),
  frame(
    `\\bnot (?:sell|have|stock|like|eat|want|do) (?:any )?ROWS.*\\b(?:put|get|have|write|make it|take|try) (?:the |some )?${VALUE} (?:there |in |down |on there )?instead`,
  ),
  frame(`(?<!\\S)ROWS.*\\b(?:so|have|get) (?!${HAPPENS})(?:the |some )?${VALUE} (?:in its place|in their place|instead)$`),
  frame(`\\bshould say ${VALUE} where it says (?:the )?ROWS`),
  frame(
    `\\bwhere (?:it|that) (?:says|said|is) (?:the )?ROWS (?:please )?(?:put|write|make it|make that|have|it should (?:say|be)) (?:the |some )?${VALUE}END`,
  ),
  frame(
    `\\bsaid (?:the )?ROWS but (?:it (?:is|was|should be|should have been)|i (?:meant|mean|was thinking of)|make it|what i meant was) (?:the |really )?${VALUE}END`,
  ),
];

/** The row was named before: "the last item is wrong, it should say dentist on Tuesday". */
const POINTED_RENAMED: readonly RegExp[] = [
  frame(`BEGIN(?:change|switch|make|swap|turn) (?:it|that|that one|this one) (?:out )?(?:to|for|into) (?:the |some )?${VALUE}END`),
  frame(
    `\\b(?:it|that|that one) (?:should|ought to|needs to|has to|was supposed to|was meant to) (?:really |actually )?(?:say|be|read) (?:the )?${VALUE}(?:END| not)`,
  ),
];

/** A cell of a named row: where it stood is told by what it was, or by its column. */
const CELL: readonly RegExp[] = [
  frame(
    `BEGIN(?:replace|change|swap|set|make|switch|update|put) (?:the |my )?<(?<row>\\d+)> <c(?<column>\\d+)> (?:with|to|for|into|by|as|at )?(?: ?)${VALUE}END`,
  ),
  frame(
    `BEGIN(?:replace|change|swap|set|make|switch|update|put) (?:the |my )?<c(?<column>\\d+)> (?:of|for|on|next to) (?:the |my )?<(?<row>\\d+)> (?:with|to|into|as|at) ${VALUE}END`,
  ),
  frame(
    `(?<!\\S)<(?<row>\\d+)> <c(?<column>\\d+)> (?:has |is |was )?(?:now |just |actually )?(?:(?:gone|went|goes|go|come|came|dropped) (?:up |down )?to|should be|is now|is actually|is|was really) ${VALUE}(?=END| now)`,
  ),
  frame(
    `BEGIN(?:swap|change|switch|replace|exchange|trade|turn) (?:out )?DET<(?<row>\\d+)\\.(?<column>\\d+)> (?:out )?(?:for|to|with|into) (?:the |some )?${VALUE}END`,
  ),
  frame(`\\b(?:did|has|got|scored|had|made|meant) (?:only )?(?<value>\\S+) <(?<row>\\d+)> not <\\d+\\.(?<column>\\d+)>`),
  frame(
    '\\b(?:is|are|was|were|be|got|have|has|had|need|needs|want|make it|make that|counted|only|meant) (?:only |actually |really |just )*(?<value>NUMBER) <(?<row>\\d+)>(?: and)? not (?:NUMBER)END',
  ),
  frame(
    `(?:^|\\b(?:and|so|but|that|out|because|now|actually|no|well) )(?<value>(?!(?:i|we|he|she|they|it|that|who)\\b)\\S+(?<!<\\S*)) (?:is |will be |will |has |have )?(?:now |actually )?(?:doing|do|taking|take|taking over|taken over|bringing|handling|handle|making|make|covering|having|getting|got|on|in charge of|looking after|going to do) DET<(?<row>\\d+)>(?: now| over| actually)*(?: from| ${INSTEAD}) ${PLAIN}<\\d+\\.(?<column>\\d+)>`,
  ),
  frame(`\\b(?:give|hand|pass|assign|move) DET<(?<row>\\d+)> (?:over )?to ${VALUE} ${INSTEAD} ${PLAIN}<\\d+\\.(?<column>\\d+)>`),
  frame(
    `(?<!\\S)<\\d+\\.(?<column>\\d+)> .*<(?<row>\\d+)>.*\\b(?:put|make it|give it to|have|get) ${VALUE}(?: down| there| on it| for it)* instead\\b`,
  ),
  frame('(?<!\\S)<(?<row>\\d+)>.*\\b(?<value>\\S+) not <\\d+\\.(?<column>\\d+)>'),
  frame(`(?<!\\S)<(?<row>\\d+)>.*\\b(?:moved|changed|switched|gone) to (?:the )?<c(?<column>\\d+)> ${VALUE}END`),
  frame(
    `(?<!\\S)<(?<row>\\d+)>.*\\b(?:should|ought to) (?:only |really |actually )?(?:be|say|have|read) (?:on |at )?${VALUE}(?=END| now| not)`,
  ),
  frame(`\\b${PUT} (?:the |some )?${VALUE} (?:on|for|to) <(?<row>\\d+)> ${INSTEAD} ${PLAIN}<\\d+\\.(?<column>\\d+)>`),
  frame(`(?<!\\S)<(?<row>\\d+)>.*\\b${PUT} (?:the |some |it |that )?${VALUE} ${INSTEAD} ${PLAIN}<\\d+\\.(?<column>\\d+)>`),
  frame(
    `(?<!\\S)<(?<row>\\d+)>.*<\\d+\\.(?<column>\\d+)>.*\\b(?:is|are|will be|be) (?:now )?(?:bringing|having|making|doing|taking|getting|cooking) (?:the |some |a )?${VALUE}(?=END| now| instead)`,
  ),
  frame(
    `(?<!\\S)<c(?<column>\\d+)>.*<(?<row>\\d+)>.*\\b(?:make (?:it|that)|(?:it )?is now|are now|is actually|(?:went|gone|goes|go) (?:up|down) to|should be|should say|set (?:it|that) to|change (?:it|that) to|put) ${VALUE}(?=END| now| instead| there)`,
  ),
  frame(
    `(?<!\\S)<(?<row>\\d+)>.*<c(?<column>\\d+)>.*\\b(?:make (?:it|that)|(?:it )?is now|are now|is actually|(?:went|gone|goes|go) (?:up|down) to|to|should be|should say|put) ${VALUE}(?=END| now| instead| there)`,
  ),
  frame(
    `(?<!\\S)<(?<row>\\d+)>.*\\b(?:make (?:it|that)|is now|are now|now costs|costs|(?:went|gone|goes|go) (?:up|down) to|(?:set|change) (?:it|that) to) (?:a )?${VALUE}(?=END| now| instead)`,
  ),
];

/** Money and numbers say themselves which column they belong to; words do not. */
const COUNTS =
  /^(?:about |only )?(?:\$|€|£|\d|(?:one|two|three|four|five|six|seven|eigh|nine|ten|eleven|twelve|thir|fif|twen|hundred|half|zero))/i;

/** "Pippa would rather have fish": of people, where their other column is in words. */
const WISHED = frame(
  `(?<!\\S)<(?<row>\\d+)>.*\\b(?:wants|would rather have|would rather|would like|would prefer|will have|is having|fancies|prefers|has decided on|changed to|switched to|has changed to) (?:the |some |a |an )?(?!to\\b)${VALUE}(?: instead| now| after all| please)*$`,
);
const OF_PEOPLE = /name|person|people|who|guest|child|friend|member|pupil|student/i;

function wished(talk: ScreenTalk): ScreenRequest | null {
  const { columns, rows } = talk.canvas ?? { columns: [], rows: [] };
  const isWorded = columns.length === 2 && rows.every(({ cells }) => !/\d/.test(cells[1] ?? ''));
  const fit = isWorded && OF_PEOPLE.test(columns[0]?.name ?? '') ? firstFit([WISHED], talk) : null;
  const [value, column] = [fit === null ? null : writtenAt(talk, fit, 'value'), columns[1]?.name];
  if (fit === null || value === null || column === undefined) return null;
  return { skill: 'canvas.change', arguments: { row: namesOfRows(talk, `<${fit.groups['row']}>`), value, column } };
}

/** "They've moved my dentist to Friday". */
const RESCHEDULED = frame(
  `\\b(?:moved|changed|pushed|shifted|put|rescheduled|move|push|shift|reschedule) (?:my |the |our |her |his )*<(?<row>\\d+)>(?: appointment| back| forward| up)* (?:to|until|till) (?:the )?(?<value>(?:(?:next|this) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\w+ o'?clock|noon|(?:half|quarter) past \\w+))`,
);
const DATED = /day|date|time|when/i;

/** "Make it pears instead of apples", "the price for Paris went up, make it ninety-five dollars". */
export const readReplacement: ScreenReader = (talk) => {
  const several = (talk.canvas?.columns.length ?? 0) > 1;
  return (several ? (blanked(talk) ?? rescheduled(talk) ?? cellChange(talk) ?? wished(talk)) : null) ?? rename(talk);
};

/** "Could Nina's age just be blank". */
const BLANKED: readonly RegExp[] = [
  frame('(?<!\\S)<(?<row>\\d+)(?:\\.\\d+)?> <c(?<column>\\d+)> (?:just |can |could |should |to )*(?:be )?(?:left |made )?(?:blank|empty)'),
  frame('BEGIN(?:clear|empty|blank out|blank|wipe) (?:the )?<(?<row>\\d+)(?:\\.\\d+)?> <c(?<column>\\d+)>'),
  frame('BEGIN(?:clear|empty|blank out|blank|wipe) (?:the )?<c(?<column>\\d+)> (?:of|for|next to) (?:the )?<(?<row>\\d+)(?:\\.\\d+)?>'),
];

function blanked(talk: ScreenTalk): ScreenRequest | null {
  const fit = firstFit(BLANKED, talk);
  const column = talk.canvas?.columns[Number(fit?.groups['column'])]?.name;
  if (fit === null || column === undefined) return null;
  return { skill: 'canvas.change', arguments: { row: namesOfRows(talk, `<${fit.groups['row']}>`), value: '', column } };
}

function rescheduled(talk: ScreenTalk): ScreenRequest | null {
  const fit = firstFit([RESCHEDULED], talk);
  const value = fit === null ? null : writtenAt(talk, fit, 'value');
  const column = talk.canvas?.columns.find(({ name }) => DATED.test(name))?.name;
  if (fit === null || value === null || column === undefined) return null;
  return { skill: 'canvas.change', arguments: { row: namesOfRows(talk, `<${fit.groups['row']}>`), value, column } };
}

function cellChange(talk: ScreenTalk): ScreenRequest | null {
  for (const pattern of CELL) {
    const fit = firstFit([pattern], talk);
    // "Joan's doing it": who does it is Joan.
    const value = fit === null ? null : (writtenAt(talk, fit, 'value')?.replace(/['’]s$/u, '') ?? null);
    if (fit === null || value === null) continue;
    const column = talk.canvas?.columns[Number(fit.groups['column'])]?.name;
    if (column === undefined && !COUNTS.test(value)) continue;
    const row = namesOfRows(talk, `<${fit.groups['row']}>`);
    return { skill: 'canvas.change', arguments: { row, value, ...(column === undefined ? {} : { column }) } };
  }
  return null;
}

function rename(talk: ScreenTalk): ScreenRequest | null {
  const fit = firstFit(RENAMED, talk) ?? pointedRename(talk);
  const value = fit === null ? null : writtenAt(talk, fit, 'value');
  const marks = fit?.groups['rows'];
  if (value === null || marks === undefined || / (?:and|or) /.test(marks)) return null;
  return { skill: 'canvas.change', arguments: { row: namesOfRows(talk, marks), value } };
}

/** "The apples look sad, so change that to pears". */
function pointedRename(talk: ScreenTalk): Fit | null {
  const fit = firstFit(POINTED_RENAMED, talk);
  const rows = fit === null ? null : rowsBefore(talk, fit.from + 1);
  return fit === null || rows === null ? null : { ...fit, groups: { ...fit.groups, rows } };
}
