import { piecesOf, type SpokenClause, type TextToSpeech } from '../../text-to-speech/text-to-speech.ts';
import type { PersonaVoice } from '../realtime-model.ts';
import { MadeClause } from './made-clause.ts';
import type { Role } from './role.ts';

/** Longer clauses are hardly ever said twice. */
const LONGEST_KEPT_MS = 4000;
/** About 4 MB: what one assistant says again and again ("Sure.", its refusal, the time of this minute). */
const MOST_KEPT_MS = 45_000;

export interface ClauseManner {
  readonly voice: PersonaVoice;
  /** Written form -> IPA. */
  readonly pronunciations: Readonly<Record<string, string>>;
  /** Written form -> plain respelling. */
  readonly respellings?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

interface Entry {
  readonly made: MadeClause;
  readonly abort: AbortController;
  /** Who still waits for it; when nobody does, it is not made. */
  waiting: number;
}

/**
 * The voice with a short memory: a clause that is being made, or was said lately in the same manner, is not made again. So a
 * reply that was made ahead, and what is said often, sounds at once; what is new sounds from its first piece on.
 */
export class ClauseVoice {
  readonly #voiceModel: Role<TextToSpeech>;
  /** The least lately used first. */
  readonly #entries = new Map<string, Entry>();

  constructor(voiceModel: Role<TextToSpeech>) {
    this.#voiceModel = voiceModel;
  }

  /** Somebody will speak in this voice soon. What is wrong with it is told when it is to speak. */
  prepare(voice: PersonaVoice): void {
    this.#voiceModel.get().then(
      (model) => model.prepare?.(voice),
      () => undefined,
    );
  }

  /** The clause in pieces, made from now on; it ends early when the signal was raised before it was made. */
  pieces(clause: string, manner: ClauseManner): AsyncIterable<SpokenClause> {
    const key = keyOf(clause, manner);
    const entry = this.#entries.get(key) ?? this.#make(clause, manner, key);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#await(entry, key, manner.signal);
    return entry.made.fromTheBeginning();
  }

  #make(clause: string, { voice, pronunciations, respellings = {} }: ClauseManner, key: string): Entry {
    const abort = new AbortController();
    const options = { voice, pronunciations, respellings, signal: abort.signal };
    const made = new MadeClause(this.#voiceModel.stream((model) => piecesOf(model, clause, options)));
    const entry: Entry = { made, abort, waiting: 0 };
    made.over.then(
      () => {
        if (abort.signal.aborted || made.lengthMs === 0 || made.lengthMs > LONGEST_KEPT_MS) this.#forget(key, entry);
        else this.#makeRoom();
      },
      () => this.#forget(key, entry),
    );
    return entry;
  }

  #await(entry: Entry, key: string, signal: AbortSignal): void {
    if (entry.made.isOver) return;
    entry.waiting += 1;
    const giveUp = () => {
      entry.waiting -= 1;
      if (entry.waiting > 0 || entry.made.isOver) return;
      entry.abort.abort();
      this.#forget(key, entry);
    };
    if (signal.aborted) {
      giveUp();
      return;
    }
    signal.addEventListener('abort', giveUp, { once: true });
    const done = () => signal.removeEventListener('abort', giveUp);
    entry.made.over.then(done, done);
  }

  #makeRoom(): void {
    let keptMs = 0;
    for (const [key, entry] of [...this.#entries].reverse()) {
      keptMs += entry.made.isOver ? entry.made.lengthMs : 0;
      if (keptMs > MOST_KEPT_MS && entry.made.isOver) this.#entries.delete(key);
    }
  }

  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}

/** Of all names only those in the clause change how it sounds. */
function keyOf(clause: string, { voice, pronunciations }: ClauseManner): string {
  const lower = clause.toLowerCase();
  const said = Object.entries(pronunciations).filter(([written]) => lower.includes(written.toLowerCase()));
  return JSON.stringify([clause, voice, said]);
}
