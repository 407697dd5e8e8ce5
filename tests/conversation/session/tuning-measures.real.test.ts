import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HeardFrame, measureListening, measurePauses } from '../../../electron/conversation/session/tuning-measures.ts';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../../../models/audio/joined-samples.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import { openSmartTurn } from '../../../models/turn-end/smart-turn.ts';
import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import { openSilero } from '../../../models/voice-activity/silero.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { isMissing, projectFolder, realPlaces } from '../../models/real-places.ts';
import { bodySound } from '../../recordings/body-sounds.ts';
import { allRecordings, samplesOf } from '../../recordings/recordings.ts';
import { mixed, noise, silence } from '../../recordings/sound-making.ts';

describe.skipIf(isMissing('speech-to-text') || isMissing('turn-end'))('tuning, with the real models', () => {
  let recogniser: SpeechToText;
  let turnEnd: TurnEnd;
  let detector: VoiceActivity;
  beforeAll(async () => {
    [recogniser, turnEnd] = await Promise.all([openMoonshine(realPlaces), openSmartTurn(realPlaces)]);
    detector = await openSilero(join(projectFolder, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx'));
  }, 120_000);
  afterAll(() => Promise.all([recogniser, turnEnd, detector].map((model) => model.close())));

  async function heard(sound: Float32Array): Promise<HeardFrame[]> {
    mixed(sound, noise(sound.length / 16, 0.0005, 3));
    detector.reset();
    const frames: HeardFrame[] = [];
    for (let at = 0; at + HEARING_FRAME_SAMPLES <= sound.length; at += HEARING_FRAME_SAMPLES) {
      const samples = sound.slice(at, at + HEARING_FRAME_SAMPLES);
      const speechProbability = await detector.probability(samples);
      frames.push({ samples, speechProbability, endMs: (frames.length + 1) * HEARING_FRAME_MS, playedLevel: 0 });
    }
    return frames;
  }

  /** Only what is spoken of it. */
  function speech(file: string): Float32Array {
    const { speechStartMs, speechEndMs } = allRecordings().find((each) => each.file === file) ?? {};
    return samplesOf(file).slice((speechStartMs ?? 0) * 16, (speechEndMs ?? 0) * 16);
  }

  it('finds pauses of half a second in speech, and a factor that cuts none of them off', { timeout: 120_000 }, async () => {
    const parts = ['tell-me-a-story.wav', 'what-can-you-do.wav', 'hello-how-are-you.wav', 'what-time-is-it.wav', 'miles.wav'];
    const sound = joinedSamples([silence(500), ...parts.flatMap((file) => [speech(file), silence(600)])]);
    const measured = await measurePauses(await heard(sound), { factor: 1, patience: 1 }, { recogniser, turnEnd });
    const result = measured?.result;
    if (result?.step !== 'pauses') throw new Error('nothing was measured');
    expect(result.pauses).toBeGreaterThanOrEqual(4);
    expect(Math.abs(result.longestMs - 600)).toBeLessThanOrEqual(160);
    expect(result.cutOff.before).toBeGreaterThan(0);
    expect(result.cutOff.after).toBe(0);
    expect(measured?.changes.pauseFactor).toBeGreaterThan(1);
  });

  it('hears hums and laughs, and lets none of them end a reply afterwards', { timeout: 120_000 }, async () => {
    const sounds = ([0, 1, 2, 3] as const).map((seed) => bodySound('two hums', 20_000 + seed));
    const sound = joinedSamples([silence(500), ...sounds.flatMap((each) => [each, silence(800)])]);
    const measured = await measureListening(await heard(sound), new Set(), { recogniser, turnEnd });
    const result = measured?.result;
    if (result?.step !== 'listening') throw new Error('nothing was measured');
    expect(result.sounds).toBeGreaterThanOrEqual(2);
    expect(result.ended.after).toBe(0);
  });
});
