import type { Scope } from '../../lifetime/scope.ts';
import type { ConversationStore } from './conversation-store.ts';

/** Timers stand still while the computer sleeps, clocks are put right, and others begin: it is looked at least this often. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long to wait before looking for conversations that have outlived their time. @param nextExpiry null when none has one */
export function nextLookMs(nextExpiry: Date | null, now: Date): number {
  if (nextExpiry === null) return LONGEST_WAIT_MS;
  return Math.min(LONGEST_WAIT_MS, Math.max(0, nextExpiry.getTime() - now.getTime()));
}

/**
 * Deletes disappearing conversations when their time is over: now those whose time ended while the app was closed, later
 * the others, one by one.
 * @param deleted told the ids of what went; a conversation that still runs may be among them
 * @returns looks at once: for when the machine woke, the store was exchanged, or one with a short time began
 */
export function deleteWhenDue(options: {
  readonly scope: Scope;
  readonly store: Pick<ConversationStore, 'deleteExpired' | 'nextExpiry'>;
  readonly today: () => Date;
  readonly deleted: (conversationIds: readonly string[]) => void;
  /** The disk failed; it is tried again. */
  readonly failed: (failure: unknown) => void;
}): () => void {
  const { scope, store, today } = options;
  let stop: (() => unknown) | null = null;
  const look = () => {
    stop?.();
    let waitMs = LONGEST_WAIT_MS;
    try {
      const gone = store.deleteExpired(today());
      waitMs = nextLookMs(store.nextExpiry(), today());
      if (gone.length > 0) options.deleted(gone);
    } catch (failure) {
      options.failed(failure);
    }
    stop = scope.timeout(look, waitMs);
  };
  look();
  return look;
}
