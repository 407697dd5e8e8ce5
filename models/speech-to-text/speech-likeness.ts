import type { SoundFrames } from './sound-likeness.ts';
import { SPEECH_LIKENESS_WEIGHTS } from './speech-likeness-weights.ts';

/** Numbers in a row of Moonshine tiny's encoder. */
export const ROW_SIZE = 288;
/** Mean and spread of every number over the rows. */
export const LIKENESS_FIGURES = 2 * ROW_SIZE;

let weights: Float32Array | null = null;

/**
 * Whether what the encoder heard are words, or a laugh, a cough, a hum, keys: the decoder makes words of those too, but the rows
 * themselves differ. One logistic unit on their mean and spread.
 * @returns probability that somebody speaks, 0..1; null for no rows, or for those of another encoder
 */
export function speechLikeness(frames: SoundFrames): number | null {
  if (frames.count === 0 || frames.size !== ROW_SIZE) return null;
  weights ??= decoded(SPEECH_LIKENESS_WEIGHTS);
  const figures = likenessFigures(frames);
  let sum = weights[LIKENESS_FIGURES] ?? 0;
  for (let index = 0; index < LIKENESS_FIGURES; index++) sum += (figures[index] ?? 0) * (weights[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** @returns LIKENESS_FIGURES values: the mean row, then the spread (root of the variance) of each of its numbers */
export function likenessFigures({ values, count, size }: SoundFrames): Float64Array {
  const figures = new Float64Array(2 * size);
  for (let row = 0; row < count; row++) {
    for (let index = 0; index < size; index++) {
      const value = values[row * size + index] ?? 0;
      figures[index] = (figures[index] ?? 0) + value / count;
      figures[size + index] = (figures[size + index] ?? 0) + (value * value) / count;
    }
  }
  for (let index = 0; index < size; index++) {
    figures[size + index] = Math.sqrt(Math.max(0, (figures[size + index] ?? 0) - (figures[index] ?? 0) ** 2));
  }
  return figures;
}

function decoded(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}
