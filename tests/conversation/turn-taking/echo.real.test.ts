import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReplySpeech } from '../../../electron/conversation/speaking/reply-speech.ts';
import { BargeIn } from '../../../electron/conversation/turn-taking/barge-in.ts';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES, SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { resample } from '../../../models/audio/resample.ts';
import { openPiper } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { openSilero } from '../../../models/voice-activity/silero.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { isMissing, projectFolder, realPlaces } from '../../models/real-places.ts';
import { samplesOf } from '../../recordings/recordings.ts';
import { mixed, noise, silence } from '../../recordings/sound-making.ts';

const STORY = [
  'There was once a small boat on a wide and silent lake.',
  'Every morning an old woman rowed it to the other side, where the bread was baked.',
  'One day the fog was so thick that she could not see her own hands.',
];

describe.skipIf(isMissing('text-to-speech'))('the speaker in the microphone', () => {
  let voice: TextToSpeech;
  let detector: VoiceActivity;
  let reply: Float32Array;
  beforeAll(async () => {
    voice = await openPiper(realPlaces);
    detector = await openSilero(join(projectFolder, 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx'));
    const clauses = await Promise.all(
      STORY.map((text) => voice.speak(text, { voice: { voiceId: 'joe', rate: 1, pitch: 1 }, steady: true })),
    );
    reply = Float32Array.from(clauses.flatMap(({ samples }) => [...samples]));
  });
  afterAll(() => Promise.all([voice.close(), detector.close()]));

  /** Plays the reply back into the microphone, without any echo cancellation. @returns times of what was decided */
  async function play(
    echo: { readonly db: number; readonly delayMs: number },
    user?: { readonly samples: Float32Array; readonly atMs: number },
  ) {
    const heard = resample(reply, SPEAKING_SAMPLE_RATE_HZ, 16_000);
    const microphone = noise(heard.length / 16, 0.0005, 1);
    const place = (samples: Float32Array, atMs: number, gain: number) => {
      const shifted = silence(heard.length / 16);
      shifted.set(samples.map((sample) => sample * gain).subarray(0, Math.max(0, shifted.length - atMs * 16)), atMs * 16);
      mixed(microphone, shifted);
    };
    place(heard, echo.delayMs, 10 ** (echo.db / 20));
    if (user !== undefined) place(user.samples, user.atMs, 1);
    const speech = new ReplySpeech('reply', () => undefined);
    speech.addAudio(reply);
    const bargeIn = new BargeIn();
    detector.reset();
    const decisions: { readonly decision: string; readonly atMs: number }[] = [];
    for (let frame = 0; (frame + 1) * HEARING_FRAME_SAMPLES <= microphone.length; frame++) {
      const samples = microphone.slice(frame * HEARING_FRAME_SAMPLES, (frame + 1) * HEARING_FRAME_SAMPLES);
      const speechProbability = await detector.probability(samples);
      const atMs = (frame + 1) * HEARING_FRAME_MS;
      const frameAt = { samples, endMs: atMs, speechProbability };
      const decision = bargeIn.hear(frameAt, bargeIn.sourceOf(frameAt, speech.levelAt(atMs)));
      if (decision !== null) decisions.push({ decision, atMs });
      if (decision === 'hold') break;
    }
    return decisions;
  }

  it.each([-6, -12, -20, -30, -40].flatMap((db) => [0, 40, 120, 210, 300].map((delayMs) => ({ db, delayMs }))))(
    'does not interrupt itself at $db dB, $delayMs ms late',
    async (echo) => {
      expect((await play(echo)).filter(({ decision }) => decision === 'hold')).toEqual([]);
    },
  );

  it.each([
    { db: -20, delayMs: 120 },
    { db: -40, delayMs: 300 },
    { db: Number.NEGATIVE_INFINITY, delayMs: 0 },
  ])('hears the user on top of it at $db dB, $delayMs ms late', async (echo) => {
    // The recording begins with 400 ms of silence.
    const question = samplesOf('what-time-is-it.wav').slice(400 * 16);
    const held = (await play(echo, { samples: question, atMs: 4000 })).find(({ decision }) => decision === 'hold');
    expect((held?.atMs ?? Number.POSITIVE_INFINITY) - 4000).toBeLessThanOrEqual(450);
    expect(held?.atMs).toBeGreaterThan(4000);
  });
});
