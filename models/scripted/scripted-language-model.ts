import type { LanguageModel } from '../language/language-model.ts';
import { Script } from './script-problem.ts';

/** Pieces as they stream; a promise among them is waited for, an error is thrown there. */
export type WritingStep = readonly (string | Error | Promise<unknown>)[];

export interface ScriptedLanguageModel extends LanguageModel {
  /** Every prompt that was generated from, in order. */
  readonly prompts: readonly string[];
  /** @throws ScriptProblem when steps are left */
  finish(): void;
}

/** Plays what is written, generation by generation; prefilling is always allowed. @throws ScriptProblem from `generate` */
export function scriptedLanguageModel(steps: readonly WritingStep[]): ScriptedLanguageModel {
  const script = new Script('The scripted language model', steps);
  const prompts: string[] = [];
  return {
    id: 'scripted',
    prompts,
    generate: async function* (prompt, { signal }) {
      const step = script.next(`a reply to "${prompt.slice(-60)}"`);
      prompts.push(prompt);
      for (const piece of step) {
        if (signal?.aborted) return;
        if (piece instanceof Error) throw piece;
        if (typeof piece === 'string') yield piece;
        else await piece;
      }
    },
    prefill: async () => undefined,
    close: async () => undefined,
    finish: () => script.finish(),
  };
}
