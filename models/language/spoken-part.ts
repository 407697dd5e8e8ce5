/** Marks between which reasoning models think aloud in their text. */
const OPENING = '<think>';
const CLOSING = '</think>';

/** A stretch of what a model writes: for the ear, or on the way to it. */
export interface WrittenPart {
  readonly kind: 'text' | 'thought';
  readonly text: string;
}

/** Tells what a model says from what it thinks, which is never spoken. Marks may be cut anywhere by the stream. */
export class SpokenPart {
  #held = '';
  #thinking = false;

  take(piece: string): readonly WrittenPart[] {
    const parts: WrittenPart[] = [];
    this.#held += piece;
    for (let at = this.#held.indexOf(this.#mark); at !== -1; at = this.#held.indexOf(this.#mark)) {
      parts.push(...this.#upTo(at));
      this.#held = this.#held.slice(this.#mark.length);
      this.#thinking = !this.#thinking;
    }
    return [...parts, ...this.#upTo(this.#held.length - beginningOf(this.#mark, this.#held))];
  }

  /** Half a mark at the end was none. */
  end(): readonly WrittenPart[] {
    return this.#upTo(this.#held.length);
  }

  #upTo(length: number): readonly WrittenPart[] {
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    return text === '' ? [] : [{ kind: this.#thinking ? 'thought' : 'text', text }];
  }

  get #mark(): string {
    return this.#thinking ? CLOSING : OPENING;
  }
}

/** How many signs at the end of the text may begin the mark. */
function beginningOf(mark: string, text: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (mark.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
