import { DISAPPEARS_AFTER_MS, type StoredTurn } from '../../ipc/conversation-schema.ts';
import type { ConversationKind } from '../../ipc/presence-schema.ts';
import type { ConversationStore, NewTurn, TurnChange } from '../store/conversation-store.ts';
import type { SessionDependencies } from './session-dependencies.ts';

type Said = Pick<NewTurn, 'id' | 'role' | 'text'> & Partial<NewTurn>;

/**
 * The running conversation on its way to a store: which store that is, when it begins, what is committed. A private
 * conversation has a store of its own in memory, so nothing of it reaches the disk and nothing kept reaches it.
 */
export class ConversationRecord {
  readonly #dependencies: SessionDependencies;
  readonly #engineId: () => string;
  #store: ConversationStore;
  #kind: ConversationKind = 'kept';
  #id: string | null = null;
  #expiresAt: Date | null = null;
  /** Its time was over while it ran: nothing of it may be written any more. */
  #isGone = false;

  /** @param engineId which engine answers now */
  constructor(dependencies: SessionDependencies, engineId: () => string) {
    this.#dependencies = dependencies;
    this.#engineId = engineId;
    this.#store = dependencies.store;
  }

  get kind(): ConversationKind {
    return this.#kind;
  }

  /** When it deletes itself; null before its first turn, and for one that stays. */
  get expiresAt(): Date | null {
    return this.#expiresAt;
  }

  get store(): ConversationStore {
    return this.#store;
  }

  /** Null before the first turn. */
  get id(): string | null {
    return this.#id;
  }

  /** What is left of a private conversation is gone when this returns. */
  begin(kind: ConversationKind): void {
    const { store, openPrivateStore } = this.#dependencies;
    if (this.#store !== store) this.#store.close();
    this.#store = kind === 'private' ? openPrivateStore() : store;
    this.#kind = kind;
    this.#id = null;
    this.#expiresAt = null;
    this.#isGone = false;
  }

  /** It was deleted while it ran. */
  gone(): void {
    this.#isGone = true;
  }

  close(): void {
    if (this.#store !== this.#dependencies.store) this.#store.close();
  }

  /** The conversation's id; the first turn begins the conversation. @param personaId whom it begins with */
  idFor(personaId: string): string {
    const { today } = this.#dependencies;
    if (this.#id !== null) return this.#id;
    const at = today();
    this.#expiresAt = this.#kind === 'disappearing' ? new Date(at.getTime() + DISAPPEARS_AFTER_MS) : null;
    this.#id = this.#store.startConversation({ personaId, engineId: this.#engineId(), at, expiresAt: this.#expiresAt });
    return this.#id;
  }

  turns(): readonly StoredTurn[] {
    return this.#id === null ? [] : this.#store.readTurns(this.#id);
  }

  /** Commits one turn and tells the window. @param conversationId an earlier one for recovered audio */
  commit(said: Said, personaId: string, conversationId = this.idFor(personaId)): StoredTurn {
    const { today, output } = this.#dependencies;
    const turn: NewTurn = {
      heardText: null,
      unheardText: '',
      interrupted: false,
      skill: null,
      personaId,
      engineId: this.#engineId(),
      at: today(),
      timeline: null,
      notes: [],
      ...said,
    };
    if (this.#isGone) return { ...turn, conversationId, at: turn.at.toISOString() };
    const stored = this.#store.commitTurn(conversationId, turn);
    output.turnCommitted(stored);
    return stored;
  }

  change(turnId: string, change: TurnChange): void {
    const turn = this.#store.changeTurn(turnId, change);
    if (turn !== null) this.#dependencies.output.turnChanged(turn);
  }
}
