/**
 * Drops late answers. Take a ticket before asking, check it when the answer comes: after `advance()` every ticket taken
 * before is stale.
 */
export class Generation {
  #current = 0;

  /** Makes every earlier ticket stale and returns a check for the new generation. */
  advance(): () => boolean {
    this.#current += 1;
    return this.ticket();
  }

  /** Returns a check that stays true until the next `advance()`. */
  ticket(): () => boolean {
    const taken = this.#current;
    return () => taken === this.#current;
  }
}
