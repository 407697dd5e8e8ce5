import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpeechToText } from '../../models/speech-to-text/speech-to-text.ts';

/** What every recogniser must do. @param speech one second or more in which `words` are said */
export function speechToTextSuite(open: () => Promise<SpeechToText>, speech: Float32Array, words: RegExp): void {
  describe('as a recogniser', () => {
    let recogniser: SpeechToText;
    beforeAll(async () => {
      recogniser = await open();
    });
    afterAll(() => recogniser.close());

    it('has an id and says how long speech may be', () => {
      expect(recogniser.id).not.toBe('');
      expect(recogniser.longestMs).toBeGreaterThan(1000);
    });

    it.each(['partial', 'final'] as const)('hears what was said (%s)', async (effort) => {
      const heard = await recogniser.transcribe(speech, { effort });
      expect(heard.text).toMatch(words);
      expect(heard.rejected).toBe(false);
      expect(heard.averageLogProbability).toBeLessThanOrEqual(0);
    });

    it('hears nothing in nothing, and says that it was rejected', async () => {
      const heard = await recogniser.transcribe(new Float32Array(0), { effort: 'final' });
      expect(heard).toMatchObject({ text: '', rejected: true });
    });

    it('does not change what it is given', async () => {
      const given = speech.slice();
      await recogniser.transcribe(given, { effort: 'final' });
      expect(given).toEqual(speech);
    });
  });
}
