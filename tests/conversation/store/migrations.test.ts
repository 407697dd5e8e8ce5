import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../../electron/conversation/store/database-file.ts';
import { MIGRATIONS } from '../../../electron/conversation/store/migrations.ts';
import { openProfile } from '../../../electron/conversation/store/open-profile.ts';
import { nameCardSchema } from '../../../electron/ipc/memory-schema.ts';
import { runKilled } from './killed-process.ts';

const key = randomBytes(32).toString('hex');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-migrations-'));
  file = join(folder, 'parley.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const encrypted = { encryptionCipher: 'aes256cbc', encryptionKey: key } as Database.Options;

/** A profile as the first version left it: one conversation of two turns, and a name. */
function makeFirstVersion(name = 'Igor'): void {
  const database = new Database(file, encrypted);
  database.exec(`PRAGMA journal_mode = WAL; ${MIGRATIONS[0]} PRAGMA user_version = 1;`);
  database.exec(`INSERT INTO conversations VALUES ('c', 'nova', 'on-device', '2026-03-02T10:00:00.000Z')`);
  const turn = database.prepare(
    `INSERT INTO turns (id, conversation_id, role, text, unheard_text, interrupted, skill, persona_id, engine_id, at, timeline)
     VALUES (?, 'c', ?, ?, '', 0, NULL, 'nova', 'on-device', '2026-03-02T10:00:00.000Z', NULL)`,
  );
  turn.run('t1', 'user', 'Where is my umbrella?');
  turn.run('t2', 'assistant', 'In the hall.');
  database.exec(`INSERT INTO turn_words (rowid, text) SELECT number, text FROM turns; UPDATE counters SET value = 2`);
  database.prepare(`INSERT INTO facts VALUES ('f', 'user-name', ?, 't1', '2026-03-02T10:00:00.000Z')`).run(name);
  closeDatabase(database);
}

/** The SQL of one migration, statement by statement. */
function statementsOf(migration: string): string[] {
  return migration
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

describe('a profile of the first version', () => {
  it('opens with its turns, its words and its name, now a name card', async () => {
    makeFirstVersion();
    const profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
    expect(profile.problems).toEqual([]);
    expect(profile.store.readTurns('c')).toMatchObject([
      { id: 't1', text: 'Where is my umbrella?', heardText: null, notes: [] },
      { id: 't2', text: 'In the hall.', heardText: null, notes: [] },
    ]);
    expect(profile.store.listConversations({ query: 'umbrella', limit: 5 })).toMatchObject([{ id: 'c', expiresAt: null }]);
    const [card] = profile.store.documents.list('name-card').map((document) => nameCardSchema.parse(document));
    expect(card).toEqual({
      ...{ id: 'f', owner: 'me', written: 'Igor', relation: null, heardAs: [], notWritten: [], respelling: null, ipa: null },
      ...{ sourceTurnId: 't1', at: '2026-03-02T10:00:00.000Z' },
    });
    expect(profile.store.documents.find('name-card', 'igor', 5)).toEqual([card]);
    await profile.close();
  });

  it.each(['Saoirse "Seersha" O\'Brien', 'Łukasz', '李小龍', 'x'.repeat(200)])(
    'makes a card that fits the schema of the name %s',
    (name) => {
      makeFirstVersion(name);
      const database = openDatabase(file, key);
      const [row] = database.prepare('SELECT document FROM documents').all() as { document: string }[];
      expect(nameCardSchema.parse(JSON.parse(row?.document ?? '')).written).toBe(name.slice(0, 60));
      closeDatabase(database);
    },
  );

  it('is old or new, whole, when the process is killed at any statement', () => {
    const statements = ['BEGIN IMMEDIATE', ...statementsOf(MIGRATIONS[1] ?? ''), 'PRAGMA user_version = 2', 'COMMIT'];
    expect(statements.length).toBeGreaterThan(10);
    for (let killedAfter = 1; killedAfter <= statements.length; killedAfter += 1) {
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
      makeFirstVersion();
      const { signal, stderr } = runKilled(file, key, statements.slice(0, killedAfter));
      expect([signal, stderr]).toEqual(['SIGKILL', '']);
      expect(formOf()).toBe(killedAfter === statements.length ? 'new' : 'old');
      // And the next opening brings it to the end.
      const database = openDatabase(file, key);
      expect(database.prepare('SELECT count(*) AS count FROM documents').all()).toEqual([{ count: 1 }]);
      expect(database.prepare('SELECT count(*) AS count FROM turns').all()).toEqual([{ count: 2 }]);
      closeDatabase(database);
    }
  }, 120_000);
});

/** What a look without migrating finds. */
function formOf(): 'old' | 'new' | 'between' {
  const database = new Database(file, encrypted);
  const names = (database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const columns = (database.prepare("SELECT name FROM pragma_table_info('turns')").all() as { name: string }[]).map(({ name }) => name);
  const version = (database.prepare('PRAGMA user_version').all() as { user_version: number }[])[0]?.user_version;
  database.close();
  const signs = [names.includes('documents'), !names.includes('facts'), columns.includes('notes'), version === 2];
  if (signs.every(Boolean)) return 'new';
  return signs.some(Boolean) ? 'between' : 'old';
}
