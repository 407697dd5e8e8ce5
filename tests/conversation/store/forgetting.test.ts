import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../../electron/conversation/store/database-file.ts';
import { MIGRATIONS } from '../../../electron/conversation/store/migrations.ts';
import { openProfile, type Profile } from '../../../electron/conversation/store/open-profile.ts';
import { everyByte, tracesOf } from './decrypted-bytes.ts';
import { runKilled } from './killed-process.ts';
import { begin, beginUntil, fact, nameCard, newTurn } from './said.ts';

const key = randomBytes(32).toString('hex');
let folder: string;
let profile: Profile;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-forgetting-'));
  profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
});
afterEach(async () => {
  await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A word that is nowhere by chance. Letters only, so that it is one word to every index. */
function canary(): string {
  return Array.from(randomBytes(24), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

/** Canaries in every column of a turn that holds words. */
function canaryTurn() {
  const words = { text: canary(), heardText: canary(), unheardText: canary(), label: canary() };
  const notes = [{ id: 'note', kind: 'learned', label: `You said ${words.label}`, undo: 'possible' }] as const;
  return {
    canaries: Object.values(words),
    turn: newTurn(`I said ${words.text}.`, { ...words, text: `I said ${words.text}.`, notes: [...notes] }),
  };
}

/** A name card and a fact full of canaries, put under these ids. */
function putCanaries(cardId: string, factId: string): string[] {
  const [written, heard, said, before, indexed] = [canary(), canary(), canary(), canary(), canary()] as const;
  profile.store.documents.put('name-card', cardId, nameCard(written, 'person', { heardAs: [heard] }), `${written} ${heard}`);
  const earlier = [{ words: before, at: '2026-03-02T10:00:00.000Z', sourceTurnId: null }];
  profile.store.documents.put('fact', factId, fact(`I like ${said}`, { earlier }), `i like ${said} ${indexed}`);
  return [written, heard, said, before, indexed];
}

/** Acts on the store, each with a fresh canary; `dead` are those that were overwritten or deleted. */
function changingStore() {
  const { store } = profile;
  const conversation = begin(profile);
  const live = new Map<string, string>();
  const turns: { readonly id: string; readonly word: string }[] = [];
  const dead: string[] = [];
  const put = (id: string, filling: string) => {
    dead.push(...[live.get(id)].filter((word) => word !== undefined));
    const word = canary();
    live.set(id, word);
    store.documents.put('fact', id, fact(`${word} ${filling}`), word);
  };
  const known = (at: number) => [...live.keys()][at % Math.max(1, live.size)] ?? 'fact';
  const acts = {
    put: (at: number, filling: string) => put(`fact-${live.size}-${at}`, filling),
    change: (at: number, filling: string) => put(known(at), filling),
    remove: (at: number) => {
      const id = known(at);
      dead.push(...[live.get(id)].filter((word) => word !== undefined));
      live.delete(id);
      store.documents.remove(id);
    },
    say: (_at: number, filling: string) => {
      const word = canary();
      turns.push({ id: store.commitTurn(conversation, newTurn(`${word} ${filling}`)).id, word });
    },
    correct: (at: number, filling: string) => {
      for (const { id, word } of turns.splice(at % Math.max(1, turns.length), 1)) {
        dead.push(word);
        store.changeTurn(id, { text: filling });
      }
    },
  };
  return { live, dead, acts };
}

const traces = (canaries: readonly string[]) => tracesOf(canaries, everyByte(folder, key));

describe('what is forgotten is in no byte of the profile', () => {
  it('is there before, in the decrypted pages only', () => {
    const canaries = putCanaries('card', 'fact');
    const found = traces(canaries);
    expect(new Set(found.map((trace) => trace.split(': ')[1]))).toEqual(new Set(canaries));
    expect(found.every((trace) => trace.startsWith('parley.db, decrypted'))).toBe(true);
  });

  it('holds for a name card and a fact, and leaves the others', () => {
    const gone = putCanaries('card', 'fact');
    const [, , stays] = putCanaries('other-card', 'other-fact');
    profile.store.documents.remove('card', 'fact');
    expect(traces(gone)).toEqual([]);
    expect(profile.store.documents.find('fact', stays ?? '', 5)).toHaveLength(1);
    expect(statSync(join(folder, 'parley.db-wal')).size).toBe(0);
  });

  it('holds for a conversation, in all its columns', () => {
    const { canaries, turn } = canaryTurn();
    const id = begin(profile, 'Hello.');
    profile.store.commitTurn(id, turn);
    begin(profile, 'Something that stays.');
    profile.store.deleteConversation(id);
    expect(traces(canaries)).toEqual([]);
    expect(profile.store.listConversations({ query: 'stays', limit: 5 })).toHaveLength(1);
    expect(profile.store.readTurns(id)).toEqual([]);
  });

  it('holds for words taken out of a turn together with the fact that was made of them', () => {
    const { canaries, turn } = canaryTurn();
    const id = begin(profile, 'Hello.');
    profile.store.commitTurn(id, turn);
    const others = putCanaries('card', 'fact');
    profile.store.documents.together(() => {
      for (const found of canaries.flatMap((word) => profile.store.findTurns(word.toUpperCase()))) {
        profile.store.changeTurn(found.id, { text: 'I said [forgotten].', heardText: null, unheardText: '', notes: [] });
      }
      profile.store.documents.remove('card', 'fact');
    });
    expect(traces([...canaries, ...others])).toEqual([]);
    expect(profile.store.readTurns(id).map(({ text }) => text)).toEqual(['Hello.', 'I said [forgotten].']);
    expect(profile.store.listConversations({ query: 'forgotten', limit: 5 })).toHaveLength(1);
  });

  it('holds for what was overwritten, once it is wiped', () => {
    const gone = putCanaries('card', 'fact');
    const stay = putCanaries('card', 'fact');
    profile.store.wipe();
    expect(traces(gone)).toEqual([]);
    expect(new Set(traces(stay).map((trace) => trace.split(': ')[1]))).toEqual(new Set(stay));
  });

  it('holds for a conversation that deletes itself', () => {
    const [word, stays] = [canary(), canary()];
    const id = beginUntil(profile.store, new Date('2026-03-02T11:00:00Z'), word);
    beginUntil(profile.store, new Date('2026-03-03T11:00:00Z'), stays);
    expect(profile.store.deleteExpired(new Date('2026-03-02T11:00:00Z'))).toEqual([id]);
    expect(traces([word])).toEqual([]);
    expect(profile.store.listConversations({ query: stays, limit: 5 })).toHaveLength(1);
  });

  it('holds after any history of changes', () => {
    const act = fc.constantFrom('put', 'put', 'change', 'remove', 'say', 'correct');
    const step = fc.record({ act, at: fc.nat(), filling: fc.nat(2500) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 150, maxLength: 150 }), (steps) => {
        const { live, dead, acts } = changingStore();
        for (const { act, at, filling } of steps) acts[act](at, '.'.repeat(filling));
        profile.store.wipe();
        expect(traces(dead)).toEqual([]);
        for (const [id, word] of live) expect(JSON.stringify(profile.store.documents.read(id))).toContain(word);
      }),
      { numRuns: 4 },
    );
  }, 60_000);

  it('is made good at the next opening when the process died between deleting and wiping', async () => {
    const gone = putCanaries('card', 'fact');
    await profile.close();
    const database = new Database(join(folder, 'parley.db'), { encryptionCipher: 'aes256cbc', encryptionKey: key } as Database.Options);
    database.exec("BEGIN; DELETE FROM documents; DELETE FROM document_words; INSERT INTO counters VALUES ('unwiped', 1); COMMIT;");
    database.close();
    expect(traces(gone)).not.toEqual([]);
    profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
    expect(traces(gone)).toEqual([]);
  });

  it('is forgotten or wholly there, and everything else is there, when the process is killed at any step of forgetting', async () => {
    const words = "DELETE FROM document_words WHERE rowid IN (SELECT number FROM documents WHERE id = 'fact')";
    const deletion = [words, "DELETE FROM documents WHERE id = 'fact'", "INSERT OR REPLACE INTO counters VALUES ('unwiped', 1)"];
    const optimise = ['turn_words', 'document_words'].map((index) => `INSERT INTO ${index} (${index}) VALUES ('optimize')`);
    const wiping = [...optimise, 'VACUUM', "DELETE FROM counters WHERE name = 'unwiped'", 'PRAGMA wal_checkpoint(TRUNCATE)'];
    const statements = ['PRAGMA secure_delete = ON', 'BEGIN', ...deletion, 'COMMIT', ...wiping];
    const committedAt = statements.indexOf('COMMIT') + 1;
    for (let killedAfter = 1; killedAfter <= statements.length; killedAfter += 1) {
      const [, , gone] = putCanaries('card', 'fact');
      const [, , stays] = putCanaries('other-card', 'other-fact');
      await profile.close();
      expect(runKilled(join(folder, 'parley.db'), key, statements.slice(0, killedAfter))).toEqual({ signal: 'SIGKILL', stderr: '' });
      profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
      expect(profile.problems).toEqual([]);
      const isForgotten = killedAfter >= committedAt;
      expect(profile.store.documents.find('fact', gone ?? '', 5)).toHaveLength(isForgotten ? 0 : 1);
      if (isForgotten) expect(traces([gone ?? ''])).toEqual([]);
      expect(profile.store.documents.find('fact', stays ?? '', 5)).toHaveLength(1);
    }
  }, 60_000);

  it('holds for what the first version left behind', async () => {
    await profile.close();
    rmSync(join(folder, 'parley.db'));
    const words = Array.from({ length: 50 }, canary);
    const old = openOld();
    for (const [index, word] of words.entries()) {
      old.prepare('INSERT INTO turn_words (rowid, text) VALUES (?, ?)').run(index + 1, word);
      old.prepare('DELETE FROM turn_words WHERE rowid = ?').run(index + 1);
    }
    closeDatabase(old);
    expect(traces(words)).not.toEqual([]);
    profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
    expect(traces(words)).toEqual([]);
  });
});

const openOld = () => {
  const database = new Database(join(folder, 'parley.db'), { encryptionCipher: 'aes256cbc', encryptionKey: key } as Database.Options);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; ${MIGRATIONS[0]}; PRAGMA user_version = 1;`);
  return database;
};

describe('the search for traces has teeth', () => {
  /** Deletes as the store does, but without what `wipe` adds. */
  const deleteBy = (secureDelete: 'ON' | 'OFF') => {
    const database = openDatabase(join(folder, 'parley.db'), key);
    database.pragma(`secure_delete = ${secureDelete}`);
    database.exec('DELETE FROM document_words; DELETE FROM documents; DELETE FROM turns;');
    closeDatabase(database);
  };

  it.each(['OFF', 'ON'] as const)('finds what plain deleting leaves with secure_delete %s', async (secureDelete) => {
    const { canaries, turn } = canaryTurn();
    profile.store.commitTurn(begin(profile, 'Hello.'), turn);
    const others = putCanaries('card', 'fact');
    await profile.close();
    deleteBy(secureDelete);
    const found = traces([...canaries, ...others]);
    // With it the rows are overwritten, and what is left is the words of the index.
    if (secureDelete === 'OFF') expect(found.length).toBeGreaterThanOrEqual(canaries.length + others.length);
    else expect(found.length).toBeGreaterThan(0);
    profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
  });

  it.each([
    ['hexadecimal', (word: string) => Buffer.from(word).toString('hex')],
    ['Base64', (word: string) => Buffer.from(`{"a":"${word}"}`).toString('base64')],
    ['UTF-16', (word: string) => Buffer.from(word, 'utf16le')],
    ['capitals', (word: string) => word.toUpperCase()],
  ])('finds a canary in %s in any file', (_name, write) => {
    const word = canary();
    writeFileSync(join(folder, 'some.log'), write(word));
    expect(traces([word])).toEqual([`some.log: ${word}`]);
  });
});
