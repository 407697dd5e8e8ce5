import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TurnEnd } from '../../models/turn-end/turn-end.ts';

/** What every judge of turn ends must do. @param finished a whole sentence @param cut one that stops in its middle */
export function turnEndSuite(open: () => Promise<TurnEnd>, finished: Float32Array, cut: Float32Array): void {
  describe('as a judge of turn ends', () => {
    let judge: TurnEnd;
    beforeAll(async () => {
      judge = await open();
    });
    afterAll(() => judge.close());

    it('tells a whole sentence from one that stops in its middle', async () => {
      const [whole, open] = await Promise.all([judge.probability(finished), judge.probability(cut)]);
      expect(whole).toBeGreaterThan(0.5);
      expect(whole).toBeLessThanOrEqual(1);
      expect(open).toBeLessThan(0.5);
      expect(open).toBeGreaterThanOrEqual(0);
    });

    it('says nothing once nobody wants to know', async () => {
      expect(await judge.probability(finished, AbortSignal.abort())).toBeNull();
    });
  });
}
