import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runMemory } from '../../electron/command-line/memory.ts';
import { openProfile } from '../../electron/conversation/store/open-profile.ts';
import { everyByte, tracesOf } from '../conversation/store/decrypted-bytes.ts';
import { begin, fact, nameCard } from '../conversation/store/said.ts';
import { commandOutput } from './command-output.ts';

const PASSPHRASE = 'correct horse battery';
let folder: string;
let dataKey: string;
const elsewhere = mkdtempSync(join(tmpdir(), 'parley-memory-files-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

async function run(...args: string[]) {
  const { io, out, err } = commandOutput();
  const code = await runMemory([...args, '--profile', folder], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A profile with a conversation, two facts, a card, a broken document, and the passphrase. */
async function makeProfile(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'parley-memory-'));
  const profile = await openProfile({ profileFolder: folder, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'session' });
  const conversation = begin(profile, 'I live in Zanzibarville, by the way.', 'My quokkaphone is blue.', 'Hello.');
  const [home, colour] = profile.store.readTurns(conversation);
  const { documents } = profile.store;
  documents.put(
    'fact',
    'home',
    fact('I live in Zanzibarville', { id: 'home', kind: 'place', sourceTurnId: home?.id ?? null }),
    'zanzibarville',
  );
  const phone = fact('I have a blue quokkaphone', { id: 'phone', sourceTurnId: colour?.id ?? null, at: '2026-04-01T00:00:00.000Z' });
  documents.put('fact', 'phone', phone, 'quokkaphone');
  const change = {
    id: 'note',
    turnId: colour?.id,
    cards: [],
    facts: [{ id: 'phone', before: fact('I have a red quokkaphone') }],
    turns: [],
  };
  documents.put('memory-change', 'note', change, '');
  documents.put('fact', 'broken', { id: 'broken', of: 'another version' }, '');
  documents.put('name-card', 'igor', nameCard('Igor'), 'Igor');
  dataKey = await profile.enterPassphrase(PASSPHRASE);
  await profile.close();
}

beforeEach(() => void vi.stubEnv('PARLEY_PASSPHRASE', PASSPHRASE));
afterEach(() => void vi.unstubAllEnvs());

describe('parley memory', () => {
  beforeAll(async () => {
    await makeProfile();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lists facts and names, newest first, and tells what it cannot read', async () => {
    const { code, out, err } = await run('list');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'phone  about       2026-04-01  I have a blue quokkaphone',
      'home  place       2026-03-02  I live in Zanzibarville',
      'igor  name (me)   2026-03-02  Igor',
    ]);
    expect(err).toBe('One entry cannot be read by this version and is passed over.');
    expect(JSON.parse((await run('list', '--json')).out)).toMatchObject({
      facts: [{ id: 'phone' }, { id: 'home' }],
      nameCards: [{ id: 'igor' }],
    });
  });

  it('exports what it can import again into another profile', async () => {
    const file = join(elsewhere, 'memory.json');
    expect((await run('export', '--out', file)).err).toContain(`2 facts and 1 name cards are in ${file}, not encrypted.`);
    expect((await run('export', '--format', 'markdown')).out).toContain('- I live in Zanzibarville (2026-03-02)');
    const first = folder;
    folder = join(elsewhere, 'other');
    expect(await run('import', file)).toMatchObject({ code: 0, out: '3 entries were taken.' });
    expect(await run('import', file)).toMatchObject({ code: 0, out: '0 entries were taken; 3 were known as they are, or newer.' });
    expect(JSON.parse((await run('export')).out)).toMatchObject({ facts: JSON.parse(readFileSync(file, 'utf8')).facts });
    folder = first;
  });

  it('never lets an import take the place of something else', async () => {
    const file = join(elsewhere, 'evil.json');
    const evil = { format: 'parley-memory', version: 1, facts: [fact('Evil', { id: 'igor', at: '2099-01-01T00:00:00.000Z' })] };
    writeFileSync(file, JSON.stringify(evil));
    expect(await run('import', file, '--json')).toMatchObject({ out: '{"taken":0,"known":1,"problems":[]}' });
    expect((await run('list')).out).toContain('Igor');
  });

  it('forgets a fact with its undo and its words, in every byte', async () => {
    expect(tracesOf(['quokkaphone', 'zanzibarville'], everyByte(folder, dataKey)).length).toBeGreaterThan(0);
    expect(await run('forget', 'phone')).toMatchObject({ code: 0, out: 'Forgotten for good, also in one turn.' });
    expect(await run('forget', 'home', '--json')).toMatchObject({ code: 0, out: '{"forgotten":"home","turnsChanged":1}' });
    expect(tracesOf(['quokkaphone', 'zanzibarville', 'Zanzibarville'], everyByte(folder, dataKey))).toEqual([]);
    const profile = await openProfile({ profileFolder: folder, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'session' });
    await profile.enterPassphrase(PASSPHRASE);
    const [conversation] = profile.store.listConversations({ limit: 1 });
    expect(profile.store.readTurns(conversation?.id ?? '').map(({ text }) => text)).toEqual([
      '[forgotten], by the way.',
      '[forgotten]',
      'Hello.',
    ]);
    await profile.close();
  });

  it.each<[string[], RegExp]>([
    [['forget'], /Name one entry by its id/],
    [['forget', 'nobody'], /There is no entry nobody/],
    [['export', '--format', 'xml'], /no format "xml"; it is json or markdown/],
    [['import'], /Name the file/],
    [['import', '/nowhere/file'], /\/nowhere\/file cannot be read \(ENOENT\)/],
    [['import', '/etc/hostname'], /not JSON/],
    [['dance'], /no "memory dance"; it is one of list, forget, export, import/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
  });
});

describe('a profile that cannot be opened', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-memory-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is not made by looking into it', async () => {
    expect(await run('list')).toMatchObject({
      code: 1,
      err: `There is no profile with a passphrase at ${folder}. Name one with --profile DIR.`,
    });
    expect(existsSync(join(folder, 'parley.db'))).toBe(false);
  });

  it('says so when only the application can ask for its key', async () => {
    writeFileSync(join(folder, 'data-key.safe'), '');
    expect((await run('list')).err).toMatch(/is locked by this system's keyring, which only the application can ask/);
  });

  it('asks for the passphrase, and says when it is wrong', async () => {
    writeFileSync(join(folder, 'passphrase-key.json'), '');
    expect((await run('list')).err).toMatch(/key file .* is damaged/);
    vi.stubEnv('PARLEY_PASSPHRASE', undefined);
    expect((await run('list')).err).toMatch(/is opened by its passphrase. Set PARLEY_PASSPHRASE/);
  });
});
