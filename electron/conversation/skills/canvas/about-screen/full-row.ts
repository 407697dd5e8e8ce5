import { singularOf } from '../../../../../models/names/singular.ts';
import type { Canvas, CanvasColumn } from '../../../../ipc/canvas-schema.ts';
import { readCell } from '../../../../ipc/cell-number.ts';
import { cellText } from '../cell-words.ts';
import { PRICE } from '../superlatives.ts';
import { cleaned } from './added-things.ts';
import type { ScreenReader, ScreenRequest } from './frame.ts';

/** Rows of more than two cells told in a sentence: "Berlin costs ninety, two nights, in May". What could go to two columns is asked. */

const ASKED =
  /^(?:(?:and|also|please|then|so|ok|okay|now|could you|can you|would you) )*(?:add|put in|put|insert|include|enter|write)(?: in| down)? (?:a |another )?(?:(?:new )?row (?:for|with) )?/i;
const TOLD =
  /^(?<name>(?:the )?[^\s,]+(?: [^\s,]+){0,2}?)(?:,? (?:it|he|she|which|who|they))?(?:,|'s)? (?<link>costs?|it costs|costing|is|was|are|has|at|for|with|in|on|scored|aged)? ?(?<rest>\S.*)$/i;
const APART = /\s*,\s*(?:and\s+)?|\s+and\s+|\s+(?=(?:in|on|at|for|with|from|costs|costing) )/iu;
const LEADING = /^(?:(?:in|on|at|for|with|from|a|an|the|of|it|is|has|costs|costing|about|only|just) )+/i;
const MONTH = /^(?:early |late |mid )?(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
/** What a value says of its column by itself. */
const KINDS: readonly (readonly [(value: string, piece: string) => boolean, RegExp])[] = [
  [(value) => MONTH.test(value), /month|when|date/i],
  [(value) => WEEKDAY.test(value), /day|when|date/i],
  [(value) => /^[$€£]\d/.test(cellText(value)), PRICE],
  [(_, piece) => /^(?:costs?|costing) /i.test(piece), PRICE],
  [(_, piece) => /^aged | years old$/i.test(piece), /age/i],
  [(_, piece) => /^scored /i.test(piece), /score|points/i],
];

interface Piece {
  readonly value: string;
  /** Those that the words allow; none when they say nothing of it. */
  readonly columns: readonly CanvasColumn[];
}

export const readFullRow: ScreenReader = (talk) => {
  const { canvas } = talk;
  if (canvas === null || canvas.columns.length < 3 || canvas.kind === 'order') return null;
  const said = talk.written(0, talk.text.length).replace(/[.!?]+$/, '');
  const isAsked = ASKED.test(said);
  const { name, link = '', rest = '' } = TOLD.exec(said.replace(ASKED, ''))?.groups ?? {};
  const row = cleaned(name ?? null);
  const pieces =
    row === null
      ? []
      : `${link} ${rest}`
          .trim()
          .split(APART)
          .map((piece) => pieceOf(piece.replace(/^(?:is|was|has) /i, ''), canvas));
  const certain = pieces.filter(({ columns }) => columns.length === 1);
  // A remark says of most cells which they are; without commas or a column that is named it is no row.
  if (row === null || pieces.length < 2 || certain.length < (isAsked ? 1 : 2) || !(isAsked || isThere(canvas, row) || /^\p{Lu}/u.test(row)))
    return null;
  const cells = cellsOf(pieces, canvas);
  if (cells !== null) return told(row, cells);
  return isAsked ? { skill: 'canvas.tell-row', arguments: { row, cells: '' } } : null;
};

function told(row: string, cells: ReadonlyMap<CanvasColumn, string>): ScreenRequest {
  return { skill: 'canvas.tell-row', arguments: { row, cells: [...cells].map(([{ name }, value]) => `${name}: ${value}`).join('\n') } };
}

function pieceOf(piece: string, canvas: Canvas): Piece {
  const value = piece
    .replace(/^(?:scored|aged) /i, '')
    .replace(LEADING, '')
    .trim();
  const words = value.split(/\s+/);
  const others = canvas.columns.slice(1);
  const isCalled = ({ name }: CanvasColumn, word: string | undefined) =>
    singularOf(name.toLowerCase()) === singularOf((word ?? '').toLowerCase());
  const before = others.find((column) => words.length > 1 && isCalled(column, words[0]));
  if (before !== undefined) return { value: words.slice(1).join(' ').replace(LEADING, ''), columns: [before] };
  const after = others.find((column) => words.length > 1 && isCalled(column, words.at(-1)));
  const byKind = KINDS.find(([fits]) => fits(value, piece));
  const columns = byKind === undefined ? [] : others.filter(({ name }) => byKind[1].test(name));
  // "Costs ninety two nights": ninety, or ninety-two?
  if (after !== undefined && columns.length > 0 && !columns.includes(after)) return { value, columns: [] };
  return after === undefined
    ? { value: value.replace(/ years old$/i, ''), columns }
    : { value: words.slice(0, -1).join(' '), columns: [after] };
}

/**
 * All of them in the order of the columns, or each in the column it says; one that says nothing of itself goes to the only column
 * left. Null where it would be a guess.
 */
function cellsOf(pieces: readonly Piece[], { columns, rows }: Canvas): ReadonlyMap<CanvasColumn, string> | null {
  const inOrder = pieces.every((piece, at) => piece.columns.length === 0 || piece.columns.includes(columns[at + 1] as CanvasColumn));
  if (inOrder && pieces.length === columns.length - 1)
    return new Map(pieces.map(({ value }, at) => [columns[at + 1] as CanvasColumn, value]));
  const cells = new Map<CanvasColumn, string>();
  for (const {
    value,
    columns: [column, ...more],
  } of pieces) {
    if (column === undefined) continue;
    if (more.length > 0 || cells.has(column)) return null;
    cells.set(column, value);
  }
  const open = pieces.filter((piece) => piece.columns.length === 0);
  const free = columns.slice(1).filter((column) => !cells.has(column));
  const [only, place] = [open[0], columns.indexOf(free[0] as CanvasColumn)];
  if (only === undefined) return cells;
  const isNumber = readCell(cellText(only.value)) !== null;
  const isLike = rows.every((row) => (row.cells[place] ?? '') === '' || (readCell(row.cells[place] ?? '') !== null) === isNumber);
  const [column] = free;
  return open.length === 1 && free.length === 1 && column !== undefined && isLike ? cells.set(column, only.value) : null;
}

function isThere({ rows }: Canvas, name: string): boolean {
  return rows.some(({ cells }) => cells[0]?.toLowerCase() === name.toLowerCase());
}
