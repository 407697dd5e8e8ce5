import type { PersonaCourtesies } from '../../../realtime-model.ts';

/** Something said to the assistant, or about it. */
export interface SaidToMe {
  /** In what was said: lower case, straight apostrophes, no other marks. */
  readonly said: RegExp;
  /** A persona that has words of its own for this says those. */
  readonly courtesy?: keyof PersonaCourtesies;
  /** `{name}` is the persona's. */
  readonly lines: readonly string[];
}
