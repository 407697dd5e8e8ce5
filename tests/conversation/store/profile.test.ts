import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../../electron/conversation/store/database-file.ts';
import { openProfile, type Profile } from '../../../electron/conversation/store/open-profile.ts';
import { nameCardSchema } from '../../../electron/ipc/memory-schema.ts';
import { begin, nameCard } from './said.ts';

let folder: string;
const opened: Profile[] = [];
const key = randomBytes(32).toString('hex');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
});
afterEach(async () => {
  for (const profile of opened.splice(0)) await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(keyOrigin: 'keyring' | 'session' | 'passphrase' = 'keyring', dataKey = key, at = folder): Promise<Profile> {
  const profile = await openProfile({ profileFolder: at, dataKey, keyOrigin });
  opened.push(profile);
  return profile;
}

async function close(profile: Profile): Promise<void> {
  opened.splice(opened.indexOf(profile), 1);
  await profile.close();
}

const everyByte = () =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name))] : [],
    ),
  );

describe('a kept profile', () => {
  it('holds turns, documents and conversations over closing', async () => {
    const first = await open();
    const id = begin(first, 'Where is my umbrella?', 'In the hall.');
    first.store.documents.put('name-card', 'me', nameCard('Anna'), 'Anna');
    await close(first);
    const second = await open();
    expect(second.store.readTurns(id).map(({ text }) => text)).toEqual(['Where is my umbrella?', 'In the hall.']);
    expect(second.store.listConversations({ limit: 10 })).toMatchObject([
      { id, title: 'Where is my umbrella?', turnCount: 2, excerpt: null },
    ]);
    expect(second.store.documents.list('name-card').map((card) => nameCardSchema.parse(card).written)).toEqual(['Anna']);
    expect([second.keeping, second.problems]).toEqual(['kept', []]);
  });

  it('finds words by their beginning and without their accents', async () => {
    const profile = await open();
    begin(profile, 'Nothing of interest.');
    const id = begin(profile, 'We met at the café near the umbrella shop.');
    expect(profile.store.listConversations({ query: 'umbr cafe', limit: 10 })).toMatchObject([
      { id, excerpt: expect.stringContaining('«café»') },
    ]);
    expect(profile.store.listConversations({ query: 'zebra', limit: 10 })).toEqual([]);
    expect(profile.store.listConversations({ query: '" OR (', limit: 10 })).toEqual([]);
  });

  it('does not show conversations in which nothing was said', async () => {
    const profile = await open();
    begin(profile);
    expect(profile.store.listConversations({ limit: 10 })).toEqual([]);
  });

  it('is ciphertext on the disk', async () => {
    const profile = await open();
    begin(profile, 'canary-in-the-coal-mine');
    expect(everyByte().includes('canary-in-the')).toBe(false);
    expect(everyByte().includes('SQLite format')).toBe(false);
  });

  it('cannot be opened a second time', async () => {
    await open();
    await expect(open()).rejects.toMatchObject({ problem: { id: 'profile-in-use' } });
  });

  it('keeps a database it cannot read, begins a new one and says so', async () => {
    const first = await open();
    begin(first, 'Old words.');
    await close(first);
    const other = await open('keyring', randomBytes(32).toString('hex'));
    expect(other.problems).toMatchObject([{ id: 'history-damaged' }]);
    expect(readdirSync(folder).some((name) => name.startsWith('parley-damaged-'))).toBe(true);
    begin(other, 'New words.');
  });

  it.each([0, 1, 100, 4096, 5000])('survives a file cut to %i bytes', async (length) => {
    const first = await open();
    begin(first, 'Some words.', 'Some more.');
    await close(first);
    // A copy: the driver keeps a closed file's locks within this process.
    for (const name of readdirSync(folder)) cpSync(join(folder, name), join(folder, 'copy', name), { recursive: true });
    truncateSync(join(folder, 'copy', 'parley.db'), length);
    const second = await open('keyring', key, join(folder, 'copy'));
    begin(second, 'Going on.');
    expect(second.store.listConversations({ query: 'going', limit: 5 })).toHaveLength(1);
  });

  it('says how many turns the disk lost', async () => {
    const first = await open();
    begin(first, 'One.', 'Two.');
    await close(first);
    writeFileSync(join(folder, 'parley.turns'), '000000000005');
    const second = await open();
    expect(second.problems).toMatchObject([
      { id: 'turns-missing', message: 'The last 3 turns are missing from the history: the disk lost them.' },
    ]);
  });

  it('opens nothing and deletes nothing of a newer version', async () => {
    await close(await open());
    const database = openDatabase(join(folder, 'parley.db'), key);
    database.exec('PRAGMA user_version = 99');
    closeDatabase(database);
    await expect(open()).rejects.toMatchObject({ problem: { id: 'profile-too-new' } });
    expect(existsSync(join(folder, 'parley.db'))).toBe(true);
  });
});

