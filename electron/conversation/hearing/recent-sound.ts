import { type AudioFrame, HEARING_FRAME_MS, HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';

/** What the judge of turn ends looks at. */
const KEPT_MS = 8000;

/** The last eight seconds of one utterance, in memory only. */
export class RecentSound {
  readonly #frames: Float32Array[] = [];
  readonly #capacity = Math.ceil(KEPT_MS / HEARING_FRAME_MS);

  push(frame: AudioFrame): void {
    this.#frames.push(frame.samples);
    if (this.#frames.length > this.#capacity) this.#frames.shift();
  }

  /** @returns mono, 16 kHz, the oldest sample first */
  samples(): Float32Array {
    const joined = new Float32Array(this.#frames.length * HEARING_FRAME_SAMPLES);
    for (const [index, frame] of this.#frames.entries()) joined.set(frame, index * HEARING_FRAME_SAMPLES);
    return joined;
  }

  clear(): void {
    this.#frames.length = 0;
  }
}
