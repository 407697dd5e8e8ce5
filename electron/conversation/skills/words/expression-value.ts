import { add, divide, type ExactNumber, fraction, multiply, negate, ONE, toNumber } from './exact-number.ts';
import type { BinaryOperator, Expression, UnaryOperator } from './expression-words.ts';
import { sayExact } from './number-speech.ts';

type ExpressionValue =
  | { readonly kind: 'value'; readonly value: ExactNumber; readonly exact: boolean }
  | { readonly kind: 'impossible'; readonly sentence: string };

/** Beyond this many binary digits (36 decimal ones) nobody can follow a number by ear. */
const MOST_BITS = 400;
const LARGEST_EXPONENT = 1000;
const HUNDRED = fraction(100n);

/** Works the sum out in fractions: 0.1 plus 0.2 is 0.3. What cannot be worked out is a sentence. */
export function workOut(expression: Expression): ExpressionValue {
  if (expression.kind === 'number') return exactly(expression.value);
  if (expression.kind === 'percent') return mapValue(workOut(expression.share), (share) => exactly(divide(share, HUNDRED)));
  if (expression.kind === 'one') return mapValue(workOut(expression.of), (of) => unary(expression.operator, of));
  const right = workOut(expression.right);
  return mapValue(workOut(expression.left), (left) => mapValue(right, (value) => binary(expression, left, value)));
}

/** The sum read back: `seventeen times four`, `twenty percent of fifty`. */
export function sayExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return sayExact(expression.value, 12, 3)?.replace('about ', '') ?? 'that number';
    case 'percent':
      return `${sayExpression(expression.share)} percent`;
    case 'one':
      return sayUnary(expression.operator, sayExpression(expression.of));
    default:
      return `${sayLeft(expression)} ${expression.operator === 'percent off' ? 'off' : expression.operator} ${sayExpression(expression.right)}`;
  }
}

function sayUnary(operator: UnaryOperator, of: string): string {
  return operator === 'squared' || operator === 'cubed' ? `${of} ${operator}` : `${operator} ${of}`;
}

function sayLeft({ operator, left }: Extract<Expression, { kind: 'two' }>): string {
  if (operator === 'of' && left.kind === 'number') {
    const named = new Map([
      ['1/2', 'half'],
      ['1/3', 'a third'],
      ['2/3', 'two thirds'],
      ['1/4', 'a quarter'],
      ['3/4', 'three quarters'],
      ['1/5', 'a fifth'],
    ]).get(`${left.value.numerator}/${left.value.denominator}`);
    if (named !== undefined) return named;
  }
  return sayExpression(left);
}

function unary(operator: UnaryOperator, of: ExactNumber): ExpressionValue {
  switch (operator) {
    case 'minus':
      return exactly(negate(of));
    case 'squared':
      return bounded(multiply(of, of));
    case 'cubed':
      return bounded(multiply(of, multiply(of, of)));
    case 'twice':
      return exactly(multiply(of, fraction(2n)));
    case 'three times':
      return exactly(multiply(of, fraction(3n)));
    case 'the square root of':
      return of.numerator < 0n ? impossible('A negative number has no square root among the ordinary numbers.') : root(of, 2);
    case 'the cube root of':
      return root(of, 3);
  }
}

function binary(
  expression: { readonly operator: BinaryOperator; readonly right: Expression },
  left: ExactNumber,
  right: ExactNumber,
): ExpressionValue {
  // As on a pocket calculator: fifty plus ten percent is fifty-five.
  const change = expression.right.kind === 'percent' ? multiply(left, right) : right;
  switch (expression.operator) {
    case 'plus':
      return bounded(add(left, change));
    case 'minus':
      return bounded(add(left, negate(change)));
    case 'times':
    case 'of':
      return bounded(multiply(left, right));
    case 'percent off':
      return bounded(multiply(add(ONE, negate(left)), right));
    case 'divided by':
      return right.numerator === 0n ? impossible('Nothing can be divided by zero.') : bounded(divide(left, right));
    case 'as a percentage of':
      return right.numerator === 0n ? impossible('Nothing can be divided by zero.') : bounded(multiply(divide(left, right), HUNDRED));
    case 'modulo':
      return right.numerator === 0n ? impossible('Nothing can be divided by zero.') : exactly(remainder(left, right));
    case 'to the power of':
      return power(left, right);
  }
}

function remainder(left: ExactNumber, right: ExactNumber): ExactNumber {
  const quotient = divide(left, right);
  const whole = quotient.numerator / quotient.denominator - (quotient.numerator % quotient.denominator < 0n ? 1n : 0n);
  return add(left, negate(multiply(fraction(whole), right)));
}

function power(base: ExactNumber, exponent: ExactNumber): ExpressionValue {
  if (exponent.denominator === 2n && exponent.numerator === 1n) return unary('the square root of', base);
  if (exponent.denominator !== 1n) return impossible('I can only work out powers with whole exponents.');
  const count = Number(exponent.numerator);
  if (base.numerator === 0n && count < 0) return impossible('Nothing can be divided by zero.');
  const bits = Math.max(base.numerator.toString(2).length, base.denominator.toString(2).length);
  const trivial = bits <= 2 && toNumber(base) ** 2 <= 1;
  if (Math.abs(count) > LARGEST_EXPONENT || (!trivial && bits * Math.abs(count) > MOST_BITS * 4)) return tooLong();
  const raised = fraction(base.numerator ** BigInt(Math.abs(count)), base.denominator ** BigInt(Math.abs(count)));
  return bounded(count < 0 ? divide(ONE, raised) : raised);
}

/** The root exactly where it is one (of nine quarters: three halves), else to twelve decimals. */
function root(of: ExactNumber, degree: 2 | 3): ExpressionValue {
  const negative = of.numerator < 0n;
  const numerator = negative ? -of.numerator : of.numerator;
  const [top, bottom] = [wholeRoot(numerator, degree), wholeRoot(of.denominator, degree)];
  const sign = negative ? -1n : 1n;
  const isExact = top ** BigInt(degree) === numerator && bottom ** BigInt(degree) === of.denominator;
  if (isExact) return exactly(fraction(sign * top, bottom));
  const scale = 10n ** 12n;
  const scaled = wholeRoot((numerator * scale ** BigInt(degree)) / of.denominator, degree);
  return { kind: 'value', value: fraction(sign * scaled, scale), exact: false };
}

/** The largest whole number whose power is not above `value` (Newton's method on integers). */
function wholeRoot(value: bigint, degree: 2 | 3): bigint {
  if (value < 2n) return value;
  const n = BigInt(degree);
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / degree));
  for (;;) {
    const next = ((n - 1n) * guess + value / guess ** (n - 1n)) / n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function mapValue(value: ExpressionValue, map: (value: ExactNumber) => ExpressionValue): ExpressionValue {
  if (value.kind === 'impossible') return value;
  const mapped = map(value.value);
  return mapped.kind === 'value' ? { ...mapped, exact: mapped.exact && value.exact } : mapped;
}

function bounded(value: ExactNumber): ExpressionValue {
  return value.numerator.toString(2).length > MOST_BITS ? tooLong() : exactly(value);
}

function exactly(value: ExactNumber): ExpressionValue {
  return { kind: 'value', value, exact: true };
}

function impossible(sentence: string): ExpressionValue {
  return { kind: 'impossible', sentence };
}

function tooLong(): ExpressionValue {
  return impossible('That number is too long to say aloud.');
}
