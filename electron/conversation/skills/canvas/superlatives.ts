import type { Canvas, CanvasColumn } from '../../../ipc/canvas-schema.ts';
import { readCell } from '../../../ipc/cell-number.ts';

/** What a column of prices may be called. */
export const PRICE = /price|cost|amount|fee|rate/i;

/** What frames of the screen share, as alternatives of a pattern. */
export const SUPERLATIVES =
  'cheapest|dearest|highest|lowest|biggest|largest|smallest|earliest|latest|newest|oldest|youngest|tallest|shortest|longest|heaviest|lightest|fastest|slowest|closest|nearest|furthest|farthest';

/** Of what column a superlative speaks. */
const SPEAKS_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/cheap|dear|expensive|costly/, PRICE],
  [/old|young/, /age|born|year/i],
  [/earl|late|soon|new/, /time|date|day|when|year/i],
  [/tall|short|high|low|long/, /height|length|size|distance|score|points|duration|price|cost|number|amount/i],
  [/heav|light/, /weight/i],
  [/near|close|far/, /distance|miles|kilomet/i],
  [/fast|slow/, /speed|time/i],
  [/best|worst/, /rating|score|points|mark/i],
  [/big|larg|small|most|few|least/, /size|number|amount|count|population|score|points|reps|goals/i],
];
const LARGEST = /^(?:most|dear|expensive|high|big|large|late|newest|old|tall|long|heav|fast|fur|far|best|last|descending|down|z)/;

/** Of any number: it is asked of the only column that holds some. */
const OF_ANY_NUMBER = /tall|short|high|low|long|near|close|far|fur|best|worst|big|larg|small|most|few|least|heav|light/;
const OF_MONEY = /cheap|dear|expensive|costly/;

/** The column that "the cheapest", "the oldest" speaks of; undefined where there is none. */
export function columnOfSuperlative(canvas: Canvas | null, superlative: string): CanvasColumn | undefined {
  const sign = SPEAKS_OF.find(([words]) => words.test(superlative))?.[1];
  const named = sign === undefined ? undefined : canvas?.columns.find(({ name }, place) => place > 0 && sign.test(name));
  if (named !== undefined || canvas === null) return named;
  if (OF_MONEY.test(superlative))
    return onlyNumbers(canvas, /^[$€£¥]/) ?? (sign === undefined ? undefined : canvas.columns.find(({ name }) => sign.test(name)));
  return OF_ANY_NUMBER.test(superlative) ? onlyNumbers(canvas, /\d/) : undefined;
}

/** The only column besides the first whose filled cells are all numbers of this look. */
export function onlyNumbers({ columns, rows }: Canvas, look: RegExp): CanvasColumn | undefined {
  const numbered = columns.filter((_, place) => {
    const filled = rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '');
    return place > 0 && filled.length > 0 && filled.every((cell) => readCell(cell) !== null && look.test(cell));
  });
  return numbered.length === 1 ? numbered[0] : undefined;
}

/** Whether what the words put first has the largest number: "oldest", "most expensive", "descending". */
export function putsLargestFirst(words: string): boolean {
  return LARGEST.test(words);
}
