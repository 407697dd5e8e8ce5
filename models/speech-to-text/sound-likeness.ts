/** What the encoder of a recogniser makes of audio: `count` rows of `size` numbers, one after the other (Moonshine: 41.7 rows a second). */
export interface SoundFrames {
  readonly values: Float32Array;
  readonly count: number;
  readonly size: number;
}

/** The mean row of several stretches of sound. */
export function meanOf(all: readonly SoundFrames[]): Float32Array {
  const mean = new Float32Array(all[0]?.size ?? 0);
  const count = all.reduce((sum, { count }) => sum + count, 0);
  for (const { values, size } of all) {
    for (let at = 0; at < values.length; at++) mean[at % size] = (mean[at % size] ?? 0) + (values[at] ?? 0) / Math.max(1, count);
  }
  return mean;
}

/**
 * Rows without what they have in common, each of length one, so that the product of two rows is the cosine between them. What rows
 * have in common is the speaker, the room and the noise: taking it away finds half as many names again in another voice.
 */
export function centred({ values, count, size }: SoundFrames, mean: Float32Array): SoundFrames {
  // Shared memory: a hundred names go to the recogniser's thread with every sentence.
  const rows = new Float32Array(new SharedArrayBuffer(values.length * Float32Array.BYTES_PER_ELEMENT));
  for (let row = 0; row < count; row++) {
    let square = 1e-9;
    for (let at = 0; at < size; at++) {
      const value = (values[row * size + at] ?? 0) - (mean[at] ?? 0);
      rows[row * size + at] = value;
      square += value * value;
    }
    for (let at = 0; at < size; at++) rows[row * size + at] = (rows[row * size + at] ?? 0) / Math.sqrt(square);
  }
  return { values: rows, count, size };
}

/** The stretch of an utterance that is most like an example. */
export interface Likeness {
  /** Mean of 1 - cosine along the alignment: 0 = the same; speech without the word has 0.58 and more. */
  readonly unlike: number;
  /** Rows of the utterance, `to` not included. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds what sounds most like an example in an utterance (subsequence dynamic time warping; Sakoe and Chiba 1978, Müller 2007).
 * @param example rows as `centred` gives them
 * @param utterance the same of the whole utterance
 * @param stride only every so many rows of both are compared: 2 costs a quarter
 * @returns null when one of them is empty
 */
export function likenessIn(utterance: SoundFrames, example: SoundFrames, stride = 1): Likeness | null {
  const width = Math.ceil(utterance.count / stride);
  if (width === 0 || example.count === 0) return null;
  let last = pathsOf(width);
  for (let row = 0; row < example.count; row += stride) {
    const next = pathsOf(width);
    for (let at = 0; at < width; at++) {
      const cost = 1 - product(example, row, utterance, at * stride);
      if (row === 0) enter(next, at, { sum: cost, steps: 1, from: at });
      else enter(next, at, cheapest(last, next, at, cost));
    }
    last = next;
  }
  let best = 0;
  const mean = (at: number) => (last.sums[at] as number) / (last.steps[at] as number);
  for (let at = 1; at < width; at++) if (mean(at) < mean(best)) best = at;
  return { unlike: mean(best), from: (last.from[best] ?? 0) * stride, to: Math.min(utterance.count, (best + 1) * stride) };
}

/** The best path to every row of the utterance: its cost, its length and where it began. */
interface Paths {
  readonly sums: Float32Array;
  readonly steps: Float32Array;
  readonly from: Int32Array;
}

interface Path {
  readonly sum: number;
  readonly steps: number;
  readonly from: number;
}

function pathsOf(width: number): Paths {
  return { sums: new Float32Array(width), steps: new Float32Array(width), from: new Int32Array(width) };
}

function enter(paths: Paths, at: number, { sum, steps, from }: Path): void {
  paths.sums[at] = sum;
  paths.steps[at] = steps;
  paths.from[at] = from;
}

/** Of the three ways here: the example goes on, both go on, the utterance goes on. */
function cheapest(last: Paths, next: Paths, at: number, cost: number): Path {
  let [paths, before] = [last, at];
  if (at > 0) {
    const mean = (paths: Paths, at: number) => ((paths.sums[at] as number) + cost) / ((paths.steps[at] as number) + 1);
    if (mean(last, at - 1) < mean(paths, before)) before = at - 1;
    if (mean(next, at - 1) < mean(paths, before)) [paths, before] = [next, at - 1];
  }
  return { sum: (paths.sums[before] as number) + cost, steps: (paths.steps[before] as number) + 1, from: paths.from[before] as number };
}

/** The inner loop of all: four sums at once keep the processor's adders busy. */
function product(one: SoundFrames, row: number, other: SoundFrames, column: number): number {
  const { values: left, size } = one;
  const { values: right } = other;
  const [from, to] = [row * size, column * size];
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at + 3 < size; at += 4) {
    first += (left[from + at] as number) * (right[to + at] as number);
    second += (left[from + at + 1] as number) * (right[to + at + 1] as number);
    third += (left[from + at + 2] as number) * (right[to + at + 2] as number);
    fourth += (left[from + at + 3] as number) * (right[to + at + 3] as number);
  }
  return first + second + third + fourth;
}
