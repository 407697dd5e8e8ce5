import { singularOf } from '../../../../models/names/singular.ts';
import type { Canvas, CanvasColumn, RowTest } from '../../../ipc/canvas-schema.ts';
import { readCell } from '../../../ipc/cell-number.ts';
import { spokenText } from '../words/spoken-words.ts';
import { cellText } from './cell-words.ts';
import { columnOfSuperlative, PRICE } from './superlatives.ts';

/** Rows that are meant by a number or by what they lack: "everything over fifty euros", "the cities without a price". */

type Than = Extract<RowTest, { than: string }>['than'];

/** What says which side of the number is meant, and maybe of which column. */
const SIDES: readonly (readonly [RegExp, Than])[] = [
  [/ (?:at least|not less than|no less than|from) /, 'at-least'],
  [/ (?:at most|not more than|no more than|not over|up to|a maximum of) /, 'at-most'],
  [
    / (?:over|above|more than|greater than|higher than|bigger than|larger than|beyond|exceeding|dearer than|more expensive than|older than|longer than|taller than|heavier than) /,
    'above',
  ],
  [/ (?:under|below|less than|fewer than|lower than|smaller than|cheaper than|younger than|shorter than|lighter than|beneath) /, 'below'],
];
const AFTERWARDS: readonly (readonly [RegExp, Than])[] = [
  [/ (?:or|and) (?:more|over|above|up|higher|older|longer)$/, 'at-least'],
  [/ (?:or|and) (?:less|under|below|lower|fewer|younger|cheaper|shorter)$/, 'at-most'],
];
const LACKING =
  / (?:without|with no|have no|has no|having no|missing|lacking|that do not have|that does not have|with an empty|with empty) (?:a |an |any |the |their )?/;
const HOLDING = / (?:with|that have|that has|which have|having) (?:a |an |any |the |some )/;

/** Words around a condition that say nothing more. */
const SUBJECT =
  /^(?:all|every|each|any|everything|anything|everyone|what|whatever|of|the|those|these|that|which|who|whose|are|is|at|for|cost|costs|costing|priced|score|scored|scoring|with|has|have|having|got|a|an|in|it|them|ones?|rows?|items?|things?|lines?|entries|people|price|price of)$/;

/** A test of the rows, or the columns whose numbers may be meant: none, or several of which one must be chosen. */
export type Condition = { readonly test: RowTest } | { readonly mayBeOf: readonly CanvasColumn[] };

/** Null when the words are no condition. @param words without the request around them */
export function conditionIn(words: string, canvas: Canvas): Condition | null {
  const said = ` ${spokenText(words)}`;
  return doneIn(said, canvas) ?? limitIn(said, canvas) ?? emptinessIn(said, canvas);
}

/** What has become of a row that needs nothing more. */
export const DONE =
  '(?:done|ticked(?: off)?|finished|checked(?: off)?|crossed(?: off)?|completed|complete|bought|got(?:ten)?(?: (?:a?round )?to)?|dealt with|seen to)';
const NOT_DONE = new RegExp(
  ` (?:(?:i|we|you) )?(?:(?:are|is|have|has|were) )?(?:not|never) (?:yet |been )*${DONE}(?: yet)?$| (?:un(?:done|ticked|checked|finished)|still (?:to do|to get|open|left|outstanding)|left to do|outstanding|to be done|left)$`,
);
const IS_DONE = new RegExp(` (?:(?:i|we|you) )?(?:(?:are|is|have|has|were) )?(?:already |been )*${DONE}$`);

/** "The ones that aren't done", "what I've ticked". */
function doneIn(said: string, canvas: Canvas): Condition | null {
  const columnId = canvas.columns[0]?.id;
  const [pattern, isDone] = NOT_DONE.test(said) ? [NOT_DONE, false] : [IS_DONE, true];
  // Of a column that says so itself the words are asked.
  const isOwn = columnId !== undefined && !canvas.columns.some(({ name }) => /done|status|finished|complete/i.test(name));
  const subject = said.replace(pattern, '').trim();
  const isMeant = isOwn && pattern.test(said) && (subject === '' || isSubject(subject, canvas));
  return isMeant ? { test: { columnId, isDone } } : null;
}

