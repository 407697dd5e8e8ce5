import { z } from 'zod';
import type { CanvasOperation } from '../../../ipc/canvas-schema.ts';
import { type CanvasDesk, defineSkill } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { sayCount } from '../words/number-speech.ts';
import { surelyInTalk, withinTalk } from './about-screen/read-screen-talk.ts';
import { hasColumns, lowerFirst, NOTHING_SHOWN, shownName } from './canvas-words.ts';
import { cellsIn, cellText } from './cell-words.ts';
import { columnShown } from './shown-things.ts';

const ADD =
  'add|make|put in|put|insert|stick in|give it|give me|we need|i want|i need|i would like|can i have|could i have|can we have|could we have|there should be|at';
const ANOTHER = '(a|an|another|the|one more|an extra|a further)';

const addColumn = defineSkill({
  name: 'canvas.add-column',
  description: 'Adds a column to the table on the screen, with a value for each row if you know them.',
  parameters: z.strictObject({
    name: z.string().min(1).max(80).describe('Price'),
    values: z.string().max(100_000).optional().describe('one value for each row from the top, parted by | or commas'),
  }),
  when: hasColumns,
  phrases: [
    `(${ADD}) ${ANOTHER} [new] column (for|called|named|with|of|saying) [the|a] {name:short-text}`,
    `(${ADD}) ${ANOTHER} {name:short-text} column`,
    `(${ADD}) ${ANOTHER} {name:short-text} column with [the values|the prices] {values:text}`,
    '(add|make|put in|insert) (a|an|another|the) [new] column (for|called|named) [the] {name:short-text} with [the values] {values:text}',
    '(add|give it|put in) [the] {name:column-word} [to it|to the table|too]',
  ],
  recogniseWithin: withinTalk('canvas.add-column'),
  effect: 'writes',
  run: ({ name: said, values }, { canvas }) => {
    const name = sentenceCase(said.trim());
    const refused = canvas.change({ do: 'add-column', name });
    if (refused !== null) return declined(refused);
    const filled = values === undefined ? 0 : fill(canvas, name, columnValues(values, canvas.current()?.rows.length ?? 0));
    const sentence =
      filled === 0 ? `There is a column for ${lowerFirst(name)} now.` : `The ${lowerFirst(name)} column has ${sayCount(filled)} values.`;
    return { sentence, data: { column: name, filled } };
  },
});

const removeColumn = defineSkill({
  name: 'canvas.remove-column',
  description: 'Takes a column out of the table on the screen.',
  parameters: z.strictObject({ column: z.string().min(1).max(80) }),
  when: hasColumns,
  finds: columnShown('column'),
  phrases: [
    '(remove|delete|drop|take out|take away|lose|hide|get rid of|scrap|erase|leave out) [the] {column:text} column',
    '(take|leave|get) [the] {column:text} column (out|off|away|out of there|out of it)',
    '(i|we) (do not need|do not want|can do without) [the] {column:text} column [any more|anymore]',
    '(remove|delete|drop|take out) the column (called|named|for|with) [the] {column:text}',
  ],
  recognise: surelyInTalk('canvas.remove-column'),
  recogniseWithin: withinTalk('canvas.remove-column'),
  effect: 'writes',
  run: ({ column: said }, { canvas }) => {
    const column = canvas.column(said);
    if (column === null) return declined(`There is no ${said} column on ${shownName(canvas.current())}.`);
    const refused = canvas.change({ do: 'remove-column', columnId: column.id });
    return refused === null
      ? { sentence: `The ${lowerFirst(column.name)} column is gone.`, data: { removed: column.name } }
      : declined(refused);
  },
});

const renameColumn = defineSkill({
  name: 'canvas.rename-column',
  description: 'Gives a column of the table on the screen another name.',
  parameters: z.strictObject({ column: z.string().min(1).max(80), name: z.string().min(1).max(80) }),
  when: hasColumns,
  finds: columnShown('column'),
  phrases: [
    '(rename|change|call) [the] {column:text} column [to|into|as] {name:text}',
    '(rename|change) the (heading|header|title) {column:short-text} (to|into) {name:short-text}',
    'rename [the] {column:column-word} (to|as|into) {name:short-text}',
    '(call|name) [the] {column:column-word} {name:short-text} instead',
  ],
  recognise: surelyInTalk('canvas.rename-column'),
  recogniseWithin: withinTalk('canvas.rename-column'),
  effect: 'writes',
  run: ({ column: said, name }, { canvas }) => {
    const column = canvas.column(said);
    if (column === null) return declined(`There is no ${said} column on ${shownName(canvas.current())}.`);
    const refused = canvas.change({ do: 'rename-column', columnId: column.id, name: sentenceCase(name.trim()) });
    return refused === null ? { sentence: `It is called ${lowerFirst(name.trim())} now.`, data: { column: name } } : declined(refused);
  },
});

const moveColumn = defineSkill({
  name: 'canvas.move-column',
  description: 'Moves a column of the table on the screen to the front, to the end, or before another.',
  parameters: z.strictObject({
    column: z.string().min(1).max(80),
    to: z.string().min(1).max(80).describe('front, end, or the column it goes before'),
  }),
  when: hasColumns,
  finds: columnShown('column'),
  phrases: [
    '(move|put) [the] {column:text} column (to the|at the) {to:place-end}',
    '(move|put) [the] {column:text} column (before|left of|in front of) [the] {to:text}',
    '(move|put) [the] {column:text} column {to:place-end}',
  ],
  recognise: surelyInTalk('canvas.move-column'),
  recogniseWithin: withinTalk('canvas.move-column'),
  effect: 'writes',
  run: ({ column: said, to }, { canvas }) => {
    const shown = canvas.current();
    const column = canvas.column(said);
    if (shown === null || column === null) return declined(shown === null ? NOTHING_SHOWN : `There is no ${said} column.`);
    const others = shown.columns.filter(({ id }) => id !== column.id);
    const before = /^(?:end|last|right|bottom)$/.test(to) ? others.length : others.findIndex(({ id }) => id === canvas.column(to)?.id);
    const place = /^(?:front|first|start|beginning|left|top)$/.test(to) ? 0 : before;
    if (place < 0) return declined(`There is no ${to} column.`);
    const refused = canvas.change({ do: 'move-column', columnId: column.id, to: place });
    return refused === null
      ? { sentence: `The ${lowerFirst(column.name)} column is moved.`, data: { moved: column.name } }
      : declined(refused);
  },
});

export const columnSkills = [addColumn, removeColumn, renameColumn, moveColumn];

/** "Open in every row" is one value for all of them. */
function columnValues(said: string, rows: number): readonly string[] {
  const same = /^(?<value>.+?) (?:in|for|on) (?:every|each|all)\b/i.exec(said)?.groups?.['value'];
  return same === undefined ? cellsIn(said) : Array.from({ length: rows }, () => cellText(same));
}

/** @returns how many cells were filled, from the top */
function fill(canvas: CanvasDesk, name: string, values: readonly string[]): number {
  const [rows, column] = [canvas.current()?.rows ?? [], canvas.column(name)];
  if (column === null) return 0;
  const set = rows
    .slice(0, values.length)
    .map(
      ({ id }, place): CanvasOperation => ({ do: 'set-cell', rowId: id, columnId: column.id, text: (values[place] ?? '').slice(0, 500) }),
    );
  return set.length > 0 && canvas.change(...set) === null ? set.length : 0;
}
