import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { TimedWord } from '../speech-to-speech/realtime-model.ts';

/** How long a letter sounds before anything was measured: English at its usual pace. */
const USUAL_MS_PER_LETTER = 65;
/** Share of what was measured before when a clause was measured again. */
const MEMORY = 0.7;

/**
 * Places words on sound that comes without their times, while it still comes: by the pace of the voice, which is measured
 * on every clause. Estimated; at the end of each clause the words and the sound agree.
 */
export class StreamedWords {
  readonly #pace: SpokenPace;
  #words: { readonly text: string; readonly letters: number }[];
  readonly #letters: number;
  #samples = 0;
  #placedMs = 0;

  constructor(clause: string, pace: SpokenPace) {
    this.#pace = pace;
    this.#words = clause
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: `${word} `, letters: word.length + 1 }));
    this.#letters = this.#words.reduce((sum, { letters }) => sum + letters, 0);
  }

  /** More sound came. @returns the words that are said in what there is now, with their times from the clause's start */
  take(samples: number): TimedWord[] {
    this.#samples += samples;
    const placed: TimedWord[] = [];
    for (let [word] = this.#words; word !== undefined; [word] = this.#words) {
      const endMs = this.#placedMs + word.letters * this.#pace.msPerLetter;
      // The last word is kept for the end, when it is known how long the clause is.
      if (endMs > this.#soundMs || this.#words.length === 1) break;
      placed.push(this.#place(word.text, endMs));
    }
    return placed;
  }

  /** No more sound comes. @returns the words that are left, over what is left of the sound */
  end(): TimedWord[] {
    if (this.#samples > 0) this.#pace.measured(this.#soundMs / Math.max(1, this.#letters));
    const left = this.#words.reduce((sum, { letters }) => sum + letters, 0);
    const fromMs = this.#placedMs;
    const lengthMs = Math.max(0, this.#soundMs - fromMs);
    let letters = 0;
    const placed = this.#words.map((word) => {
      letters += word.letters;
      const startMs = this.#placedMs;
      this.#placedMs = fromMs + (lengthMs * letters) / left;
      return { text: word.text, startMs, endMs: this.#placedMs };
    });
    this.#words = [];
    return placed;
  }

  get #soundMs(): number {
    return (this.#samples * 1000) / SPEAKING_SAMPLE_RATE_HZ;
  }

  #place(text: string, endMs: number): TimedWord {
    const startMs = this.#placedMs;
    this.#placedMs = endMs;
    this.#words.shift();
    return { text, startMs, endMs };
  }
}

/** How fast a voice speaks, learned from what it said. */
export class SpokenPace {
  #msPerLetter = USUAL_MS_PER_LETTER;

  get msPerLetter(): number {
    return this.#msPerLetter;
  }

  measured(msPerLetter: number): void {
    this.#msPerLetter = MEMORY * this.#msPerLetter + (1 - MEMORY) * msPerLetter;
  }
}
