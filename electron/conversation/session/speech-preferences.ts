import type { SpeechDesk } from '../skills/skill.ts';
import type { SessionDependencies } from './session-dependencies.ts';

/** How loud and how fast the user wants to hear every voice. */
export class SpeechPreferences {
  readonly #output: SessionDependencies['output'];
  /** The pace is the engine's to keep. */
  readonly #onRate: () => void;
  #volume: number;
  #rate: number;

  constructor({ preferences, output }: SessionDependencies, onRate: () => void) {
    this.#volume = preferences.volume;
    this.#rate = preferences.rate;
    this.#output = output;
    this.#onRate = onRate;
  }

  /** The user's own pace, 1 = as the persona was made. */
  get rate(): number {
    return this.#rate;
  }

  /** As skills see it. */
  desk(lastReply: () => string | null): SpeechDesk {
    return {
      lastReply,
      // A reply that is interrupted has stopped already.
      stop: () => undefined,
      changeVolume: (factor) => {
        this.#volume = clamp(this.#volume * factor, 0.1, 1);
        this.#output.preferencesChanged({ volume: this.#volume });
        return this.#volume;
      },
      changeRate: (factor) => {
        this.#rate = clamp(this.#rate * factor, 0.65, 1.5);
        this.#onRate();
        this.#output.preferencesChanged({ rate: this.#rate });
        return this.#rate;
      },
    };
  }
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.round(Math.min(highest, Math.max(lowest, value)) * 100) / 100;
}
