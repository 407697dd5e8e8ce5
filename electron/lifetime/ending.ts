/** More signals within this time are the same wish, told twice: a terminal tells the whole group, and whoever started us too. */
const SAME_WISH_MS = 300;
/** A command that was asked to stop has this long to put its things away: models finish a step, sockets say goodbye. */
const LONGEST_STOP_MS = 25_000;
/** A command that is over has this long until nothing keeps the process alive any more. */
const LONGEST_REST_MS = 5000;

/** What `process` is for the end of a program. */
export interface EndingProcess {
  on(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown;
  /** Ends it with an exit code, which waits for threads. */
  exit(code: number): void;
  /** Ends it whatever it does. */
  kill(): void;
}

/**
 * A program that always ends. The first signal asks its command to stop; a second one, or a command that does not stop in
 * time, ends the process at once.
 */
export class Ending {
  readonly #process: EndingProcess;
  readonly #abort = new AbortController();
  #askedAtMs = 0;

  constructor(process: EndingProcess) {
    this.#process = process;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#signalled());
  }

  /** Aborts when the program is asked to stop. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Asks the command to stop, as a signal does. */
  stop(): void {
    if (this.signal.aborted) return;
    this.#askedAtMs = performance.now();
    this.#abort.abort();
    setTimeout(() => this.#process.kill(), LONGEST_STOP_MS).unref();
  }

  /** The command is over: what it left behind does not keep the process alive. */
  over(code: number): void {
    setTimeout(() => this.#process.exit(code), LONGEST_REST_MS).unref();
  }

  #signalled(): void {
    if (!this.signal.aborted) this.stop();
    else if (performance.now() - this.#askedAtMs > SAME_WISH_MS) this.#process.kill();
  }
}
