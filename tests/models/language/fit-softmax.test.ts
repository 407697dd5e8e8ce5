import { describe, expect, it } from 'vitest';
import { type Example, fitSoftmax, softmaxOf } from '../../../models/language/tuning/fit-softmax.ts';
import { Random } from '../../../models/language/tuning/random.ts';

describe('softmax regression', () => {
  const random = new Random(3);
  const examples: readonly Example[] = Array.from({ length: 600 }, (_, at) => {
    const kind = at % 3;
    const noise = () => random.next() - 0.5;
    return { inputs: Float32Array.of((kind === 0 ? 2 : 0) + noise(), (kind === 1 ? 2 : 0) + noise()), kind, weight: 1 };
  });

  it('tells classes apart that lie apart, and comes out the same each time', () => {
    const weights = fitSoftmax(examples, 3, new Random(1));
    const right = examples.filter(
      ({ inputs, kind }) => softmaxOf(weights, inputs).indexOf(Math.max(...softmaxOf(weights, inputs))) === kind,
    );
    expect(right.length).toBeGreaterThan(590);
    expect(fitSoftmax(examples, 3, new Random(1))).toEqual(weights);
  });

  it('gives chances that add up to one, also far away', () => {
    const weights = fitSoftmax(examples, 3, new Random(1));
    for (const far of [0, 1e3, -1e4]) {
      expect(softmaxOf(weights, Float32Array.of(far, far)).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  it('learns from what counts more', () => {
    const both = (kind: number, weight: number): Example => ({ inputs: Float32Array.of(1, 1), kind, weight });
    const [one = 0, other = 0] = softmaxOf(
      fitSoftmax(
        [...Array(50)].flatMap(() => [both(0, 4), both(1, 1)]),
        2,
        new Random(1),
      ),
      Float32Array.of(1, 1),
    );
    expect(one).toBeGreaterThan(other);
  });
});
