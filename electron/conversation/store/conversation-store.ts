import { z } from 'zod';
import type { ConversationSummary, StoredTurn } from '../../ipc/conversation-schema.ts';
import type { LedgerEntry, LedgerSum } from '../../ipc/engine-schema.ts';

/** What is kept of a person's conversations: one encrypted file, one connection, every write durable when it returns. */
export interface ConversationStore {
  /** @param start.expiresAt when the conversation deletes itself; null for one that stays */
  startConversation(start: {
    readonly personaId: string;
    readonly engineId: string;
    readonly at: Date;
    readonly expiresAt: Date | null;
  }): string;
  /** Commits one turn; when this returns the turn survives a power cut. */
  commitTurn(conversationId: string, turn: NewTurn): StoredTurn;
  /** Puts words or notes of a committed turn right. Null when it is not there any more. */
  changeTurn(turnId: string, change: TurnChange): StoredTurn | null;
  readTurn(turnId: string): StoredTurn | null;
  /** Newest first. `query` searches the words of all turns. */
  listConversations(filter: { readonly query?: string; readonly limit: number }): readonly ConversationSummary[];
  readTurns(conversationId: string): readonly StoredTurn[];
  /** Every turn that holds this text, in any writing of its letters. */
  findTurns(text: string): readonly StoredTurn[];
  /** Gone for good: not found in any byte of the profile afterwards. */
  deleteConversation(conversationId: string): void;
  /** Deletes what has outlived its time. @returns the ids of the conversations that went */
  deleteExpired(now: Date): readonly string[];
  /** When the next conversation deletes itself; null when none does. */
  nextExpiry(): Date | null;
  /**
   * What was overwritten (`changeTurn`, `documents.put`) is not found in any byte of the profile afterwards. Deleting does
   * it, too, for everything overwritten before it or in one `documents.together` with it.
   */
  wipe(): void;
  readonly documents: DocumentStore;
  readonly ledger: LedgerStore;
  close(): void;
}

/** What left this computer, to which host, how much. No words. */
export interface LedgerStore {
  add(entry: LedgerEntry): void;
  /** Newest first. */
  newest(limit: number): readonly LedgerEntry[];
  /** By engine and host, the dearest first; `to` is not within. */
  sums(span: { readonly from: Date; readonly to: Date; readonly conversationId?: string }): readonly LedgerSum[];
}

/** Name cards, facts, personas and the like: JSON by kind and id, found by their words. */
export interface DocumentStore {
  /** In the order in which they were first put. */
  list(kind: DocumentKind): readonly unknown[];
  /** The last that were put for the first time, newest first. */
  newest(kind: DocumentKind, limit: number): readonly unknown[];
  count(kind: DocumentKind): number;
  /** Null when it is not there. */
  read(id: string): unknown;
  /**
   * Best match first. Words of three letters and more are found by their beginning; any of them is enough. Words that
   * thousands of documents hold count only where the question has no others.
   */
  find(kind: DocumentKind, query: string, limit: number): readonly unknown[];
  /** @param words what it is found by; '' = by nothing */
  put(kind: DocumentKind, id: string, document: unknown, words: string): void;
  /** Several writes, of turns too, all or none. */
  together(work: () => void): void;
  /** Gone for good: not found in any byte of the profile afterwards. */
  remove(...ids: readonly string[]): void;
}

export const documentKindSchema = z.enum([
  'name-card',
  'name-recording',
  'fact',
  'fact-vector',
  'memory-change',
  'persona',
  'wall',
  'canvas',
  'menu',
  'manner',
  'timer',
]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

export interface NewTurn {
  /** Made by the session (UUID): the turn has a name before it is committed. */
  readonly id: string;
  readonly role: 'user' | 'assistant';
  /** For the assistant: only what was heard. */
  readonly text: string;
  /** For the user: the words before a name in them was put right. */
  readonly heardText: string | null;
  /** For the assistant: what was cut off before it was heard. */
  readonly unheardText: string;
  readonly interrupted: boolean;
  readonly skill: string | null;
  readonly personaId: string;
  readonly engineId: string;
  readonly at: Date;
  readonly timeline: StoredTurn['timeline'];
  readonly notes: StoredTurn['notes'];
}

export type TurnChange = Partial<Pick<StoredTurn, 'text' | 'heardText' | 'unheardText' | 'notes'>>;
