import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProfile } from '../../electron/conversation/store/open-profile.ts';
import type { Problem } from '../../electron/ipc/derive-ipc.ts';
import type { Settings } from '../../electron/ipc/window-schema.ts';
import { ProfileDesk } from '../../electron/main/profile-desk.ts';
import type { Keyring } from '../../electron/main/secrets.ts';
import { everyByte, tracesOf } from '../conversation/store/decrypted-bytes.ts';
import { begin } from '../conversation/store/said.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-desk-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const keyring: Keyring = {
  backend: 'gnome_libsecret',
  encrypt: async (text) => Buffer.from([...text].reverse().join('')),
  decrypt: async (bytes) => ({ text: [...bytes.toString()].reverse().join(''), isStale: false }),
};

/** A desk as main has it, and what it told in order. */
async function open(ring: Keyring | null = keyring) {
  const told: string[] = [];
  const problems: Problem[] = [];
  const settings: Settings[] = [];
  const desk = new ProfileDesk({
    root,
    keyring: () => ring,
    restartConversation: async (between) => {
      told.push('ended');
      await between();
      told.push(`begun in ${desk.files.folder === root ? 'the root' : 'another folder'}`);
    },
    settingsChanged: (changed) => {
      told.push('settings');
      settings.push(changed);
    },
    profilesChanged: ({ currentId }) => told.push(`profiles, ${currentId === 'first' ? 'the first' : 'another'} is open`),
    report: (problem) => problems.push(problem),
  });
  await desk.openKey();
  return { desk, told, problems, settings };
}

const idOf = (desk: ProfileDesk, name: string) => desk.profiles.profiles.find((profile) => profile.name === name)?.id ?? '';

it('opens the profile of earlier versions with its own key, moving nothing', async () => {
  const { desk } = await open();
  expect(desk.files.dataKey).toBe(join(root, 'data-key.safe'));
  const again = await open();
  expect(again.desk.dataKey).toEqual(desk.dataKey);
});

it('adds a profile with the devices of this computer, but with nothing of the person', async () => {
  const { desk, told } = await open();
  desk.settings.change({ microphoneId: 'usb', appearance: 'dark', welcomed: true, personaId: 'winston', screenshotProtection: true });
  desk.add('Anna');
  expect(told.at(-1)).toBe('profiles, the first is open');
  await desk.switchTo(idOf(desk, 'Anna'));
  expect(desk.settings.current).toMatchObject({ microphoneId: 'usb', appearance: 'dark', welcomed: false, personaId: 'nova' });
  expect(desk.settings.current.screenshotProtection).toBe(false);
});

it('switches: the conversation ends, folder, key and settings change, then another begins', async () => {
  const { desk, told, settings } = await open();
  desk.add('Anna');
  const firstKey = desk.dataKey?.key;
  told.length = 0;
  await desk.switchTo(idOf(desk, 'Anna'));
  expect(told).toEqual(['ended', 'settings', 'profiles, another is open', 'begun in another folder']);
  expect(desk.dataKey?.origin).toBe('keyring');
  expect(desk.dataKey?.key).not.toBe(firstKey);
  // From now on changes are Anna's.
  desk.settings.change({ volume: 0.25 });
  expect(settings.at(-1)?.volume).toBe(0.25);
  await desk.switchTo('first');
  expect([desk.dataKey?.key, desk.settings.current.volume]).toEqual([firstKey, 1]);
  told.length = 0;
  await desk.switchTo('first');
  expect(told).toEqual([]);
});

