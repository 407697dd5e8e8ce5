import { countedPlaces } from '../../../models/names/counted-places.ts';
import { editDistance } from '../../../models/names/edit-distance.ts';
import { singularOf } from '../../../models/names/singular.ts';
import type { Canvas, CanvasColumn, CanvasReference, CanvasRow } from '../../ipc/canvas-schema.ts';
import { compareCells, readCell } from '../../ipc/cell-number.ts';

/** What people call a row or a column: "the third one", "the cheap one", "both coffees", "the price column". */

const ARTICLES = /^(?:(?:the|my|a|an|that|this|those|these|our) )+/;
/** Of what column "the cheap one" speaks, and from which end. */
const EXTREMES: readonly { readonly words: RegExp; readonly column: RegExp; readonly direction: 1 | -1 }[] = [
  { words: /^(?:cheap|cheaper|cheapest|least expensive)(?: one)?$/, column: /price|cost|amount|fee|rate/i, direction: 1 },
  { words: /^(?:expensive|dear|dearest|most expensive|more expensive)(?: one)?$/, column: /price|cost|amount|fee|rate/i, direction: -1 },
  { words: /^(?:early|earlier|earliest)(?: one)?$/, column: /time|date|day|when/i, direction: 1 },
  { words: /^(?:late|later|latest)(?: one)?$/, column: /time|date|day|when/i, direction: -1 },
];

/**
 * The rows that are meant. "Both" and "all" mean several; otherwise several matches are a question back.
 * @param words as they were said, without the request around them
 */
export function rowsMeant(canvas: Canvas, words: string): CanvasReference<CanvasRow> {
  const said = plain(words).replace(/^(?:row|line|entry|one|item) (?:with|for|about|of|that says|called) (?:the )?/, '');
  const { rows } = canvas;
  const except =
    /^(?:everything|all|all of (?:it|them)|every(?: single| last)? (?:row|one|item|thing|job|task)|everyone)(?: (?:but|except|except for|apart from|other than) (?<kept>.+))?$/.exec(
      said,
    );
  if (except !== null) return allBut(canvas, words, except.groups?.['kept']);
  const counted = countedPlaces(said, rows.length);
  if (counted !== null) {
    const meant = counted.flatMap((place) => rows[place] ?? []);
    return meant.length < counted.length || meant.length === 0 ? { unknown: words } : { means: meant };
  }
  const marked =
    /^(?:all )?(?:the )?(?:done|finished|completed|ticked|checked)(?: off)?(?: (?:one|row|item|thing|task|entry|entrie)s?)?$/.test(said);
  if (marked && rows.some(({ done }) => done === true)) return { means: rows.filter(({ done }) => done === true) };
  const extreme = extremeRow(canvas, said);
  if (extreme !== null) return { means: [extreme] };
  const several = /^(?:both|all|every|all of|both of)(?: the| my)? (?<what>.+)$/.exec(said)?.groups?.['what'];
  const found = rowsNamed(rows, several ?? said.replace(/ (?:one|row|line|entry|item)$/, ''));
  if (found.length === 0) return each(canvas, words, several ?? said);
  return several !== undefined || found.length === 1 ? { means: found } : { mayMean: found };
}

/** "The lamp and the rug": what is joined is looked for one by one; all of them must be there. */
function each(canvas: Canvas, words: string, said: string): CanvasReference<CanvasRow> {
  const names = said.split(/ and (?:also )?/);
  const found = names.length < 2 ? [] : names.map((name) => rowsMeant(canvas, name));
  const means = found.flatMap((reference) => ('means' in reference ? reference.means : []));
  return found.length > 0 && found.every((reference) => 'means' in reference) ? { means: [...new Set(means)] } : { unknown: words };
}

function allBut(canvas: Canvas, words: string, kept: string | undefined): CanvasReference<CanvasRow> {
  const stays = kept === undefined ? null : rowsMeant(canvas, kept);
  if (stays !== null && !('means' in stays)) return stays;
  const means = canvas.rows.filter((row) => stays?.means.includes(row) !== true);
  return means.length > 0 ? { means } : { unknown: words };
}

/** The column that is meant: by its name, a part of it, or its place ("the second column"). */
export function columnMeant(canvas: Canvas, words: string): CanvasColumn | null {
  const said = plain(words).replace(/ columns?$/, '');
  const counted = countedPlaces(said, canvas.columns.length)?.[0];
  const near = (exactly: boolean) =>
    canvas.columns.find(({ name }) =>
      exactly
        ? sameWord(plain(name), said)
        : plain(name)
            .split(' ')
            .some((word) => sameWord(word, said)),
    );
  return (counted === undefined ? undefined : canvas.columns[counted]) ?? near(true) ?? near(false) ?? null;
}

function extremeRow({ columns, rows }: Canvas, said: string): CanvasRow | null {
  const extreme = EXTREMES.find(({ words }) => words.test(said));
  const place = extreme === undefined ? -1 : columns.findIndex(({ name }) => extreme.column.test(name));
  if (extreme === undefined || place < 0) return null;
  const filled = rows.filter(({ cells }) => (cells[place] ?? '').trim() !== '');
  return filled.toSorted((left, right) => compareCells(left.cells[place] ?? '', right.cells[place] ?? '', extreme.direction))[0] ?? null;
}

/** Rows with a cell that is called so; whole cells go before parts of them, parts before what only sounds alike. */
function rowsNamed(rows: readonly CanvasRow[], said: string): readonly CanvasRow[] {
  const tests: readonly ((cell: string) => boolean)[] = [
    (cell) => cell === said || singularOf(cell) === singularOf(said),
    (cell) => ` ${singularOf(cell)} `.includes(` ${singularOf(said)} `),
    (cell) => sameWord(cell, said),
  ];
  for (const test of tests) {
    const found = rows.filter(({ cells }) => cells.some((cell) => readCell(cell) === null && cell !== '' && test(plain(cell))));
    if (found.length > 0) return found;
  }
  return [];
}

/** Recognisers miss a letter here and there: one change in four letters is still the same word. */
function sameWord(one: string, other: string): boolean {
  const [left, right] = [singularOf(one), singularOf(other)];
  return left === right || editDistance(left, right) <= Math.floor(Math.min(left.length, right.length) / 4);
}

function plain(text: string): string {
  const lower = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return lower.trim().replace(ARTICLES, '');
}
