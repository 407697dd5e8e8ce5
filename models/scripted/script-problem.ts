/** A double was used otherwise than its script says; the message says what was expected. */
export class ScriptProblem extends Error {
  override readonly name = 'ScriptProblem';
}

/** Results played one after the other; asking for more than there are, or leaving some, is a mistake of whoever asks. */
export class Script<Step> {
  readonly #what: string;
  readonly #steps: Step[];

  /** @param what for messages: "the scripted recogniser" */
  constructor(what: string, steps: readonly Step[]) {
    this.#what = what;
    this.#steps = [...steps];
  }

  /** @param asked what was asked for, for the message @throws ScriptProblem */
  next(asked: string): Step {
    if (this.#steps.length === 0) {
      throw new ScriptProblem(`${this.#what} was asked for ${asked}, but its script has ended. Add a step, or find out who asks.`);
    }
    return this.#steps.shift() as Step;
  }

  /** @throws ScriptProblem when steps were never played */
  finish(): void {
    if (this.#steps.length === 0) return;
    throw new ScriptProblem(`${this.#what} has ${this.#steps.length} steps left that nobody asked for.`);
  }
}
