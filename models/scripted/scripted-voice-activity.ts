import { HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';
import type { VoiceActivity } from '../voice-activity/voice-activity.ts';
import { Script, ScriptProblem } from './script-problem.ts';

export interface ScriptedVoiceActivity extends VoiceActivity {
  /** @throws ScriptProblem when steps are left */
  finish(): void;
}

/** Plays probabilities, frame by frame. @throws ScriptProblem from `probability` for a frame too many or of another length */
export function scriptedVoiceActivity(probabilities: readonly number[]): ScriptedVoiceActivity {
  const script = new Script('The scripted voice activity', probabilities);
  return {
    probability: async (samples) => {
      if (samples.length !== HEARING_FRAME_SAMPLES) {
        throw new ScriptProblem(`The scripted voice activity got ${samples.length} samples; a frame has ${HEARING_FRAME_SAMPLES}.`);
      }
      return script.next('a frame');
    },
    reset: () => undefined,
    close: async () => undefined,
    finish: () => script.finish(),
  };
}
