/** Numbers as people write them in cells, added without rounding: money must come out right. */

/** A decimal number, exactly: units / 10^decimals. */
export interface CellNumber {
  readonly units: bigint;
  readonly decimals: number;
  /** What stood before or after it: "$", "€", "kg". */
  readonly sign: { readonly before: string; readonly after: string };
}

const NUMBER =
  /^(?<before>[^\d\s.,+-]{0,3})\s?(?<minus>[-−]?)(?<whole>\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(?<decimals>\d{1,6}))?\s?(?<after>\p{L}{1,8}|[%€£¥$])?$/u;
/** An average of whole numbers is told to cents. */
const AVERAGE_DECIMALS = 2;
const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Reads "$4.50", "1,200", "12 kg", "-3"; null where the cell is no single number. */
export function readCell(text: string): CellNumber | null {
  const groups = NUMBER.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const { before = '', minus = '', whole = '', decimals = '', after = '' } = groups;
  const units = BigInt(`${whole.replaceAll(',', '')}${decimals}`);
  return { units: minus === '' ? units : -units, decimals: decimals.length, sign: { before, after } };
}

/**
 * The sum of the cells that are numbers, written like them ("$12.50"). The sign stays where all of them have the same one.
 * @returns null when no cell is a number
 */
export function sumOfCells(texts: readonly string[]): string | null {
  const numbers = texts.map(readCell).filter((number) => number !== null);
  const [first] = numbers;
  if (first === undefined) return null;
  const decimals = Math.max(...numbers.map((number) => number.decimals));
  const units = numbers.reduce((sum, number) => sum + scaled(number, decimals), 0n);
  const same = numbers.every(({ sign }) => sign.before === first.sign.before && sign.after === first.sign.after);
  return writeNumber({ units, decimals, sign: same ? first.sign : { before: '', after: '' } });
}

/** The same divided by how many numbers there are, rounded half up to two decimals where the cells have no more. */
export function averageOfCells(texts: readonly string[]): string | null {
  const count = texts.filter((text) => readCell(text) !== null).length;
  const sum = readCell(sumOfCells(texts) ?? '');
  if (sum === null) return null;
  const decimals = Math.max(sum.decimals, AVERAGE_DECIMALS);
  const units = rounded(scaled(sum, decimals), BigInt(count));
  const whole = 10n ** BigInt(decimals - sum.decimals);
  const isExact = units % whole === 0n;
  return writeNumber(isExact ? { ...sum, units: units / whole } : { ...sum, units, decimals });
}

/** So much more than the cell, or less, written like it; null where one of them is no number. */
export function changedBy(text: string, by: string, isLess: boolean): string | null {
  const [cell, change] = [readCell(text), readCell(by)];
  if (cell === null || change === null) return null;
  const decimals = Math.max(cell.decimals, change.decimals);
  const [units, difference] = [scaled(cell, decimals), scaled(change, decimals)];
  return writeNumber({ units: isLess ? units - difference : units + difference, decimals, sign: cell.sign });
}

export function writeNumber({ units, decimals, sign }: CellNumber): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  const gap = /^\p{L}/u.test(sign.after) ? ' ' : '';
  return `${sign.before}${units < 0n ? '-' : ''}${whole}${rest}${gap}${sign.after}`;
}

/** Numbers by value, before words by the alphabet; empty cells last whichever the direction. */
export function compareCells(left: string, right: string, direction: 1 | -1): number {
  if (left.trim() === '' || right.trim() === '') return Number(left.trim() === '') - Number(right.trim() === '');
  const [one, other] = [readCell(left), readCell(right)];
  if (one === null || other === null)
    return one === other ? direction * COLLATOR.compare(left, right) : Number(one === null) - Number(other === null);
  const order = compareNumbers(one, other);
  return order === 0 ? 0 : direction * order;
}

/** @returns negative, zero or positive, as the left one is less, the same or more */
export function compareNumbers(left: Pick<CellNumber, 'units' | 'decimals'>, right: Pick<CellNumber, 'units' | 'decimals'>): number {
  const decimals = Math.max(left.decimals, right.decimals);
  return Number(scaled(left, decimals) > scaled(right, decimals)) - Number(scaled(left, decimals) < scaled(right, decimals));
}

function rounded(units: bigint, parts: bigint): bigint {
  const half = (units < 0n ? -parts : parts) / 2n;
  return (units + half) / parts;
}

function scaled({ units, decimals }: Pick<CellNumber, 'units' | 'decimals'>, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - decimals);
}
