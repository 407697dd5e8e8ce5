import type { Scope } from '../../../electron/lifetime/scope.ts';
import type { Uplink } from './uplink.ts';

const PIECE_MS = 100;
/** A server that has not ended the turn after so much silence does not listen for it. */
const MOST_MS = 6000;

/**
 * Silence for servers that listen: a burst that ends the turn at once, then more of it at the pace of the clock until the
 * server has noticed; or, where a dialect wants it, whenever nobody speaks.
 */
export class SilenceStream {
  readonly #scope: Scope;
  readonly #uplink: Uplink;
  readonly #always: boolean;
  #stop: () => unknown = () => undefined;

  constructor(scope: Scope, uplink: Uplink, always: boolean) {
    this.#scope = scope;
    this.#uplink = uplink;
    this.#always = always;
    if (always) this.#flow(Number.POSITIVE_INFINITY);
  }

  /** The user's turn is over. @param burstMs sent at once */
  begin(burstMs: number): void {
    void this.#stop();
    this.#uplink.silence(burstMs);
    this.#flow(this.#always ? Number.POSITIVE_INFINITY : MOST_MS);
  }

  /** Sound comes, or the server has noticed. */
  end(): void {
    void this.#stop();
  }

  /** The user speaks: sound flows by itself. */
  interrupted(): void {
    void this.#stop();
    // A microphone that stops without a commit must not stop the stream.
    if (this.#always) this.#flow(Number.POSITIVE_INFINITY);
  }

  #flow(mostMs: number): void {
    let sentMs = 0;
    const stop = this.#scope.interval(() => {
      sentMs += PIECE_MS;
      if (sentMs > mostMs) void stop();
      else this.#uplink.silence(PIECE_MS);
    }, PIECE_MS);
    this.#stop = stop;
  }
}
