import type { HistoryTurn } from '../../../models/speech-to-speech/realtime-model.ts';
import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import {
  mayTurnForeign,
  nextSpeakers,
  onlyAsItself,
  openRoundTable,
  type RoundTable,
  tableHistory,
  tableNotes,
} from '../personas/round-table.ts';
import type { OwnWords } from '../speaking/reply-speech.ts';

/** Who sits here: one persona, or a round table whose members answer one after the other, each as itself. */
export class Seats {
  readonly #personas: { list(): readonly Persona[] };
  #speaker: Persona;
  #table: RoundTable | null = null;
  /** Who else answers the words that are being answered. */
  #waiting: readonly string[] = [];

  /** @param startId whom one talked to last; anybody if that one is gone */
  constructor(personas: { list(): readonly Persona[] }, startId: string) {
    const [first] = personas.list();
    const speaker = personas.list().find(({ id }) => id === startId) ?? first;
    if (speaker === undefined) throw new Error('A session needs at least one persona.');
    this.#personas = personas;
    this.#speaker = speaker;
  }

  /** Who speaks, as it is kept now: it may have been edited, or be gone. */
  get speaker(): Persona {
    return this.#persona(this.#speaker.id) ?? this.#speaker;
  }

  /** Who sits at the round table, in order; empty when there is none. */
  get tableIds(): readonly string[] {
    return this.#table?.members.map(({ id }) => id) ?? [];
  }

  /** Gives the conversation to one persona; a round table ends. @returns null when it is not there, or speaks already */
  switchTo(id: string): Persona | null {
    const persona = this.#persona(id);
    if (persona === null || (persona.id === this.#speaker.id && this.#table === null)) return null;
    this.closeTable();
    this.#speaker = persona;
    return persona;
  }

  /** @returns why there is no table, in one sentence that can be said; null when it is open */
  openTable(ids: readonly string[]): string | null {
    const members = ids.flatMap((id) => this.#persona(id) ?? []);
    const table = openRoundTable(members);
    if ('problem' in table) return table.problem;
    this.#table = table;
    this.#waiting = [];
    this.#speaker = members[0] ?? this.#speaker;
    return null;
  }

  closeTable(): void {
    this.#table = null;
    this.#waiting = [];
  }

  /** Decides who answers these words. @returns true when somebody else speaks than before */
  callOn(words: string): boolean {
    if (this.#table === null) return false;
    const [first, ...others] = nextSpeakers(this.#table, words, this.#speaker.id);
    this.#waiting = others;
    return this.#seat(first);
  }

  /** The next one who answers the same words takes the floor. @returns false when everybody has */
  passOn(): boolean {
    const [next, ...others] = this.#waiting;
    this.#waiting = others;
    return this.#seat(next);
  }

  /** The answer was enough for all: a skill's result is the same whoever says it. */
  nobodyElse(): void {
    this.#waiting = [];
  }

  /** For the speaker's instructions: who else sits here. */
  notes(): readonly string[] {
    return this.#table === null ? [] : tableNotes(this.#table, this.#speaker.id);
  }

  /** What of a reply is the speaker's own; null where nobody else sits and everything is. */
  ownWords(): OwnWords | null {
    const table = this.#table;
    if (table === null) return null;
    const { id } = this.#speaker;
    return { of: (reply) => onlyAsItself(table, id, reply), mayEnd: (reply) => mayTurnForeign(table, id, reply) };
  }

  /** The conversation as the speaker remembers it. */
  history(turns: readonly StoredTurn[]): readonly HistoryTurn[] {
    if (this.#table === null) return turns.map(({ role, text }) => ({ role, text }));
    const heard = turns.map(({ role, personaId, text }) => ({ speakerId: role === 'user' ? null : personaId, text }));
    return tableHistory(this.#table, this.#speaker.id, heard);
  }

  #seat(id: string | undefined): boolean {
    const persona = id === undefined ? null : this.#persona(id);
    if (persona === null || persona.id === this.#speaker.id) return false;
    this.#speaker = persona;
    return true;
  }

  #persona(id: string): Persona | null {
    return this.#personas.list().find((persona) => persona.id === id) ?? null;
  }
}
