import {
  type Canvas,
  type CanvasColumn,
  type CanvasOperation,
  type CanvasRow,
  MOST_CANVAS_COLUMNS,
  MOST_CANVAS_ROWS,
} from '../../ipc/canvas-schema.ts';
import { compareCells } from '../../ipc/cell-number.ts';
import { CanvasProblem } from './canvas-problem.ts';

/**
 * One change of a canvas: a new canvas, the old one stays as it was and shares what did not change.
 * @param newId makes ids of rows and columns
 * @throws CanvasProblem in one sentence that can be spoken: what was named is gone, or there is no room
 */
export function applyOperation(canvas: Canvas, operation: CanvasOperation, newId: () => string): Canvas {
  const changed = change(canvas, operation, newId);
  return changed === canvas ? canvas : { ...changed, filter: keptFilter(changed), totalColumnId: keptTotal(changed) };
}

function change(canvas: Canvas, operation: CanvasOperation, newId: () => string): Canvas {
  switch (operation.do) {
    case 'add-rows':
      return addRows(canvas, operation.rows, operation.at, newId);
    case 'remove-rows':
      return removeRows(canvas, operation.rowIds);
    case 'mark-rows':
      return markRows(canvas, operation.rowIds, operation.done);
    case 'move-row':
      return { ...canvas, rows: moved(canvas.rows, placeOfRow(canvas, operation.rowId), operation.to) };
    case 'swap-rows':
      return { ...canvas, rows: swapped(canvas.rows, ...operation.rowIds.map((rowId) => placeOfRow(canvas, rowId))) };
    case 'add-column':
      return addColumn(canvas, operation.name, operation.at, newId);
    case 'remove-column':
      return withColumns(canvas, (list) => list.toSpliced(placeOfColumn(canvas, operation.columnId), 1));
    case 'rename-column':
      return renameColumn(canvas, operation.columnId, operation.name);
    case 'move-column':
      return withColumns(canvas, (list) => moved(list, placeOfColumn(canvas, operation.columnId), operation.to));
    case 'set-cell':
      return setCell(canvas, operation);
    case 'sort':
      return sorted(canvas, operation.columnId, operation.direction === 'ascending' ? 1 : -1);
    case 'filter':
      placeOfColumn(canvas, operation.by.columnId);
      return { ...canvas, filter: operation.by };
    case 'show-all':
      return { ...canvas, filter: null };
    case 'total':
      if (operation.columnId !== null) placeOfColumn(canvas, operation.columnId);
      return { ...canvas, totalColumnId: operation.columnId };
    case 'set-text':
      return { ...canvas, text: operation.text };
    case 'clear':
      return { ...canvas, rows: [], text: '' };
    case 'rename':
      return { ...canvas, name: operation.name };
    case 'pin':
      return { ...canvas, pinned: operation.pinned };
    case 'turn-into':
      if (canvas.columns.length === 0)
        throw new CanvasProblem(`${canvas.name} is only text; it has no rows to put in a ${operation.kind}.`);
      return canvas.kind === operation.kind ? canvas : { ...canvas, kind: operation.kind };
  }
}

/** Cells that a row lacks are empty; a list gets as many columns as its longest row. */
function addRows(canvas: Canvas, rows: readonly (readonly string[])[], at: number | undefined, newId: () => string): Canvas {
  if (canvas.rows.length + rows.length > MOST_CANVAS_ROWS) {
    throw new CanvasProblem(`There is room for ten thousand rows; ${canvas.name} would have more.`);
  }
  if (canvas.columns.length === 0) throw new CanvasProblem(`${canvas.name} has no columns yet. Add one first.`);
  const added: CanvasRow[] = rows.map((cells) => ({ id: newId(), cells: canvas.columns.map((_, index) => cells[index] ?? '') }));
  return { ...canvas, rows: canvas.rows.toSpliced(at ?? canvas.rows.length, 0, ...added) };
}

function removeRows(canvas: Canvas, rowIds: readonly string[]): Canvas {
  for (const rowId of rowIds) placeOfRow(canvas, rowId);
  const gone = new Set(rowIds);
  return { ...canvas, rows: canvas.rows.filter(({ id }) => !gone.has(id)) };
}

