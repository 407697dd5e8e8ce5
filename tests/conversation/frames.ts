import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';

/** Frames for policies: `'s'` speech, `'.'` silence, `'?'` in between; each 32 ms. */
export function framesOf(pattern: string, startMs = 0): AudioFrame[] {
  return [...pattern].map((sign, index) => ({
    samples: new Float32Array(HEARING_FRAME_SAMPLES).fill(sign === 's' ? 0.1 : 0),
    endMs: startMs + (index + 1) * HEARING_FRAME_MS,
    speechProbability: sign === 's' ? 0.95 : sign === '?' ? 0.42 : 0.01,
  }));
}
