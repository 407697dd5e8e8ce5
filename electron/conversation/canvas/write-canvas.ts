import type { Canvas, CanvasRow } from '../../ipc/canvas-schema.ts';
import { sumOfCells } from '../../ipc/cell-number.ts';
import { writeTable } from '../../ipc/csv-table.ts';

/** A canvas as a file for others. All rows are written, also those a filter hides. */

/** RFC 4180, UTF-8. Cells that a spreadsheet would run as a formula are text. */
export function canvasAsCsv(canvas: Canvas): string {
  if (canvas.columns.length === 0) return writeTable(canvas.text.split('\n').map((line) => [line]));
  const isMarked = hasDone(canvas);
  const line = (cells: readonly string[], mark: string) => (isMarked ? [...cells, mark] : [...cells]);
  return writeTable([
    line(
      canvas.columns.map(({ name }) => name),
      'Done',
    ),
    ...canvas.rows.map(({ cells, done }) => line(cells, done === true ? 'yes' : '')),
  ]);
}

/**
 * A heading and a table, a list of one column as a list; code between fences that its own text cannot end. Where something is ticked
 * off, rows begin with `[x]` or `[ ]`.
 */
export function canvasAsMarkdown(canvas: Canvas): string {
  const heading = `# ${oneLine(canvas.name)}\n\n`;
  if (canvas.kind === 'note') return `${heading}${canvas.text}\n`;
  if (canvas.kind === 'code') return `${heading}${fenced(canvas.text)}\n`;
  const isMarked = hasDone(canvas);
  const mark = ({ done }: CanvasRow) => (isMarked ? `[${done === true ? 'x' : ' '}] ` : '');
  if (canvas.kind === 'list' && canvas.columns.length === 1) {
    return `${heading}${canvas.rows.map((row) => `- ${mark(row)}${oneLine(row.cells[0] ?? '')}\n`).join('')}`;
  }
  const line = (cells: readonly string[], before = '') =>
    `| ${before}${cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;
  const total = totalLine(canvas);
  return [
    heading,
    line(canvas.columns.map(({ name }) => name)),
    line(canvas.columns.map(() => '---')),
    ...canvas.rows.map((row) => line(row.cells, mark(row))),
    ...(total === null ? [] : [line(total)]),
  ].join('');
}

/** A name for the file: letters, numbers and hyphens of the canvas's own name. */
export function canvasFileName(canvas: Canvas, as: 'csv' | 'markdown'): string {
  const stem = canvas.name
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${stem === '' ? 'canvas' : stem}.${as === 'csv' ? 'csv' : 'md'}`;
}

/** Sum of the total column; null when there is none, or no number in it. */
export function totalOf(canvas: Canvas): string | null {
  return canvas.totalColumnId === null ? null : sumOfColumn(canvas, canvas.totalColumnId);
}

/** Null when there is no such column, or no number in it. */
export function sumOfColumn({ columns, rows }: Canvas, columnId: string): string | null {
  const place = columns.findIndex(({ id }) => id === columnId);
  return place < 0 ? null : sumOfCells(rows.map(({ cells }) => cells[place] ?? ''));
}

function hasDone({ rows }: Canvas): boolean {
  return rows.some(({ done }) => done === true);
}

function totalLine(canvas: Canvas): readonly string[] | null {
  const total = totalOf(canvas);
  if (total === null) return null;
  const cells = canvas.columns.map(({ id }) => (id === canvas.totalColumnId ? `**${total}**` : ''));
  return canvas.columns[0]?.id === canvas.totalColumnId ? cells : cells.with(0, '**Total**');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
