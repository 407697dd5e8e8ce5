import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Endpointing } from '../../../electron/conversation/turn-taking/endpointing.ts';
import { HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../../electron/ipc/audio-frame.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { TurnEnd } from '../../../models/turn-end/turn-end.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import type { PauseClip } from './pause-set.ts';

/** What the models say about the last silence of a clip, 96 ms into it. */
export interface Observation {
  readonly id: string;
  readonly whole: boolean;
  readonly text: string;
  readonly turnEnd: number;
  readonly speechMs: number;
}

export interface Observers {
  readonly voiceActivity: VoiceActivity;
  readonly recogniser: SpeechToText;
  readonly turnEnd: TurnEnd;
}

const CACHE = join(import.meta.dirname, '../../../artefacts/pause-set');

/** Runs the real detector, recogniser and judge as listening does; kept in `artefacts/`, for they say the same each time. */
export async function observe(clip: PauseClip, observers: Observers): Promise<Observation | null> {
  const key = createHash('sha256')
    .update(Buffer.from(clip.samples.buffer, clip.samples.byteOffset, clip.samples.byteLength))
    .digest('hex');
  const file = join(CACHE, `${key.slice(0, 24)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Observation | null;
  const observation = await observed(clip, observers);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(observation));
  return observation;
}

/** @returns null when no speech was found */
async function observed({ id, whole, samples }: PauseClip, { voiceActivity, recogniser, turnEnd }: Observers): Promise<Observation | null> {
  const endpointing = new Endpointing();
  voiceActivity.reset();
  let [began, pausedAt] = [-1, -1];
  for (let frame = 0; (frame + 1) * HEARING_FRAME_SAMPLES <= samples.length; frame++) {
    const part = samples.slice(frame * HEARING_FRAME_SAMPLES, (frame + 1) * HEARING_FRAME_SAMPLES);
    const speechProbability = await voiceActivity.probability(part);
    const decision = endpointing.hear({ samples: part, endMs: 0, speechProbability }, Number.POSITIVE_INFINITY);
    if (decision === 'speech-began') began = frame;
    if (decision === 'paused') pausedAt = frame;
  }
  if (pausedAt === -1) return null;
  // Half a second of pre-roll, as listening has it.
  const from = Math.max(0, began - 15) * HEARING_FRAME_SAMPLES;
  const heard = samples.slice(from, (pausedAt + 1) * HEARING_FRAME_SAMPLES);
  const { text } = await recogniser.transcribe(heard, { effort: 'final' });
  return { id, whole, text, turnEnd: (await turnEnd.probability(heard)) ?? 0.5, speechMs: (pausedAt - began) * HEARING_FRAME_MS };
}
