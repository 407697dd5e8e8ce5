const TICK_MS = 20;
/** Timers are this late on any machine. */
const USUAL_MS = 30;

/**
 * Knows when this process could not run. On a machine that does other work, too, that is no time of the network's: a client
 * that does not run cannot be back.
 */
export class StandingStill {
  readonly #timer: NodeJS.Timeout;
  readonly #stops: { readonly endMs: number; readonly ms: number }[] = [];
  #lookedAtMs = performance.now();

  constructor() {
    this.#timer = setInterval(() => this.#look(), TICK_MS);
  }

  /** Milliseconds since a time on `performance.now()`, less those in which nothing here ran. */
  ranMsSince(sinceMs: number): number {
    this.#look();
    const stood = this.#stops.filter(({ endMs }) => endMs > sinceMs).map(({ endMs, ms }) => Math.min(ms, endMs - sinceMs));
    return performance.now() - sinceMs - stood.reduce((sum, ms) => sum + ms, 0);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    const ms = now - this.#lookedAtMs - TICK_MS - USUAL_MS;
    this.#lookedAtMs = now;
    if (ms > 0) this.#stops.push({ endMs: now, ms });
  }
}
