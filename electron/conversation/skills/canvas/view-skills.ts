import { z } from 'zod';
import { defineSkill, type SkillContext } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { ONE, toNumber } from '../words/exact-number.ts';
import { readNumber } from '../words/number-words.ts';
import { surelyInTalk, withinTalk } from './about-screen/read-screen-talk.ts';
import { hasColumns, isShown, lowerFirst, NOTHING_SHOWN, shownName } from './canvas-words.ts';
import { columnShown } from './shown-things.ts';
import { columnOfSuperlative, putsLargestFirst } from './superlatives.ts';

const SORT = 'sort|sorted|torted|order|arrange|reorder|rearrange|organize|organise';
const THEM =
  '(it|them|that|those|these|this|everything|everyone|all of them|all of those|them all|the table|the list|the plan|the rows|the items|the names|my list|our list)';

const sort = defineSkill({
  name: 'canvas.sort',
  description: 'Sorts the rows on the screen by a column.',
  parameters: z.strictObject({
    column: z.string().max(80).optional().describe('left out = the first column'),
    first: z.string().max(40).optional().describe('what comes first: cheapest; highest'),
  }),
  when: hasColumns,
  finds: columnShown('column'),
  phrases: [
    `(${SORT}) ${THEM}`,
    `(${SORT}) [${THEM}] by [the] {column:text}`,
    `(${SORT}) [${THEM}] by [the] {column:text} {first:sort-first} [first]`,
    `(${SORT}) [${THEM}] by [the] {column:short-text} (with|so|so that|putting|having|and|and put) [the] {first:sort-first} [ones|one] [is|are|comes|come] [first|on top|at the top|at the start]`,
    '(sort|sorted|torted|order|arrange) [it|them|that|the table|the list|the rows|this] by [the] {column:short-text} from {first:sort-first} to (low|high|lowest|highest|small|big|smallest|biggest|cheap|expensive|old|young|late|early)',
    '(sort|order|arrange) [it|them|the table|the list] [from] {first:sort-first} [first|to lowest|to highest]',
    `(${SORT}) ${THEM} (alphabetically|a to z|from a to z|in alphabetical order|by alphabet)`,
    `(put|bring|get|have|list|show) [me] ${THEM} (in|into) [an|the] [alphabetical|alphabetic|the right|a to z|abc] order`,
    '(alphabetize|alphabetise) [it|them|those|these|the list|the table|everything]',
    '(put|show|have|list|i want|i would like|tell) [me] [the] {first:sort-first} [ones|one] (first|on top|at the top)',
    '[the] {first:sort-first} [ones|one] (first|on top|at the top)',
    '{first:sort-first} {column:column-word} first',
  ],
  recogniseWithin: withinTalk('canvas.sort'),
  effect: 'writes',
  run: ({ column: said, first }, { canvas }) => {
    const shown = canvas.current();
    const column =
      said === undefined
        ? first === undefined
          ? shown?.columns[0]
          : (columnOfSuperlative(shown, first) ?? priceOr(shown?.columns ?? []))
        : canvas.column(said);
    if (column == null) return declined(`There is no ${said ?? 'such'} column on ${shownName(shown)}.`);
    const refused = canvas.change({
      do: 'sort',
      columnId: column.id,
      direction: putsLargestFirst(first ?? '') ? 'descending' : 'ascending',
    });
    return refused === null ? { sentence: `Sorted by ${lowerFirst(column.name)}.`, data: { by: column.name } } : declined(refused);
  },
});

const total = defineSkill({
  name: 'canvas.total',
  description: 'Adds up a column of the table on the screen and keeps the sum below it.',
  parameters: z.strictObject({ column: z.string().max(80).optional() }),
  when: hasColumns,
  phrases: [
    '(what is|what does|give me|show me|tell me|show|add) [the|a] (total|sum|grand total) [of [the] {column:text}]',
    '(put|add|give it|give me|show) [in] a (total|sum) [row|line|column] [at the bottom|below|underneath|at the end]',
    '(add|some|sum|total) (it|them|that|everything|all|it all|them all) up',
    '(add up|sum up|total|sum) [the] {column:column-word} [column]',
    'how much (is|does) (it|that|everything|all of it|it all) [cost] [all together|altogether|in total|together|all]',
    'what does (it|that|everything) (cost|come to|add up to) [all together|altogether|in total]',
    '(how much|what) is it (all together|altogether|in total)',
    'what do (i|we) owe [you]',
    'how much (do|would) (i|we) (owe|pay) [you]',
    'what do [all] [the] {column:column-word} (add up to|come to|make)',
    'what (is|does) it (all come to|come to all together|add up to)',
  ],
  recogniseWithin: withinTalk('canvas.total'),
  effect: 'writes',
  run: ({ column: said }, context) => addedUp(said, context),
});

/** Nobody counts further back. */
const MOST_TIMES = 50;

const undo = defineSkill({
  name: 'canvas.undo',
  description: 'Takes the last change of what is on the screen back; works several times.',
  parameters: z.strictObject({ times: z.string().max(20).optional().describe('how many changes: two') }),
  when: isShown,
  phrases: [
    '(take|took|taking) (that|it|this|the last one) back',
    '(bring|put|get) (that one|the row|that row|the column|that column|that line) back',
    '(undo|undue) [that|it|the last one|this|the change]',
    '(take back|undo) [the|that] last (change|one|thing|step)',
    '(take back|undo) the last {times:number} (changes|ones|things|steps)',
    '(undo|take) (it|that) [back] {times:times-said}',
    '(go|step) back (one step|a step)',
    'no [take] (that|it) back',
    'that was wrong take it back',
    'put it back [how|the way|as|like] (it was|it was before)',
    '[that was wrong] put it back',
    '(no|wait|no wait) undo [that|it]',
    '(scratch|forget|cancel|reverse|revert) (that|the last one|the last change|that last change|the last thing)',
    '(that was a mistake|i did not mean that|that is not what i meant)',
  ],
  recogniseWithin: withinTalk('canvas.undo'),
  effect: 'writes',
  run: ({ times }, { canvas }) => {
    const wanted = timesIn(times ?? 'once');
    let undone = 0;
    while (undone < wanted && canvas.undo()) undone += 1;
    return undone > 0 ? { sentence: 'Taken back.', data: { undone } } : declined('There is nothing to take back.');
  },
});

