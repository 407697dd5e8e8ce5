import { randomUUID } from 'node:crypto';
import type { ConversationStore, NewTurn } from '../../../electron/conversation/store/conversation-store.ts';
import type { Fact, NameCard } from '../../../electron/ipc/memory-schema.ts';

/** A turn as the session commits it. */
export function newTurn(text: string, changes: Partial<NewTurn> = {}): NewTurn {
  return {
    id: randomUUID(),
    role: 'user',
    text,
    heardText: null,
    unheardText: '',
    interrupted: false,
    skill: null,
    personaId: 'nova',
    engineId: 'on-device',
    at: new Date('2026-03-02T10:00:00Z'),
    timeline: null,
    notes: [],
    ...changes,
  };
}

/** Holds a conversation of these turns. @returns its id */
export function begin({ store }: { readonly store: ConversationStore }, ...texts: string[]): string {
  return beginUntil(store, null, ...texts);
}

/** The same for one that deletes itself. */
export function beginUntil(store: ConversationStore, expiresAt: Date | null, ...texts: string[]): string {
  const id = store.startConversation({ personaId: 'nova', engineId: 'on-device', at: new Date(), expiresAt });
  for (const text of texts) store.commitTurn(id, newTurn(text));
  return id;
}

export function nameCard(written: string, owner: NameCard['owner'] = 'me', changes: Partial<NameCard> = {}): NameCard {
  return {
    id: written.toLowerCase(),
    owner,
    written,
    relation: null,
    heardAs: [],
    notWritten: [],
    respelling: null,
    ipa: null,
    sourceTurnId: null,
    at: '2026-03-02T10:00:00.000Z',
    ...changes,
  };
}

export function fact(words: string, changes: Partial<Fact> = {}): Fact {
  return {
    id: randomUUID(),
    kind: 'about',
    words,
    slot: null,
    scope: 'about-me',
    confidence: 1,
    sourceTurnId: null,
    at: '2026-03-02T10:00:00.000Z',
    earlier: [],
    ...changes,
  };
}
