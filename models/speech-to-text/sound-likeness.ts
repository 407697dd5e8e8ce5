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
 * @param cosines of every row of the example (`rows` of them) with every row of the utterance (`width`), one row after the other
 * @returns null when one of them is empty
 */
export function likenessIn(cosines: Float32Array, rows: number, width: number): Likeness | null {
  if (rows === 0 || width === 0) return null;
  let last = pathsOf(width);
  let next = pathsOf(width);
  for (let at = 0; at < width; at++) begin(next, at, 1 - (cosines[at] as number));
  for (let row = 1; row < rows; row++) {
    [last, next] = [next, last];
    for (let at = 0; at < width; at++) goOn(last, next, at, 1 - (cosines[row * width + at] as number));
  }
  let best = 0;
  const mean = (at: number) => (next.sums[at] as number) / (next.steps[at] as number);
  for (let at = 1; at < width; at++) if (mean(at) < mean(best)) best = at;
  return { unlike: mean(best), from: next.from[best] as number, to: best + 1 };
}

/** The best path to every row of the utterance: its cost, its length and where it began. */
interface Paths {
  readonly sums: Float32Array;
  readonly steps: Float32Array;
  readonly from: Int32Array;
}

function pathsOf(width: number): Paths {
  return { sums: new Float32Array(width), steps: new Float32Array(width), from: new Int32Array(width) };
}

function begin(paths: Paths, at: number, cost: number): void {
  paths.sums[at] = cost;
  paths.steps[at] = 1;
  paths.from[at] = at;
}

/** Of the three ways here the one with the least mean: the example goes on, both go on, the utterance goes on. */
function goOn(last: Paths, next: Paths, at: number, cost: number): void {
  let paths = last;
  let before = at;
  let mean = ((last.sums[at] as number) + cost) / ((last.steps[at] as number) + 1);
  if (at > 0) {
    const both = ((last.sums[at - 1] as number) + cost) / ((last.steps[at - 1] as number) + 1);
    const along = ((next.sums[at - 1] as number) + cost) / ((next.steps[at - 1] as number) + 1);
    if (both < mean) [before, mean] = [at - 1, both];
    if (along < mean) [paths, before] = [next, at - 1];
  }
  next.sums[at] = (paths.sums[before] as number) + cost;
  next.steps[at] = (paths.steps[before] as number) + 1;
  next.from[at] = paths.from[before] as number;
}
