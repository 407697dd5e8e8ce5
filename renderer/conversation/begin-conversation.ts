import type { ConversationKind } from '../../electron/ipc/presence-schema.ts';
import { ask } from './connection.ts';
import { useWindow } from './conversation-store.ts';

/** Leaves the running conversation for a new, empty one. A private one that is left is gone. */
export function beginConversation(kind: ConversationKind): void {
  useWindow.setState({ pane: 'conversation', turns: [], partial: null, reply: null, thoughts: null });
  void ask((client) => client.newConversation({ kind }));
}
