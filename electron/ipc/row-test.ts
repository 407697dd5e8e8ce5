import type { Canvas, CanvasRow, RowTest } from './canvas-schema.ts';
import { compareNumbers, readCell } from './cell-number.ts';

/** The rows that a test finds, in their order. Upper and lower case are one; a cell that is no number is neither above nor below one. */
export function rowsThat({ columns, rows }: Pick<Canvas, 'columns' | 'rows'>, test: RowTest): readonly CanvasRow[] {
  const place = columns.findIndex(({ id }) => id === test.columnId);
  return rows.filter((row) => passes(row, row.cells[place] ?? '', test) !== (test.isNot === true));
}

/** A filter hides rows, it never takes them away. */
export function shownRows(canvas: Canvas): readonly CanvasRow[] {
  return canvas.filter === null ? canvas.rows : rowsThat(canvas, canvas.filter);
}

function passes({ done }: CanvasRow, cell: string, test: RowTest): boolean {
  if ('isDone' in test) return (done === true) === test.isDone;
  if ('holds' in test) return cell.toLowerCase().includes(test.holds.toLowerCase());
  if ('isEmpty' in test) return (cell.trim() === '') === test.isEmpty;
  const [number, limit] = [readCell(cell), readCell(test.number)];
  if (number === null || limit === null) return false;
  const order = compareNumbers(number, limit);
  return { above: order > 0, below: order < 0, 'at-least': order >= 0, 'at-most': order <= 0 }[test.than];
}