const redo = defineSkill({
  name: 'canvas.redo',
  description: 'Makes a change again that was taken back.',
  parameters: z.strictObject({}),
  when: isShown,
  phrases: [
    'redo [that|it]',
    '(put|do) (that|it) back [again]',
    '(do|make) (that|it) again after all',
    '(no|yes) keep it after all',
    'bring (that|it) back',
  ],
  effect: 'writes',
  run: (_, { canvas }) =>
    // "Bring that back" may also mean what was just taken off.
    canvas.redo() || canvas.undo() ? { sentence: 'There it is again.', data: { redone: true } } : declined('Nothing was taken back.'),
});

const rename = defineSkill({
  name: 'canvas.rename',
  description: 'Gives what is on the screen another name.',
  parameters: z.strictObject({ name: z.string().min(1).max(80) }),
  when: isShown,
  phrases: [
    '(call|name|rename|title) (it|this|that|the list|the table|the plan|the note) [to|as] {name:text}',
    'rename (it|this|the list|the table|the plan|the note) to {name:text}',
  ],
  recognise: surelyInTalk('canvas.rename'),
  recogniseWithin: withinTalk('canvas.rename'),
  effect: 'writes',
  run: ({ name }, { canvas }) => {
    const refused = canvas.change({ do: 'rename', name: sentenceCase(name.trim()) });
    return refused === null ? { sentence: `It is called ${name.trim()} now.`, data: { name } } : declined(refused);
  },
});

const pin = defineSkill({
  name: 'canvas.pin',
  description: 'Keeps what is on the screen at the top of all lists and tables, or no longer.',
  parameters: z.strictObject({ what: z.string().max(10).optional().describe('unpin') }),
  when: isShown,
  phrases: ['pin (it|this|that|the list|the table|the plan|the note)', '{what:unpin} (it|this|that|the list|the table|the plan|the note)'],
  effect: 'writes',
  run: ({ what }, { canvas }) => {
    const refused = canvas.change({ do: 'pin', pinned: what === undefined });
    return refused === null
      ? { sentence: what === undefined ? 'Pinned.' : 'No longer pinned.', data: { pinned: what === undefined } }
      : declined(refused);
  },
});

const turnInto = defineSkill({
  name: 'canvas.turn-into',
  description: 'Shows what is on the screen as a table, list or plan.',
  parameters: z.strictObject({ kind: z.string().max(20) }),
  when: hasColumns,
  phrases: [
    '(put|turn|make|change) (it|that|this|the list|the plan|the table) [in|into|to|as] [a|an] {kind:canvas-kind}',
    '(as|make it) a {kind:canvas-kind}',
  ],
  effect: 'writes',
  run: ({ kind: said }, { canvas }) => {
    const kind = z.enum(['table', 'list', 'plan']).safeParse(said === 'schedule' || said === 'itinerary' ? 'plan' : said);
    if (!kind.success) return declined(`What has rows can be a table, a list or a plan, and no ${said}.`);
    const refused = canvas.change({ do: 'turn-into', kind: kind.data });
    return refused === null ? { sentence: `Here it is as a ${kind.data}.`, data: { kind: kind.data } } : declined(refused);
  },
});

export const viewSkills = [sort, total, undo, redo, rename, pin, turnInto];

function addedUp(said: string | undefined, { canvas }: SkillContext) {
  const shown = canvas.current();
  if (shown === null) return declined(NOTHING_SHOWN);
  const numbered = shown.columns.filter(({ id }) => canvas.total(id) !== null);
  const named = said === undefined ? null : canvas.column(said);
  // "What do all those bills come to": of the bills it is the amounts that are added up.
  const isOther = named !== null && canvas.total(named.id) === null && numbered.length === 1;
  const columns = said === undefined || isOther ? numbered : [named].filter((column) => column !== null);
  const column =
    shown.columns.find(({ id }) => id === shown.totalColumnId && columns.some((other) => other.id === id)) ??
    columns.findLast(({ name }) => /price|cost|amount/i.test(name)) ??
    columns[0];
  const sum = column === undefined ? null : canvas.total(column.id);
  if (column === undefined || sum === null) return declined(`There are no numbers to add up on ${shownName(shown)}.`);
  const refused = canvas.change({ do: 'total', columnId: column.id });
  if (refused !== null) return declined(refused);
  const sentence = shown.kind === 'order' ? `That is ${sum}.` : `${sentenceCase(lowerFirst(column.name))} together: ${sum}.`;
  return { sentence, data: { column: column.name, total: sum } };
}

function priceOr<T extends { readonly name: string }>(columns: readonly T[]): T | undefined {
  return columns.find(({ name }) => /price|cost|amount/i.test(name)) ?? columns[0];
}

/** "Twice", "two", "three times" */
function timesIn(said: string): number {
  const count = said === 'twice' ? 2 : toNumber(readNumber(said.replace(/ times$/, '').split(' ')) ?? ONE);
  return Math.min(MOST_TIMES, Math.max(1, Math.round(count)));
}
