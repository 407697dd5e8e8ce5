import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import type { SpokenClause, TextToSpeech } from '../text-to-speech/text-to-speech.ts';
import { ScriptProblem } from './script-problem.ts';

const WORD_MS = 100;

export interface ScriptedTextToSpeech extends TextToSpeech {
  /** Every clause that was asked for, in order. */
  readonly clauses: readonly string[];
}

/**
 * Speaks a tone of 100 ms for each word. @param expected the only clauses it may be asked for, in order; absent = any
 * @throws ScriptProblem from `speak`
 */
export function scriptedTextToSpeech(expected?: readonly (string | Error)[]): ScriptedTextToSpeech {
  const clauses: string[] = [];
  return {
    id: 'scripted',
    clauses,
    speak: async (text, { signal }): Promise<SpokenClause> => {
      const step = expected?.[clauses.length];
      clauses.push(text);
      if (step instanceof Error) throw step;
      if (expected !== undefined && step !== text) {
        throw new ScriptProblem(
          `The scripted voice was asked for "${text}", but ${step === undefined ? 'nothing' : `"${step}"`} comes next.`,
        );
      }
      if (signal?.aborted || !/[\p{L}\p{N}]/u.test(text)) return { samples: new Float32Array(0), words: [] };
      const words = text.trim().split(/\s+/);
      const samples = new Float32Array((words.length * WORD_MS * SPEAKING_SAMPLE_RATE_HZ) / 1000).map(
        (_, index) => 0.5 * Math.sin(index / 10),
      );
      return { samples, words: words.map((word, index) => ({ text: `${word} `, startMs: index * WORD_MS, endMs: (index + 1) * WORD_MS })) };
    },
    close: async () => undefined,
  };
}
