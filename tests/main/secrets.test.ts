import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Keyring, openDataKey, openKeyring, type SafeStorageLike } from '../../electron/main/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, String(files), 'data-key.safe');
};

/** A keyring that turns bytes round; `password` stands for the secret it holds. */
function keyring(password = 7, backend = 'gnome_libsecret'): Keyring {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ password));
  return {
    backend,
    encrypt: async (text) => turn(Buffer.from(text)),
    decrypt: async (bytes) => ({ text: turn(bytes).toString(), isStale: false }),
  };
}

describe('the keyring', () => {
  const sync = (backend: string, available = true): SafeStorageLike => ({
    isEncryptionAvailable: () => available,
    encryptString: (text) => Buffer.from(`sync:${text}`),
    decryptString: (bytes) => bytes.toString().slice(5),
    getSelectedStorageBackend: () => backend,
  });

  it.each(['basic_text', 'unknown'])('is none when Linux offers only %s, even if it says it can encrypt', async (backend) => {
    expect(await openKeyring(sync(backend), 'linux')).toBeNull();
  });

  it('is none when it is not available', async () => {
    expect(await openKeyring(sync('gnome_libsecret', false), 'linux')).toBeNull();
  });

  it('speaks the old calls and, where there are any, the new ones', async () => {
    const old = await openKeyring(sync('kwallet6'), 'linux');
    expect((await old?.encrypt('x'))?.toString()).toBe('sync:x');
    const storage: SafeStorageLike = {
      ...sync('kwallet6'),
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (text) => Buffer.from(`async:${text}`),
      decryptStringAsync: async () => ({ result: 'x', shouldReEncrypt: true }),
    };
    const current = await openKeyring(storage, 'linux');
    expect((await current?.encrypt('x'))?.toString()).toBe('async:x');
    expect(await current?.decrypt(Buffer.alloc(0))).toEqual({ text: 'x', isStale: true });
  });
});

describe('the data key', () => {
  it('is made once, wrapped, and unwrapped again', async () => {
    const file = newFile();
    const first = await openDataKey(file, keyring());
    const second = await openDataKey(file, keyring());
    expect(first).toMatchObject({ origin: 'keyring', problem: null, key: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(second).toEqual(first);
    expect(readFileSync(file, 'utf8')).not.toContain(first.key);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('lives in memory only where there is no keyring', async () => {
    const file = newFile();
    const [first, second] = [await openDataKey(file, null), await openDataKey(file, null)];
    expect(first).toMatchObject({ origin: 'session', problem: null });
    expect(first.key).not.toBe(second.key);
    expect(() => statSync(file)).toThrow();
  });

  it.each([
    ['another password', keyring(9)],
    ['another keyring', keyring(7, 'kwallet6')],
    ['no keyring', null],
    ['a keyring that fails', { ...keyring(), decrypt: () => Promise.reject(new Error('locked')) }],
  ])('keeps the file and explains when it meets %s', async (_name, other) => {
    const file = newFile();
    await openDataKey(file, keyring());
    const before = readFileSync(file);
    const key = await openDataKey(file, other);
    expect(key).toMatchObject({
      origin: 'session',
      problem: { id: 'key-locked', whatToDo: expect.stringContaining('Nothing was deleted') },
    });
    expect(readFileSync(file)).toEqual(before);
  });

  it('survives a hundred kinds of damage to the file without touching it', async () => {
    const file = newFile();
    await openDataKey(file, keyring());
    const whole = readFileSync(file);
    for (let at = 0; at < 100; at += 1) {
      const damaged = Buffer.from(whole.subarray(0, Math.max(0, whole.length - at - 1)));
      writeFileSync(file, damaged);
      expect(await openDataKey(file, keyring())).toMatchObject({ origin: 'session', problem: { id: 'key-locked' } });
      expect(readFileSync(file)).toEqual(damaged);
    }
  });

  it('does not trust a keyring that loses what it was given', async () => {
    const forgetful: Keyring = { ...keyring(), decrypt: async () => ({ text: 'f'.repeat(64), isStale: false }) };
    expect(await openDataKey(newFile(), forgetful)).toMatchObject({ origin: 'session', problem: { id: 'key-locked' } });
  });

  it('says so when the key cannot be saved', async () => {
    const notAFolder = join(folder, 'plain');
    writeFileSync(notAFolder, '');
    expect(await openDataKey(join(notAFolder, 'data-key.safe'), keyring())).toMatchObject({
      origin: 'session',
      problem: { id: 'key-not-saved' },
    });
  });
});
