/** What the talk key asks for. `open-ended`: stays open until the next tap. */
export type TalkKeyDecision = 'open' | 'keep-open' | 'close' | null;

/** A press shorter than this is a tap: it toggles. Longer is a hold: letting go ends the turn. */
export const TAP_MS = 300;

type State = 'up' | 'held' | 'latched' | 'closing';

/**
 * One key that is both: hold to talk, or tap to open and tap again to close. Pure: told the time of every press and
 * release. Auto-repeat (many downs without an up) changes nothing.
 */
export class TalkKey {
  #state: State = 'up';
  #downAtMs = 0;

  down(atMs: number): TalkKeyDecision {
    if (this.#state === 'latched') {
      this.#state = 'closing';
      return 'close';
    }
    if (this.#state !== 'up') return null;
    this.#state = 'held';
    this.#downAtMs = atMs;
    return 'open';
  }

  up(atMs: number): TalkKeyDecision {
    if (this.#state === 'closing') this.#state = 'up';
    if (this.#state !== 'held') return null;
    const tapped = atMs - this.#downAtMs < TAP_MS;
    this.#state = tapped ? 'latched' : 'up';
    return tapped ? 'keep-open' : 'close';
  }

  /** The turn was taken back (Esc) or the device went away: a key still held does nothing until pressed anew. */
  reset(): void {
    this.#state = this.#state === 'held' ? 'closing' : 'up';
  }
}