function markRows(canvas: Canvas, rowIds: readonly string[], done: boolean): Canvas {
  for (const rowId of rowIds) placeOfRow(canvas, rowId);
  const meant = new Set(rowIds);
  const changes = (row: CanvasRow) => meant.has(row.id) && (row.done === true) !== done;
  if (!canvas.rows.some(changes)) return canvas;
  const marked = ({ done: _, ...row }: CanvasRow): CanvasRow => (done ? { ...row, done } : row);
  return { ...canvas, rows: canvas.rows.map((row) => (changes(row) ? marked(row) : row)) };
}

function addColumn(canvas: Canvas, name: string, at: number | undefined, newId: () => string): Canvas {
  if (canvas.columns.length >= MOST_CANVAS_COLUMNS) throw new CanvasProblem(`There is room for ${MOST_CANVAS_COLUMNS} columns.`);
  refuseTwin(canvas, name, null);
  const place = at ?? canvas.columns.length;
  return {
    ...canvas,
    columns: canvas.columns.toSpliced(place, 0, { id: newId(), name }),
    rows: canvas.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(place, 0, '') })),
  };
}

function renameColumn(canvas: Canvas, columnId: string, name: string): Canvas {
  placeOfColumn(canvas, columnId);
  refuseTwin(canvas, name, columnId);
  return { ...canvas, columns: canvas.columns.map((column) => (column.id === columnId ? { ...column, name } : column)) };
}

/** The same change of places for the columns and for the cells of every row. */
function withColumns(canvas: Canvas, rearranged: <T>(list: T[]) => T[]): Canvas {
  const columns = rearranged(canvas.columns);
  if (columns.length === 0) throw new CanvasProblem('The last column stays: without it there is no table.');
  return { ...canvas, columns, rows: canvas.rows.map((row) => ({ ...row, cells: rearranged(row.cells) })) };
}

function setCell(canvas: Canvas, { rowId, columnId, text }: Extract<CanvasOperation, { do: 'set-cell' }>): Canvas {
  const [row, column] = [placeOfRow(canvas, rowId), placeOfColumn(canvas, columnId)];
  const before = canvas.rows[row];
  if (before === undefined || before.cells[column] === text) return canvas;
  return { ...canvas, rows: canvas.rows.with(row, { ...before, cells: before.cells.with(column, text) }) };
}

/** Rows that are equal in the column keep their order; empty cells go last either way. */
function sorted(canvas: Canvas, columnId: string, sign: 1 | -1): Canvas {
  const column = placeOfColumn(canvas, columnId);
  const text = (row: CanvasRow) => row.cells[column] ?? '';
  return { ...canvas, rows: canvas.rows.toSorted((left, right) => compareCells(text(left), text(right), sign)) };
}

/** The two of them in each other's place. */
function swapped(rows: readonly CanvasRow[], one = 0, other = 0): CanvasRow[] {
  return rows.map((row, place) => (place === one ? rows[other] : place === other ? rows[one] : row) ?? row);
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1));
}

function placeOfRow(canvas: Canvas, rowId: string): number {
  const place = canvas.rows.findIndex(({ id }) => id === rowId);
  if (place < 0) throw new CanvasProblem(`That row is no longer in ${canvas.name}.`);
  return place;
}

function placeOfColumn(canvas: Canvas, columnId: string): number {
  const place = canvas.columns.findIndex(({ id }) => id === columnId);
  if (place < 0) throw new CanvasProblem(`That column is no longer in ${canvas.name}.`);
  return place;
}

/** Two columns of one name could not be told apart by voice. */
function refuseTwin(canvas: Canvas, name: string, ownId: string | null): void {
  const key = name.toLowerCase();
  const twin = canvas.columns.find((column: CanvasColumn) => column.id !== ownId && column.name.toLowerCase() === key);
  if (twin !== undefined) throw new CanvasProblem(`There is a column called ${twin.name} already.`);
}

function keptFilter({ filter, columns }: Canvas): Canvas['filter'] {
  return columns.some(({ id }) => id === filter?.columnId) ? filter : null;
}

function keptTotal({ totalColumnId, columns }: Canvas): string | null {
  return columns.some(({ id }) => id === totalColumnId) ? totalColumnId : null;
}
