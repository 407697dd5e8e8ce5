/** One example: its figures, and what it is. */
export interface Row {
  readonly figures: Float64Array;
  readonly isSpeech: boolean;
}

const ROUNDS = 8;
const SMALLEST_SPREAD = 1e-3;

/**
 * Logistic regression on standardised figures by Newton's method, both classes of equal weight; the same weights at every making.
 * @param shrinking how much the square of a weight costs
 * @returns a weight for every figure as it comes, then the offset
 */
export function fitLogistic(rows: readonly Row[], shrinking: number): Float64Array {
  const size = rows[0]?.figures.length ?? 0;
  const { means, spreads } = standards(rows, size);
  const inputs = rows.map(({ figures }) => standardised(figures, means, spreads));
  const speech = rows.filter(({ isSpeech }) => isSpeech).length;
  const weights = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const { slope, curve } = slopes(rows, inputs, weights, (rows.length - speech) / speech);
    for (const [at, line] of curve.entries()) {
      // The offset is free.
      if (at < size) slope[at] = (slope[at] as number) + shrinking * (weights[at] as number);
      line[at] = (line[at] as number) + shrinking;
    }
    for (const [at, step] of solved(curve, slope).entries()) weights[at] = (weights[at] as number) - step;
  }
  return plainWeights(weights, means, spreads);
}

/** With a one at the end, for the offset. */
function standardised(figures: Float64Array, means: Float64Array, spreads: Float64Array): Float64Array {
  const input = new Float64Array(figures.length + 1).fill(1);
  for (const [at, figure] of figures.entries()) input[at] = (figure - (means[at] as number)) / (spreads[at] as number);
  return input;
}

/** For figures as they come. */
function plainWeights(weights: Float64Array, means: Float64Array, spreads: Float64Array): Float64Array {
  const plain = Float64Array.from(weights);
  let offset = weights.at(-1) as number;
  for (const [at, spread] of spreads.entries()) {
    plain[at] = (weights[at] as number) / spread;
    offset -= (plain[at] as number) * (means[at] as number);
  }
  plain[spreads.length] = offset;
  return plain;
}

function standards(rows: readonly Row[], size: number): { means: Float64Array; spreads: Float64Array } {
  const [means, squares] = [new Float64Array(size), new Float64Array(size)];
  for (const { figures } of rows) {
    for (let at = 0; at < size; at++) {
      means[at] = (means[at] ?? 0) + (figures[at] ?? 0) / rows.length;
      squares[at] = (squares[at] ?? 0) + (figures[at] ?? 0) ** 2 / rows.length;
    }
  }
  return { means, spreads: squares.map((square, at) => Math.sqrt(Math.max(0, square - (means[at] ?? 0) ** 2)) + SMALLEST_SPREAD) };
}

function addTo(line: Float64Array | undefined, input: Float64Array, times: number, upTo: number): void {
  if (line !== undefined) for (let at = 0; at <= upTo; at++) line[at] = (line[at] as number) + times * (input[at] as number);
}

/** Gradient and second derivatives (lower half) of the mean cross entropy. */
function slopes(rows: readonly Row[], inputs: readonly Float64Array[], weights: Float64Array, speechCounts: number) {
  const size = weights.length;
  const slope = new Float64Array(size);
  const curve = Array.from({ length: size }, () => new Float64Array(size));
  const all = rows.reduce((sum, { isSpeech }) => sum + (isSpeech ? speechCounts : 1), 0);
  for (const [index, input] of inputs.entries()) {
    const isSpeech = rows[index]?.isSpeech === true;
    const counts = (isSpeech ? speechCounts : 1) / all;
    const probability =
      1 /
      (1 +
        Math.exp(
          -Math.max(
            -30,
            Math.min(
              30,
              input.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
            ),
          ),
        ));
    const error = counts * (probability - (isSpeech ? 1 : 0));
    const bend = counts * probability * (1 - probability);
    for (let row = 0; row < size; row++) {
      const value = input[row] ?? 0;
      slope[row] = (slope[row] ?? 0) + error * value;
      addTo(curve[row], input, bend * value, row);
    }
  }
  return { slope, curve };
}

/** Solves `matrix x = right` for a symmetric positive matrix, of which the lower half is read and used up (Cholesky). */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  for (const [row, line] of matrix.entries()) {
    for (let column = 0; column < row; column++) {
      const other = matrix[column] as Float64Array;
      line[column] = ((line[column] as number) - product(line, other, column)) / (other[column] as number);
    }
    line[row] = Math.sqrt((line[row] as number) - product(line, line, row));
  }
  const half = new Float64Array(right.length);
  for (const [row, line] of matrix.entries()) half[row] = ((right[row] as number) - product(line, half, row)) / (line[row] as number);
  return upwards(matrix, half);
}

function product(one: Float64Array, other: Float64Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** The second half of it, from the last row up. */
function upwards(matrix: readonly Float64Array[], half: Float64Array): Float64Array {
  const left = Float64Array.from(half);
  const result = new Float64Array(half.length);
  for (let row = half.length - 1; row >= 0; row--) {
    const line = matrix[row] as Float64Array;
    const value = (left[row] as number) / (line[row] as number);
    result[row] = value;
    for (let before = 0; before < row; before++) left[before] = (left[before] as number) - (line[before] as number) * value;
  }
  return result;
}
