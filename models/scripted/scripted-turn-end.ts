import type { TurnEnd } from '../turn-end/turn-end.ts';
import { Script } from './script-problem.ts';

export interface ScriptedTurnEnd extends TurnEnd {
  /** @throws ScriptProblem when steps are left */
  finish(): void;
}

/** Plays probabilities, question by question. @throws ScriptProblem from `probability` for a question too many */
export function scriptedTurnEnd(probabilities: readonly number[]): ScriptedTurnEnd {
  const script = new Script('The scripted turn end', probabilities);
  return {
    id: 'scripted',
    probability: async (_samples, signal) => {
      const probability = script.next('a question');
      return signal?.aborted ? null : probability;
    },
    close: async () => undefined,
    finish: () => script.finish(),
  };
}
