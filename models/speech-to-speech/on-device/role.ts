import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import { type Close, Scope } from '../../../electron/lifetime/scope.ts';

/**
 * A model of one role, opened when first needed and opened once more when its worker died. One that is seldom needed may rest:
 * nobody held it for so long, and its memory is given back.
 */
export class Role<Model extends { close(): Promise<void> }> {
  readonly #open: () => Promise<Model>;
  readonly #restsAfterMs: number | null;
  #holders = 0;
  readonly #scope = new Scope('model');
  #stopResting: Close = () => undefined;
  #opening: Promise<Model> | null = null;

  /** @param restsAfterMs null = once opened it stays */
  constructor(open: () => Promise<Model>, restsAfterMs: number | null = null) {
    this.#open = open;
    this.#restsAfterMs = restsAfterMs;
  }

  /** It is there, or on its way. */
  get isOpen(): boolean {
    return this.#opening !== null;
  }

  get(): Promise<Model> {
    if (this.#opening === null) {
      const opening = this.#open();
      this.#opening = opening;
      // A failed opening may be tried again: the user may have repaired the model meanwhile.
      opening.catch(() => this.#forget(opening));
    }
    return this.#opening;
  }

  /** As `get`, and it does not rest until it is let go. */
  async hold(): Promise<{ readonly model: Model; readonly letGo: () => void }> {
    this.#holders += 1;
    void this.#stopResting();
    let isHeld = true;
    const letGo = () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders -= 1;
      this.#restSoon();
    };
    try {
      return { model: await this.get(), letGo };
    } catch (failure) {
      letGo();
      throw failure;
    }
  }

  /** Resolves when it is open or could not be; at once when nobody opened it. */
  async settled(): Promise<void> {
    await this.#opening?.catch(() => undefined);
  }

  /** Runs work on the model; a worker that died is replaced, and the work is done once more. */
  async use<Result>(work: (model: Model) => Promise<Result>): Promise<Result> {
    const opening = this.get();
    const { letGo } = await this.hold();
    try {
      return await work(await opening);
    } catch (failure) {
      if (!isDeath(failure)) throw failure;
      this.#forget(opening);
      return await work(await this.get());
    } finally {
      letGo();
    }
  }

  /** Streams from the model; a worker that died before anything came is replaced, and the work is begun once more. */
  async *stream<Part>(work: (model: Model) => AsyncIterable<Part>): AsyncGenerator<Part> {
    for (let mayTryAgain = true; ; ) {
      const opening = this.get();
      const { letGo } = await this.hold();
      try {
        for await (const part of work(await opening)) {
          mayTryAgain = false;
          yield part;
        }
        return;
      } catch (failure) {
        if (!isDeath(failure)) throw failure;
        this.#forget(opening);
        if (!mayTryAgain) throw failure;
        mayTryAgain = false;
      } finally {
        letGo();
      }
    }
  }

  /** After a death outside `use` and `stream`: the next `get` opens anew. */
  forgetDead(failure: unknown): void {
    if (isDeath(failure)) this.#opening = null;
  }

  async close(): Promise<void> {
    await this.#scope.close();
    await this.#rest();
  }

  async #rest(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    const model = await opening?.catch(() => null);
    await model?.close();
  }

  #restSoon(): void {
    if (this.#restsAfterMs === null || this.#holders > 0) return;
    void this.#stopResting();
    this.#stopResting = this.#scope.timeout(() => void this.#rest(), this.#restsAfterMs);
  }

  #forget(opening: Promise<Model>): void {
    if (this.#opening === opening) this.#opening = null;
  }
}

function isDeath(failure: unknown): boolean {
  return failure instanceof EngineFailure && failure.kind === 'worker-died';
}
