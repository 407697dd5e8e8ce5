import { joinedSamples } from '../audio/joined-samples.ts';
import type { PersonaVoice, TimedWord } from '../speech-to-speech/realtime-model.ts';

/** Speaks one clause at a time. Calls are served in order; an aborted signal drops the clause. */
export interface TextToSpeech {
  readonly id: string;
  /**
   * @param text one clause with its punctuation, plain words (no markup, numbers may be digits)
   * @returns mono audio at SPEAKING_SAMPLE_RATE_HZ with trimmed ends and the pause its punctuation asks for
   */
  speak(text: string, options: SpeakOptions): Promise<SpokenClause>;
  /** Somebody will speak in this voice soon: it may be loaded. */
  prepare?(voice: PersonaVoice): void;
  /**
   * The same, as it is made: pieces whose samples join without a gap and whose words have their times from the beginning of
   * the clause. Absent where a clause is made at once.
   */
  speakPieces?(text: string, options: SpeakOptions): AsyncIterable<SpokenClause>;
  close(): Promise<void>;
}

export interface SpeakOptions {
  readonly voice: PersonaVoice;
  readonly signal?: AbortSignal;
  /** IPA for words the phonemizer says wrong, keyed by written form; found in any capitals and with a possessive. */
  readonly pronunciations?: Readonly<Record<string, string>>;
  /** How names are said in plain letters, keyed by written form, for voices that read no IPA. */
  readonly respellings?: Readonly<Record<string, string>>;
  /** The same audio at every making, a little flatter: for recordings and comparisons. */
  readonly steady?: boolean;
}

export interface SpokenClause {
  readonly samples: Float32Array;
  /** Times from the start of `samples`; the texts join to the clause (each word carries its trailing space). */
  readonly words: readonly TimedWord[];
}

/** A clause as it is made: in pieces where the voice can, otherwise whole. */
export async function* piecesOf(voice: TextToSpeech, text: string, options: SpeakOptions): AsyncGenerator<SpokenClause> {
  if (voice.speakPieces === undefined) yield await voice.speak(text, options);
  else yield* voice.speakPieces(text, options);
}

/** What was made in pieces, as one. */
export async function wholeClause(pieces: AsyncIterable<SpokenClause>): Promise<SpokenClause> {
  const all: SpokenClause[] = [];
  for await (const piece of pieces) all.push(piece);
  const samples = joinedSamples(all.map((piece) => piece.samples));
  return { samples, words: all.flatMap(({ words }) => words) };
}