describe('a run without a keyring', () => {
  it('leaves nothing behind', async () => {
    const profile = await open('session');
    begin(profile, 'fleeting words');
    expect(profile.keeping).toBe('session');
    await close(profile);
    expect(existsSync(join(folder, 'session.db'))).toBe(false);
  });

  it('goes on after the process died, with the same key', async () => {
    const first = await open('session');
    const id = begin(first, 'before the crash');
    first.store.close();
    opened.splice(0);
    // What a killed process leaves: the database, and a lock whose owner is gone.
    writeFileSync(join(folder, 'profile.lock'), '999999999 1');
    const second = await open('session');
    expect(second.store.readTurns(id)).toHaveLength(1);
  });

  it('keeps everything from the moment a passphrase is chosen, and opens with it the next time', async () => {
    const first = await open('session');
    const id = begin(first, 'keep me');
    first.store.documents.put('name-card', 'me', nameCard('Anna'), 'Anna');
    const dataKey = await first.enterPassphrase('correct horse battery');
    begin(first, 'and me');
    expect([first.keeping, dataKey]).toEqual(['kept', key]);
    await close(first);

    const second = await open('session', randomBytes(32).toString('hex'));
    expect(second.keeping).toBe('locked');
    begin(second, 'said while locked');
    second.store.documents.put('name-card', 'me', nameCard('Hannah'), 'Hannah');
    second.store.documents.put('name-card', 'sister', nameCard('Maria', 'person'), 'Maria');
    await expect(second.enterPassphrase('wrong horse battery')).rejects.toMatchObject({ problem: { id: 'wrong-passphrase' } });
    expect(await second.enterPassphrase('correct horse battery')).toBe(key);
    expect(second.store.readTurns(id)).toHaveLength(1);
    expect(second.store.listConversations({ limit: 9 })).toHaveLength(3);
    expect(second.store.listConversations({ query: 'locked', limit: 9 })).toHaveLength(1);
    // What was said last counts.
    expect(second.store.documents.list('name-card')).toEqual([nameCard('Hannah'), nameCard('Maria', 'person')]);
    expect(second.store.documents.find('name-card', 'maria', 5)).toEqual([nameCard('Maria', 'person')]);
    expect(second.store.documents.find('name-card', 'anna', 5)).toEqual([]);
    await close(second);
    expect((await open()).problems).toEqual([]);
  });
});

it('goes on without saving where the folder cannot be written', async () => {
  // A folder below a file cannot be made, not even by root.
  writeFileSync(join(folder, 'file'), '');
  const profile = await open('keyring', key, join(folder, 'file', 'profile'));
  begin(profile, 'still talking');
  expect(profile.keeping).toBe('read-only');
  expect(profile.problems[0]?.message).toContain('cannot be written');
});

describe('the audio spool', () => {
  const samples = Float32Array.from({ length: 512 }, (_, index) => Math.sin(index / 10) / 2);
  const spoken = async (profile: Profile) => {
    const file = profile.spool.open(randomUUID(), randomUUID());
    for (let frame = 0; frame < 10; frame++) file.append(samples);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return file;
  };

  it('holds the audio until its words are committed', async () => {
    const profile = await open();
    const file = await spoken(profile);
    expect(readdirSync(join(folder, 'spool'))).toHaveLength(1);
    await file.commit();
    expect(readdirSync(join(folder, 'spool'))).toEqual([]);
  });

  it('gives back what a crash left, to the sample', async () => {
    const first = await open();
    await spoken(first);
    await close(first);
    const second = await open();
    const [orphan] = await second.spool.recover();
    expect(orphan?.samples).toHaveLength(5120);
    expect(
      Math.max(
        ...(orphan?.samples ?? new Float32Array()).subarray(0, 512).map((sample, index) => Math.abs(sample - (samples[index] ?? 0))),
      ),
    ).toBeLessThan(1e-4);
    orphan?.forgetAudio();
  });

  it('does not take the running utterance for an orphan, nor audio of another key', async () => {
    const other = await open('keyring', randomBytes(32).toString('hex'));
    await spoken(other);
    await close(other);
    rmSync(join(folder, 'parley.db'));
    const profile = await open();
    const file = await spoken(profile);
    expect(await profile.spool.recover()).toEqual([]);
    await file.commit();
  });
});
