import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';

/** A model of one role, opened when first needed and opened once more when its worker died. */
export class Role<Model extends { close(): Promise<void> }> {
  readonly #open: () => Promise<Model>;
  #opening: Promise<Model> | null = null;

  constructor(open: () => Promise<Model>) {
    this.#open = open;
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

  /** Resolves when it is open or could not be; at once when nobody opened it. */
  async settled(): Promise<void> {
    await this.#opening?.catch(() => undefined);
  }

  /** Runs work on the model; a worker that died is replaced, and the work is done once more. */
  async use<Result>(work: (model: Model) => Promise<Result>): Promise<Result> {
    const opening = this.get();
    try {
      return await work(await opening);
    } catch (failure) {
      if (!isDeath(failure)) throw failure;
      this.#forget(opening);
      return await work(await this.get());
    }
  }

  /** After a death outside `use`: the next `get` opens anew. */
  forgetDead(failure: unknown): void {
    if (isDeath(failure)) this.#opening = null;
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    const model = await opening?.catch(() => null);
    await model?.close();
  }

  #forget(opening: Promise<Model>): void {
    if (this.#opening === opening) this.#opening = null;
  }
}

function isDeath(failure: unknown): boolean {
  return failure instanceof EngineFailure && failure.kind === 'worker-died';
}
