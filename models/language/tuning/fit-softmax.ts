import { chancesOf } from '../../speech-to-speech/on-device/skill-choice.ts';
import type { Random } from './random.ts';

/** One example: what is known of it, which class it is of, and how much it counts. */
export interface Example {
  readonly inputs: Float32Array;
  readonly kind: number;
  readonly weight: number;
}

/** For each class a weight for every input, then its offset. */
export type SoftmaxWeights = readonly Float64Array[];

const EPOCHS = 12;
const BATCH = 128;
const RATE = 0.02;
/** What the square of a weight costs. */
const SHRINKING = 1e-4;
/** Adam (Kingma and Ba, 2015). */
const [KEEP_MEAN, KEEP_SQUARE, LEAST] = [0.9, 0.999, 1e-8];

/** Softmax regression by stochastic descent: the same weights at every making. */
export function fitSoftmax(examples: readonly Example[], kinds: number, random: Random): SoftmaxWeights {
  const size = (examples[0]?.inputs.length ?? 0) + 1;
  const rows = () => Array.from({ length: kinds }, () => new Float64Array(size));
  const [weights, slopes, means, squares] = [rows(), rows(), rows(), rows()];
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const order = random.shuffled(examples);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (const row of slopes) row.fill(0);
      for (const example of batch) addSlope(slopes, weights, example);
      step += 1;
      for (let kind = 0; kind < kinds; kind += 1) {
        descend({ weights: weights[kind], slopes: slopes[kind], means: means[kind], squares: squares[kind] }, batch.length, step);
      }
    }
  }
  return weights;
}

/** How likely each class is, by the weights; they add up to 1. */
export function softmaxOf(weights: SoftmaxWeights, inputs: Float32Array): readonly number[] {
  const scores = weights.map((row) => {
    let score = row[inputs.length] as number;
    for (let at = 0; at < inputs.length; at += 1) score += (row[at] as number) * (inputs[at] as number);
    return score;
  });
  return chancesOf(scores);
}

function addSlope(slopes: readonly Float64Array[], weights: SoftmaxWeights, { inputs, kind, weight }: Example): void {
  for (const [other, share] of softmaxOf(weights, inputs).entries()) {
    const error = weight * (share - (other === kind ? 1 : 0));
    const row = slopes[other] as Float64Array;
    for (let at = 0; at < inputs.length; at += 1) row[at] = (row[at] as number) + error * (inputs[at] as number);
    row[inputs.length] = (row[inputs.length] as number) + error;
  }
}

function descend(
  of: Readonly<Record<'weights' | 'slopes' | 'means' | 'squares', Float64Array | undefined>>,
  count: number,
  step: number,
): void {
  const { weights, slopes, means, squares } = of as Readonly<Record<keyof typeof of, Float64Array>>;
  for (let at = 0; at < weights.length; at += 1) {
    const slope = (slopes[at] as number) / count + SHRINKING * (weights[at] as number);
    means[at] = KEEP_MEAN * (means[at] as number) + (1 - KEEP_MEAN) * slope;
    squares[at] = KEEP_SQUARE * (squares[at] as number) + (1 - KEEP_SQUARE) * slope * slope;
    const mean = (means[at] as number) / (1 - KEEP_MEAN ** step);
    const square = (squares[at] as number) / (1 - KEEP_SQUARE ** step);
    weights[at] = (weights[at] as number) - (RATE * mean) / (Math.sqrt(square) + LEAST);
  }
}
