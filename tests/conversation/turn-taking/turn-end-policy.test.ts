import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Completeness } from '../../../electron/conversation/turn-taking/completeness.ts';
import { OwnPauses } from '../../../electron/conversation/turn-taking/own-pauses.ts';
import { silenceToEndMs, TURN_END_WAITS } from '../../../electron/conversation/turn-taking/turn-end-policy.ts';

const wait = (completeness: Completeness, turnEnd: number | null, patience = 1, wordsAreWhole = true) =>
  silenceToEndMs({ completeness, wordsAreWhole, turnEnd }, patience);

describe('the silence that ends a turn', () => {
  it('is shortest when words and voice both sound over, and longer when either says otherwise', () => {
    expect(wait('complete', 0.9)).toBeLessThan(wait('complete', null));
    expect(wait('complete', 0.9)).toBeLessThan(wait('open', 0.9));
    expect(wait('complete', 0.1)).toBeGreaterThan(wait('complete', null));
  });

  it('does not trust words that lack the last ones', () => {
    expect(wait('complete', 0.9, 1, false)).toBeGreaterThan(wait('complete', 0.9));
    expect(wait('open', 0.9, 1, false)).toBe(TURN_END_WAITS.unknown.over);
    expect(wait('holding', 0.9, 1, false)).toBe(TURN_END_WAITS.holding.over);
  });

  it('is shorter still after a whole question', () => {
    expect(wait('asked', 0.9)).toBeLessThan(wait('complete', 0.9));
    expect(wait('asked', null)).toBeLessThan(wait('unsure', null));
  });

  it('grows with patience, never shrinks when the voice sounds less finished, and has an end', () => {
    const evidence = fc.record({
      completeness: fc.constantFrom<Completeness>('asked', 'complete', 'unsure', 'open', 'dictating', 'holding'),
      wordsAreWhole: fc.boolean(),
      turnEnd: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        evidence,
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seen, patience, less) => {
          const waitMs = silenceToEndMs(seen, patience);
          expect(waitMs).toBeGreaterThanOrEqual(100);
          expect(waitMs).toBeLessThanOrEqual(5000);
          expect(silenceToEndMs(seen, patience * 1.2)).toBeGreaterThanOrEqual(waitMs);
          expect(silenceToEndMs({ ...seen, turnEnd: Math.min(less, seen.turnEnd) }, patience)).toBeGreaterThanOrEqual(waitMs);
        },
      ),
    );
  });
});

describe('OwnPauses', () => {
  it('settles where one turn in twenty is cut off, whatever the speaker', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0.9, max: 2, noNaN: true }), (seed, needed) => {
        const pauses = new OwnPauses();
        let [random, cut] = [seed, 0];
        const turns = 4000;
        for (let turn = 0; turn < turns; turn++) {
          random = (random * 48_271) % 2_147_483_647;
          // This speaker's longest pause in a turn, as a factor, spread evenly up to what is needed.
          const pause = (random / 2_147_483_647) * needed * 1.05;
          if (pause > pauses.factor) {
            cut++;
            pauses.cutOff();
          } else pauses.letFinish();
        }
        expect(cut / turns).toBeLessThan(0.08);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps within bounds', () => {
    const pauses = new OwnPauses(100);
    expect(pauses.factor).toBe(2.5);
    for (let turn = 0; turn < 1000; turn++) pauses.letFinish();
    expect(pauses.factor).toBe(0.8);
  });
});
