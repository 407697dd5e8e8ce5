import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeaningModel, nearness } from '../../models/meaning/meaning-model.ts';

/** What everything that reads meanings must do. */
export function meaningModelSuite(open: () => Promise<MeaningModel>): void {
  describe('as a model of meaning', () => {
    let model: MeaningModel;
    beforeAll(async () => {
      model = await open();
    });
    afterAll(() => model.close());

    const one = async (text: string) => (await model.read([text]))[0]?.vector ?? new Float32Array(0);

    it('gives one vector of length 1 for each text, in order, the same each time', async () => {
      const texts = ['I live in Berlin.', 'Ich wohne in Berlin.', '李', 'x'.repeat(4000), '😀 tea'];
      const meanings = await model.read(texts);
      expect(meanings).toHaveLength(texts.length);
      for (const [index, { vector }] of meanings.entries()) {
        expect(vector).toHaveLength(model.dimensions);
        expect(nearness(vector, vector)).toBeCloseTo(1, 4);
        expect(nearness(vector, await one(texts[index] ?? ''))).toBeCloseTo(1, 4);
      }
    });

    it('gives every text a chance for each class, and they add up to 1', async () => {
      expect(new Set(model.classes).size).toBe(model.classes.length);
      for (const { chances } of await model.read(['set a timer', 'I live in Berlin'])) {
        expect(chances).toHaveLength(model.classes.length);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 4);
      }
    });

    it('puts texts that share words nearer than texts that share nothing', async () => {
      const [asked, same, other] = [
        await one('my favorite food'),
        await one('My favorite food is lasagna.'),
        await one('She parked near the harbour yesterday.'),
      ];
      expect(nearness(asked, same)).toBeGreaterThan(nearness(asked, other) + 0.2);
    });

    it('gives zeros where there is no word, and nothing when nobody wants it any more', async () => {
      expect([...(await one(' ... '))].every((value) => value === 0)).toBe(true);
      expect(await model.read([])).toEqual([]);
      expect(await model.read(['tea'], { signal: AbortSignal.abort() })).toEqual([]);
    });
  });
}
