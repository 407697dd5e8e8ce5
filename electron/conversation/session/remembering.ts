import { randomUUID } from 'node:crypto';
import type { EngineName } from '../../../models/speech-to-speech/realtime-model.ts';
import type { StoredTurn } from '../../ipc/conversation-schema.ts';
import type { Fact, MemoryNote, NameCard } from '../../ipc/memory-schema.ts';
import type { Persona } from '../../ipc/persona-schema.ts';
import { promptSentences } from '../memory/facts/fact-sentences.ts';
import { Memory } from '../memory/memory.ts';
import { nameKey } from '../memory/names/clean-name.ts';
import { answersQuestion } from '../memory/recall/answer-question.ts';
import { chooseFacts } from '../memory/recall/choose-facts.ts';
import { mayKnow, scopeOfTold, type Wall } from '../personas/walls.ts';
import type { ConversationStore } from '../store/conversation-store.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { undoNote } from './undo-note.ts';

/** The best matches are enough: a question is about one thing. */
const MOST_FOUND = 12;
/** Facts that are good to know whatever is said, for engines that can hold them. */
const MOST_OTHERS = 40;
/** What an engine's instructions may hold of facts: the embedded model forgets what it is doing if it reads long. */
const BUDGET_TOKENS = { 'this-computer': 80, host: 600 } as const;

export interface RememberingOptions {
  readonly dependencies: SessionDependencies;
  readonly record: ConversationRecord;
  readonly persona: () => Persona;
  /** What engines and window show of memory is different now. */
  readonly onChanged: () => void;
}

/**
 * Memory at work in one session: learns from the user's turns, chooses what is recalled for the next reply, takes things
 * back. Always the memory of the running conversation's store: a private one has none, and leaves none.
 */
export class Remembering {
  readonly #options: RememberingOptions;
  #memory: { readonly store: ConversationStore; readonly memory: Memory } | null = null;
  #name: { readonly memory: Memory; readonly written: string | null } | null = null;
  #expected = '';
  #recalled: { readonly facts: readonly Fact[]; readonly used: readonly Fact[]; readonly cards: readonly NameCard[] } = NOTHING;

  constructor(options: RememberingOptions) {
    this.#options = options;
  }

