/**
 * When to try again after a line was lost. Full jitter: a wait is drawn evenly between nothing and a ceiling that doubles
 * with every failure, so that many clients that lost the same server do not come back together.
 */

const FIRST_CEILING_MS = 300;
/** Low, so that somebody who talks is back within seconds of the network. */
const CEILING_MS = 3000;
/** A network that is away this long may be asked a little less often; with an opening that hangs it is back within 8 s still. */
const LONG_ABSENCE_MS = 120_000;
const LONG_ABSENCE_CEILING_MS = 3500;
/** A line that lived this long was no mistake: what went wrong before it is forgotten. */
const STABLE_MS = 10_000;
/** A server that takes a connection and closes it at once will do it again. */
const QUICK_END_MS = 5000;
const QUICK_ENDS_ALLOWED = 3;
/** On top of what a server asked for, so that all who were told the same do not come together. */
const RETRY_AFTER_SPREAD = 0.1;

export type NextTry =
  | { readonly kind: 'wait'; readonly delayMs: number }
  /** 'refused': trying again changes nothing. 'ends-at-once': three lines in a row ended within seconds. */
  | { readonly kind: 'give-up'; readonly why: 'refused' | 'ends-at-once' };

/** Holds no clock and no timer: told the time, says how long to wait. */
export class Reconnection {
  readonly #random: () => number;
  #failures = 0;
  #quickEnds = 0;
  #openedAtMs: number | null = null;
  #lostAtMs: number | null = null;

  /** @param random evenly between 0 and 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  opened(nowMs: number): void {
    this.#openedAtMs = nowMs;
  }

  /** A line ended, or could not be opened. */
  lost(nowMs: number, failure: { readonly retryable: boolean; readonly retryAfterMs: number | null }): NextTry {
    this.#count(nowMs);
    if (!failure.retryable) return { kind: 'give-up', why: 'refused' };
    if (this.#quickEnds >= QUICK_ENDS_ALLOWED) return { kind: 'give-up', why: 'ends-at-once' };
    const jitterMs = this.#random() * this.#ceilingMs(nowMs);
    if (failure.retryAfterMs === null) return { kind: 'wait', delayMs: jitterMs };
    return { kind: 'wait', delayMs: failure.retryAfterMs * (1 + RETRY_AFTER_SPREAD * this.#random()) };
  }

  /** The user asks for another try, or another engine was chosen. */
  reset(): void {
    this.#failures = 0;
    this.#quickEnds = 0;
    this.#openedAtMs = null;
    this.#lostAtMs = null;
  }

  #count(nowMs: number): void {
    const livedMs = this.#openedAtMs === null ? null : nowMs - this.#openedAtMs;
    this.#openedAtMs = null;
    if (livedMs !== null && livedMs >= STABLE_MS) this.reset();
    // A line that lived for some seconds proves that the setup is accepted, though not that the network holds.
    if (livedMs !== null) this.#quickEnds = livedMs < QUICK_END_MS ? this.#quickEnds + 1 : 0;
    this.#failures += 1;
    this.#lostAtMs ??= nowMs;
  }

  #ceilingMs(nowMs: number): number {
    if (nowMs - (this.#lostAtMs ?? nowMs) > LONG_ABSENCE_MS) return LONG_ABSENCE_CEILING_MS;
    return Math.min(CEILING_MS, FIRST_CEILING_MS * 2 ** (this.#failures - 1));
  }
}
