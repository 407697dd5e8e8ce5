import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpeakerEmbedding, voiceLikeness } from '../../models/speaker-embedding/speaker-embedding.ts';
import { tone } from '../models/audio-file/wav-making.ts';

const hum = (hz: number, seconds = 1.6) => Float32Array.from(tone(seconds, 16_000, hz));

/** What everything that tells voices apart must do. */
export function speakerEmbeddingSuite(open: () => Promise<SpeakerEmbedding>): void {
  describe('as a speaker embedding', () => {
    let model: SpeakerEmbedding;
    beforeAll(async () => {
      model = await open();
    });
    afterAll(() => model.close());

    it('gives one vector of length 1 for each piece, in order, the same whatever lies beside it', async () => {
      const pieces = [hum(150), hum(450), hum(750, 0.4), hum(150, 5), ...Array.from({ length: 20 }, (_, index) => hum(150 + index * 50))];
      const vectors = await model.embed(pieces);
      expect(vectors).toHaveLength(pieces.length);
      for (const [index, vector] of vectors.entries()) {
        expect(vector).toHaveLength(model.dimensions);
        expect(voiceLikeness(vector, vector)).toBeCloseTo(1, 4);
        if (index > 4) continue;
        const [alone = new Float32Array()] = await model.embed([pieces[index] ?? new Float32Array()]);
        expect(voiceLikeness(vector, alone)).toBeCloseTo(1, 4);
      }
    });

    it('gives zeros for silence, and nothing when nobody wants it any more', async () => {
      const [silence] = await model.embed([new Float32Array(25_600)]);
      expect(silence?.every((value) => value === 0)).toBe(true);
      expect(await model.embed([])).toEqual([]);
      expect(await model.embed([hum(150)], { signal: AbortSignal.abort() })).toEqual([]);
    });

    it('pays no attention to how loud it is', async () => {
      const [loud, quiet] = await model.embed([hum(350), hum(350).map((value) => value / 40)]);
      expect(voiceLikeness(loud ?? new Float32Array(), quiet ?? new Float32Array())).toBeGreaterThan(0.9);
    });
  });
}
