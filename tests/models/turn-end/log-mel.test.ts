import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogMel, MEL_BANDS, MEL_FRAMES } from '../../../models/turn-end/log-mel.ts';
import { samplesOf } from '../../recordings/recordings.ts';

/** Every 61st value of the features by the reference, see make-reference-features.py. */
const reference: { readonly every: number; readonly clips: Readonly<Record<string, readonly number[]>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'reference-features.json'), 'utf8'),
);

describe('LogMel', () => {
  const logMel = new LogMel();

  it.each(Object.keys(reference.clips))('gives the features of the reference to 1e-4: %s', (file) => {
    const features = logMel.features(samplesOf(file));
    const expected = reference.clips[file] ?? [];
    expect(features).toHaveLength(MEL_BANDS * MEL_FRAMES);
    expect(expected.length).toBeGreaterThan(1000);
    const worst = Math.max(...expected.map((value, index) => Math.abs(value - (features[index * reference.every] ?? Number.NaN))));
    expect(worst).toBeLessThan(1e-4);
  });

  it('looks at the last eight seconds only, and gives the same twice', () => {
    const long = samplesOf('long-sentence.wav');
    const once = logMel.features(long);
    expect(logMel.features(long.subarray(long.length - 8 * 16_000))).toEqual(once);
  });

  it('is finite for silence and for nothing at all', () => {
    for (const length of [0, 1, 399, 16_000, 128_000]) {
      expect(logMel.features(new Float32Array(length)).every(Number.isFinite)).toBe(true);
    }
  });
});
