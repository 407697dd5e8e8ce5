import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaybackQueue } from '../../renderer/speaker/playback-queue.ts';
import { PlayoutBuffer } from '../../renderer/speaker/playout-buffer.ts';

const RATE_HZ = 1000;
const PIECE_MS = 20;

/** Pieces of a reply, each so many milliseconds late. @returns how often its sound ran out, and everything that sounded */
function listened(lateMs: readonly number[]) {
  const queue = new PlaybackQueue(RATE_HZ);
  let cameMs = 0;
  // One connection: no piece overtakes another.
  const arrivals = lateMs.map((late, index) => {
    cameMs = Math.max(cameMs, index * PIECE_MS + late);
    return cameMs;
  });
  const sounded: number[] = [];
  let [gaps, wasSounding, next] = [0, false, 0];
  for (let ms = 0; next < arrivals.length || queue.current !== null; ms++) {
    for (; (arrivals[next] ?? Number.POSITIVE_INFINITY) <= ms; next++) queue.play('a', piece(next));
    if (next === arrivals.length) queue.end('a');
    const output = new Float32Array(1);
    queue.render(output);
    const [sample = 0] = output;
    if (sample !== 0) sounded.push(sample);
    else if (wasSounding && queue.current !== null) gaps += 1;
    wasSounding = sample !== 0;
  }
  return { gaps, sounded };
}

const piece = (index: number) => Float32Array.from({ length: PIECE_MS }, (_, sample) => index * PIECE_MS + sample + 1);

describe('the play-out buffer', () => {
  it('is never deeper than 40 ms, grows with gaps and is empty again after a calm while', () => {
    const happenings = fc.array(fc.oneof(fc.constant('gap' as const), fc.integer({ min: 1, max: 4000 })), { maxLength: 60 });
    fc.assert(
      fc.property(happenings, (story) => {
        const buffer = new PlayoutBuffer();
        for (const happening of story) {
          const before = buffer.depthMs;
          if (happening === 'gap') {
            buffer.ranOut();
            expect(buffer.depthMs).toBe(Math.min(40, before + 10));
          } else {
            buffer.played(happening);
            expect(buffer.depthMs).toBeLessThanOrEqual(before);
          }
          expect(buffer.depthMs).toBeGreaterThanOrEqual(0);
        }
        for (let second = 0; second < 25; second++) buffer.played(1000);
        expect(buffer.depthMs).toBe(0);
      }),
    );
  });

  it('loses, doubles and reorders no sample, however late the pieces are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { minLength: 1, maxLength: 60 }), (lateMs) => {
        const { sounded } = listened(lateMs);
        expect(sounded).toEqual(Array.from({ length: lateMs.length * PIECE_MS }, (_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('breaks off less often the longer the network is unsteady, and waits for nothing on a steady one', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const unsteady = Array.from({ length: 1500 }, () => random() * 35);
    const { gaps } = listened(unsteady);
    const first = listened(unsteady.slice(0, 100)).gaps;
    expect(first).toBeGreaterThan(0);
    expect(gaps).toBeLessThan(first * 4);
    expect(listened(new Array<number>(500).fill(0)).gaps).toBe(0);
  });
});
