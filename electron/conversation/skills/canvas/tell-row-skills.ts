import { z } from 'zod';
import type { Canvas, CanvasOperation } from '../../../ipc/canvas-schema.ts';
import { type CanvasDesk, defineSkill } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { surelyInTalk } from './about-screen/read-screen-talk.ts';
import { hasFreeRows, lowerFirst, NOTHING_SHOWN, shownName } from './canvas-words.ts';
import { cellLike, cellText } from './cell-words.ts';

const tellRow = defineSkill({
  name: 'canvas.tell-row',
  description: 'Writes several cells of one row of the table on the screen; the row is added where there is none of that name.',
  example: 'Add Berlin, it costs ninety, two nights, in May.',
  parameters: z.strictObject({
    row: z.string().min(1).max(200).describe('what the row is called: Berlin'),
    cells: z.string().max(10_000).describe('one cell a line: "Price: ninety"; empty where it is not certain which is which'),
  }),
  when: hasFreeRows,
  phrases: [],
  recognise: surelyInTalk('canvas.tell-row'),
  effect: 'writes',
  run: ({ row, cells }, { canvas }) => {
    const shown = canvas.current();
    if (shown === null) return declined(NOTHING_SHOWN);
    const others = shown.columns.slice(1).map(({ name }) => lowerFirst(name));
    if (cells.trim() === '') return declined(`Which is which? Tell me the ${joinSpoken(others)} of ${row}, in this order.`);
    const values = valuesIn(canvas, shown, cells);
    const there = shown.rows.find((other) => other.cells[0]?.toLowerCase() === row.toLowerCase());
    const operations: readonly CanvasOperation[] =
      there === undefined
        ? [{ do: 'add-rows', rows: [shown.columns.map(({ id }, place) => (place === 0 ? cellText(row) : (values.get(id) ?? '')))] }]
        : [...values].map(([columnId, text]) => ({ do: 'set-cell', rowId: there.id, columnId, text }));
    const refused = canvas.change(...operations);
    if (refused !== null) return declined(refused);
    const said = shown.columns.flatMap(({ id, name }) => (values.has(id) ? [`${lowerFirst(name)} ${values.get(id)}`] : []));
    return { sentence: `${cellText(row)} on ${shownName(shown)}: ${said.join(', ')}.`, data: { row, cells: said } };
  },
});

export const tellRowSkills = [tellRow];

/** By the columns' ids, written like the other cells of their columns. */
function valuesIn(canvas: CanvasDesk, shown: Canvas, cells: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of cells.split('\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    const column = canvas.column(name);
    if (column === null) continue;
    const place = shown.columns.findIndex(({ id }) => id === column.id);
    values.set(
      column.id,
      cellLike(
        value,
        shown.rows.map((row) => row.cells[place] ?? ''),
      ),
    );
  }
  return values;
}
