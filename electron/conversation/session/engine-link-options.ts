import type { EngineEvent, EngineSetup, RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { LineTraffic } from './engine-line.ts';

export interface EngineLinkOptions {
  readonly scope: Scope;
  readonly nowMs: () => number;
  readonly model: RealtimeModel;
  /** Asked at every opening, so that a new line starts with what is known now. @param askedTurnId is no history: it is put to the engine by itself */
  readonly setup: (askedTurnId: string | null) => EngineSetup;
  /** A reply is being heard, and the store does not hold it yet. */
  readonly isSpeaking: () => boolean;
  readonly onEvent: (event: EngineEvent) => void;
  /** A line is open, or another one took over. */
  readonly onReady: () => void;
  /** No line can be had, and none is tried any more. */
  readonly onUnavailable: (failure: EngineFailure) => void;
  /** The line is gone; the next one is tried after `retryMs`. What is said meanwhile is kept. */
  readonly onLost?: (failure: EngineFailure, retryMs: number) => void;
  /** A chosen engine could not be reached: the one there was goes on. */
  readonly onNotChanged?: (model: RealtimeModel, failure: EngineFailure) => void;
  /** Who answers while the line is down, if the user allows anybody to. */
  readonly standIn?: () => RealtimeModel | null;
  readonly onTraffic?: (model: RealtimeModel, traffic: LineTraffic, turnId: string | null) => void;
  readonly random?: () => number;
}

/** Another line that is wanted while one is open. */
export interface Change {
  readonly model: RealtimeModel;
  /** Made in a pause; at this time at the latest. */
  readonly forcedAtMs: number;
  /** 'swap' is told when it fails; 'return' and 'fresh' are tried again. */
  readonly why: 'swap' | 'return' | 'fresh';
}
