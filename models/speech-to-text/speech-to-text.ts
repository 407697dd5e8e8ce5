import type { SoundFrames } from './sound-likeness.ts';

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
  /**
   * What it makes of sounds before it finds words in them, to compare sounds with (`sound-likeness.ts`). Absent where the recogniser is
   * elsewhere.
   * @throws EngineFailure kind 'worker-died' or 'internal'
   */
  soundFrames?(samples: Float32Array, options: { readonly signal?: AbortSignal }): Promise<SoundFrames>;
  /**
   * What else may have been said, the likeliest first and the likeliest of all among them; without names. Absent where the recogniser
   * is elsewhere; nothing for long speech.
   * @throws EngineFailure kind 'worker-died' or 'internal'
   */
  otherReadings?(samples: Float32Array, options: { readonly signal?: AbortSignal }): Promise<readonly OtherReading[]>;
  close(): Promise<void>;
}

export interface OtherReading {
  readonly text: string;
  /** How much less likely than the likeliest, in nats; 0 = it is that. */
  readonly behindNats: number;
}

export interface TranscribeOptions {
  /** 'partial' may use the previous partial as a draft and is cheap; 'final' is the exact search. */
  readonly effort: 'partial' | 'final';
  readonly signal?: AbortSignal;
  /** Names that may be spoken: where the audio bears one out, it is written as it should be. Final words only. */
  readonly bias?: readonly BiasedName[];
  /** What may be said because it is shown, in lower case: where the audio bears it out, there is a reading with it. Final words only. */
  readonly shown?: readonly string[];
  /** Also give every word with its confidence and its estimated time. */
  readonly words?: boolean;
}

export interface BiasedName {
  readonly written: string;
  /** The name as it sounds, in plain letters ("Neeve" for Niamh); none = it sounds as it is written. */
  readonly spellings: readonly string[];
  /** The name as it was said alone, for this recogniser (`centred`); none = it is listened for by its spellings only. */
  readonly examples?: readonly SoundFrames[];
}

/** A recognised word; the times are estimated from loudness and length, for the net does not tell them. */
export interface RecognisedWord {
  readonly text: string;
  /** From the beginning of the samples. */
  readonly startMs: number;
  readonly endMs: number;
  /** Geometric mean of the probabilities of its tokens, 0..1. */
  readonly confidence: number;
}

export interface Transcript {
  readonly text: string;
  /** The words without names or requests to lean towards, where they differ; null where they do not. */
  readonly heardText: string | null;
  /** The words with something that is shown in them, about as likely; the likeliest first, nothing for long speech. */
  readonly shown?: readonly OtherReading[];
  /** Mean log-probability per token; 0 = certain. */
  readonly averageLogProbability: number;
  /** True where a guard (cap hit, music signs, invented credit) emptied the text. */
  readonly rejected: boolean;
  /** By the sound alone, 0..1: that it is words, not a laugh, a cough or a hum. Absent where the recogniser does not tell. */
  readonly speechLikeness?: number | null;
  /** Only when asked for. */
  readonly words?: readonly RecognisedWord[];
  /** What left this computer for it; nothing where it was recognised here. */
  readonly left?: { readonly host: string; readonly seconds: number; readonly bytes: number; readonly uploads: number };
}
