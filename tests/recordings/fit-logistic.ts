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
  const inputs = rows.map(({ figures }) =>
    Float64Array.from({ length: size + 1 }, (_, at) => (at < size ? ((figures[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1) : 1)),
  );
  const counts = (rows.length - rows.filter(({ isSpeech }) => isSpeech).length) / rows.filter(({ isSpeech }) => isSpeech).length;
  const weights = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round++) {
    const { slope, curve } = slopes(rows, inputs, weights, counts);
    for (let at = 0; at < size; at++) slope[at] = (slope[at] ?? 0) + shrinking * (weights[at] ?? 0);
    for (let at = 0; at <= size; at++) (curve[at] as Float64Array)[at] = (curve[at]?.[at] ?? 0) + shrinking;
    for (const [at, step] of solved(curve, slope).entries()) weights[at] = (weights[at] ?? 0) - step;
  }
  let offset = weights[size] ?? 0;
  const plain = weights.map((weight, at) => (at < size ? weight / (spreads[at] ?? 1) : 0));
  for (let at = 0; at < size; at++) offset -= (plain[at] ?? 0) * (means[at] ?? 0);
  plain[size] = offset;
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

/** Solves `matrix x = right` for a symmetric positive matrix (Cholesky); the matrix is used up. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = at(row, column);
      for (let before = 0; before < column; before++) sum -= at(row, before) * at(column, before);
      (matrix[row] as Float64Array)[column] = row === column ? Math.sqrt(sum) : sum / at(column, column);
    }
  }
  const result = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let before = 0; before < row; before++) result[row] = (result[row] ?? 0) - at(row, before) * (result[before] ?? 0);
    result[row] = (result[row] ?? 0) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let after = row + 1; after < size; after++) result[row] = (result[row] ?? 0) - at(after, row) * (result[after] ?? 0);
    result[row] = (result[row] ?? 0) / at(row, row);
  }
  return result;
}
