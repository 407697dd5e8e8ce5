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
  /** Audio of one clause and its words, with times from the start of the whole reply. */
  readonly spoken: (samples: Float32Array, words: readonly TimedWord[]) => void;
}

/** Speaks clauses in order while the next ones are still being written. Resolves when the last one was handed on. */
export async function speakClauses(clauses: AsyncIterable<string>, options: SpeakClausesOptions): Promise<void> {
  const handedOn: Promise<void>[] = [];
  let offsetMs = 0;
  const handOn = (clause: SpokenClause) => {
    if (options.signal.aborted || clause.samples.length === 0) return;
    const { samples, words } = offsetMs === 0 ? withoutLead(clause) : clause;
    const shifted = words.map((word) => ({ ...word, startMs: word.startMs + offsetMs, endMs: word.endMs + offsetMs }));
    offsetMs += (samples.length / SPEAKING_SAMPLE_RATE_HZ) * 1000;
    options.spoken(samples, shifted);
  };
  let last: Promise<void> = Promise.resolve();
  for await (const clause of clauses) {
    if (options.signal.aborted) break;
    const speech = options.clauseVoice.speak(clause, options);
    last = Promise.all([speech, last]).then(([spoken]) => handOn(spoken));
    // Whoever waits for the last one hears of a failure; the ones before must not become unhandled.
    last.catch(() => undefined);
    handedOn.push(last);
    await handedOn.at(-CLAUSES_AHEAD);
  }
  await last;
}

function withoutLead({ samples, words }: SpokenClause): SpokenClause {
  const first = samples.findIndex((sample) => Math.abs(sample) >= SILENCE);
  const cut = Math.max(0, first - Math.round((LEAD_MS * SPEAKING_SAMPLE_RATE_HZ) / 1000));
  if (cut === 0) return { samples, words };
  const cutMs = (cut / SPEAKING_SAMPLE_RATE_HZ) * 1000;
  const earlier = (ms: number) => Math.max(0, ms - cutMs);
  return {
    samples: samples.subarray(cut),
    words: words.map((word) => ({ ...word, startMs: earlier(word.startMs), endMs: earlier(word.endMs) })),
  };
}
