/** Rows of cells as RFC 4180 has them: commas, CRLF, quotes doubled inside quotes. */

/** What a spreadsheet would run as a formula (OWASP, "CSV injection"); apostrophes before it make it text. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Writes a table; a cell that looks like a formula gets an apostrophe, which `readTable` takes away again. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export interface CsvRow {
  /** Of the file, counted from 1: where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a table with or without a byte-order mark, with any line ends, and with the separator that its first line uses
 * (spreadsheets of many countries write semicolons). Empty lines are left out.
 * @returns null when a quotation mark is never closed
 */
export function readTable(text: string): readonly CsvRow[] | null {
  const plain = text.replace(/^\uFEFF/, '');
  const cell = cellPattern(separatorOf(plain));
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [line, firstLine] = [1, 1];
  cell.lastIndex = 0;
  for (let at = 0; at < plain.length || cells.length > 0; at = cell.lastIndex) {
    const match = cell.exec(plain);
    if (match === null) return null;
    const [whole, quoted, bare = '', end = ''] = match;
    cells.push(unguarded(quoted === undefined ? bare : quoted.replaceAll('""', '"')));
    line += whole.split(/\r\n|\r|\n/).length - 1;
    if (end !== '' && !/[\r\n]/.test(end)) continue;
    if (cells.some((text) => text.trim() !== '')) rows.push({ line: firstLine, cells });
    cells = [];
    firstLine = line;
    if (end === '') break;
  }
  return rows;
}

/** One cell with what ends it: the separator, a line end, or the end of the text. */
function cellPattern(separator: string): RegExp {
  return new RegExp(`(?:[ ]*"([^"]*(?:""[^"]*)*)"[ ]*|((?!")[^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, 'y');
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  return [',', ';', '\t'].find((separator) => first.includes(separator)) ?? ',';
}

function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
