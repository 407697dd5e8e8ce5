import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VoiceActivity } from '../../models/voice-activity/voice-activity.ts';

/** What every voice detector must do. @param speech frames of speech @param quiet frames without */
export function voiceActivitySuite(
  open: () => Promise<VoiceActivity>,
  speech: readonly Float32Array[],
  quiet: readonly Float32Array[],
): void {
  describe('as a voice detector', () => {
    let detector: VoiceActivity;
    beforeAll(async () => {
      detector = await open();
    });
    afterAll(() => detector.close());

    async function shareOfSpeech(frames: readonly Float32Array[]): Promise<number> {
      detector.reset();
      let speaking = 0;
      for (const frame of frames) {
        const probability = await detector.probability(frame);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        if (probability >= 0.5) speaking += 1;
      }
      return speaking / frames.length;
    }

    it('tells speech from quiet', async () => {
      expect(await shareOfSpeech(speech)).toBeGreaterThan(0.8);
      expect(await shareOfSpeech(quiet)).toBe(0);
    });
  });
}
