import type { SpeechToText, TranscribeOptions, Transcript } from '../speech-to-text/speech-to-text.ts';
import { Script, ScriptProblem } from './script-problem.ts';

export interface HearingStep {
  readonly effort: TranscribeOptions['effort'];
  /** What is "heard"; an error is thrown. */
  readonly heard: string | Error;
  /** What else it may have been, a nat apart; none = nothing else. */
  readonly others?: readonly string[];
}

export interface ScriptedSpeechToText extends SpeechToText {
  /** @throws ScriptProblem when steps are left */
  finish(): void;
}

/** Plays what is heard, call by call. @throws ScriptProblem from `transcribe` for a call the script does not have next */
export function scriptedSpeechToText(steps: readonly HearingStep[]): ScriptedSpeechToText {
  const script = new Script('The scripted recogniser', steps);
  let others: readonly string[] = [];
  return {
    id: 'scripted',
    longestMs: 15_000,
    transcribe: async (_samples, { effort }): Promise<Transcript> => {
      const step = script.next(`a ${effort} transcript`);
      if (step.effort !== effort) {
        throw new ScriptProblem(`The scripted recogniser was asked for a ${effort} transcript, but a ${step.effort} one comes next.`);
      }
      if (step.heard instanceof Error) throw step.heard;
      others = [step.heard, ...(step.others ?? [])];
      return { text: step.heard, heardText: null, averageLogProbability: -0.1, rejected: step.heard === '' };
    },
    otherReadings: async () => others.map((text, behindNats) => ({ text, behindNats })),
    close: async () => undefined,
    finish: () => script.finish(),
  };
}
