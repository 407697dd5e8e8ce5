import { SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import type { SpeakOptions, SpokenClause, TextToSpeech } from '../../text-to-speech/text-to-speech.ts';
import type { PersonaVoice, TimedWord } from '../realtime-model.ts';
import type { Role } from './role.ts';

/** How many clauses may be synthesised before the first of them was handed on: more would only be thrown away by Esc. */
const CLAUSES_AHEAD = 2;

export interface SpeakClausesOptions {
  readonly voiceModel: Role<TextToSpeech>;
  readonly voice: PersonaVoice;
  readonly pronunciations: Readonly<Record<string, string>>;
  readonly respellings: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Where on the reply's audio this begins. */
  readonly startMs: number;
  /** Audio of one clause, or of a part of it, and its words, with times from the start of the whole reply. */
  readonly spoken: (samples: Float32Array, words: readonly TimedWord[]) => void;
}

/**
 * Speaks clauses in order while the next ones are still being written.
 * @returns where the audio ends, once the last one was handed on
 */
export async function speakClauses(clauses: AsyncIterable<string>, options: SpeakClausesOptions): Promise<number> {
  const { voice, pronunciations, respellings, signal } = options;
  const handedOn: Promise<void>[] = [];
  let endMs = options.startMs;
  const handOn = async (pieces: AsyncIterable<SpokenClause>): Promise<void> => {
    const startMs = endMs;
    for await (const { samples, words } of pieces) {
      if (signal.aborted) return;
      const shifted = words.map((word) => ({ ...word, startMs: word.startMs + startMs, endMs: word.endMs + startMs }));
      endMs += (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
      if (samples.length > 0 || words.length > 0) options.spoken(samples, shifted);
    }
  };
  let last: Promise<void> = Promise.resolve();
  for await (const clause of clauses) {
    if (signal.aborted) break;
    const pieces = begun(piecesOf(options.voiceModel, clause, { voice, pronunciations, respellings, signal }));
    last = last.then(() => handOn(pieces));
    // Whoever waits for the last one hears of a failure; the ones before must not become unhandled.
    last.catch(() => undefined);
    handedOn.push(last);
    await handedOn.at(-CLAUSES_AHEAD);
  }
  await last;
  return endMs;
}

async function* piecesOf(role: Role<TextToSpeech>, clause: string, options: SpeakOptions): AsyncGenerator<SpokenClause> {
  const model = await role.get();
  if (model.speakPieces === undefined) yield await role.use((voice) => voice.speak(clause, options));
  else yield* model.speakPieces(clause, options);
}

/** Starts at once and keeps what comes until somebody asks for it. */
function begun<Part>(parts: AsyncIterable<Part>): AsyncIterable<Part> {
  const ready: Part[] = [];
  let wake = () => {};
  let over = false;
  const end = (async () => {
    try {
      for await (const part of parts) {
        ready.push(part);
        wake();
      }
    } finally {
      over = true;
      wake();
    }
  })();
  end.catch(() => undefined);
  return (async function* () {
    for (;;) {
      for (let part = ready.shift(); part !== undefined; part = ready.shift()) yield part;
      if (over) return await end;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  })();
}
