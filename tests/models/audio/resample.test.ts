import { describe, expect, it } from 'vitest';
import { resample } from '../../../models/audio/resample.ts';

function tone(frequencyHz: number, sampleRateHz: number, seconds = 1): Float32Array {
  return Float32Array.from({ length: sampleRateHz * seconds }, (_, index) => Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz));
}

/** Without the filter's edges, where half of it hangs over nothing. */
function inner(samples: Float32Array): Float32Array {
  return samples.subarray(Math.round(samples.length * 0.1), Math.round(samples.length * 0.9));
}

/** By the time between the first and the last rising zero crossing, each found between two samples. */
function frequencyOf(samples: Float32Array, sampleRateHz: number): number {
  const crossings: number[] = [];
  for (let index = 1; index < samples.length; index++) {
    const [before = 0, after = 0] = [samples[index - 1], samples[index]];
    if (before < 0 && after >= 0) crossings.push(index - 1 + before / (before - after));
  }
  return ((crossings.length - 1) * sampleRateHz) / ((crossings.at(-1) ?? 0) - (crossings[0] ?? 0));
}

function levelDb(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return 10 * Math.log10(Math.max(power * 2, 1e-20));
}

describe('changing the sample rate', () => {
  it.each([
    [24_000, 16_000, 1000],
    [22_050, 24_000, 440],
    [22_050, 16_000, 3000],
    [44_100, 16_000, 100],
    [48_000, 16_000, 5000],
    [8_000, 16_000, 1500],
    [25_358, 24_000, 1000],
  ])('keeps a tone from %d to %d Hz: %d Hz within 0.1 %% and its level within 0.1 dB', (fromHz, toHz, frequencyHz) => {
    const output = inner(resample(tone(frequencyHz, fromHz), fromHz, toHz));
    expect(Math.abs(frequencyOf(output, toHz) / frequencyHz - 1)).toBeLessThan(0.001);
    expect(Math.abs(levelDb(output))).toBeLessThan(0.1);
  });

  it.each([
    [48_000, 16_000, 9_000],
    [48_000, 16_000, 20_000],
    [44_100, 16_000, 12_000],
    [24_000, 16_000, 9_500],
    [22_050, 16_000, 9_000],
  ])('leaves no alias above -60 dB from %d to %d Hz of a tone at %d Hz', (fromHz, toHz, frequencyHz) => {
    expect(levelDb(inner(resample(tone(frequencyHz, fromHz), fromHz, toHz)))).toBeLessThan(-60);
  });

  it('leaves no image above -60 dB when the rate rises', () => {
    const output = inner(resample(tone(1000, 8_000), 8_000, 48_000));
    const expected = tone(1000, 48_000).subarray(Math.round(48_000 * 0.1), Math.round(48_000 * 0.9));
    expect(levelDb(output.map((sample, index) => sample - (expected[index] ?? 0)))).toBeLessThan(-60);
  });

  it('passes a constant unchanged and adds no delay', () => {
    const constant = inner(resample(new Float32Array(22_050).fill(0.5), 22_050, 24_000));
    expect(Math.max(...constant)).toBeCloseTo(0.5, 5);
    expect(Math.min(...constant)).toBeCloseTo(0.5, 5);
    const click = new Float32Array(24_000);
    click[12_000] = 1;
    const output = resample(click, 24_000, 16_000);
    expect(output.indexOf(Math.max(...output))).toBe(8_000);
  });

  it.each([
    [0, 24_000, 16_000, 0],
    [1, 24_000, 16_000, 1],
    [24_001, 24_000, 16_000, 16_001],
    [22_050, 22_050, 24_000, 24_000],
  ])('makes of %d samples from %d to %d Hz %d samples', (length, fromHz, toHz, expected) => {
    expect(resample(new Float32Array(length), fromHz, toHz)).toHaveLength(expected);
  });

  it('gives back the same samples when the rate stays', () => {
    const samples = tone(1000, 16_000, 1);
    expect(resample(samples, 16_000, 16_000)).toBe(samples);
  });
});
