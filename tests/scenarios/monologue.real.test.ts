import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';
import { openSilero } from '../../models/voice-activity/silero.ts';
import type { VoiceActivity } from '../../models/voice-activity/voice-activity.ts';
import { projectFolder } from '../models/real-places.ts';
import { allRecordings, samplesOf } from '../recordings/recordings.ts';
import { noise, seededNoise } from '../recordings/sound-making.ts';
import { Stage, settled } from './stage.ts';

const LENGTH_MS = process.env['PARLEY_SOAK'] === undefined ? 30_000 : 120_000;
/** Somebody who thinks while they speak. */
const [SHORTEST_HESITATION_MS, LONGEST_HESITATION_MS] = [250, 1100];

const HEARING_SAMPLES_A_MS = 16;
const LEAD_MS = 64;
/** Silence that runs out just when somebody speaks again ends the turn before; nobody can know better sooner. */
const KNOWN_AFTER_MS = 7 * HEARING_FRAME_MS;

interface Sentence {
  readonly samples: Float32Array;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

describe('a monologue of real sentences through the real detector', () => {
  let detector: VoiceActivity;
  beforeAll(async () => {
    detector = await openSilero(`${projectFolder}/node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx`);
  });
  afterAll(() => detector.close());

  it(`of ${LENGTH_MS / 1000} s: no word of it is lost, no turn ends within a sentence, each is told once`, async () => {
    const stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    const dice = seededNoise(5);
    const sentences = allRecordings().flatMap(({ file, speechStartMs, speechEndMs, text }): Sentence[] =>
      speechStartMs === null || speechEndMs === null || /noisy|stop|hesitation|long/.test(file)
        ? []
        : [{ samples: samplesOf(file), startMs: speechStartMs, endMs: speechEndMs, text }],
    );
    const hear = async (samples: Float32Array) => {
      for (let at = 0; at + HEARING_FRAME_SAMPLES <= samples.length; at += HEARING_FRAME_SAMPLES) {
        const frame = samples.slice(at, at + HEARING_FRAME_SAMPLES);
        stage.hearSound(frame, await detector.probability(frame));
      }
    };
    let told = 0;
    const commits = () => stage.engine.calls.filter((call) => call === 'commit').length;
    /** Where words are, by the label, on the stage's clock; and how many turns were over when each began and ended. */
    const spoken: { readonly fromMs: number; readonly toMs: number; readonly before: number; readonly after: number }[] = [];
    await hear(noise(500, 0.0005, 1));
    for (let index = 0; stage.nowMs < LENGTH_MS; index++) {
      const { samples, startMs, endMs, text } = sentences[index % sentences.length] as Sentence;
      const fromMs = stage.nowMs;
      const speechFrom = Math.max(0, startMs - LEAD_MS) * HEARING_SAMPLES_A_MS;
      await hear(samples.slice(speechFrom, speechFrom + KNOWN_AFTER_MS * HEARING_SAMPLES_A_MS));
      const before = commits();
      await hear(samples.slice(speechFrom + KNOWN_AFTER_MS * HEARING_SAMPLES_A_MS, endMs * HEARING_SAMPLES_A_MS));
      spoken.push({ fromMs: fromMs + LEAD_MS, toMs: stage.nowMs, before, after: commits() });
      await hear(noise(160, 0.0005, index));
      stage.engine.partial(index % 2 === 0 ? `${text.replace(/[.?!]$/, '')} and` : text, true);
      await settled();
      await hear(noise(SHORTEST_HESITATION_MS + ((dice() + 1) / 2) * (LONGEST_HESITATION_MS - SHORTEST_HESITATION_MS), 0.0005, index + 1));
      for (; told < commits(); told++) stage.engine.transcript(`Part ${told + 1}.`);
      await settled();
    }
    await hear(noise(4000, 0.0005, 3));
    for (; told < commits(); told++) stage.engine.transcript(`Part ${told + 1}.`);
    await settled();
    const heard = new Set(stage.engine.heardMs);
    for (const { fromMs, toMs, before, after } of spoken) {
      const frames = Array.from({ length: Math.floor((toMs - fromMs) / HEARING_FRAME_MS) }, (_, frame) => toMs - frame * HEARING_FRAME_MS);
      expect(
        frames.filter((endMs) => !heard.has(endMs)),
        `words from ${fromMs} ms on`,
      ).toEqual([]);
      expect(after, `a turn ended between ${fromMs} and ${toMs} ms, within a sentence`).toBe(before);
    }
    expect(stage.engine.heardMs.length).toBe(heard.size);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(spoken.length);
    expect(stage.words().filter((line) => line.startsWith('user'))).toHaveLength(told);
    await stage.close();
    expect(stage.scope.openCount).toBe(0);
  }, 600_000);
});
