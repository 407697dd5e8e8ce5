import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centred, meanOf, type SoundFrames, likenessIn as within } from '../../../models/speech-to-text/sound-likeness.ts';

const SIZE = 8;
const rowsOf = (rows: readonly (readonly number[])[]): SoundFrames => ({
  values: Float32Array.from(rows.flat()),
  count: rows.length,
  size: SIZE,
});
const noMean = new Float32Array(SIZE);
const row = (at: number, other = (at + 1) % SIZE, share = 0) =>
  Array.from({ length: SIZE }, (_, index) => (index === at ? 1 : index === other ? share : 0));
const soundOf = (rows: readonly (readonly number[])[]) => centred(rowsOf(rows), noMean);
const product = (one: SoundFrames, row: number, other: SoundFrames, column: number) =>
  Array.from({ length: SIZE }, (_, at) => (one.values[row * SIZE + at] ?? 0) * (other.values[column * SIZE + at] ?? 0)).reduce(
    (sum, value) => sum + value,
  );
const likenessIn = (utterance: SoundFrames, example: SoundFrames) => {
  const cosines = Float32Array.from({ length: example.count * utterance.count }, (_, at) =>
    product(example, Math.floor(at / utterance.count), utterance, at % utterance.count),
  );
  return within(cosines, example.count, utterance.count);
};
const unlikeness = (example: SoundFrames, utterance: SoundFrames) => likenessIn(utterance, example)?.unlike ?? Number.NaN;
const someRows = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: SIZE, maxLength: SIZE }), {
  minLength: 1,
  maxLength: 12,
});

describe('sounds', () => {
  const name = soundOf([row(1), row(2), row(3)]);

  it('are found wherever they stand', () => {
    const found = likenessIn(soundOf([row(5), row(6), row(1), row(2), row(3), row(7)]), name);
    expect(found?.unlike).toBeCloseTo(0, 5);
    expect([found?.from, found?.to]).toEqual([2, 5]);
  });

  it('are found when they are said slower or faster', () => {
    expect(unlikeness(name, soundOf([row(5), row(1), row(1), row(1), row(2), row(2), row(3), row(3), row(6)]))).toBeCloseTo(0, 5);
    expect(unlikeness(name, soundOf([row(5), row(1), row(3), row(6)]))).toBeLessThan(0.34);
  });

  it('are less like what has other sounds, or the same ones in another order', () => {
    const alike = unlikeness(name, soundOf([row(0), row(1, 4, 0.5), row(2, 4, 0.5), row(3, 4, 0.5)]));
    const reversed = unlikeness(name, soundOf([row(0), row(3), row(2), row(1)]));
    const none = unlikeness(name, soundOf([row(0), row(5), row(6), row(7)]));
    expect(alike).toBeGreaterThan(0);
    expect(alike).toBeLessThan(reversed);
    expect(reversed).toBeLessThan(none);
    expect(none).toBeCloseTo(1, 5);
  });

  it('lose what is common to all of them: a speaker, a room, a hiss', () => {
    const withHiss = (rows: readonly (readonly number[])[]) => rowsOf(rows.map((values) => values.map((value) => value + 3)));
    const all = [row(1), row(2), row(3), row(5), row(6), row(7)];
    const plain = centred(rowsOf(all), meanOf([rowsOf(all)]));
    const hissing = centred(withHiss(all), meanOf([withHiss(all)]));
    hissing.values.forEach((value, at) => void expect(value).toBeCloseTo(plain.values[at] ?? Number.NaN, 4));
  });

  it('are between 0 and 2 unlike anything, and 0 unlike themselves', () => {
    fc.assert(
      fc.property(someRows, someRows, (one, other) => {
        const [left, right] = [soundOf(one), soundOf(other)];
        const unlike = unlikeness(left, right);
        expect(unlike).toBeGreaterThanOrEqual(-1e-5);
        expect(unlike).toBeLessThanOrEqual(2 + 1e-5);
      }),
    );
    expect(unlikeness(name, name)).toBeCloseTo(0, 5);
  });

  it('are nowhere in nothing', () => {
    expect(likenessIn({ values: new Float32Array(0), count: 0, size: SIZE }, name)).toBeNull();
    expect(meanOf([]).length).toBe(0);
  });
});
