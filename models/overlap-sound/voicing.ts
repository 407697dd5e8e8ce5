import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';

/** Voices of people lie between these. */
const LOWEST_HZ = 70;
const HIGHEST_HZ = 400;
const SHORTEST_LAG = Math.floor(HEARING_SAMPLE_RATE_HZ / HIGHEST_HZ);
const LONGEST_LAG = Math.ceil(HEARING_SAMPLE_RATE_HZ / LOWEST_HZ);

/**
 * How much a frame repeats itself at the pitch of a voice: near 1 for vowels and hums, below 0.4 for coughs, claps, keys and
 * hiss. The best normalised autocorrelation; lags two by two, which is fine enough for a yes or no.
 */
export function voicingOf(samples: Float32Array): number {
  const before = known.get(samples);
  if (before !== undefined) return before;
  let best = 0;
  for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag += 2) best = Math.max(best, correlationAt(samples, lag));
  known.set(samples, best);
  return best;
}

/** Over a reply each frame is asked about up to three times, and it is the dearest thing done on the thread that serves frames. */
const known = new WeakMap<Float32Array, number>();

function correlationAt(samples: Float32Array, lag: number): number {
  let [product, early, late] = [0, 0, 0];
  for (let index = lag; index < samples.length; index++) {
    const [now, before] = [samples[index] ?? 0, samples[index - lag] ?? 0];
    product += now * before;
    early += before * before;
    late += now * now;
  }
  return product / Math.sqrt(early * late + 1e-9);
}

/** Root of the mean square, 0..1. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}