function emptinessIn(said: string, canvas: Canvas): Condition | null {
  for (const [pattern, isEmpty] of [
    [LACKING, true],
    [HOLDING, false],
  ] as const) {
    const parts = said.split(pattern);
    const column = parts.length === 2 ? columnCalled(canvas, parts[1] ?? '') : undefined;
    if (column !== undefined && isSubject(parts[0] ?? '', canvas)) return { test: { columnId: column.id, isEmpty } };
  }
  return null;
}

function limitIn(said: string, canvas: Canvas): Condition | null {
  const after = AFTERWARDS.find(([pattern]) => pattern.test(said));
  const side = after ?? SIDES.find(([pattern]) => pattern.test(`${said} `));
  if (side === undefined) return null;
  const [pattern, than] = side;
  const [subject = '', limit = ''] = after === undefined ? said.split(pattern) : amountLast(said.replace(pattern, ''));
  const amount = amountIn(limit, canvas);
  if (amount === null || !isSubject(subject, canvas)) return null;
  const columns = columnsMeant(canvas, { said, amount });
  const [column] = columns;
  if (column === undefined || columns.length > 1) return { mayBeOf: columns };
  return { test: { columnId: column.id, than, number: amount.number } };
}

interface Amount {
  readonly number: string;
  /** "$", "€" */
  readonly sign: string;
  readonly column: CanvasColumn | undefined;
}

/** "Fifty", "ten euros", "three nights" where there is a column of nights. */
function amountIn(limit: string, canvas: Canvas): Amount | null {
  const words = limit.trim().split(' ');
  const column = columnCalled(canvas, words.at(-1) ?? '');
  const written = cellText(
    (column === undefined ? words : words.slice(0, -1)).join(' ').replace(/^an? (?=hundred|thousand|million)/, 'one '),
  );
  const read = readCell(written);
  if (read === null || !/^[$€£]?\d[\d.,]*$/.test(written)) return null;
  return { number: written.replaceAll(/[^\d.]/g, ''), sign: read.sign.before, column };
}

/** "Everything fifty or more": the amount stands last. */
function amountLast(said: string): readonly [string, string] {
  const words = said.trim().split(' ');
  for (let from = 0; from < words.length; from += 1)
    if (readCell(cellText(words.slice(from).join(' '))) !== null) return [words.slice(0, from).join(' '), words.slice(from).join(' ')];
  return [said, ''];
}

/** The column that is said, or that the words can only be of; several where it would be a guess. */
function columnsMeant(canvas: Canvas, { said, amount }: { readonly said: string; readonly amount: Amount }): readonly CanvasColumn[] {
  const cells = (column: CanvasColumn) => canvas.rows.map((row) => row.cells[canvas.columns.indexOf(column)] ?? '');
  const numbered = canvas.columns.filter((column) => cells(column).some((cell) => readCell(cell) !== null));
  const named = amount.column ?? numbered.find(({ name }) => said.includes(` ${name.toLowerCase()} `));
  if (named !== undefined) return [named];
  const compared = / (?<how>cheap|dear|old|young|long|short|tall|heav|light|more expensive)\S* than /.exec(said)?.groups?.['how'];
  const spokenOf = compared === undefined ? undefined : columnOfSuperlative(canvas, compared);
  if (spokenOf !== undefined) return [spokenOf];
  const priced = amount.sign !== '' || / (?:costs?|costing|priced) /.test(said);
  const prices = priced
    ? numbered.filter(
        (column) => PRICE.test(column.name) || cells(column).some((cell) => amount.sign !== '' && cell.startsWith(amount.sign)),
      )
    : [];
  return prices.length > 0 ? prices : numbered;
}

/** A column by its whole name, in one or several. */
function columnCalled({ columns }: Canvas, words: string): CanvasColumn | undefined {
  const wanted = singularOf(words.trim());
  return columns.length < 2 ? undefined : columns.find(({ name }) => singularOf(name.toLowerCase()) === wanted);
}

/** "The cities that cost": words that say no more than which rows, and at most one that is what the rows are. */
function isSubject(subject: string, canvas: Canvas): boolean {
  const words = subject
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  const columns = canvas.columns.flatMap(({ name }) => name.toLowerCase().split(' ').map(singularOf));
  const others = words.filter((word) => !SUBJECT.test(word) && !columns.includes(singularOf(word)));
  const isOfAll = words.some((word) =>
    /^(?:all|every|each|any|everything|anything|everyone|those|these|the|ones?|what|whatever)$/.test(word),
  );
  return isOfAll && others.length <= 1 && others.every((word) => /s$|^people$/.test(word) || words[0] === 'every');
}
