import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationStore } from '../../../electron/conversation/store/conversation-store.ts';
import { openProfile, type Profile } from '../../../electron/conversation/store/open-profile.ts';
import { openPrivateStore } from '../../../electron/conversation/store/private-store.ts';
import { memoryStore } from '../../scenarios/memory-store.ts';
import { begin, fact, nameCard } from './said.ts';

/** One suite for the real store on disk, the private one in memory, and the double of the scenarios. */
describe.each<[string, () => Promise<{ store: ConversationStore; close: () => Promise<void> }>]>([
  ['on disk', openOnDisk],
  ['in memory', async () => closing(openPrivateStore())],
  ['the double', async () => closing(memoryStore())],
])('documents %s', (_name, open) => {
  let store: ConversationStore;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await open());
  });
  afterEach(() => close());

  it('gives back what was put, by id and in order', () => {
    const { documents } = store;
    documents.put('name-card', 'b', nameCard('Igor'), 'Igor');
    documents.put('name-card', 'a', nameCard('Anna', 'person'), 'Anna');
    documents.put('fact', 'c', fact('I live in Berlin'), 'I live in Berlin');
    expect(documents.read('a')).toEqual(nameCard('Anna', 'person'));
    expect(documents.read('z')).toBeNull();
    expect(documents.list('name-card')).toEqual([nameCard('Igor'), nameCard('Anna', 'person')]);
    expect(documents.newest('name-card', 1)).toEqual([nameCard('Anna', 'person')]);
    expect(documents.list('wall')).toEqual([]);
  });

  it('replaces a document of the same id, and its words', () => {
    store.documents.put('fact', 'home', { words: 'I live in Berlin' }, 'i live in berlin');
    store.documents.put('fact', 'home', { words: 'I live in Paris' }, 'i live in paris');
    expect(store.documents.list('fact')).toEqual([{ words: 'I live in Paris' }]);
    expect(store.documents.find('fact', 'Berlin', 5)).toEqual([]);
    expect(store.documents.find('fact', 'Paris', 5)).toHaveLength(1);
  });

  it('finds by the beginning of any word, without accents, the best first, of one kind only', () => {
    const put = (id: string, words: string) => store.documents.put('fact', id, { id }, words);
    put('sister', 'My sister Zoë likes strong coffee');
    put('tea', 'I drink tea');
    put('coffee', 'I like coffee');
    store.documents.put('name-card', 'zoe', { id: 'card' }, 'Zoë coffee');
    const ids = (query: string, limit = 5) => store.documents.find('fact', query, limit).map((found) => (found as { id: string }).id);
    expect(ids('does zoe like coffee?')[0]).toBe('sister');
    expect(ids('coff').toSorted()).toEqual(['coffee', 'sister']);
    expect(ids('coff', 1)).toHaveLength(1);
    expect(ids('milk')).toEqual([]);
  });

  it('is asked anything without failing', () => {
    store.documents.put('fact', 'home', {}, 'I live in Berlin');
    for (const query of ['', ' ', '"', '" OR (', 'NEAR(a b)', '*', '-berlin', 'text:live', '💥', 'x'.repeat(10_000), 'a '.repeat(1000)]) {
      expect(Array.isArray(store.documents.find('fact', query, 5))).toBe(true);
    }
    expect(store.documents.find('fact', 'berlin', 5)).toHaveLength(1);
  });

  it('removes some, several at once, and those that are not there', () => {
    for (const id of ['a', 'b', 'c']) store.documents.put('fact', id, { id }, `word${id}`);
    store.documents.remove('a', 'c', 'nobody');
    expect(store.documents.list('fact')).toEqual([{ id: 'b' }]);
    expect(store.documents.find('fact', 'worda', 5)).toEqual([]);
  });

  it('does several writes or none, of documents and turns', () => {
    const id = begin({ store }, 'My name is Ivan.');
    const [turn] = store.readTurns(id);
    const work = (fails: boolean) => () => {
      store.documents.put('name-card', 'me', nameCard('Igor'), 'Igor');
      store.documents.together(() => store.documents.put('fact', 'home', {}, 'Berlin'));
      store.changeTurn(turn?.id ?? '', { text: 'My name is Igor.', heardText: 'My name is Ivan.' });
      if (fails) throw new Error('in the middle');
    };
    expect(() => store.documents.together(work(true))).toThrow('in the middle');
    expect([store.documents.list('name-card'), store.documents.find('fact', 'berlin', 5)]).toEqual([[], []]);
    expect(store.readTurns(id)).toEqual([turn]);
    store.documents.together(work(false));
    expect(store.documents.list('name-card')).toHaveLength(1);
    expect(store.readTurns(id)).toMatchObject([{ text: 'My name is Igor.', heardText: 'My name is Ivan.' }]);
  });

  it('finds turns by any writing of their letters, wherever the words stand', () => {
    const id = begin({ store }, 'My name is JOSÉ.', 'Nothing of interest.');
    const [turn] = store.readTurns(id);
    const found = (text: string) => store.findTurns(text).map((one) => one.id);
    expect(found('jose\u0301')).toEqual([turn?.id]);
    store.changeTurn(turn?.id ?? '', { text: 'My name is Igor.', heardText: 'My name is Ivan.' });
    expect([found('josé'), found('ivan'), found('IGOR')]).toEqual([[], [turn?.id], [turn?.id]]);
    expect(found('')).toEqual([]);
    expect(store.changeTurn('nobody', { text: '' })).toBeNull();
  });

  it('keeps whatever JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string({ unit: 'binary' }), (value, words) => {
        store.documents.put('memory-change', 'one', value, words);
        expect(store.documents.read('one')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
  });

  it('knows when the next conversation deletes itself', () => {
    const until = (expiresAt: Date | null) =>
      store.startConversation({ personaId: 'nova', engineId: 'on-device', at: new Date('2026-03-02T10:00:00Z'), expiresAt });
    until(null);
    expect(store.nextExpiry()).toBeNull();
    const [late, soon] = [until(new Date('2026-03-05T10:00:00Z')), until(new Date('2026-03-03T10:00:00Z'))];
    expect(store.nextExpiry()).toEqual(new Date('2026-03-03T10:00:00Z'));
    expect(store.deleteExpired(new Date('2026-03-03T09:59:59Z'))).toEqual([]);
    expect(store.deleteExpired(new Date('2026-03-03T10:00:00Z'))).toEqual([soon]);
    expect(store.deleteExpired(new Date('2027-01-01T00:00:00Z'))).toEqual([late]);
    expect(store.nextExpiry()).toBeNull();
  });
});

async function openOnDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-documents-'));
  const profile: Profile = await openProfile({ profileFolder: folder, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'keyring' });
  const close = async () => {
    await profile.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store: profile.store, close };
}

function closing(store: ConversationStore) {
  return { store, close: async () => store.close() };
}
