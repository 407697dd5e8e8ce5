import { SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import type { SpokenClause, TextToSpeech } from '../../text-to-speech/text-to-speech.ts';
import type { PersonaVoice, TimedWord } from '../realtime-model.ts';
import type { Role } from './role.ts';

/** How many clauses may be synthesised before the first of them was handed on: more would only be thrown away by Esc. */
const CLAUSES_AHEAD = 2;

export interface SpeakClausesOptions {
  readonly voiceModel: Role<TextToSpeech>;
  readonly voice: PersonaVoice;
  readonly pronunciations: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Audio of one clause and its words, with times from the start of the whole reply. */
  readonly spoken: (samples: Float32Array, words: readonly TimedWord[]) => void;
}

/** Speaks clauses in order while the next ones are still being written. Resolves when the last one was handed on. */
export async function speakClauses(clauses: AsyncIterable<string>, options: SpeakClausesOptions): Promise<void> {
  const handedOn: Promise<void>[] = [];
  let offsetMs = 0;
  const handOn = ({ samples, words }: SpokenClause) => {
    if (options.signal.aborted || samples.length === 0) return;
    const shifted = words.map((word) => ({ ...word, startMs: word.startMs + offsetMs, endMs: word.endMs + offsetMs }));
    offsetMs += (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    options.spoken(samples, shifted);
  };
  let last: Promise<void> = Promise.resolve();
  for await (const clause of clauses) {
    if (options.signal.aborted) break;
    const { voice, pronunciations, signal } = options;
    const speech = options.voiceModel.use((model) => model.speak(clause, { voice, pronunciations, signal }));
    last = Promise.all([speech, last]).then(([spoken]) => handOn(spoken));
    // Whoever waits for the last one hears of a failure; the ones before must not become unhandled.
    last.catch(() => undefined);
    handedOn.push(last);
    await handedOn.at(-CLAUSES_AHEAD);
  }
  await last;
}
