import { editDistance } from '../../../models/names/edit-distance.ts';
import type { Canvas, CanvasColumn, CanvasReference, CanvasRow } from '../../ipc/canvas-schema.ts';
import { compareCells, readCell } from './cell-number.ts';

/** What people call a row or a column: "the third one", "the cheap one", "both coffees", "the price column". */

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
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
  const said = plain(words);
  const { rows } = canvas;
  if (/^(?:everything|all|all of (?:it|them)|every row)$/.test(said)) return rows.length > 0 ? { means: rows } : { unknown: words };
  const counted = placeMeant(said, rows.length);
  if (counted !== null) {
    const row = rows[counted];
    return row === undefined ? { unknown: words } : { means: [row] };
  }
  const extreme = extremeRow(canvas, said);
  if (extreme !== null) return { means: [extreme] };
  const several = /^(?:both|all|every|all of|both of)(?: the| my)? (?<what>.+)$/.exec(said)?.groups?.['what'];
  const found = rowsNamed(rows, several ?? said.replace(/ (?:one|row|line|entry|item)$/, ''));
  if (found.length === 0) return { unknown: words };
  return several !== undefined || found.length === 1 ? { means: found } : { mayMean: found };
}

/** The column that is meant: by its name, a part of it, or its place ("the second column"). */
export function columnMeant(canvas: Canvas, words: string): CanvasColumn | null {
  const said = plain(words).replace(/ columns?$/, '');
  const counted = placeMeant(said, canvas.columns.length);
  const near = (exactly: boolean) =>
    canvas.columns.find(({ name }) =>
      exactly
        ? sameWord(plain(name), said)
        : plain(name)
            .split(' ')
            .some((word) => sameWord(word, said)),
    );
  return (counted === null ? undefined : canvas.columns[counted]) ?? near(true) ?? near(false) ?? null;
}

/** Counts from 0; null when it is no place. */
function placeMeant(said: string, length: number): number | null {
  const match = /^(?:(?:row|number|item|line|column) (?<number>\w+)|(?<ordinal>\w+?)(?: one| row| item| line| entry| column)?)$/.exec(said);
  const { number, ordinal } = match?.groups ?? {};
  if (number !== undefined) {
    const count = /^\d+$/.test(number) ? Number(number) : NUMBERS.indexOf(number) + 1;
    return count > 0 ? count - 1 : null;
  }
  if (ordinal === 'last') return length - 1;
  const place = ORDINALS.indexOf(ordinal ?? '');
  return place < 0 ? null : place;
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
    (cell) => cell === said || singular(cell) === singular(said),
    (cell) => ` ${singular(cell)} `.includes(` ${singular(said)} `),
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
  const [left, right] = [singular(one), singular(other)];
  return left === right || editDistance(left, right) <= Math.floor(Math.min(left.length, right.length) / 4);
}

function plain(text: string): string {
  const lower = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return lower.trim().replace(ARTICLES, '');
}

function singular(words: string): string {
  return words.replaceAll(/(?<=\p{L}{2})(?:ies|(?<=(?:ch|sh|x|ss|to))es|(?<![su])s)(?![\p{L}])/gu, (ending) =>
    ending === 'ies' ? 'y' : '',
  );
}
