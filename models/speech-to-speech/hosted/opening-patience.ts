const FIRST_MS = 4000;
const LONGEST_MS = 10_000;
/** A network that took long once may take somewhat longer the next time. */
const SLACK = 3;

/**
 * How long an opening may hang before another one is tried. On a network that works it takes well under a second, and one
 * that hangs hangs for ever: whoever waits long for it is late when the network is back. A slow network, or a server that is
 * busy loading, is found out by trying: each opening that hung gets the next one twice the time.
 */
export class OpeningPatience {
  #ms = FIRST_MS;

  get ms(): number {
    return this.#ms;
  }

  opened(tookMs: number): void {
    this.#ms = Math.min(LONGEST_MS, Math.max(FIRST_MS, tookMs * SLACK));
  }

  /** @param tookMs until it failed; shorter than the patience, it did not hang */
  failed(tookMs: number): void {
    if (tookMs >= this.#ms) this.#ms = Math.min(LONGEST_MS, this.#ms * 2);
  }
}
