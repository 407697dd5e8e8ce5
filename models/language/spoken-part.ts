/** Marks between which reasoning models think aloud in their text. */
const MARKS: readonly (readonly [opening: string, closing: string])[] = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['<thought>', '</thought>'],
  ['[THINK]', '[/THINK]'],
  ['<|begin_of_thought|>', '<|end_of_thought|>'],
];

/** A stretch of what a model writes: for the ear, or on the way to it. */
export interface WrittenPart {
  readonly kind: 'text' | 'thought';
  readonly text: string;
}

/**
 * Tells what a model says from what it thinks, which is never spoken. Marks may be cut anywhere by the stream; an end
 * without a beginning is dropped: a model that is not to think may still write one.
 */
export class SpokenPart {
  #held = '';
  /** What ends the thought that was begun; null = it speaks. */
  #closing: string | null = null;

  take(piece: string): readonly WrittenPart[] {
    const parts: WrittenPart[] = [];
    this.#held += piece;
    for (let mark = this.#nextMark(); mark !== null; mark = this.#nextMark()) {
      parts.push(...this.#upTo(mark.at));
      this.#held = this.#held.slice(mark.text.length);
      this.#closing = mark.closing;
    }
    const unsure = Math.max(...this.#awaited().map(({ text }) => beginningOf(text, this.#held)));
    return [...parts, ...this.#upTo(this.#held.length - unsure)];
  }

  /** Half a mark at the end was none. */
  end(): readonly WrittenPart[] {
    return this.#upTo(this.#held.length);
  }

  #upTo(length: number): readonly WrittenPart[] {
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    return text === '' ? [] : [{ kind: this.#closing === null ? 'text' : 'thought', text }];
  }

  /** The first mark in what is held, and what ends the thought after it. */
  #nextMark() {
    const found = this.#awaited()
      .map((mark) => ({ ...mark, at: this.#held.indexOf(mark.text) }))
      .filter(({ at }) => at !== -1);
    return found.reduce<(typeof found)[number] | null>((first, mark) => (first === null || mark.at < first.at ? mark : first), null);
  }

  #awaited(): readonly { readonly text: string; readonly closing: string | null }[] {
    if (this.#closing !== null) return [{ text: this.#closing, closing: null }];
    return MARKS.flatMap(([opening, closing]) => [
      { text: opening, closing },
      { text: closing, closing: null },
    ]);
  }
}

/** How many signs at the end of the text may begin the mark. */
function beginningOf(mark: string, text: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (mark.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
