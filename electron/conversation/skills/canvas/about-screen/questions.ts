import type { Canvas } from '../../../../ipc/canvas-schema.ts';
import { readCell } from '../../../../ipc/cell-number.ts';
import { columnOfSuperlative, SUPERLATIVES } from '../superlatives.ts';
import { type Fit, firstFit, frame, namesOfRows, type ScreenReader, type ScreenRequest, writtenAt } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

/** Questions that the rows answer. Most begin and end with the question: what else is said may turn it round. */

export const OPEN =
  '(?:^|^.*?(?<!\\b(?:to|not|never|he|she|they|will|would|did|does|always|and) )\\b(?:remind me|remind us|tell me|tell us|let me know|so|but|can you tell me|do you know) )(?:so |and |okay |ok |right |hey |hm |hmm |um |sorry |wait |now |just |well |tell me |remind me |remind us |can you |could you |please |i wonder |i was wondering |do you know |i forget |i forgot |i have forgotten |i can not remember |i do not remember |quick question |what was it )*';
export const CLOSE =
  '(?: again| now| please| then| down| so far| at the moment| in there| on there| on here| there| here| on THERE| in THERE)*$';
const FIRST = `(?<most>${SUPERLATIVES}|(?:most|least) expensive|best|worst|most|least|fewest)`;
/** What somebody did the most of: "who ran the furthest", "which garage quoted the least". */
const DID =
  '(?:ran|run|went|goes|got|gets|scored|has|had|did|does|made|makes|walked|walks|swam|jumped|threw|earned|earns|sold|read|ate|spent|costs?|came|drove|cycled|rode|lifted|weighs|took|takes|quoted|quotes|charges|charged|paid|finished|reached|grew|caught|raised|saved|hiked|collected|climbed|travelled|bought|drank|won|lost|gives|giving|gave|scores|scoring|sells|selling|makes|making|does|doing|earning|charging|costing|eating|winning)';
/** Only where rows compete: of ages or prices nobody leads. */
const CONTEST = /score|points|goals|distance|laps|runs|wins|total|votes|steps|miles|reps|length|height|time|kilomet/i;
const AHEAD = '(?:winning|leading|in the lead|ahead|in front|on top|at the top|top|first|coming first)';
const BEHIND = '(?:losing|behind|trailing|at the bottom|bottom|coming last|in last place)';

