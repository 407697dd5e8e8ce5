import type { ConversationStore, NewTurn } from '../../electron/conversation/store/conversation-store.ts';
import type { Fact, StoredTurn } from '../../electron/ipc/conversation-schema.ts';

/** A store for scenarios: keeps what it is given, in order. The real one has its own suite. */
export function memoryStore(): ConversationStore & { readonly turns: StoredTurn[] } {
  const turns: StoredTurn[] = [];
  let facts: Fact[] = [];
  let conversations = 0;
  return {
    turns,
    startConversation: () => `conversation-${++conversations}`,
    commitTurn: (conversationId: string, turn: NewTurn) => {
      const stored = { ...turn, conversationId, at: turn.at.toISOString() };
      turns.push(stored);
      return stored;
    },
    listConversations: () => [],
    readTurns: (conversationId) => turns.filter((turn) => turn.conversationId === conversationId),
    deleteConversation: () => undefined,
    deleteEverything: () => undefined,
    rememberFact: ({ kind, value, sourceTurnId, at }) => {
      const replaced = facts.find((fact) => fact.kind === kind) ?? null;
      const fact = { id: `fact-${facts.length + 1}`, kind, value, sourceTurnId, at: at.toISOString() };
      facts = [fact];
      return { fact, replaced };
    },
    listFacts: () => facts,
    forgetFact: (id) => {
      facts = facts.filter((fact) => fact.id !== id);
    },
    close: () => undefined,
  };
}
