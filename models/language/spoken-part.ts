/** Marks between which reasoning models think aloud in their text. */
const OPENING = '<think>';
const CLOSING = '</think>';

/** Leaves out what a model thinks: it is never spoken. Marks may be cut in two by the stream. */
export async function* withoutThoughts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  const part = new SpokenPart();
  for await (const piece of pieces) {
    const spoken = part.take(piece);
    if (spoken !== '') yield spoken;
  }
  const rest = part.end();
  if (rest !== '') yield rest;
}

class SpokenPart {
  #held = '';
  #thinking = false;

  take(piece: string): string {
    this.#held += piece;
    let spoken = '';
    for (let at = this.#held.indexOf(this.#mark); at !== -1; at = this.#held.indexOf(this.#mark)) {
      spoken += this.#upTo(at);
      this.#held = this.#held.slice(this.#mark.length);
      this.#thinking = !this.#thinking;
    }
    return spoken + this.#upTo(this.#held.length - beginningOf(this.#mark, this.#held));
  }

  end(): string {
    return this.#upTo(this.#held.length);
  }

  /** Takes that much away. @returns it, unless it was thought */
  #upTo(length: number): string {
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    return this.#thinking ? '' : text;
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