const LOOKED_UP: readonly RegExp[] = [
  frame(
    '\\b(?:what|how much|how many|when|who|where|which)\\b.*?(?<!\\S)<(?<row>\\d+)>(?: is| was)? <c(?<column>\\d+)>(?: is| was| again| now| at)*$',
  ),
  frame(
    '\\b(?:what|how much|when|who|where|which) (?:is|was|are|were|does|did|is) (?:the |her |his )?<c(?<column>\\d+)> (?:of|for|in|on|at|to) (?:the )?<(?<row>\\d+)>(?: again| now| please)*$',
  ),
  frame(
    '\\b(?:what|which) <c(?<column>\\d+)> (?:is|was|did|does|has|had) (?:the )?<(?<row>\\d+)>(?: get| have| got| at| on| in| again| now)*$',
  ),
  frame(`${OPEN}how (?:much|many) <c(?<column>\\d+)> (?:for|in|on|of|at|has|have|did|does) DET<(?<row>\\d+)>${CLOSE}`),
  frame(
    '\\b(?:what|which) <c(?<column>\\d+)> (?:did (?:i|we) (?:put|write|say|have|give)|have (?:i|we) (?:got|put|written)|is (?:it|there|down|written)) (?:down )?(?:for|of|next to|beside|by) (?:the )?<(?<row>\\d+)>',
  ),
  frame(
    `(?<!\\S)<(?<row>\\d+)>.*\\b(?:what|which) <c(?<column>\\d+)> (?:is|was|does|did|has) (?:she|he|it|they)(?: in| at| on| got| have| get| for)*${CLOSE}`,
  ),
  frame(`\\b(?:who|which)(?: \\w+)? has (?:it|them|the) ${FIRST}`),
  frame(
    `${OPEN}(?:who|which|what)(?: (?:one|day|of (?:them|these|those|us|you|the lot)|(?!one's)\\w+|<c0>))? (?:(?:has|have|is|was|did) (?:i |we |they |he |she )?)?${DID} (?:the |them the |us the )?${FIRST}(?: <c\\d+>| of (?:them|all|them all|the lot)| altogether| in total| points?| goals?| money)?${CLOSE}`,
  ),
  frame(
    `${OPEN}(?:which|what) (?:\\w+ |<c\\d+> )?(?:did|do|have|does) (?:i|we|they|he|she) (?:do|did|have|get|walk|run|make|spend|score|sell|earn|eat|read|done)(?: on)? (?:the |my |our )?${FIRST}(?: <c\\d+>)?(?: on)?${CLOSE}`,
  ),
  frame(`\\b(?:who|which|what) <c0> (?:the )?${FIRST}(?: one| <c\\d+>)?${CLOSE}`),
  frame(`${OPEN}(?:what|which|who) (?:is|was|are) (?:my|our|the|his|her|their) (?:very )?${FIRST}(?: \\w+| <c\\d+>)?${CLOSE}`),
  frame(`${OPEN}(?:so |and )?(?:who|which(?: \\w+)?) (?:is|was) (?:currently |right now )?(?<ahead>${AHEAD})${CLOSE}`),
  frame(`${OPEN}(?:so |and )?(?:who|which(?: \\w+)?) (?:is|was) (?:currently |right now )?(?<behind>${BEHIND})${CLOSE}`),
  frame(`${OPEN}(?:what) (?:is|was) DET<(?<row>\\d+)> (?:on|at|up to|down for|down as)${CLOSE}`),
  frame(`${OPEN}what (?:are|do|did|am|were) (?:i|we) (?:pay|paying|spend|spending|paid|giving) (?:for|on) DET<(?<row>\\d+)>${CLOSE}`),
  frame(
    `${OPEN}who (?:is|has|was|are|does|did) (?:got |having |doing |on |bringing |down for |taking |with |making |eating |ordered |asked for |chosen )*DET<(?<of>\\d+)\\.\\d+>(?: down)?${CLOSE}`,
  ),
  frame(
    `${OPEN}(?:what|which) (?<part>\\w+)(?: \\w+)? (?:is|are|does|did|has|was|do) DET<(?<row>\\d+)>(?: take| have| get| need| wear| want| like| in| at| on)?${CLOSE}`,
  ),
  frame(
    '\\b(?:read|tell|give|remind)(?: me| us)?(?: out| of)? (?:just |only )?(?:the |what )?(?:<(?<row>\\d+)>) (?:line|row|entry|one|is|says)(?: says| to me| out| please| again)*$',
  ),
  frame(
    `\\b(?:who|which|what) (?:one |of them |of these |of (?:the|those|these|them|my|our) \\S+ |(?!one's)\\S+ )?(?:one's|is|was|are|has|costs?|comes out) (?:the )?${FIRST}(?: one| <c\\d+>| of (?:them|all|these|those|that lot|the lot))?(?: again| here| there| now)*$`,
  ),
  frame(
    `${OPEN}how (?<asked>much|many|old|long|far|tall|big|high|expensive|heavy) (?:<c(?<column>\\d+)> )?(?:(?:did|do|have|had) (?:i|we|you) (?:put|write|say|have|set|got|enter|entered|pay|give|written)(?: down)? (?:for|against|on|next to|beside) DET|(?:is|was|are|were|does|do|did|has|have|will) DET)<(?<row>\\d+)>(?: cost| costing| have| has| get| got| take| weigh| come to| run| score| last| go for| set (?:me|us) back)?${CLOSE}`,
  ),
  frame(
    `${OPEN}how (?<asked>much|many|old|long|far|tall|big|high|expensive|heavy) DET<(?<row>\\d+)> (?:is|was|costs?|are|takes|weighs)${CLOSE}`,
  ),
  frame(
    `${OPEN}(?<asked>who|when|where|what) (?:is|was|are|were|did|do|have|has) (?:(?:i|we|you) (?:got |have |put |write )?)?(?:down|doing|bringing|in charge of|responsible for|looking after|on|taking|handling|making|getting|having|assigned to|booked|put)? ?(?:for|with|to|on|as|against|beside)? ?DET<(?<row>\\d+)>(?: down for| bringing| doing| having| getting| making| taking)?${CLOSE}`,
  ),
];
/** The row is counted: what is told is what it says. */
const COUNTED = frame(
  `${OPEN}(?:what|who|which)(?: one| row| item)? (?:is|was|comes|have (?:i|we) got|do (?:i|we) have)(?: for)? ROWS(?: (?:on|in|of))?(?: (?:my|our|the|that|this))?${CLOSE}`,
);
const IS_COUNTED = /^(?:the )?(?:very )?(?:first|second|third|fourth|fifth|sixth|last|final|top|bottom|middle|number|row|item|line|one)\b/i;
const AT_END = frame(
  `${OPEN}(?:what|who)(?: is| comes) (?<end>first|last|next|(?:right )?at the (?:very )?(?:top|bottom)) ?(?:(?:on|of|in) (?:it|there|here|THERE))(?: please| again| now)*$`,
);

