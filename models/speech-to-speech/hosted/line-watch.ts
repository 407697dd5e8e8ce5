import type { Scope } from '../../../electron/lifetime/scope.ts';

const TICK_MS = 250;
/** A look that comes so much too late: this computer stood still, and what came meanwhile has not been read yet. */
const STOOD_STILL_MS = 500;

/** After so long without a sign of life one is asked for, and after so much longer the line is dead. */
const PATIENCE = {
  busy: { quietMs: 1500, answerMs: 2500 },
  idle: { quietMs: 9000, answerMs: 9000 },
} as const;

/** A line that is half open takes what is sent and gives nothing back: only silence tells. */
export class LineWatch {
  readonly #stop: () => unknown;
  #heardAtMs = performance.now();
  #askedAtMs: number | null = null;
  #lookedAtMs = performance.now();
  busy = false;
  /** How long a session that is being opened may be silent altogether; null = it stands. */
  openingMs: number | null = null;

  constructor(scope: Scope, line: { readonly ping: () => void; readonly dead: () => void }) {
    this.#stop = scope.interval(() => this.#look(line), TICK_MS);
  }

  /** Something came from the other side. */
  alive(): void {
    this.#heardAtMs = performance.now();
    this.#askedAtMs = null;
  }

  /** How long nothing came. */
  get silentMs(): number {
    return performance.now() - this.#heardAtMs;
  }

  stop(): void {
    void this.#stop();
  }

  get #patience(): { readonly quietMs: number; readonly answerMs: number } {
    if (this.openingMs === null) return PATIENCE[this.busy ? 'busy' : 'idle'];
    const { quietMs } = PATIENCE.busy;
    return { quietMs, answerMs: this.openingMs - quietMs };
  }

  #look({ ping, dead }: { readonly ping: () => void; readonly dead: () => void }): void {
    const { quietMs, answerMs } = this.#patience;
    const now = performance.now();
    const lateMs = now - this.#lookedAtMs - TICK_MS;
    this.#lookedAtMs = now;
    if (lateMs > STOOD_STILL_MS) {
      this.#heardAtMs += lateMs;
      if (this.#askedAtMs !== null) this.#askedAtMs += lateMs;
    }
    if (this.#askedAtMs === null) {
      if (now - this.#heardAtMs < quietMs) return;
      this.#askedAtMs = now;
      ping();
    } else if (now - this.#askedAtMs > answerMs) {
      dead();
    }
  }
}
