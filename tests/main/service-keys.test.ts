import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logLine } from '../../electron/diagnostics/log.ts';
import type { DataKey } from '../../electron/main/secrets.ts';
import { ServiceKeys } from '../../electron/main/service-keys.ts';

const CANARY = 'sk-proj-CANARYkq7Zt3wXv9Lm2Rb8';
const keyring: DataKey = { key: 'ab'.repeat(32), origin: 'keyring', problem: null };
const session: DataKey = { key: 'cd'.repeat(32), origin: 'session', problem: null };
const passphrase: DataKey = { ...session, origin: 'passphrase' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-keys-'));
  file = join(folder, 'service-keys.safe');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything in the folder, as it stands and in the writings a key could hide in. */
function onDisk(): string {
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  const decoded = bytes.toString('utf8').replaceAll(/[A-Za-z0-9+/=]{16,}/g, (run) => Buffer.from(run, 'base64').toString('latin1'));
  return [bytes.toString('latin1'), bytes.toString('utf16le'), decoded].join('\n');
}

describe('keys of services', () => {
  it('are kept under the key of the profile, and open again', () => {
    const keys = new ServiceKeys(file);
    expect(keys.unlock(keyring)).toBeNull();
    keys.set('openai', ` ${CANARY}\n`);
    const again = new ServiceKeys(file);
    expect(again.unlock(keyring)).toBeNull();
    expect(again.all).toEqual({ openai: CANARY });
  });

  it('are shown by their last four letters, and short ones not at all', () => {
    const keys = new ServiceKeys(file);
    keys.unlock(keyring);
    keys.set('openai', CANARY);
    keys.set('own', 'secret');
    expect(keys.masked()).toEqual([
      { service: 'openai', lastFour: '2Rb8', kept: 'keyring' },
      { service: 'own', lastFour: '', kept: 'keyring' },
    ]);
    expect(JSON.stringify(keys.masked())).not.toContain(CANARY.slice(0, 12));
  });

  it.each([8, CANARY.length])('leave no %i letters of themselves on the disk', (length) => {
    const keys = new ServiceKeys(file);
    keys.unlock(keyring);
    keys.set('openai', CANARY);
    const found = onDisk();
    for (const start of [0, 6, CANARY.length - length]) {
      const part = CANARY.slice(start, start + length);
      for (const writing of [part, Buffer.from(part).toString('hex'), Buffer.from(part).toString('base64').replace(/=+$/, '')])
        expect(found).not.toContain(writing);
    }
  });

  it('live in memory only where nothing guards them, and are sealed when a passphrase is chosen', () => {
    const keys = new ServiceKeys(file);
    keys.unlock(session);
    keys.set('xai', CANARY);
    expect(readdirSync(folder)).toEqual([]);
    expect(keys.masked()).toMatchObject([{ kept: 'run' }]);
    keys.unlock(passphrase);
    expect(keys.masked()).toMatchObject([{ kept: 'passphrase' }]);
    const again = new ServiceKeys(file);
    again.unlock(passphrase);
    expect(again.all).toEqual({ xai: CANARY });
  });

  it('cannot be opened with another key, and the file is not touched', () => {
    const keys = new ServiceKeys(file);
    keys.unlock(keyring);
    keys.set('openai', CANARY);
    const before = readFileSync(file);
    const stranger = new ServiceKeys(file);
    expect(stranger.unlock({ ...keyring, key: 'ef'.repeat(32) })?.id).toBe('service-keys-damaged');
    expect(stranger.all).toEqual({});
    expect(readFileSync(file)).toEqual(before);
  });

  it('survive no flipped byte unnoticed', () => {
    const keys = new ServiceKeys(file);
    keys.unlock(keyring);
    keys.set('openai', CANARY);
    const { sealed, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as { sealed: string };
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(file, JSON.stringify({ ...rest, sealed: flipped.toString('base64') }));
      expect(new ServiceKeys(file).unlock(keyring)?.id).toBe('service-keys-damaged');
    }
  });

  it('are gone from the disk when the last one is removed', () => {
    const keys = new ServiceKeys(file);
    keys.unlock(keyring);
    keys.set('openai', CANARY);
    keys.remove('openai');
    expect(existsSync(file)).toBe(false);
    expect(keys.masked()).toEqual([]);
  });

  it.each(['', '   ', 'two words', 'schlüssel', 'a\nb'])('are refused when they cannot be one: %j', (key) => {
    const keys = new ServiceKeys(file);
    keys.unlock(keyring);
    expect(() => keys.set('openai', key)).toThrow('That is no key');
    expect(keys.all).toEqual({});
  });

  it.each([CANARY, 'xai-CANARYkq7Zt3wXv9Lm2Rb8', 'AIzaCANARYkq7Zt3wXv9Lm2Rb8abcdefghij'])('are withheld from the log: %s', (key) => {
    expect(logLine('engine', { key, nested: `Bearer ${key}` })).not.toContain(key.slice(0, 8));
  });
});
