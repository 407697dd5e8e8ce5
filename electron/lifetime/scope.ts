/** Undoes one thing that was opened. May be called twice; the second call does nothing. */
export type Close = () => void | Promise<void>;

/**
 * Owns everything a part of the program opened: timers, listeners, workers, children. Closing the scope closes all of
 * it, newest first, children before their parents, and one failing disposer never stops the rest.
 *
 * Raw `setTimeout`, `setInterval` and `new Worker` outside this folder and `native/` are lint errors: what is opened
 * through a scope cannot be forgotten.
 */
export class Scope {
  readonly #closers = new Set<Close>();
  readonly #abort = new AbortController();
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Aborts when the scope closes; hand it to whatever takes a signal. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get closed(): boolean {
    return this.#abort.signal.aborted;
  }

  /** How many things are still open. Test suites end with 0. */
  get openCount(): number {
    return this.#closers.size;
  }

  /** Registers a closing; on a scope already closed it runs at once. Returns a function that closes just this one. */
  add(close: Close): Close {
    if (this.closed) {
      void close();
      return () => undefined;
    }
    this.#closers.add(close);
    return () => {
      if (this.#closers.delete(close)) return close();
    };
  }

  child(name: string): Scope {
    const child = new Scope(`${this.name}/${name}`);
    const forget = this.add(() => child.close());
    child.add(() => void forget());
    return child;
  }

  timeout(run: () => void, delayMs: number): Close {
    const timer = setTimeout(() => {
      void forget();
      run();
    }, delayMs);
    const forget = this.add(() => clearTimeout(timer));
    return forget;
  }

  interval(run: () => void, periodMs: number): Close {
    const timer = setInterval(run, periodMs);
    return this.add(() => clearInterval(timer));
  }

  /** Resolves after the delay, or rejects with the signal's reason when the scope closes first. */
  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(this.signal.reason);
      const stop = this.timeout(() => {
        this.signal.removeEventListener('abort', onAbort);
        resolve();
      }, delayMs);
      const onAbort = () => {
        void stop();
        reject(this.signal.reason);
      };
      this.signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Closes everything, newest first; rejects with an AggregateError only after all disposers ran. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.#abort.abort(new ScopeClosedError(this.name));
    const failures: unknown[] = [];
    for (const close of [...this.#closers].reverse()) {
      this.#closers.delete(close);
      try {
        await close();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `Closing ${this.name} failed in ${failures.length} places`);
  }
}

export class ScopeClosedError extends Error {
  override readonly name = 'ScopeClosedError';
  constructor(scopeName: string) {
    super(`${scopeName} was closed`);
  }
}
