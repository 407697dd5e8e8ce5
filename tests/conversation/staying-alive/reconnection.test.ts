import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reconnection } from '../../../electron/conversation/staying-alive/reconnection.ts';

const gone = { retryable: true, retryAfterMs: null } as const;
const refused = { retryable: false, retryAfterMs: null } as const;

const OPEN_MS = 200;

/**
 * Loses, waits, tries again, until the network is back.
 * @param hangMs how long an opening takes that comes to nothing
 * @returns how long after that the line is there
 */
function absence(random: () => number, backAtMs: number, hangMs: number): number {
  const policy = new Reconnection(random);
  let nowMs = 60_000;
  policy.opened(0);
  const start = nowMs;
  for (;;) {
    const next = policy.lost(nowMs, gone);
    if (next.kind !== 'wait') throw new Error('gave up');
    nowMs += next.delayMs;
    if (nowMs - start >= backAtMs) return nowMs + OPEN_MS - start - backAtMs;
    nowMs += hangMs;
  }
}

/** Even numbers between 0 and 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('trying again', () => {
  it('waits no longer than 3 s while somebody may be waiting, whatever happened', () => {
    const outcomes = fc.array(fc.record({ livedMs: fc.option(fc.integer({ min: 6000, max: 100_000 })), pauseMs: fc.nat(2000) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0, max: 1, noNaN: true }), (tries, draw) => {
        const policy = new Reconnection(() => draw);
        let nowMs = 0;
        for (const { livedMs, pauseMs } of tries) {
          if (livedMs !== null) {
            policy.opened(nowMs);
            nowMs += livedMs;
          }
          const next = policy.lost(nowMs, gone);
          expect(next.kind).toBe('wait');
          if (next.kind !== 'wait') return;
          expect(next.delayMs).toBeGreaterThanOrEqual(0);
          expect(next.delayMs).toBeLessThanOrEqual(nowMs > 120_000 ? 3500 : 3000);
          nowMs += Math.min(pauseMs, next.delayMs);
        }
      }),
    );
  });

  it('is back soon after the network is: half within 1 s, 95 % within 3 s, all within 8 s', () => {
    const random = seeded(7);
    const after = Array.from({ length: 5000 }, () => absence(random, random() * 100_000, 200)).toSorted((left, right) => left - right);
    expect(after[2500]).toBeLessThanOrEqual(1200);
    expect(after[4750]).toBeLessThanOrEqual(3000);
    expect(after.at(-1)).toBeLessThanOrEqual(8000);
    const afterHours = Array.from({ length: 300 }, () => absence(random, 3_600_000 * (1 + random()), 4000));
    expect(Math.max(...afterHours)).toBeLessThanOrEqual(8000);
  });

  it('does not come back all at once: no tenth of the first wave is more than twice its share', () => {
    const random = seeded(11);
    const tenths = new Array<number>(10).fill(0);
    for (let client = 0; client < 10_000; client += 1) {
      const policy = new Reconnection(random);
      policy.opened(0);
      const next = policy.lost(60_000, gone);
      const tenth = next.kind === 'wait' ? Math.min(9, Math.floor(next.delayMs / 30)) : 9;
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.max(...tenths)).toBeLessThanOrEqual(2000);
  });

  it('tries a refusal never again', () => {
    expect(new Reconnection(Math.random).lost(0, refused)).toEqual({ kind: 'give-up', why: 'refused' });
  });

  it('stops after three lines that ended within seconds, and begins anew after one that lived', () => {
    const policy = new Reconnection(() => 0.5);
    const live = (fromMs: number, ms: number) => {
      policy.opened(fromMs);
      return policy.lost(fromMs + ms, gone).kind;
    };
    expect([live(0, 1000), live(2000, 4900)]).toEqual(['wait', 'wait']);
    expect(live(10_000, 12_000)).toBe('wait');
    expect([live(30_000, 100), live(31_000, 100), live(32_000, 100)]).toEqual(['wait', 'wait', 'give-up']);
    policy.reset();
    expect(live(40_000, 100)).toBe('wait');
  });

  it('honours what a server asked for, however long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (retryAfterMs, draw) => {
        const next = new Reconnection(() => draw).lost(0, { retryable: true, retryAfterMs });
        expect(next).toMatchObject({ kind: 'wait' });
        if (next.kind === 'wait') expect(next.delayMs).toBeGreaterThanOrEqual(retryAfterMs);
      }),
    );
  });
});
