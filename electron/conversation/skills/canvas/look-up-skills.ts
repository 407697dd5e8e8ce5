import { z } from 'zod';
import type { Canvas, CanvasRow } from '../../../ipc/canvas-schema.ts';
import { averageOfCells, compareCells, readCell } from '../../../ipc/cell-number.ts';
import { defineSkill, type SkillResult } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { withinTalk } from './about-screen/read-screen-talk.ts';
import { hasColumns, hasFreeRows, isRefusal, lowerFirst, NOTHING_SHOWN, oneRow, rowName, shownName } from './canvas-words.ts';
import { itemsIn } from './cell-words.ts';
import { columnOfSuperlative, putsLargestFirst } from './superlatives.ts';

const lookUp = defineSkill({
  name: 'canvas.look-up',
  description: 'Tells what a row of the table on the screen says, or which row has the most or least of something.',
  parameters: z.strictObject({
    row: z.string().max(200).optional().describe('which row: Rome; the third one'),
    column: z.string().max(100).optional().describe('which column; left out = the whole row'),
    most: z.string().max(40).optional().describe('instead of a row: cheapest, oldest, highest'),
  }),
  when: hasColumns,
  phrases: [],
  recognise: withinTalk('canvas.look-up'),
  effect: 'none',
  run: ({ row: which, column: said, most }, { canvas }) => {
    const shown = canvas.current();
    if (shown === null) return declined(NOTHING_SHOWN);
    if (most !== undefined) return extreme(shown, most);
    const row = oneRow(canvas, which ?? '');
    if (isRefusal(row)) return row;
    const column = said === undefined ? null : canvas.column(said);
    const text = row.cells[shown.columns.findIndex(({ id }) => id === column?.id)];
    if (column !== null && text !== undefined)
      return {
        sentence: text === '' ? `Nothing is written there.` : `${rowName(row)}: ${text}.`,
        data: { row: rowName(row), value: text },
      };
    return wholeRow(shown, row.cells);
  },
});

const check = defineSkill({
  name: 'canvas.check',
  description: 'Tells whether something is on the list on the screen.',
  parameters: z.strictObject({ what: z.string().min(1).max(200) }),
  when: hasFreeRows,
  phrases: [
    '(did|have) (i|we) [already] (put|write|written|add|added|get|got|have) [the|any|some] {what:things} [down] (on there|on it|on the list|on|down|already) [already|yet] [or not]',
    'is [there] [the|any] {what:things} [already] (on|in) (there|it|the list|the table|my list|our list) [already|yet]',
    'are [there] [the|any] {what:things} [already] (on|in) (there|it|the list|the table|my list|our list) [already|yet]',
  ],
  recogniseWithin: withinTalk('canvas.check'),
  effect: 'none',
  run: ({ what }, { canvas }) => {
    const asked = itemsIn(what);
    const missing = asked.filter((item) => !('means' in canvas.rows(item)) && !('mayMean' in canvas.rows(item)));
    const on = shownName(canvas.current());
    if (missing.length === 0) return { sentence: `Yes, ${named(asked)} on ${on}.`, data: { there: true } };
    return { sentence: `No, ${named(missing)} not on ${on}.`, data: { there: false, missing } };
  },
});

const average = defineSkill({
  name: 'canvas.average',
  description: 'Tells the average of a column of numbers of the table on the screen.',
  example: "What's the average price?",
  parameters: z.strictObject({ column: z.string().max(80).optional().describe('left out = the only column of numbers, or the price') }),
  when: hasColumns,
  phrases: [
    '(what is|what would be|work out|calculate|figure out|find|find out|give me|tell me|show me) the (average|mean) [of [the] {column:text}]',
    '(what is|work out|calculate|figure out|find|find out|give me|tell me|show me) the (average|mean) {column:column-word}',
  ],
  recognise: withinTalk('canvas.average'),
  effect: 'none',
  run: ({ column: said }, { canvas }) => {
    const shown = canvas.current();
    if (shown === null) return declined(NOTHING_SHOWN);
    const cells = (place: number) => shown.rows.map((row) => row.cells[place] ?? '');
    const named = said === undefined ? null : canvas.column(said);
    const ofNumbers = shown.columns.filter((_, place) => averageOfCells(cells(place)) !== null);
    // "The average weight on those fish": of fish there is none, and of only one thing there is.
    const isOther = named !== null && !ofNumbers.includes(named) && ofNumbers.length === 1;
    const meant = said === undefined || isOther ? ofNumbers : shown.columns.filter(({ id }) => id === named?.id);
    const column = meant.find(({ name }) => /price|cost|amount/i.test(name)) ?? meant[0];
    const told = column === undefined ? null : averageOfCells(cells(shown.columns.indexOf(column)));
    if (column === undefined || told === null) return declined(`There are no numbers to average on ${shownName(shown)}.`);
    return { sentence: `${sentenceCase(lowerFirst(column.name))} on average: ${told}.`, data: { column: column.name, average: told } };
  },
});

export const lookUpSkills = [lookUp, check, average];

function named(items: readonly string[]): string {
  const [only = ''] = items;
  return `${items.map(lowerFirst).join(' and ')} ${items.length > 1 || /(?<![su])s$/.test(only) ? 'are' : 'is'}`;
}

function wholeRow({ columns }: Canvas, cells: readonly string[]): SkillResult {
  const [first = '', ...rest] = cells;
  const told = rest.flatMap((text, at) => (text === '' ? [] : [`${lowerFirst(columns[at + 1]?.name ?? '')} ${text}`]));
  return { sentence: `${sentenceCase([first, ...told].join(', '))}.`, data: { cells } };
}

function extreme(shown: Canvas, most: string): SkillResult {
  const column = columnOfSuperlative(shown, most);
  const place = shown.columns.findIndex(({ id }) => id === column?.id);
  if (column === undefined) return declined(`I see no column on ${shownName(shown)} that tells which is the ${most}.`);
  const cell = (row: CanvasRow) => row.cells[place] ?? '';
  const numbered = shown.rows.filter((row) => readCell(cell(row)) !== null);
  const [top] = numbered.toSorted((left, right) => compareCells(cell(left), cell(right), putsLargestFirst(most) ? -1 : 1));
  if (top === undefined) return declined(`There are no numbers under ${lowerFirst(column.name)}.`);
  return { sentence: `${rowName(top)}: ${cell(top)}.`, data: { row: rowName(top), value: cell(top) } };
}