  get memory(): Memory {
    const { store } = this.#options.record;
    if (this.#memory?.store !== store) this.#memory = { store, memory: new Memory(store.documents, randomUUID) };
    return this.#memory.memory;
  }

  /** Told with every change of state, so it is not read from the store each time. */
  get userName(): string | null {
    if (this.#name?.memory !== this.memory) this.#name = { memory: this.memory, written: this.memory.cards.own()?.written ?? null };
    return this.#name.written;
  }

  /** Cards or facts were changed by hand, or in another way than by `learn`. */
  refresh(): void {
    this.#name = null;
    void this.#options.dependencies.meaning?.learn(this.memory);
  }

  /** Where facts go that the running persona is told. */
  get scope(): string {
    return scopeOfTold(this.#wall);
  }

  /** What the running persona may know, oldest first; of very many facts those that have to do with the words. */
  known(words: string): readonly Fact[] {
    return this.memory.facts.around(words).filter((fact) => mayKnow(fact, this.#wall));
  }

  /** Whether memory answers a question; one function for the life of the session, asked while skills are matched. */
  readonly knows = (question: string): boolean => {
    const { dependencies } = this.#options;
    const found = this.memory.facts.find(question, MOST_FOUND).filter((fact) => mayKnow(fact, this.#wall));
    const today = { now: dependencies.today(), timeZone: dependencies.preferences.timeZone };
    return answersQuestion(question, { cards: this.memory.cards.list(), facts: found }, today) !== null;
  };

  /**
   * Learns from a turn that is committed already.
   * @returns the sentence that answers it, when a name was put right; else null: the engine answers
   */
  learn(turn: Pick<StoredTurn, 'id' | 'text' | 'heardText'> & { readonly typed: boolean }): string | null {
    const { record, dependencies } = this.#options;
    const learned = this.memory.learn({
      ...turn,
      at: dependencies.today().toISOString(),
      scope: this.scope,
      assistantNames: dependencies.personas.list().map(({ name }) => name),
      earlier: record.turns().filter(({ id }) => id !== turn.id),
    });
    for (const { id, text, heardText } of learned.repaired) record.change(id, { text, heardText });
    this.noted(turn.id, learned.notes);
    return learned.sentence;
  }

  /** Puts what was learned under the turn it was learned from. */
  noted(turnId: string, notes: readonly MemoryNote[]): void {
    if (notes.length === 0) return;
    const before = this.#options.record.store.readTurn(turnId)?.notes ?? [];
    this.#options.record.change(turnId, { notes: [...before, ...notes] });
    this.#options.onChanged();
  }

  /** Words that the user is saying or typing: what has to do with them is looked for meanwhile. */
  expect(words: string): void {
    this.#expected = words;
    this.#options.dependencies.meaning?.expect(words);
  }

  /** Chooses for the words that were expected; a reply that is made ahead knows it then. @returns true when it is other than before */
  recallAhead(): boolean {
    const words = this.#expected;
    return words !== '' && this.recall(words);
  }

  /** Chooses what is recalled for the reply to these words. @returns true when it is other than before */
  recall(words: string): boolean {
    this.#expected = '';
    const { runsOn } = this.#options.dependencies.engine.capabilities;
    const { facts } = this.memory;
    const wall = this.#wall;
    const byWords = facts.find(words, MOST_FOUND).map((fact) => ({ fact, nearness: null }));
    const byMeaning = this.#options.dependencies.meaning?.near(words, this.memory) ?? [];
    const others = runsOn === 'host' ? facts.newest(MOST_OTHERS) : [];
    const options = { mayKnow: (fact: Fact) => mayKnow(fact, wall), budgetTokens: BUDGET_TOKENS[runsOn] };
    const before = this.sentences().join('\n');
    this.#recalled = {
      ...chooseFacts(words, [...byWords, ...byMeaning], others, options),
      cards: cardsIn(words, this.memory.cards.list()),
    };
    return before !== this.sentences().join('\n');
  }

  /** Notes under a reply; without labels what was recalled for it. */
  usedNotes(labels: readonly string[] = this.#recalled.used.map(({ words }) => words)): MemoryNote[] {
    return labels.map((label) => ({ id: randomUUID(), kind: 'used', label, undo: 'none' }));
  }

  /** For the instructions. */
  sentences(): readonly string[] {
    const own = this.memory.cards.own();
    const me = own === null || !this.#wall.knowsAboutMe ? [] : [own];
    return promptSentences([...me, ...this.#recalled.cards], this.#recalled.facts);
  }

  names(): readonly EngineName[] {
    return this.memory.cards.list().map(engineName);
  }

  /** Takes a note's change back, words of earlier turns included. */
  undo(noteId: string): void {
    const { record, dependencies, onChanged } = this.#options;
    if (undoNote(this.memory, record.store, noteId, dependencies.output.turnChanged)) onChanged();
  }

  get #wall(): Wall {
    const { dependencies, persona } = this.#options;
    return dependencies.personas.wall(persona().id);
  }
}

const NOTHING = { facts: [], used: [], cards: [] } as const;

/** People and words that the turn speaks of, by name or by what they are to the user. */
function cardsIn(words: string, cards: readonly NameCard[]): readonly NameCard[] {
  const said = ` ${words.toLowerCase()} `;
  const key = nameKey(words);
  return cards.filter(
    ({ owner, written, relation }) =>
      owner === 'person' && (key.includes(nameKey(written)) || (relation !== null && said.includes(relation))),
  );
}

export function engineName({
  written,
  heardAs,
  respelling,
  ipa,
}: Pick<NameCard, 'written' | 'heardAs' | 'respelling' | 'ipa'>): EngineName {
  return { written, heardAs, respelling, ipa };
}
