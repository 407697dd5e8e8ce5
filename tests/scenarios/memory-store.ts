import type { ConversationStore, DocumentKind, DocumentStore, NewTurn } from '../../electron/conversation/store/conversation-store.ts';
import type { StoredTurn } from '../../electron/ipc/conversation-schema.ts';
import type { LedgerEntry, LedgerSum } from '../../electron/ipc/engine-schema.ts';

interface Conversation {
  readonly id: string;
  readonly startedAt: string;
  readonly personaId: string;
  readonly expiresAt: string | null;
}

interface Kept {
  readonly kind: DocumentKind;
  /** JSON, as the real one keeps it. */
  readonly text: string;
  readonly words: string;
}

/** A store for scenarios: keeps what it is given, in order. The real one passes the same suite of documents. */
export function memoryStore(): ConversationStore & { readonly turns: StoredTurn[]; readonly entries: LedgerEntry[] } {
  const entries: LedgerEntry[] = [];
  const turns: StoredTurn[] = [];
  const conversations: Conversation[] = [];
  const kept = new Map<string, Kept>();
  let begun = 0;
  const remove = (gone: (conversationId: string) => boolean) => {
    keep(turns, ({ conversationId }) => !gone(conversationId));
    keep(conversations, ({ id }) => !gone(id));
  };
  const change = (id: string, changes: Partial<StoredTurn>) => {
    const at = turns.findIndex((turn) => turn.id === id);
    const before = turns[at];
    if (before === undefined) return null;
    turns[at] = { ...before, ...changes };
    return turns[at] ?? null;
  };
  return {
    turns,
    entries,
    ledger: memoryLedger(entries),
    startConversation: ({ personaId, at, expiresAt }) => {
      begun += 1;
      const id = `conversation-${begun}`;
      conversations.push({ id, startedAt: at.toISOString(), personaId, expiresAt: expiresAt?.toISOString() ?? null });
      return id;
    },
    commitTurn: (conversationId: string, turn: NewTurn) => {
      const stored = { ...turn, conversationId, at: turn.at.toISOString() };
      turns.push(stored);
      return stored;
    },
    changeTurn: change,
    readTurn: (id) => turns.find((turn) => turn.id === id) ?? null,
    listConversations: ({ query, limit }) => summaries(conversations, turns, query).slice(0, limit),
    readTurns: (conversationId) => turns.filter((turn) => turn.conversationId === conversationId),
    findTurns: (text) => turns.filter((turn) => text !== '' && wordsOf(turn).includes(folded(text))),
    deleteConversation: (id) => remove((conversationId) => conversationId === id),
    deleteExpired: (now) => {
      const expired = conversations.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now.toISOString()).map(({ id }) => id);
      remove((id) => expired.includes(id));
      return expired;
    },
    nextExpiry: () => {
      const [next] = conversations.flatMap(({ expiresAt }) => expiresAt ?? []).toSorted();
      return next === undefined ? null : new Date(next);
    },
    wipe: () => undefined,
    documents: memoryDocuments(kept, turns),
    close: () => undefined,
  };
}

function memoryLedger(entries: LedgerEntry[]): ConversationStore['ledger'] {
  return {
    add: (entry) => void entries.push(entry),
    newest: (limit) => entries.toReversed().slice(0, limit),
    sums: ({ from, to, conversationId }) => {
      const within = ({ at, conversationId: id }: LedgerEntry) =>
        at >= from.toISOString() && at < to.toISOString() && (conversationId === undefined || id === conversationId);
      const sums = new Map<string, LedgerSum>();
      for (const entry of entries.filter(within)) {
        const key = `${entry.engineId} ${entry.host}`;
        sums.set(key, added(sums.get(key), entry));
      }
      return [...sums.values()];
    },
  };
}

function added(sum: LedgerSum | undefined, entry: LedgerEntry): LedgerSum {
  const { engineId, host } = entry;
  return {
    engineId,
    host,
    entries: (sum?.entries ?? 0) + 1,
    audioSentMs: (sum?.audioSentMs ?? 0) + entry.audioSentMs,
    audioReceivedMs: (sum?.audioReceivedMs ?? 0) + entry.audioReceivedMs,
    charactersSent: (sum?.charactersSent ?? 0) + entry.charactersSent,
    inputTokens: (sum?.inputTokens ?? 0) + entry.inputTokens,
    outputTokens: (sum?.outputTokens ?? 0) + entry.outputTokens,
    costMicros: (sum?.costMicros ?? 0) + (entry.costMicros ?? 0),
    unpriced: (sum?.unpriced ?? 0) + (entry.costMicros === null ? 1 : 0),
  };
}

function memoryDocuments(kept: Map<string, Kept>, turns: StoredTurn[]): DocumentStore {
  const list = (kind: DocumentKind) => [...kept.values()].filter((document) => document.kind === kind);
  const parsed = ({ text }: Kept) => JSON.parse(text) as unknown;
  return {
    list: (kind) => list(kind).map(parsed),
    newest: (kind, limit) => list(kind).toReversed().slice(0, limit).map(parsed),
    read: (id) => {
      const document = kept.get(id);
      return document === undefined ? null : parsed(document);
    },
    find: (kind, query, limit) => {
      const asked = wordList(query);
      const score = ({ words }: Kept) => asked.filter((word) => wordList(words).some((known) => known.startsWith(word))).length;
      const found = list(kind).filter((document) => score(document) > 0);
      return found
        .toSorted((left, right) => score(right) - score(left))
        .slice(0, limit)
        .map(parsed);
    },
    put: (kind, id, document, words) => void kept.set(id, { kind, text: JSON.stringify(document), words }),
    together: (work) => {
      const before = [...kept];
      const turnsBefore = [...turns];
      try {
        work();
      } catch (failure) {
        kept.clear();
        for (const [id, document] of before) kept.set(id, document);
        turns.splice(0, turns.length, ...turnsBefore);
        throw failure;
      }
    },
    remove: (...ids) => {
      for (const id of ids) kept.delete(id);
    },
  };
}

function summaries(conversations: readonly Conversation[], turns: readonly StoredTurn[], query: string | undefined) {
  return conversations.toReversed().flatMap((conversation) => {
    const own = turns.filter(({ conversationId }) => conversationId === conversation.id);
    const found = query === undefined ? own[0] : own.find((turn) => wordsOf(turn).includes(folded(query)));
    if (found === undefined) return [];
    const title = own.find(({ role }) => role === 'user')?.text ?? '';
    return [{ ...conversation, turnCount: own.length, title, excerpt: query === undefined ? null : found.text }];
  });
}

function wordsOf({ text, heardText, unheardText, notes }: StoredTurn): string {
  return folded([text, heardText ?? '', unheardText, ...notes.map(({ label }) => label)].join('\n'));
}

function wordList(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function keep<Item>(items: Item[], wanted: (item: Item) => boolean): void {
  items.splice(0, items.length, ...items.filter(wanted));
}
