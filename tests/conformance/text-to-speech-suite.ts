import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';

const voice = { voiceId: 'joe', rate: 1, pitch: 1 };

/** What every voice must do. */
export function textToSpeechSuite(open: () => Promise<TextToSpeech>): void {
  describe('as a voice', () => {
    let speaker: TextToSpeech;
    beforeAll(async () => {
      speaker = await open();
    });
    afterAll(() => speaker.close());

    it.each(['Hello.', 'How are you, my friend?', 'At 5:30 it costs $20!'])(
      'speaks every word of "%s" once, in order, inside its sound',
      async (clause) => {
        const { samples, words } = await speaker.speak(clause, { voice });
        expect(words.map(({ text }) => text).join('')).toBe(`${clause} `);
        let before = 0;
        for (const { startMs, endMs } of words) {
          expect(startMs).toBeGreaterThanOrEqual(before);
          expect(endMs).toBeGreaterThan(startMs);
          before = endMs;
        }
        expect(before).toBeLessThanOrEqual((samples.length * 1000) / SPEAKING_SAMPLE_RATE_HZ + 1e-6);
      },
    );

    it('can be heard and never clips', async () => {
      const { samples } = await speaker.speak('Good evening.', { voice });
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(loudest).toBeGreaterThan(0.1);
      expect(loudest).toBeLessThanOrEqual(1);
    });

    it('says nothing where there is nothing to say, or nobody wants it any more', async () => {
      expect(await speaker.speak('...', { voice })).toEqual({ samples: new Float32Array(0), words: [] });
      expect((await speaker.speak('Hello.', { voice, signal: AbortSignal.abort() })).samples).toHaveLength(0);
    });
  });
}
