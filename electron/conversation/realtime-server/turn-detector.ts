import type { AudioFrame } from '../../ipc/audio-frame.ts';
import type { TurnDetection } from './session-schema.ts';

/** What was recognised of the running utterance. */
export interface HeardSoFar {
  readonly text: string;
  /** It covers everything until the speaker last fell silent. */
  readonly whole: boolean;
}

/** Decides from frames when somebody speaks; made by whoever wires this station, from what turn-taking knows. */
export interface TurnDetector {
  hear(frame: AudioFrame, words: HeardSoFar): 'speech-began' | 'paused' | 'resumed' | 'ended' | 'misfired' | null;
  reset(): void;
}

/** What the detector must know: silence alone decides (`silenceMs`), or words and patience do. */
export interface TurnWish {
  readonly threshold: number;
  /** null = the words so far decide how long. Infinity = the client commits. */
  readonly silenceMs: number | null;
  /** 1 = as usual; 1.5 waits half as long again. Only where the words decide. */
  readonly patience: number;
}

const PATIENCE = { low: 1.5, medium: 1, auto: 1, high: 0.75 } as const;

export function turnWish(detection: TurnDetection | null): TurnWish {
  if (detection === null) return { threshold: 0.5, silenceMs: Number.POSITIVE_INFINITY, patience: 1 };
  if (detection.type === 'semantic_vad') return { threshold: 0.5, silenceMs: null, patience: PATIENCE[detection.eagerness] };
  return { threshold: detection.threshold, silenceMs: detection.silence_duration_ms, patience: 1 };
}
