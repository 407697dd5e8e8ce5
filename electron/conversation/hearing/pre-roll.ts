import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';

/** Half a second: the longest first syllable plus the time a person needs between starting to talk and pressing. */
const PRE_ROLL_MS = 500;

/** Keeps the last half second of the open microphone, so that the first word is never clipped. */
export class PreRoll {
  readonly #frames: AudioFrame[] = [];
  readonly #capacity = Math.ceil(PRE_ROLL_MS / HEARING_FRAME_MS);

  push(frame: AudioFrame): void {
    this.#frames.push(frame);
    if (this.#frames.length > this.#capacity) this.#frames.shift();
  }

  /** Hands over the last of what was kept, oldest first, and forgets all of it. */
  take(lastMs = PRE_ROLL_MS): readonly AudioFrame[] {
    return this.#frames.splice(0).slice(-Math.ceil(lastMs / HEARING_FRAME_MS));
  }

  clear(): void {
    this.#frames.length = 0;
  }
}
