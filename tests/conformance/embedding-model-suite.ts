import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddingModel, nearness } from '../../models/embedding/embedding-model.ts';

/** What everything that finds by meaning must do. */
export function embeddingModelSuite(open: () => Promise<EmbeddingModel>): void {
  describe('as an embedding model', () => {
    let model: EmbeddingModel;
    beforeAll(async () => {
      model = await open();
    });
    afterAll(() => model.close());

    const one = async (text: string) => (await model.embed([text]))[0] ?? new Float32Array(0);

    it('gives one vector of length 1 for each text, in order, the same each time', async () => {
      const texts = ['I live in Berlin.', 'Ich wohne in Berlin.', '李', 'x'.repeat(4000), '😀 tea'];
      const vectors = await model.embed(texts);
      expect(vectors).toHaveLength(texts.length);
      for (const [index, vector] of vectors.entries()) {
        expect(vector).toHaveLength(model.dimensions);
        expect(nearness(vector, vector)).toBeCloseTo(1, 4);
        expect(nearness(vector, await one(texts[index] ?? ''))).toBeCloseTo(1, 4);
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
      expect(await model.embed([])).toEqual([]);
      expect(await model.embed(['tea'], { signal: AbortSignal.abort() })).toEqual([]);
    });
  });
}
