import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { levelOf, voicingOf } from '../../models/overlap-sound/voicing.ts';
import { samplesOf } from '../recordings/recordings.ts';
import { noise } from '../recordings/sound-making.ts';

/** Vowels and nasals of a recorded sentence, one after the other. */
const VOICED_FRAMES = voicedFrames(samplesOf('long-sentence.wav'));

const SOUNDS: Readonly<Record<string, (index: number) => Float32Array>> = {
  s: (index) => noise(HEARING_FRAME_MS, 0.05, index),
  v: (index) => VOICED_FRAMES[index % VOICED_FRAMES.length] ?? new Float32Array(HEARING_FRAME_SAMPLES),
  h: () =>
    Float32Array.from({ length: HEARING_FRAME_SAMPLES }, (_, at) => 0.1 * Math.sin((2 * Math.PI * 150 * at) / HEARING_SAMPLE_RATE_HZ)),
};

function voicedFrames(samples: Float32Array): Float32Array[] {
  const frames = Array.from({ length: Math.floor(samples.length / HEARING_FRAME_SAMPLES) }, (_, index) =>
    samples.slice(index * HEARING_FRAME_SAMPLES, (index + 1) * HEARING_FRAME_SAMPLES),
  );
  return frames.filter((frame) => voicingOf(frame) >= 0.7 && levelOf(frame) > 0.02);
}

/** Frames for policies: `'s'` speech without pitch, `'v'` with, `'h'` a hum, `'.'` silence, `'?'` in between; each 32 ms. */
export function framesOf(pattern: string, startMs = 0): AudioFrame[] {
  return [...pattern].map((sign, index) => ({
    samples: SOUNDS[sign]?.(index) ?? new Float32Array(HEARING_FRAME_SAMPLES),
    endMs: startMs + (index + 1) * HEARING_FRAME_MS,
    speechProbability: sign in SOUNDS ? 0.95 : sign === '?' ? 0.42 : 0.01,
  }));
}
