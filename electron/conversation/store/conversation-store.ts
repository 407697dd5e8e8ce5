import type { ConversationSummary, Fact, StoredTurn } from '../../ipc/conversation-schema.ts';

/** What is kept of a person's conversations: one encrypted file, one connection, every write durable when it returns. */
export interface ConversationStore {
  startConversation(start: { readonly personaId: string; readonly engineId: string; readonly at: Date }): string;
  /** Commits one turn; when this returns the turn survives a power cut. */
  commitTurn(conversationId: string, turn: NewTurn): StoredTurn;
  /** Newest first. `query` searches the words of all turns. */
  listConversations(filter: { readonly query?: string; readonly limit: number }): readonly ConversationSummary[];
  readTurns(conversationId: string): readonly StoredTurn[];
  /** Gone for good: not found in any byte of the profile afterwards. */
  deleteConversation(conversationId: string): void;
  deleteEverything(): void;

  rememberFact(fact: NewFact): { readonly fact: Fact; readonly replaced: Fact | null };
  listFacts(): readonly Fact[];
  forgetFact(factId: string): void;

  close(): void;
}

export interface NewTurn {
  /** Made by the session (UUID): the turn has a name before it is committed. */
  readonly id: string;
  readonly role: 'user' | 'assistant';
  /** For the assistant: only what was heard. */
  readonly text: string;
  /** For the assistant: what was cut off before it was heard. */
  readonly unheardText: string;
  readonly interrupted: boolean;
  readonly skill: string | null;
  readonly personaId: string;
  readonly engineId: string;
  readonly at: Date;
  readonly timeline: StoredTurn['timeline'];
}

export interface NewFact {
  readonly kind: 'user-name';
  readonly value: string;
  readonly sourceTurnId: string;
  readonly at: Date;
}
