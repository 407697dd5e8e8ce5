import { assembleSegments } from './assemble.ts';
import { spokenText } from './http/answers.ts';
import type { RecognisedWindow } from './recognised-window.ts';

/**
 * Text as it comes out, in order although stretches finish out of order. What overlaps with the next stretch waits until
 * that is there, so that nothing said must be taken back.
 */
export class RunningText {
  readonly #waiting = new Map<number, RecognisedWindow>();
  #from = 0;
  #run: RecognisedWindow[] = [];
  #begun = false;

  /** @returns what can be told now; empty when it must wait */
  take(window: RecognisedWindow): string {
    this.#waiting.set(window.fromSample, window);
    const parts: string[] = [];
    for (let next = this.#waiting.get(this.#from); next !== undefined; next = this.#waiting.get(this.#from)) {
      this.#waiting.delete(this.#from);
      this.#from = next.nextSample;
      this.#run.push(next);
      if (!next.continuesAfter) parts.push(this.#flush());
    }
    return parts.join('');
  }

  /** What is left at the end. */
  end(): string {
    return this.#flush();
  }

  #flush(): string {
    const text = spokenText(assembleSegments(this.#run, () => null));
    this.#run = [];
    if (text === '') return '';
    const told = this.#begun ? ` ${text}` : text;
    this.#begun = true;
    return told;
  }
}
