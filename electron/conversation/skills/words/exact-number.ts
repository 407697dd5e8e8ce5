/** A fraction in lowest terms, denominator above zero: sums that are spoken must not end in 0.30000000000000004. */
export interface ExactNumber {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError when the denominator is zero */
export function fraction(numerator: bigint, denominator = 1n): ExactNumber {
  if (denominator === 0n) throw new RangeError('A fraction needs a denominator that is not zero.');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(absolute(numerator), absolute(denominator)) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

/** Reads `12`, `-0.5`, `1000000`; null for anything else. */
export function readDecimal(text: string): ExactNumber | null {
  const match = /^(-?)(\d{0,30})(?:\.(\d{1,30}))?$/.exec(text);
  const [, sign = '', whole = '', decimals = ''] = match ?? [];
  if (match === null || (whole === '' && decimals === '')) return null;
  return fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

export function add(left: ExactNumber, right: ExactNumber): ExactNumber {
  return fraction(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator);
}

export function negate(value: ExactNumber): ExactNumber {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function multiply(left: ExactNumber, right: ExactNumber): ExactNumber {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** @throws RangeError when `right` is zero */
export function divide(left: ExactNumber, right: ExactNumber): ExactNumber {
  return fraction(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function compare(left: ExactNumber, right: ExactNumber): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function toNumber(value: ExactNumber): number {
  return Number(value.numerator) / Number(value.denominator);
}

interface DecimalForm {
  /** `-7.25`, `3.333`, `100`: no trailing zeros. */
  readonly text: string;
  /** False when digits were rounded away. */
  readonly exact: boolean;
}

/**
 * The number in digits: all of them when there are at most `exactDecimals`, else rounded (half away from zero) to
 * `roundedDecimals`, or to three significant digits where that would leave next to nothing.
 */
export function decimalForm(value: ExactNumber, exactDecimals: number, roundedDecimals: number): DecimalForm {
  const all = rounded(value, exactDecimals);
  if (compare(all, value) === 0) return { text: digits(all, exactDecimals), exact: true };
  const small = Math.abs(toNumber(value));
  const decimals = small >= 0.1 || small === 0 ? roundedDecimals : Math.min(30, 2 - Math.floor(Math.log10(small)));
  return { text: digits(rounded(value, decimals), decimals), exact: false };
}

function rounded(value: ExactNumber, decimals: number): ExactNumber {
  const scale = 10n ** BigInt(decimals);
  const doubled = absolute(value.numerator) * scale * 2n;
  const units = (doubled + value.denominator) / (value.denominator * 2n);
  return fraction(value.numerator < 0n ? -units : units, scale);
}

function digits(value: ExactNumber, decimals: number): string {
  const scaled = (absolute(value.numerator) * 10n ** BigInt(decimals)) / value.denominator;
  const text = scaled.toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const rest = text.slice(text.length - decimals).replace(/0+$/, '');
  const sign = value.numerator < 0n ? '-' : '';
  return `${sign}${whole}${decimals > 0 && rest !== '' ? `.${rest}` : ''}`;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
