import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtQuiet, LONGEST_MS } from '../../../models/speech-to-text/quiet-cuts.ts';

const RATE_HZ = 16_000;

/** Loud throughout, but for the given pauses in seconds. */
function speech(seconds: number, pauses: readonly (readonly [from: number, to: number])[] = []): Float32Array {
  return Float32Array.from({ length: seconds * RATE_HZ }, (_, index) => {
    const at = index / RATE_HZ;
    return pauses.some(([from, to]) => at >= from && at < to) ? 0 : Math.sin(index / 7);
  });
}

describe('cutting long speech', () => {
  it.each([0, 1, 15])('leaves %d seconds whole', (seconds) => {
    expect(cutAtQuiet(speech(seconds)).map(({ length }) => length)).toEqual([seconds * RATE_HZ]);
  });

  it('cuts in the pause', () => {
    const [first] = cutAtQuiet(speech(20, [[11, 11.4]]));
    const cutAt = (first?.length ?? 0) / RATE_HZ;
    expect(cutAt).toBeGreaterThan(11);
    expect(cutAt).toBeLessThan(11.4);
  });

  it('passes over a pause that comes too early: pieces stay long enough to understand', () => {
    const [first] = cutAtQuiet(
      speech(20, [
        [2, 3],
        [12, 12.2],
      ]),
    );
    expect((first?.length ?? 0) / RATE_HZ).toBeGreaterThan(12);
  });

  it('loses no sample, makes no piece too long, and none before the last too short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 5 }), (seconds, pauses) => {
        const whole = speech(
          seconds,
          pauses.map((at) => [at, at + 0.3] as const),
        );
        const pieces = cutAtQuiet(whole);
        expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(whole.length);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual((LONGEST_MS * RATE_HZ) / 1000);
        for (const piece of pieces.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(8 * RATE_HZ);
        pieces.reduce((from, piece) => {
          expect(piece.byteOffset).toBe(whole.byteOffset + from * 4);
          return from + piece.length;
        }, 0);
      }),
      { numRuns: 20 },
    );
  });
});
