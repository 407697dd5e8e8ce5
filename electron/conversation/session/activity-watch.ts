import type { Close, Scope } from '../../lifetime/scope.ts';

/** Thinking shorter than this needs no explanation. */
const EXPLAIN_AFTER_MS = 600;

/** What the assistant is doing, by the noun of the skill it chose; without one it just thinks. */
const WORDS_BY_NOUN: Readonly<Record<string, string>> = {
  math: 'adding it up',
  units: 'converting',
  clock: 'looking at the clock',
  timer: 'setting the clock',
  user: 'recalling',
};

/** Says what takes so long, once it takes long. */
export class ActivityWatch {
  readonly #scope: Scope;
  readonly #onChanged: () => void;
  #stop: Close | null = null;
  #words: string | null = null;

  constructor(scope: Scope, onChanged: () => void) {
    this.#scope = scope;
    this.#onChanged = onChanged;
  }

  get words(): string | null {
    return this.#words;
  }

  watch(thinking: boolean, skill: string | null): void {
    const words = WORDS_BY_NOUN[skill?.split('.')[0] ?? ''] ?? 'thinking';
    if (!thinking) {
      void this.#stop?.();
      this.#stop = null;
      this.#words = null;
    } else if (this.#words !== null) {
      this.#words = words;
    } else {
      this.#stop ??= this.#scope.timeout(() => {
        this.#words = words;
        this.#onChanged();
      }, EXPLAIN_AFTER_MS);
    }
  }
}
