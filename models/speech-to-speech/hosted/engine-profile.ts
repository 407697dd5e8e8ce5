import type { NativeTool } from '../realtime-model.ts';

export const DIALECTS = ['realtime', 'realtime-flat', 'xai', 'gemini-live', 'openai-live'] as const;
export type DialectId = (typeof DIALECTS)[number];

/** Everything about an endpoint that is not in its dialect. Data: a custom endpoint is one more of these. */
export interface EngineProfile {
  readonly id: string;
  readonly label: string;
  readonly dialect: DialectId;
  /** `wss://host/path`, without the model; null = the user must name one. */
  readonly url: string | null;
  /** Null where the server chooses. */
  readonly model: string | null;
  readonly key: 'needed' | 'optional';
  /** Where the command line looks for the key. */
  readonly keyVariable: string;
  readonly inputRateHz: 16_000 | 24_000;
  readonly outputRateHz: 16_000 | 24_000;
  readonly voices: readonly string[];
  /** Null where the server chooses. */
  readonly voice: string | null;
  /** What writes down the user's words; null = the dialect needs no name for it. */
  readonly transcriptionModel: string | null;
  /** What calls tools for a model that only speaks; left out where the speaking model does it itself. */
  readonly delegateModel?: string;
  readonly abilities: WireAbilities;
  readonly limits: EngineLimits;
  readonly prices: EnginePrices | null;
}

/** What a server can do. Where it can be seen at the beginning of a session, what is seen counts more than this. */
export interface WireAbilities {
  /** The client says when a turn ends; otherwise the server listens for silence, and the client sends it some. */
  readonly manualTurns: boolean;
  /** A committed turn is answered without being asked. */
  readonly commitStartsResponse: boolean;
  readonly cancel: boolean;
  readonly truncate: boolean;
  readonly deleteItems: boolean;
  readonly textInput: boolean;
  readonly images: boolean;
  /** How the recogniser is told names. */
  readonly names: 'keywords' | 'prompt' | 'none';
  readonly pronunciationMap: boolean;
  readonly functionTools: boolean;
  /** `{type, name}` or `{type, function: {name}}`. */
  readonly toolShape: 'flat' | 'nested';
  readonly nativeTools: readonly NativeTool[];
  readonly resumption: 'handle' | 'history';
  /** Fields of the session object that this server refuses. */
  readonly omitFields: readonly string[];
}

/** Null = not known, or none. */
export interface EngineLimits {
  readonly sessionMs: number | null;
  readonly contextTokens: number | null;
  readonly idleMs: number | null;
}

/** US dollars per million tokens, per minute of open session, or per minute of transcribed speech; 0 = not charged this way. */
export interface EnginePrices {
  /** The day of the price list: prices are facts with a date. */
  readonly asOf: string;
  readonly textIn: number;
  readonly audioIn: number;
  readonly cachedIn: number;
  readonly textOut: number;
  readonly audioOut: number;
  readonly sessionMinute: number;
  readonly transcribedMinute: number;
}
