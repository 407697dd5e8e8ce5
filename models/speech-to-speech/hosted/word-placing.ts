import type { TimedWord } from '../realtime-model.ts';

/** Of English at a common pace; corrected by every reply that was told whole. */
const FIRST_MS_PER_WEIGHT = 62;
const SHARE_OF_NEW = 0.3;

/**
 * Endpoints send the words of a reply without their times. Words are placed on the sound as it arrives, at the pace of
 * the voice so far; what is left at the end shares the rest of the sound. Times grow, and never pass the sound.
 */
export class WordPlacing {
  #msPerWeight: number;
  #waiting = '';
  #told = '';
  #cursorMs = 0;
  #soundMs = 0;
  #beginMs = 0;
  #weight = 0;

  constructor(msPerWeight = FIRST_MS_PER_WEIGHT) {
    this.#msPerWeight = msPerWeight;
  }

  /** What was learned of the voice's pace, for the next reply. */
  get msPerWeight(): number {
    return this.#msPerWeight;
  }

  addSound(ms: number): void {
    this.#soundMs += ms;
  }

  addText(text: string): void {
    // Servers that send sentence by sentence leave out the space between them.
    const before = (this.#told + this.#waiting).at(-1) ?? ' ';
    this.#waiting += /[.!?…]/.test(before) && /^[\p{Lu}"'“¿¡]/u.test(text) ? ` ${text}` : text;
  }

  /** Words whose sound is there by now. */
  ready(): TimedWord[] {
    const words: TimedWord[] = [];
    for (;;) {
      const word = /^\s*\S+\s+(?=\S)/.exec(this.#waiting)?.[0];
      if (word === undefined) return words;
      const endMs = this.#cursorMs + weightOf(word) * this.#msPerWeight;
      if (endMs > this.#soundMs) return words;
      words.push(this.#place(word, endMs));
    }
  }

  /** The response is over: all that is left. */
  rest(): TimedWord[] {
    const words = this.#waiting.match(/\s*\S+\s*/g) ?? [];
    const whole = words.reduce((sum, word) => sum + weightOf(word), 0);
    const leftMs = Math.max(0, this.#soundMs - this.#cursorMs);
    const placed = words.map((word) => this.#place(word, Math.min(this.#soundMs, this.#cursorMs + (leftMs * weightOf(word)) / whole)));
    this.#learnPace();
    return placed;
  }

  #place(text: string, endMs: number): TimedWord {
    const word = { text, startMs: this.#cursorMs, endMs: Math.max(this.#cursorMs, endMs) };
    this.#waiting = this.#waiting.slice(text.length);
    this.#told += text;
    this.#weight += weightOf(text);
    this.#cursorMs = word.endMs;
    return word;
  }

  #learnPace(): void {
    const ms = this.#soundMs - this.#beginMs;
    if (this.#weight >= 20 && ms > 0) this.#msPerWeight += SHARE_OF_NEW * (ms / this.#weight - this.#msPerWeight);
    this.#beginMs = this.#soundMs;
    this.#weight = 0;
  }
}

/** A word's length in letters; a pause counts as some. */
function weightOf(word: string): number {
  const pause = /[.!?…:]["”')]*\s*$/.test(word) ? 4 : /[,;]\s*$/.test(word) ? 2 : 0;
  return word.trim().length + 1 + pause;
}
