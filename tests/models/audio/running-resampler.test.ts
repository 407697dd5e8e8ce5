import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resample } from '../../../models/audio/resample.ts';
import { RunningResampler } from '../../../models/audio/running-resampler.ts';

function inPieces(samples: Float32Array, sizes: readonly number[], fromHz: number, toHz: number): Float32Array {
  const resampler = new RunningResampler(fromHz, toHz);
  const parts: Float32Array[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(resampler.push(samples.subarray(at, at + size)));
    at += size;
  }
  parts.push(resampler.push(samples.subarray(at)), resampler.end());
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

describe('a stream resampled piece by piece', () => {
  it.each([
    [24_000, 16_000],
    [8_000, 16_000],
    [24_000, 8_000],
    [48_000, 24_000],
    [22_050, 24_000],
    [16_000, 16_000],
  ])('is the same as the whole, wherever it is cut (%i Hz to %i Hz)', (fromHz, toHz) => {
    const samples = Float32Array.from({ length: 3_001 }, (_, index) => Math.sin(index / 7) * 0.5 + Math.sin(index / 31) * 0.3);
    const whole = resample(samples, fromHz, toHz);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 }), (sizes) => {
        expect(inPieces(samples, sizes, fromHz, toHz)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('tells what it can at once', () => {
    const told = new RunningResampler(24_000, 16_000).push(new Float32Array(2_400));
    expect(told.length).toBeGreaterThan(1_550);
  });
});
