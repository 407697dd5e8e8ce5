import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openProfile } from '../../electron/conversation/store/open-profile.ts';
import type { Problem } from '../../electron/ipc/derive-ipc.ts';
import type { Settings } from '../../electron/ipc/window-schema.ts';
import { ProfileDesk } from '../../electron/main/profile-desk.ts';
import type { Keyring } from '../../electron/main/secrets.ts';
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
