import { z } from 'zod';
import { type CanvasKind, canvasKindSchema } from '../../../ipc/canvas-schema.ts';
import { type CanvasDesk, defineSkill, type SkillResult } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { sayCount } from '../words/number-speech.ts';
import { readOrdinal } from '../words/number-words.ts';
import { surelyInTalk, withinTalk } from './about-screen/read-screen-talk.ts';
import { isShown, NOTHING_SHOWN, shownName, spoken } from './canvas-words.ts';
import { cellText, columnsIn, itemsIn, rowsIn } from './cell-words.ts';

const MAKE =
  '(make|create|start|begin|open|give|draw|draw up|draw me up|set up|put together|put up|do|write|build|prepare|lay out|i need|we need|i want|i would like|can i have|could i have|can i get|can we have|let us have|let us start|let us make)';
const AS_KIND: Readonly<Record<string, CanvasKind>> = {
  ...{ schedule: 'plan', itinerary: 'plan', checklist: 'list', menu: 'list', chart: 'table', grid: 'table' },
};
const OLDER_NAME = /\b(?:in|for|to|of) (?<of>\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*)$/u;

const make = defineSkill({
  name: 'canvas.make',
  description: 'Puts a new table, list, plan, code or note on the screen; say its content here, not aloud.',
  example: 'Make a shopping list.',
  parameters: z.strictObject({
    kind: z.string().max(20).describe('table, list, plan, code or note'),
    name: z.string().max(200).optional().describe('what it is about: Weekend in New York'),
    columns: z.string().max(2000).optional().describe('names of the columns, parted by |'),
    rows: z.string().max(100_000).optional().describe('one row a line, cells parted by |'),
    items: z.string().max(2000).optional().describe('things for a list, as they were said'),
    text: z.string().max(100_000).optional().describe('the words of a note or the code'),
  }),
  phrases: [
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind} (called|named) {name:text}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind} (for|of|about) {name:text}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind} with [the] (columns|column) {columns:text}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind} (called|named|for|of) {name:text} with [the] (columns|column) {columns:text}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind} (of|with|that has|which has|that holds) {columns:text} as [the] (columns|column|headings)`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {kind:canvas-kind} (with|of|that has) {items:text}`,
    `${MAKE} [a|an|another] [new] {kind:canvas-kind} for (me|us) (with|of|that has) {items:text}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {name:text} {kind:canvas-kind}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {name:text} {kind:canvas-kind} (with|and put on|and add) {items:text}`,
    `[let us] {kind:canvas-plan} [the|my|our] {name:short-text}`,
    `${MAKE} [me|us] [a|an|the|my|another] [new] {name:text} {kind:canvas-kind} with [the] (columns|column) {columns:text}`,
    '(write down|take a note|take down|note down|jot down|make a note) [that] {text:text}',
  ],
  recogniseWithin: withinTalk('canvas.make'),
  effect: 'writes',
  run: ({ kind: said = 'note', name, columns, rows, items, text }, { canvas }) => {
    const kind = AS_KIND[said] ?? canvasKindSchema.safeParse(said).data ?? (text === undefined ? 'table' : 'note');
    // "A table with city and price" has those columns; a list with milk and eggs has those rows.
    const headings = columns ?? (kind === 'table' ? items : undefined);
    const listed = items === undefined || kind === 'table' ? [] : itemsIn(items).map((item) => [item]);
    const made = canvas.make({
      kind,
      // "A menu for dinner" is a list of that name.
      name: titleOf(said === 'menu' && name !== undefined ? `menu for ${name}` : name, said),
      ...(headings === undefined
        ? {}
        : {
            columns: columnsIn(headings)
              .filter((column) => column !== '')
              .slice(0, 40),
          }),
      rows: [...listed, ...(rows === undefined ? [] : rowsIn(rows))].slice(0, 10_000),
      ...(text === undefined ? {} : { text: sentenceCase(text.trim()) }),
    });
    const held = made.rows.length === 0 ? '' : ` with ${spoken(made.rows.map(({ cells }) => cells[0] ?? ''))}`;
    const sentence = kind === 'note' && text !== undefined ? 'Noted.' : `Here is ${shownName(made)}${held}.`;
    return {
      sentence,
      data: { name: made.name, kind: made.kind, columns: made.columns.map((column) => column.name), rows: made.rows.length },
    };
  },
});

const duplicate = defineSkill({
  name: 'canvas.duplicate',
  description: 'Makes what is shown again for something else: "now the same for Atlanta". Give its own rows if you know them.',
  parameters: z.strictObject({
    for: z.string().min(1).max(100).describe('what it is for now: Atlanta'),
    rows: z.string().max(100_000).optional().describe('all rows of the new one, one a line, cells parted by |'),
  }),
  when: isShown,
  phrases: [
    '[now] [do|make|give me] [the] same [thing|again] [table|list|plan] [but|again|now] for {for:text}',
    '[do|make] (it|that|this) [all] again for {for:text}',
    '(copy|duplicate|repeat) (it|that|this|the table|the list|the plan) for {for:text}',
    '[and] now for {for:text}',
    '[make] another one for {for:text}',
  ],
  effect: 'writes',
  run: ({ for: by, rows }, { canvas }) => {
    const old = canvas.current();
    if (old === null) return declined(NOTHING_SHOWN);
    const made = canvas.duplicate({ of: OLDER_NAME.exec(old.name)?.groups?.['of'] ?? null, by: cellText(by) });
    if (made === null) return declined(NOTHING_SHOWN);
    if (rows !== undefined) {
      const refused = canvas.change({ do: 'clear' }, { do: 'add-rows', rows: rowsIn(rows).map((cells) => [...cells]) });
      if (refused !== null) return declined(refused);
    }
    const data = { name: made.name, columns: made.columns.map(({ name }) => name), rows: canvas.current()?.rows.length ?? 0 };
    return { sentence: `Here is ${shownName(made)}.`, data };
  },
});