it('does one switch at a time, and goes on after one that failed', async () => {
  const { desk, told } = await open();
  desk.add('Anna');
  told.length = 0;
  const outcomes = await Promise.allSettled([desk.switchTo(idOf(desk, 'Anna')), desk.switchTo('nobody'), desk.switchTo('first')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told.filter((line) => line.startsWith('begun'))).toEqual(['begun in another folder', 'begun in the root']);
});

it('keeps two people apart: neither finds a word of the other, nor opens the other with their key', async () => {
  const { desk } = await open();
  desk.add('Anna');
  const talk = async (words: string) => {
    const profile = await openProfile({ profileFolder: desk.files.folder, dataKey: desk.dataKey?.key ?? '', keyOrigin: 'keyring' });
    begin(profile, words);
    const found = profile.store.listConversations({ limit: 9 }).map(({ title }) => title);
    await profile.close();
    return found;
  };
  expect(await talk('The secret of the first')).toEqual(['The secret of the first']);
  const firstKey = desk.dataKey?.key ?? '';
  await desk.switchTo(idOf(desk, 'Anna'));
  expect(await talk('What Anna said')).toEqual(['What Anna said']);
  const wrong = await openProfile({ profileFolder: desk.files.folder, dataKey: firstKey, keyOrigin: 'keyring' });
  expect(wrong.problems).toMatchObject([{ id: 'history-damaged' }]);
  await wrong.close();
});

it('locks a profile again that a passphrase opened', async () => {
  const { desk } = await open(null);
  desk.unlocked('a'.repeat(64));
  expect(desk.dataKey).toMatchObject({ origin: 'passphrase', key: 'a'.repeat(64) });
  desk.add('Anna');
  await desk.switchTo(idOf(desk, 'Anna'));
  await desk.switchTo('first');
  expect(desk.dataKey?.origin).toBe('session');
});

it('removes a profile with its key, and is asked by spoken names', async () => {
  const { desk } = await open();
  desk.add('Anna');
  const anna = idOf(desk, 'Anna');
  await desk.switchTo(anna);
  const { folder, dataKey } = desk.files;
  writeFileSync(join(folder, 'parley.db'), '');
  expect([desk.asked("Anna's"), desk.asked('me'), desk.asked('Ben')]).toEqual([null, 'first', null]);
  expect(existsSync(dataKey)).toBe(true);
  expect(() => desk.remove(anna)).toThrow('is open now');
  await desk.switchTo('first');
  desk.remove(anna);
  expect([existsSync(folder), desk.profiles.profiles.length]).toEqual([false, 1]);
  expect(readFileSync(join(root, 'profiles.json'), 'utf8')).not.toContain('Anna');
});

describe('delete everything', () => {
  const openOf = (folder: string, dataKey: string) => openProfile({ profileFolder: folder, dataKey, keyOrigin: 'keyring' });

  /** A profile with something in every file, and a copy of its bytes as a thief or a backup has them. */
  async function lived(ring: Keyring | null = keyring) {
    const { desk, told } = await open(ring);
    desk.settings.change({ volume: 0.25 });
    const word = Array.from(randomBytes(24), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
    const profile = await openOf(root, desk.dataKey?.key ?? '');
    begin(profile, `The secret is ${word}`);
    await profile.close();
    writeFileSync(join(root, 'parley-damaged-2026-03-02.db'), 'an earlier history');
    writeFileSync(join(root, 'passphrase-key.json'), 'an earlier key');
    mkdirSync(join(root, 'spool'), { recursive: true });
    writeFileSync(join(root, 'spool', 'audio'), word);
    const stolen = mkdtempSync(join(tmpdir(), 'parley-stolen-'));
    cpSync(root, stolen, { recursive: true });
    return { desk, told, word, stolen, oldKey: desk.dataKey?.key ?? '', oldWrapped: readFileSync(join(root, 'data-key.safe')) };
  }

  it('destroys the key first, then every byte, and begins anew with another key and the same settings', async () => {
    const { desk, told, word, stolen, oldKey, oldWrapped } = await lived();
    told.length = 0;
    await desk.deleteEverything();
    expect(told).toEqual(['ended', 'begun in the root']);
    expect(readdirSync(root).toSorted()).toEqual(['data-key.safe', 'settings.json']);
    expect(readFileSync(join(root, 'data-key.safe')).equals(oldWrapped)).toBe(false);
    expect(tracesOf([word, oldKey], everyByte(root, desk.dataKey?.key ?? ''))).toEqual([]);
    expect([desk.settings.current.volume, desk.dataKey?.origin]).toEqual([0.25, 'keyring']);
    // The same bytes from a backup: the key that is left opens nothing of them, the old one would have.
    cpSync(join(stolen, 'parley.db'), join(root, 'parley.db'));
    const withWhatRemains = await openOf(root, desk.dataKey?.key ?? '');
    expect(withWhatRemains.problems).toMatchObject([{ id: 'history-damaged' }]);
    expect(withWhatRemains.store.listConversations({ limit: 9 })).toEqual([]);
    await withWhatRemains.close();
    const withTheOldKey = await openOf(stolen, oldKey);
    expect(withTheOldKey.store.listConversations({ limit: 9 })).toMatchObject([{ title: `The secret is ${word}` }]);
    await withTheOldKey.close();
    rmSync(stolen, { recursive: true, force: true });
  });

  it('goes on after a crash right behind the key, before anything else opens the profile', async () => {
    const { word, oldKey, stolen } = await lived();
    rmSync(stolen, { recursive: true, force: true });
    // What the crash leaves: the mark, no key, all the rest.
    writeFileSync(join(root, 'parley.emptying'), '');
    rmSync(join(root, 'data-key.safe'));
    const { desk } = await open();
    expect(readdirSync(root).toSorted()).toEqual(['data-key.safe', 'settings.json']);
    expect(tracesOf([word, oldKey], everyByte(root, desk.dataKey?.key ?? ''))).toEqual([]);
  });

  it('leaves other people alone, and waits for a switch that is under way', async () => {
    const { desk } = await open();
    desk.add('Anna');
    const anna = idOf(desk, 'Anna');
    const [, , firstKey] = await Promise.all([
      desk.switchTo(anna),
      desk.deleteEverything(),
      readFileSync(join(root, 'data-key.safe'), 'utf8'),
    ]);
    expect(desk.profiles.currentId).toBe(anna);
    expect(readFileSync(join(root, 'data-key.safe'), 'utf8')).toBe(firstKey);
  });

  it('without a keyring begins a run whose key nobody keeps', async () => {
    const { desk, stolen } = await lived(keyring);
    rmSync(stolen, { recursive: true, force: true });
    const without = await open(null);
    expect(without.desk.dataKey?.origin).toBe('session');
    await without.desk.deleteEverything();
    expect([without.desk.dataKey?.problem, existsSync(desk.files.dataKey)]).toEqual([null, false]);
  });
});
