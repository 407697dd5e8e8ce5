/** Share of turns that may be cut off; more than that lengthens the waits, less shortens them. */
const TARGET_SHARE = 0.05;
/** One cut-off is remembered for about twenty turns. */
const STEP = 0.25;
const SHORTEST = 0.8;
const LONGEST = 2.5;

/**
 * What one user's own pauses ask for: each turn that was cut off lengthens every wait, each that was not shortens it a
 * little, so that about one turn in twenty is cut off whoever speaks. Pure.
 */
export class OwnPauses {
  #factor: number;

  /** @param factor as it was learned before */
  constructor(factor = 1) {
    this.#factor = clamped(factor);
  }

  /** Multiplies the waits; 1 = as for everybody. */
  get factor(): number {
    return this.#factor;
  }

  /** The user went on after the turn was taken for over. */
  cutOff(): void {
    this.#factor = clamped(this.#factor + STEP);
  }

  /** A turn was over when it was taken for over. */
  letFinish(): void {
    this.#factor = clamped(this.#factor - (STEP * TARGET_SHARE) / (1 - TARGET_SHARE));
  }
}

function clamped(factor: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, factor));
}