const open = defineSkill({
  name: 'canvas.open',
  description: 'Shows a table, list, plan or note that was made before: "the New York table".',
  parameters: z.strictObject({ name: z.string().min(1).max(100) }),
  phrases: [
    '(open|show|show me|bring up|bring back|go back to|let me see|pull up) [the|my|our] {name:canvas-name}',
    'what is on [the|my|our] {name:canvas-name}',
    'read [me] [the|my|our] {name:canvas-name}',
  ],
  recognise: surelyInTalk('canvas.open'),
  recogniseWithin: withinTalk('canvas.open'),
  effect: 'writes',
  run: ({ name }, { canvas }) => {
    const shown = canvas.open(name);
    return shown === null ? declined(`I have no ${name}.`) : content(canvas);
  },
});

const read = defineSkill({
  name: 'canvas.read',
  description: 'Reads aloud what is on the screen, or how many rows it has.',
  parameters: z.strictObject({}),
  when: isShown,
  phrases: [
    'what is [still] on (it|the list|my list|the table|the plan|the screen|there|that list) [so far]',
    'what (do|did|have) (i|we) [have|got|put] (on there|on it|on the list|in there) [so far]',
    '(read|read me|read out|tell me) (it|the list|my list|the table|the plan|it all|the list back) [out|aloud|back|to me|back to me]',
    'what have (i|we) got [on (there|it|the list)] [so far]',
    'what do (i|we) have [on the list|so far]',
    '[read me|tell me] what (i|we) have (got|got so far|got written down|written down|on there) [so far]',
    'how many (things|items|rows|entries) (are|are there|do i have|do we have|does it have) [on it|on the list|in it|in the table]',
    'how long is (the list|it)',
  ],
  recogniseWithin: withinTalk('canvas.read'),
  effect: 'none',
  run: (_, { canvas, utterance }) => rowAt(canvas, utterance) ?? content(canvas, /\bhow (?:many|long)\b/i.test(utterance)),
});

const close = defineSkill({
  name: 'canvas.close',
  description: 'Takes what is shown off the screen; it is kept.',
  parameters: z.strictObject({}),
  when: isShown,
  phrases: [
    '(close|hide|put away) (it|that|the list|the table|the plan|the note|the canvas)',
    '(put|take|get|clear) (it|that|this|the list|the table|the plan|the note|the canvas) (away|off the screen|from the screen|out of sight)',
    'we are done with (it|that|the list|the table)',
  ],
  recognise: surelyInTalk('canvas.close'),
  recogniseWithin: withinTalk('canvas.close'),
  effect: 'writes',
  run: (_, { canvas }) => {
    const shown = canvas.current();
    canvas.close();
    return { sentence: `${sentenceCase(shownName(shown))} is put away.`, data: { closed: shown?.name ?? null } };
  },
});

const PLACE_ASKED =
  /\b(?:who|what|which)(?:['’]s| is| comes| was| have i got)?(?: the)?(?: one)? (?<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\b/i;

/** "Who's second on the list?" Null where no place is asked for that there is. */
function rowAt(desk: CanvasDesk, utterance: string): SkillResult | null {
  const place = PLACE_ASKED.exec(utterance)?.groups?.['place']?.toLowerCase();
  const rows = desk.current()?.rows ?? [];
  const row = place === undefined ? undefined : place === 'last' ? rows.at(-1) : rows[(readOrdinal([place]) ?? 0) - 1];
  if (row === undefined) return null;
  const cells = row.cells.filter((cell) => cell !== '');
  return { sentence: `${sentenceCase(place ?? '')} is ${joinSpoken(cells)}.`, data: { row: cells } };
}

export const makeSkills = [make, duplicate, open, read, close];

/** @param isCounted whether it was asked how many there are */
function content(desk: CanvasDesk, isCounted = false): SkillResult {
  const shown = desk.current();
  if (shown === null) return declined(NOTHING_SHOWN);
  if (shown.columns.length === 0)
    return { sentence: shown.text === '' ? `${shown.name} is empty.` : shown.text.slice(0, 300), data: { text: shown.text } };
  const names = shown.rows.map(({ cells }) => cells[0] ?? '');
  const [done, open] = [true, false].map((isDone) => names.filter((_, at) => (shown.rows[at]?.done === true) === isDone));
  const what = names.length === 0 ? 'nothing yet' : open?.length === 0 ? 'nothing that is left to do' : spoken(open ?? []);
  const ticked = done === undefined || done.length === 0 ? '' : ` Done: ${spoken(done)}.`;
  const count = names.length > 5 ? ` The first is ${names[0]}, the last ${names.at(-1)}.` : '';
  const data = {
    name: shown.name,
    columns: shown.columns.map(({ name }) => name),
    rows: shown.rows.slice(0, 100).map(({ cells }) => cells),
  };
  const counted = isCounted && names.length > 1 ? `${sentenceCase(sayCount(names.length))} on` : 'On';
  return { sentence: `${counted} ${shownName(shown)}: ${what}.${ticked}${count}`, data: { ...data, count: sayCount(names.length) } };
}

/** "shopping" made as a list is the "Shopping list". */
function titleOf(name: string | undefined, kind: string): string {
  const plain = (name ?? '')
    .trim()
    .replace(/[\s.,!?]+$/u, '')
    .replace(/^(?:an?|the|my) (?=\S)/iu, '');
  if (plain === '') return sentenceCase(kind);
  return sentenceCase(plain).slice(0, 80);
}
