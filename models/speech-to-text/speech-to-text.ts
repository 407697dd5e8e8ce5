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
  /** Written forms the search should lean towards (names). */
  readonly bias?: readonly string[];
}

export interface Transcript {
  readonly text: string;
  /** Mean log-probability per token; 0 = certain. */
  readonly averageLogProbability: number;
  /** True where a guard (cap hit, music signs, invented credit) emptied the text. */
  readonly rejected: boolean;
}
