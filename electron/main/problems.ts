import type { Problem } from '../ipc/derive-ipc.ts';

/** What main could not do. Kept, because it often happens before there is a page to show it. */
export class Problems {
  readonly #known = new Map<string, Problem>();
  #tell: (problem: Problem) => void = () => undefined;

  /** Tells the page once per id: a full disk fails at every change. */
  readonly report = (problem: Problem): void => {
    if (this.#known.has(problem.id)) return;
    this.#known.set(problem.id, problem);
    this.#tell(problem);
  };

  /** From now on problems go here, all earlier ones first. */
  tellTo(tell: (problem: Problem) => void): void {
    this.#tell = tell;
    for (const problem of this.#known.values()) tell(problem);
  }
}
