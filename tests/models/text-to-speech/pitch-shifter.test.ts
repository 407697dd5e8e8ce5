import { describe, expect, it } from 'vitest';
import { openPitchShifter } from '../../../models/text-to-speech/pitch-shifter.ts';

const RATE_HZ = 24_000;

/** A vowel: harmonics of a fundamental through one formant at 700 Hz, with silence before and after. */
function vowel(fundamentalHz: number, seconds: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * RATE_HZ));
  const edge = Math.round(0.1 * RATE_HZ);
  for (let index = edge; index < samples.length - edge; index += 1) {
    let sum = 0;
    for (let harmonic = 1; harmonic * fundamentalHz < 4000; harmonic += 1) {
      const frequency = harmonic * fundamentalHz;
      sum += Math.exp(-(((frequency - 700) / 250) ** 2)) * Math.sin((2 * Math.PI * frequency * index) / RATE_HZ);
    }
    samples[index] = 0.2 * sum;
  }
  return samples;
}

/** The lag at which the middle of the samples is most like itself, in Hz. */
function fundamentalOf(samples: Float32Array): number {
  const from = Math.round(samples.length * 0.4);
  const length = Math.round(0.15 * RATE_HZ);
  let best = { lag: 0, likeness: Number.NEGATIVE_INFINITY };
  for (let lag = Math.round(RATE_HZ / 300); lag <= RATE_HZ / 70; lag += 1) {
    let likeness = 0;
    for (let index = from; index < from + length; index += 1) likeness += (samples[index] ?? 0) * (samples[index + lag] ?? 0);
    if (likeness > best.likeness * 1.02 || best.lag === 0) best = { lag, likeness };
  }
  return RATE_HZ / best.lag;
}

/** The middle of the energy between 200 and 2000 Hz, in Hz: where the formant is. */
function brightnessOf(samples: Float32Array): number {
  const from = Math.round(samples.length * 0.4);
  const length = Math.round(0.15 * RATE_HZ);
  let weighted = 0;
  let whole = 0;
  for (let frequency = 200; frequency <= 2000; frequency += 10) {
    let real = 0;
    let imaginary = 0;
    for (let index = 0; index < length; index += 1) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / length);
      const angle = (2 * Math.PI * frequency * index) / RATE_HZ;
      real += window * (samples[from + index] ?? 0) * Math.cos(angle);
      imaginary += window * (samples[from + index] ?? 0) * Math.sin(angle);
    }
    const energy = real ** 2 + imaginary ** 2;
    weighted += frequency * energy;
    whole += energy;
  }
  return weighted / whole;
}

const firstLoud = (samples: Float32Array) => samples.findIndex((sample) => Math.abs(sample) > 0.05);

describe('the pitch shifter', async () => {
  const shifter = await openPitchShifter();
  const shifted = (samples: Float32Array, sampleRateHz: number, factor: number) => {
    const run = shifter.run(sampleRateHz, factor);
    return Float32Array.from([...run.push(samples), ...run.end()]);
  };

  it.each([0.8, 0.9, 1.15, 1.3])('moves the pitch by %d and leaves the formant', (factor) => {
    const before = vowel(120, 0.8);
    const after = shifted(before, RATE_HZ, factor);
    expect(fundamentalOf(after) / 120).toBeCloseTo(factor, 1);
    expect(Math.abs(brightnessOf(after) / brightnessOf(before) - 1)).toBeLessThan(0.12);
  });

  it('keeps length and timing', () => {
    const before = vowel(120, 1);
    const after = shifted(before, RATE_HZ, 1.2);
    expect(after).toHaveLength(before.length);
    expect(Math.abs(firstLoud(after) - firstLoud(before)) / RATE_HZ).toBeLessThan(0.02);
  });

  it('moves a clause that comes in pieces as it moves the whole', () => {
    const clause = vowel(120, 1);
    const run = shifter.run(RATE_HZ, 1.2);
    const pieces: number[] = [];
    for (let from = 0, length = 100; from < clause.length; from += length, length *= 3) {
      pieces.push(...run.push(clause.subarray(from, from + length)));
    }
    pieces.push(...run.end());
    expect(pieces).toHaveLength(clause.length);
    const whole = shifted(clause, RATE_HZ, 1.2);
    expect(Math.max(...pieces.map((sample, index) => Math.abs(sample - (whole[index] ?? 0))))).toBeLessThan(1e-4);
  });

  it('remembers nothing of the clause before, and takes any length', () => {
    shifted(vowel(120, 0.5), RATE_HZ, 1.2);
    const silence = shifted(new Float32Array(RATE_HZ), RATE_HZ, 1.2);
    expect(silence.every((sample) => Math.abs(sample) < 1e-4)).toBe(true);
    expect(shifted(new Float32Array(0), RATE_HZ, 1.2)).toHaveLength(0);
    expect(shifted(vowel(120, 0.21), RATE_HZ, 1.2)).toHaveLength(Math.round(0.21 * RATE_HZ));
  });

  it('lends the package nothing for longer than it needs', () => {
    expect(globalThis).not.toHaveProperty('AudioWorkletProcessor');
    expect(globalThis).not.toHaveProperty('registerProcessor');
  });

  it('costs less than a tenth of real time', () => {
    const speech = vowel(120, 2);
    shifted(speech, RATE_HZ, 1.2);
    const startMs = performance.now();
    for (let pass = 0; pass < 3; pass += 1) shifted(speech, RATE_HZ, 1.2);
    expect((performance.now() - startMs) / 3 / 2000).toBeLessThan(0.1);
  });
});
