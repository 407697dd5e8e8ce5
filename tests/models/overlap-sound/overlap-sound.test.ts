import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OverlapSound } from '../../../models/overlap-sound/overlap-sound.ts';
import { openSilero } from '../../../models/voice-activity/silero.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { BODY_SOUNDS, bodySound } from '../../recordings/body-sounds.ts';
import { activeFrames } from '../../recordings/overlap-clips.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { projectFolder } from '../real-places.ts';

/** Below this few words are not believed (`turn-taking/overlap-words.ts`). */
const NO_WORDS = 0.35;

describe('words, or a sound with a voice', { timeout: 120_000 }, () => {
  let detector: VoiceActivity;
  beforeAll(async () => {
    detector = await openSilero(join(projectFolder, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx'));
  }, 60_000);
  afterAll(() => detector.close());

  async function probability(samples: Float32Array): Promise<number | null> {
    const net = new OverlapSound();
    for (const frame of await activeFrames(samples, detector)) net.take(frame);
    return net.speechProbability();
  }

  it('takes no recorded question for a sound; it was shown other sentences in other manners', async () => {
    const taken: string[] = [];
    for (const { file, speechStartMs } of allRecordings()) {
      if (speechStartMs === null || /noisy/.test(file)) continue;
      if (((await probability(samplesOf(file))) ?? 1) < NO_WORDS) taken.push(file);
    }
    expect(taken).toEqual([]);
  });

  it('takes at most one in ten of the sounds that a detector takes for speech for words', async () => {
    const judged: { readonly name: string; readonly isWords: boolean }[] = [];
    for (const kind of BODY_SOUNDS) {
      for (const seed of [2000, 2001, 2002]) {
        const found = await probability(bodySound(kind, seed));
        if (found !== null) judged.push({ name: `${kind} ${seed}`, isWords: found >= NO_WORDS });
      }
    }
    expect(judged.length).toBeGreaterThan(8);
    expect(judged.filter(({ isWords }) => isWords).length / judged.length).toBeLessThanOrEqual(0.1);
  });

  it('says nothing before there is enough, and forgets when told to', () => {
    const net = new OverlapSound();
    for (let frame = 0; frame < 4; frame++) net.take(new Float32Array(512));
    expect(net.speechProbability()).toBeNull();
    net.take(new Float32Array(512));
    expect(net.speechProbability()).not.toBeNull();
    net.reset();
    expect(net.speechProbability()).toBeNull();
  });

  it('does not read weights that are not its own', () => {
    expect(() => new OverlapSound(new Float32Array(10))).toThrow(/has 10 weights/);
  });
});
