import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES, HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { noise } from '../recordings/sound-making.ts';

const SOUNDS: Readonly<Record<string, (index: number) => Float32Array>> = {
  s: (index) => noise(HEARING_FRAME_MS, 0.05, index),
  v: () =>
    Float32Array.from({ length: HEARING_FRAME_SAMPLES }, (_, at) => 0.1 * Math.sin((2 * Math.PI * 150 * at) / HEARING_SAMPLE_RATE_HZ)),
};

/** Frames for policies: `'s'` speech without pitch, `'v'` with, `'.'` silence, `'?'` in between; each 32 ms. */
export function framesOf(pattern: string, startMs = 0): AudioFrame[] {
  return [...pattern].map((sign, index) => ({
    samples: SOUNDS[sign]?.(index) ?? new Float32Array(HEARING_FRAME_SAMPLES),
    endMs: startMs + (index + 1) * HEARING_FRAME_MS,
    speechProbability: sign in SOUNDS ? 0.95 : sign === '?' ? 0.42 : 0.01,
  }));
}
