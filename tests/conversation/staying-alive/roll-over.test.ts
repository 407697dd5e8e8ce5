import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollOverStep } from '../../../electron/conversation/staying-alive/roll-over.ts';

const MINUTE_MS = 60_000;
const fresh = { openedAtMs: 0, deadlineAtMs: null, isBusy: false } as const;

describe('a line that may last for ever', () => {
  it('stays', () => {
    const at = fc.record({ nowMs: fc.nat(1e9), isBusy: fc.boolean() });
    fc.assert(
      fc.property(at, (now) => {
        expect(rollOverStep({ ...fresh, capMs: null, ...now })).toEqual({ kind: 'stay', forMs: null });
      }),
    );
  });
});

describe.each([10, 15, 30, 58, 60, 120])('a line that may last %i minutes', (minutes) => {
  const capMs = minutes * MINUTE_MS;
  /** Follows the policy on a clock, busy or not. @returns when the line was changed */
  const changedAtMs = (isBusy: (nowMs: number) => boolean, deadline: { saidAtMs: number; inMs: number } | null = null): number => {
    let nowMs = 0;
    for (;;) {
      const deadlineAtMs = deadline !== null && nowMs >= deadline.saidAtMs ? deadline.saidAtMs + deadline.inMs : null;
      const step = rollOverStep({ nowMs, openedAtMs: 0, capMs, deadlineAtMs, isBusy: isBusy(nowMs) });
      if (step.kind === 'change') return nowMs;
      nowMs += Math.min(step.forMs ?? 1000, 1000);
      expect(nowMs).toBeLessThan(capMs);
    }
  };

  it('is changed in the first pause of its last minutes', () => {
    const atMs = changedAtMs(() => false);
    expect(atMs).toBeLessThanOrEqual(capMs - Math.min(MINUTE_MS, capMs / 2));
    expect(atMs).toBeGreaterThanOrEqual(capMs / 2);
  });

  it('is changed seconds before the end at the latest, however long one talks', () => {
    const atMs = changedAtMs(() => true);
    expect(capMs - atMs).toBeGreaterThanOrEqual(5000);
  });

  it('is changed in a pause whenever there is one in between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (busySeconds) => {
        const isBusy = (nowMs: number) => Math.floor(nowMs / 1000) % (busySeconds + 1) < busySeconds;
        expect(isBusy(changedAtMs(isBusy))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('is changed at once when its end is announced for within seconds, and in time otherwise', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(Math.floor(capMs / 4)), (inMs, saidAtMs) => {
        const atMs = changedAtMs(() => true, { saidAtMs, inMs });
        expect(atMs).toBeLessThanOrEqual(Math.max(saidAtMs + 1000, saidAtMs + inMs - 4000));
      }),
      { numRuns: 60 },
    );
  });
});
