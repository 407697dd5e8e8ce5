import type { ConversationStore } from './conversation-store.ts';
import { openDatabase } from './database-file.ts';
import { EncryptedStore } from './encrypted-store.ts';
import { NO_MARK } from './high-water-mark.ts';

/**
 * The store of a private conversation: the same code over a database in memory, which begins empty and ends with `close`.
 * Not one byte of it reaches the disk. Its audio goes to `NO_SPOOL`: what is being said dies with the process.
 */
export function openPrivateStore(): ConversationStore {
  return new EncryptedStore(openDatabase(':memory:', ''), NO_MARK);
}
