/** A muted or forbidden microphone sends zeros for ever; a quiet room never does. */
const SILENT_MS = 2000;

/** Finds a microphone that sends only digital silence. Told the length of every frame, holds no clock. */
export class SilenceWatch {
  #zeroMs = 0;
  #told = false;

  /** @returns 'silent' once after two seconds of zeros, 'sounding' once when sound comes back */
  hear(samples: Float32Array, frameMs: number): 'silent' | 'sounding' | null {
    if (samples.some((sample) => sample !== 0)) {
      this.#zeroMs = 0;
      if (!this.#told) return null;
      this.#told = false;
      return 'sounding';
    }
    this.#zeroMs += frameMs;
    if (this.#told || this.#zeroMs < SILENT_MS) return null;
    this.#told = true;
    return 'silent';
  }
}
