import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';

/** Equal noise at every making (mulberry32, public domain). @returns values from -1 to 1 */
export function seededNoise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * 2 - 1;
  };
}

/** White noise of the given strength. @param rms root of the mean square, 0..1 */
export function noise(lengthMs: number, rms: number, seed: number): Float32Array {
  const next = seededNoise(seed);
  const peak = rms * Math.sqrt(3);
  return Float32Array.from({ length: Math.round((lengthMs * HEARING_SAMPLE_RATE_HZ) / 1000) }, () => next() * peak);
}

/** Two bursts of low-passed noise that rise in 10 ms and fade in 150 ms: what a cough is to a voice detector. */
export function cough(): Float32Array {
  const samples = noise(1_600, 0.001, 7);
  for (const [burst, startMs] of [300, 720].entries()) {
    const next = seededNoise(20 + burst);
    const from = (startMs * HEARING_SAMPLE_RATE_HZ) / 1000;
    let low = 0;
    for (let index = 0; index < 0.3 * HEARING_SAMPLE_RATE_HZ; index++) {
      const seconds = index / HEARING_SAMPLE_RATE_HZ;
      low += 0.35 * (next() - low);
      samples[from + index] = (samples[from + index] ?? 0) + 0.8 * low * Math.min(1, seconds / 0.01) * Math.exp(-seconds / 0.06);
    }
  }
  return samples;
}

export function rmsOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

export function silence(lengthMs: number): Float32Array {
  return new Float32Array(Math.round((lengthMs * HEARING_SAMPLE_RATE_HZ) / 1000));
}

/** Adds the second sound to the first, in place. */
export function mixed(samples: Float32Array, added: Float32Array): Float32Array {
  for (let index = 0; index < samples.length; index++) samples[index] = (samples[index] ?? 0) + (added[index] ?? 0);
  return samples;
}

export function toPeak(samples: Float32Array, peak: number): Float32Array {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  return samples.map((sample) => (sample * peak) / Math.max(loudest, 1e-9));
}
