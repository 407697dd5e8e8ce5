/** Turns speech into words. One instance serves one utterance at a time; calls are queued in order. */
export interface SpeechToText {
  readonly id: string;
  /**
   * Decodes one stretch of speech.
   * @param samples mono, 16 kHz, -1..1, at most `longestMs` long
   * @throws EngineFailure kind 'worker-died' or 'internal'
   */
  transcribe(samples: Float32Array, options: TranscribeOptions): Promise<Transcript>;
  readonly longestMs: number;
  close(): Promise<void>;
}

export interface TranscribeOptions {
  /** 'partial' may use the previous partial as a draft and is cheap; 'final' is the exact search. */
  readonly effort: 'partial' | 'final';
  readonly signal?: AbortSignal;
  /** Names that may be spoken: where the audio bears one out, it is written as it should be. Final words only. */
  readonly bias?: readonly BiasedName[];
}

export interface BiasedName {
  readonly written: string;
  /** The name as it sounds, in plain letters ("Neeve" for Niamh); none = it sounds as it is written. */
  readonly spellings: readonly string[];
}

export interface Transcript {
  readonly text: string;
  /** The words without names to lean towards, where they differ; null where they do not. */
  readonly heardText: string | null;
  /** Mean log-probability per token; 0 = certain. */
  readonly averageLogProbability: number;
  /** True where a guard (cap hit, music signs, invented credit) emptied the text. */
  readonly rejected: boolean;
}
