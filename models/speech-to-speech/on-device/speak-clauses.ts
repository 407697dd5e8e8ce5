import { SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import type { SpokenClause } from '../../text-to-speech/text-to-speech.ts';
import type { TimedWord } from '../realtime-model.ts';
import type { ClauseManner, ClauseVoice } from './clause-voice.ts';

/** How many clauses may be synthesised before the first of them was handed on: more would only be thrown away by Esc. */
const CLAUSES_AHEAD = 2;

/** Silence before the first word is waiting; before later ones it is rhythm. */
const SILENCE = 0.01;
const LEAD_MS = 5;

export interface SpeakClausesOptions extends ClauseManner {
  readonly clauseVoice: ClauseVoice;
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
  const handedOn: Promise<void>[] = [];
  let endMs = options.startMs;
  const handOn = async (pieces: AsyncIterable<SpokenClause>): Promise<void> => {
    let startMs = endMs;
    for await (const piece of pieces) {
      if (options.signal.aborted) return;
      const { samples, words, cutMs } = endMs === 0 ? withoutLead(piece) : { ...piece, cutMs: 0 };
      startMs -= cutMs;
      const placed = (ms: number) => Math.max(0, ms + startMs);
      const shifted = words.map((word) => ({ ...word, startMs: placed(word.startMs), endMs: placed(word.endMs) }));
      endMs += (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
      if (samples.length > 0 || words.length > 0) options.spoken(samples, shifted);
    }
  };
  let last: Promise<void> = Promise.resolve();
  for await (const clause of clauses) {
    if (options.signal.aborted) break;
    const pieces = options.clauseVoice.pieces(clause, options);
    last = last.then(() => handOn(pieces));
    // Whoever waits for the last one hears of a failure; the ones before must not become unhandled.
    last.catch(() => undefined);
    handedOn.push(last);
    await handedOn.at(-CLAUSES_AHEAD);
  }
  await last;
  return endMs;
}

/** @returns also how much was cut: what follows in the same clause is that much earlier */
function withoutLead({ samples, words }: SpokenClause): SpokenClause & { readonly cutMs: number } {
  const first = samples.findIndex((sample) => Math.abs(sample) >= SILENCE);
  const cut = Math.max(0, first - Math.round((LEAD_MS * SPEAKING_SAMPLE_RATE_HZ) / 1000));
  return { samples: samples.subarray(cut), words, cutMs: (cut / SPEAKING_SAMPLE_RATE_HZ) * 1000 };
}
