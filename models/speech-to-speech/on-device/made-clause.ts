import { SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import type { SpokenClause } from '../../text-to-speech/text-to-speech.ts';

/** A clause that is made from now on, for everybody who asks for it, now or later: each hears it from its beginning. */
export class MadeClause {
  /** Rejected by what went wrong; so is everybody who listens. */
  readonly over: Promise<void>;
  readonly #pieces: SpokenClause[] = [];
  #isOver = false;
  #lengthMs = 0;
  #wake = () => {};
  #next = this.#newNext();

  constructor(source: AsyncIterable<SpokenClause>) {
    this.over = this.#take(source);
    // Whoever listens hears of a failure.
    this.over.catch(() => undefined);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Of what was made so far. */
  get lengthMs(): number {
    return this.#lengthMs;
  }

  async *fromTheBeginning(): AsyncGenerator<SpokenClause> {
    for (let at = 0; ; ) {
      for (let piece = this.#pieces[at]; piece !== undefined; piece = this.#pieces[++at]) yield piece;
      if (this.#isOver) return await this.over;
      await this.#next;
    }
  }

  async #take(source: AsyncIterable<SpokenClause>): Promise<void> {
    try {
      for await (const piece of source) {
        this.#pieces.push(piece);
        this.#lengthMs += (piece.samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
        this.#tell();
      }
    } finally {
      this.#isOver = true;
      this.#tell();
    }
  }

  #tell(): void {
    const wake = this.#wake;
    this.#next = this.#newNext();
    wake();
  }

  #newNext(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
