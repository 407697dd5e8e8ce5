const MOST_MS = 40;
const STEP_MS = 10;
/** So long without a gap, and the network is believed to be calm again. */
const CALM_MS = 5000;

/**
 * How much sound must lie ready before a reply begins, or goes on after a gap: nothing while it comes faster than it is
 * played, more after every gap, less again when there was none for a while. Sound that comes in long pieces waits for
 * nothing. Pure: told what happened, it holds no clock.
 */
export class PlayoutBuffer {
  #depthMs = 0;
  #calmMs = 0;

  get depthMs(): number {
    return this.#depthMs;
  }

  /** The sound ran out in the middle of a reply. */
  ranOut(): void {
    this.#depthMs = Math.min(MOST_MS, this.#depthMs + STEP_MS);
    this.#calmMs = 0;
  }

  played(ms: number): void {
    this.#calmMs += ms;
    if (this.#calmMs < CALM_MS) return;
    this.#calmMs -= CALM_MS;
    this.#depthMs = Math.max(0, this.#depthMs - STEP_MS);
  }
}
