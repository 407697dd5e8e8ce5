import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget, spansOf } from '../../../electron/conversation/ledger/budget.ts';
import { costMicros } from '../../../electron/conversation/ledger/cost.ts';
import type { PriceList } from '../../../electron/ipc/engine-schema.ts';

const free: PriceList = {
  ...{ asOf: '2026-10-01', textIn: 0, audioIn: 0, cachedIn: 0, textOut: 0, audioOut: 0, sessionMinute: 0, transcribedMinute: 0 },
};
const byToken: PriceList = { ...free, textIn: 4, audioIn: 32, cachedIn: 0.4, textOut: 16, audioOut: 64 };
const nothing = { openMs: 0, audioSentMs: 0, usage: [] };

describe('what a turn costs', () => {
  it('is not known without a price', () => expect(costMicros({ ...nothing, openMs: 60_000 }, null)).toBeNull());

  it('goes by the minute where time is what is charged', () => {
    expect(costMicros({ ...nothing, openMs: 90_000 }, { ...free, sessionMinute: 0.05 })).toBe(75_000);
  });

  it('goes by each kind of token, cached ones at their own price', () => {
    const detail = { textIn: 1000, audioIn: 500, cachedTextIn: 400, cachedAudioIn: 100, textOut: 100, audioOut: 300 };
    const usage = [{ inputTokens: 1500, outputTokens: 400, detail }];
    // 600 × 4 + 400 × 32 + 500 × 0.4 + 100 × 16 + 300 × 64, in dollars a million = millionths of a dollar.
    expect(costMicros({ ...nothing, usage }, byToken)).toBe(2400 + 12_800 + 200 + 1600 + 19_200);
  });

  it('takes tokens of no known kind for the dearest', () => {
    expect(costMicros({ ...nothing, usage: [{ inputTokens: 10, outputTokens: 10 }] }, byToken)).toBe(320 + 640);
  });

  it('adds the recogniser that is charged by itself', () => {
    const prices = { ...free, transcribedMinute: 0.017 };
    expect(costMicros({ ...nothing, audioSentMs: 60_000 }, prices)).toBe(17_000);
    const usage = [{ inputTokens: 0, outputTokens: 0, detail: { transcribedSeconds: 30 } }];
    expect(costMicros({ ...nothing, audioSentMs: 60_000, usage }, prices)).toBe(8500);
  });

  it('is never negative, a whole number, and grows with what is used', () => {
    const count = fc.nat(1_000_000);
    const usage = fc.record({ inputTokens: count, outputTokens: count });
    fc.assert(
      fc.property(fc.array(usage, { maxLength: 5 }), usage, fc.nat(1e7), (some, more, openMs) => {
        const prices = { ...byToken, sessionMinute: 0.08 };
        const less = costMicros({ ...nothing, openMs, usage: some }, prices) ?? -1;
        expect(Number.isInteger(less) && less >= 0).toBe(true);
        expect(costMicros({ ...nothing, openMs, usage: [...some, more] }, prices)).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe('a budget', () => {
  const may = new Date(2026, 4, 10);
  const limit = 1_000_000;

  it('warns once, ends once, and begins anew with the month', () => {
    const budget = new Budget();
    expect(budget.spent(790_000, limit, may)).toBeNull();
    expect(budget.spent(800_000, limit, may)).toBe('warn');
    expect(budget.spent(900_000, limit, may)).toBeNull();
    expect(budget.spent(1_000_000, limit, may)).toBe('over');
    expect(budget.spent(1_100_000, limit, may)).toBeNull();
    expect(budget.spent(850_000, limit, new Date(2026, 5, 1))).toBe('warn');
  });

  it('says at once that it is over when one turn cost more than all of it', () => {
    expect(new Budget().spent(5_000_000, limit, may)).toBe('over');
  });

  it('is none without a limit', () => {
    expect(new Budget().spent(5_000_000, null, may)).toBeNull();
    expect(new Budget().isUsedUp(5_000_000, null)).toBe(false);
    expect(new Budget().isUsedUp(0, 0)).toBe(true);
  });

  it('counts calendar days and months, the last of the year, too', () => {
    const { day, month } = spansOf(new Date(2026, 11, 31, 23, 59));
    expect([day.from, day.to, month.from, month.to]).toEqual([
      new Date(2026, 11, 31),
      new Date(2027, 0, 1),
      new Date(2026, 11, 1),
      new Date(2027, 0, 1),
    ]);
  });
});