/** What a question word asks for, by the names of columns. */
const ASKED: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:much|expensive)$/, /price|cost|amount|fee|rate|total|budget|paid|quantity/i],
  [/^many$/, /number|count|quantity|amount|how many/i],
  [/^old$/, /age|born|birthday/i],
  [/^(?:long|far)$/, /length|duration|distance|time|nights|days|hours|minutes/i],
  [/^(?:tall|high|big)$/, /height|size/i],
  [/^heavy$/, /weight/i],
  [/^who$/, /owner|name|person|who|guest|cook|helper|assigned/i],
  [/^when$/, /day|date|time|when|month|year/i],
  [/^where$/, /place|where|city|town|location|room|country|address/i],
];

/** "I wonder what Liam's score was", "how much did I put for Rome", "who is the oldest of that lot". */
export const readLookUp: ScreenReader = (talk) => {
  if (talk.canvas === null || talk.canvas.rows.length === 0) return null;
  return atEnd(talk, talk.canvas) ?? counted(talk) ?? (talk.canvas.columns.length > 1 ? cellAsked(talk, talk.canvas) : null);
};

function cellAsked(talk: ScreenTalk, canvas: Canvas): ScreenRequest | null {
  for (const pattern of LOOKED_UP) {
    const fit = firstFit([pattern], talk);
    const request = fit === null ? null : lookedUp(talk, canvas, fit);
    if (request !== null) return request;
  }
  return null;
}

function lookedUp(talk: ScreenTalk, canvas: Canvas, { groups }: Fit): ScreenRequest | null {
  const { row, column, asked, part, of } = groups;
  if (of !== undefined) return lookUp({ row: namesOfRows(talk, `<${of}>`) });
  const most = mostAsked(groups, canvas);
  if (most !== undefined) return most !== null && columnOfSuperlative(canvas, most) !== undefined ? lookUp({ most }) : null;
  const named = canvas.columns[Number(column)]?.name ?? (part === undefined ? undefined : columnWith(canvas, part));
  const meant = named ?? (asked === undefined ? undefined : columnAsked(canvas, Number(row), asked));
  if ((asked ?? part) !== undefined && meant === undefined) return null;
  return lookUp({ row: namesOfRows(talk, `<${row}>`), ...(meant === undefined ? {} : { column: meant }) });
}

function lookUp(told: ScreenRequest['arguments']): ScreenRequest {
  return { skill: 'canvas.look-up', arguments: told };
}

/** Null where somebody leads or trails and the rows do not compete; undefined where no superlative was asked for. */
function mostAsked({ most, ahead, behind }: Fit['groups'], { columns }: Canvas): string | null | undefined {
  if (ahead === undefined && behind === undefined) return most;
  if (!columns.slice(1).some(({ name }) => CONTEST.test(name))) return null;
  return ahead === undefined ? 'lowest' : 'highest';
}

/** "What size is Jonah", where a column is called "Shoe size". */
function columnWith({ columns }: Canvas, word: string): string | undefined {
  return columns.slice(1).find(({ name }) => name.toLowerCase().split(' ').includes(word))?.name;
}

/** By its name; where there is only one other column, that one, if what it holds answers such a question. */
function columnAsked({ columns, rows }: Canvas, row: number, asked: string): string | undefined {
  const sign = ASKED.find(([word]) => word.test(asked))?.[1];
  const named = columns.slice(1).find(({ name }) => sign?.test(name) === true);
  if (named !== undefined || columns.length !== 2) return named?.name;
  const isNumber = readCell(rows[row]?.cells[1] ?? '') !== null;
  const isOfAnother = ASKED.some(([word, name]) => !word.test(asked) && name.test(columns[1]?.name ?? ''));
  if (asked === 'what') return columns[1]?.name;
  return !isOfAnother && isNumber === /^(?:much|many)$/.test(asked) && /^(?:much|many|who)$/.test(asked) ? columns[1]?.name : undefined;
}

function counted(talk: ScreenTalk): ScreenRequest | null {
  const fit = firstFit([COUNTED], talk);
  const said = fit === null ? null : writtenAt(talk, fit, 'rows');
  return fit === null || said === null || !IS_COUNTED.test(said)
    ? null
    : { skill: 'canvas.look-up', arguments: { row: namesOfRows(talk, fit.groups['rows'] ?? '') } };
}

function atEnd(talk: ScreenTalk, { rows }: Canvas): ScreenRequest | null {
  const end = firstFit([AT_END], talk)?.groups['end'];
  if (end === undefined) return null;
  const row = end === 'next' ? rows.findIndex(({ done }) => done !== true) : /last|bottom/.test(end) ? rows.length - 1 : 0;
  return row < 0 ? null : { skill: 'canvas.look-up', arguments: { row: namesOfRows(talk, `<${row}>`) } };
}
