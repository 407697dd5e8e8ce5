import { OVERLAP_WEIGHTS } from './overlap-weights.ts';
import { FEATURES, SoundFeatures } from './sound-features.ts';

/** Hidden units of the net; a second layer gained nothing on the held-out sounds. */
export const HIDDEN = 12;
/** A shorter stretch is a click or a breath, or not over yet. */
const FEWEST_FRAMES = 5;
/** Feature means, feature spreads, first layer and its offsets, second layer and its offset. */
export const WEIGHT_COUNT = 2 * FEATURES + HIDDEN * FEATURES + HIDDEN + HIDDEN + 1;

/**
 * Tells words from sounds that have a voice but no words: coughs, laughs, hums, a cleared throat, a chime. A net of one hidden
 * layer on features of the whole stretch, below a millisecond a second of sound, so it needs no worker.
 */
export class OverlapSound {
  readonly #features = new SoundFeatures();
  readonly #weights: Float32Array;

  constructor(weights: Float32Array = decoded(OVERLAP_WEIGHTS)) {
    if (weights.length !== WEIGHT_COUNT) throw new RangeError(`The overlap net has ${weights.length} weights, not ${WEIGHT_COUNT}.`);
    this.#weights = weights;
  }

  reset(): void {
    this.#features.reset();
  }

  /** @param samples 512 of them, 16 kHz: one more frame, from the first that held a voice to the last */
  take(samples: Float32Array): void {
    this.#features.take(samples);
  }

  /** @returns probability that somebody speaks, 0..1; null until there is enough to tell */
  speechProbability(): number | null {
    return this.#features.frameCount < FEWEST_FRAMES ? null : evaluate(this.#weights, this.#features.read());
  }
}

function evaluate(weights: Float32Array, features: Float64Array): number {
  const at = (index: number) => weights[index] ?? 0;
  const first = 2 * FEATURES;
  const offsets = first + HIDDEN * FEATURES;
  let sum = at(WEIGHT_COUNT - 1);
  for (let unit = 0; unit < HIDDEN; unit++) {
    let input = at(offsets + unit);
    for (let index = 0; index < FEATURES; index++) {
      input += (((features[index] ?? 0) - at(index)) / at(FEATURES + index) || 0) * at(first + unit * FEATURES + index);
    }
    sum += Math.tanh(input) * at(offsets + HIDDEN + unit);
  }
  return 1 / (1 + Math.exp(-sum));
}

function decoded(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}
