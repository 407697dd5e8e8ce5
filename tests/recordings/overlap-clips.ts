import { HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';
import type { TextToSpeech } from '../../models/text-to-speech/text-to-speech.ts';
import type { VoiceActivity } from '../../models/voice-activity/voice-activity.ts';
import { BODY_SOUNDS, bodySound } from './body-sounds.ts';
import { mixed, noise, seededNoise, silence } from './sound-making.ts';
import { type Speaker, spoken } from './spoken-set.ts';
import { TUNING_SENTENCES, TUNING_SPEAKERS } from './tuning-set.ts';

/** What the net of `models/overlap-sound` is shown: the frames of one overlap, and whether somebody speaks in them. */
export interface OverlapClip {
  readonly name: string;
  readonly isSpeech: boolean;
  readonly frames: readonly Float32Array[];
}

/** Formant voices of the tuning set; none of them speaks in the bench. */
export const TRAINING_VOICES: readonly Speaker[] = [
  ...TUNING_SPEAKERS,
  ...['en-us+f3', 'en-gb+m7', 'en-us+klatt4', 'en-us+Annie', 'en-gb+Andy', 'en-us+grandpa'].map((voice) => ({
    id: voice,
    voice,
    speed: 1.1,
    pitch: 1,
  })),
];
/** Speech is heard from its first word for as long as it takes to know better. */
const LENGTHS_MS = [256, 448, 768, 1216];
const SPEECH_PROBABILITY = 0.5;
/** A shorter stretch is no overlap. */
const FEWEST_FRAMES = 5;
const LEAD_MS = 300;

/** @param seeds of the body sounds: those from 1000 on belong to the bench */
export async function soundClips(seeds: readonly number[], detector: VoiceActivity, reply: Float32Array): Promise<OverlapClip[]> {
  const clips: OverlapClip[] = [];
  for (const kind of BODY_SOUNDS) {
    for (const seed of seeds) clips.push(...(await cut({ name: kind, isSpeech: false, seed }, bodySound(kind, seed), detector, reply)));
  }
  return clips;
}

export async function speechClips(sentences: readonly string[], voice: TextToSpeech, detector: VoiceActivity, reply: Float32Array) {
  const clips: OverlapClip[] = [];
  for (const [index, text] of sentences.entries()) {
    for (const [which, speaker] of TRAINING_VOICES.entries()) {
      const samples = (await spoken(voice, { text, pronunciations: {} }, speaker, null)).subarray(LEAD_MS * 16);
      clips.push(...(await cut({ name: speaker.id, isSpeech: true, seed: index * 31 + which }, samples, detector, reply)));
    }
  }
  return clips;
}

export const TRAINING_SENTENCES = TUNING_SENTENCES;

/** The same sound at another loudness, in another room, over an echo of the reply, cut at one of the lengths. */
async function cut(
  what: { readonly name: string; readonly isSpeech: boolean; readonly seed: number },
  sound: Float32Array,
  detector: VoiceActivity,
  reply: Float32Array,
): Promise<OverlapClip[]> {
  const frames = await heardOver(sound, what.seed, detector, reply);
  return LENGTHS_MS.map((ms) => frames.slice(0, ms / 32))
    .filter((each, index) => each.length >= FEWEST_FRAMES && (index === 0 || frames.length > (LENGTHS_MS[index - 1] ?? 0) / 32))
    .map((each) => ({ name: what.name, isSpeech: what.isSpeech, frames: each }));
}

/** A sound at some loudness, in some noise, half the time over an echo of the reply. @returns from its first frame that the detector takes for speech to its last */
export async function heardOver(sound: Float32Array, seed: number, detector: VoiceActivity, reply: Float32Array): Promise<Float32Array[]> {
  const dice = seededNoise(seed + 5);
  const gain = 10 ** ((-12 + 12 * dice()) / 20);
  const lengthMs = 200 + sound.length / 16;
  const placed = silence(lengthMs);
  placed.set(sound.map((sample) => sample * gain), 200 * 16); // biome-ignore format: one step
  const heard = mixed(placed, noise(lengthMs, 10 ** (-3.4 + 0.6 * dice()), seed));
  const echo = dice() > 0 ? 10 ** ((-35 + 10 * dice()) / 20) : 0;
  const from = Math.floor(((dice() + 1) / 2) * (reply.length - heard.length));
  mixed(
    heard,
    reply.slice(Math.max(0, from), Math.max(0, from) + heard.length).map((sample) => sample * echo),
  );
  return activeFrames(heard, detector);
}

/** From the first frame that the detector takes for speech to the last. */
export async function activeFrames(samples: Float32Array, detector: VoiceActivity): Promise<Float32Array[]> {
  detector.reset();
  const frames: Float32Array[] = [];
  let [first, last] = [-1, -1];
  for (let at = 0; at + HEARING_FRAME_SAMPLES <= samples.length; at += HEARING_FRAME_SAMPLES) {
    frames.push(samples.slice(at, at + HEARING_FRAME_SAMPLES));
    if ((await detector.probability(samples.subarray(at, at + HEARING_FRAME_SAMPLES))) < SPEECH_PROBABILITY) continue;
    if (first < 0) first = frames.length - 1;
    last = frames.length - 1;
  }
  return first < 0 ? [] : frames.slice(first, last + 1);
}
