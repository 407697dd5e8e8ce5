import { type AudioFrame, HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';

/** What one more frame means while a reply sounds. */
export type BargeInDecision = 'duck' | 'confirm' | 'release' | null;

/** The reply gets quieter at the second speech frame: 64 ms, too short to be noticed if it was nothing. */
const DUCK_MS = 2 * HEARING_FRAME_MS;
/** A cough or "mhm" rarely holds voiced speech this long without a gap; a word does. */
export const CONFIRM_MS = 224;
const RELEASE_SILENCE_MS = 160;
/** Above the usual 0.5: what is left of our own voice after echo cancellation scores lower than a near speaker. */
const SPEECH_PROBABILITY = 0.6;

/**
 * Barge-in in two stages: duck at once, stop when it proves to be speech, come back up when it does not. Pure: time is
 * counted in frames.
 */
export class BargeIn {
  #speechMs = 0;
  #silenceMs = 0;
  #ducked = false;

  hear(frame: AudioFrame): BargeInDecision {
    if (frame.speechProbability >= SPEECH_PROBABILITY) {
      this.#speechMs += HEARING_FRAME_MS;
      this.#silenceMs = 0;
      return this.#judgeSpeech();
    }
    this.#silenceMs += HEARING_FRAME_MS;
    if (this.#silenceMs < RELEASE_SILENCE_MS) return null;
    const ducked = this.#ducked;
    this.reset();
    return ducked ? 'release' : null;
  }

  reset(): void {
    this.#speechMs = 0;
    this.#silenceMs = 0;
    this.#ducked = false;
  }

  #judgeSpeech(): BargeInDecision {
    if (this.#speechMs >= CONFIRM_MS) {
      this.reset();
      return 'confirm';
    }
    if (this.#ducked || this.#speechMs < DUCK_MS) return null;
    this.#ducked = true;
    return 'duck';
  }
}
