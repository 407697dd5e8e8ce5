import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../ipc/derive-ipc.ts';

/** The system's keyring, as both generations of Electron's safeStorage offer it. */
export interface Keyring {
  /** The keyring's name ('gnome_libsecret', 'keychain', 'dpapi'). */
  readonly backend: string;
  encrypt(text: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<{ readonly text: string; readonly isStale: boolean }>;
}

/** What both Electron 33 (no async calls) and 45 offer. */
export interface SafeStorageLike {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  getSelectedStorageBackend?(): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

/** These encrypt with a password everybody knows, which is no encryption. */
const NO_KEYRING: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** The keyring, or null where the system has none worth the name. Call after the app is ready. */
export async function openKeyring(storage: SafeStorageLike, platform: NodeJS.Platform): Promise<Keyring | null> {
  const backend =
    platform === 'darwin' ? 'keychain' : platform === 'win32' ? 'dpapi' : (storage.getSelectedStorageBackend?.() ?? 'unknown');
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = storage;
  if (NO_KEYRING.has(backend)) return null;
  if (isAsyncEncryptionAvailable !== undefined && encryptStringAsync !== undefined && decryptStringAsync !== undefined) {
    if (!(await isAsyncEncryptionAvailable.call(storage))) return null;
    return {
      backend,
      encrypt: (text) => encryptStringAsync.call(storage, text),
      decrypt: async (bytes) => {
        const { result, shouldReEncrypt } = await decryptStringAsync.call(storage, bytes);
        return { text: result, isStale: shouldReEncrypt };
      },
    };
  }
  if (!storage.isEncryptionAvailable()) return null;
  return {
    backend,
    encrypt: async (text) => storage.encryptString(text),
    decrypt: async (bytes) => ({ text: storage.decryptString(bytes), isStale: false }),
  };
}

export interface DataKey {
  /** 32 bytes as hex. */
  readonly key: string;
  /** 'passphrase': unlocked by the user earlier in this run. */
  readonly origin: 'keyring' | 'session' | 'passphrase';
  /** Why the key of earlier runs is not in use; null if all is well or there is no keyring at all. */
  readonly problem: Problem | null;
}

const wrappedKeySchema = z.strictObject({ version: z.literal(1), backend: z.string(), wrapped: z.base64() });
const keySchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The key of the profile's store: unwrapped from `data-key.safe`, or made and wrapped on the first run. Without a
 * keyring it is a fresh key that lives in memory only. A wrapped key that cannot be opened is never overwritten.
 */
export async function openDataKey(file: string, keyring: Keyring | null): Promise<DataKey> {
  if (keyring === null) return sessionKey(existsSync(file) ? lockedKey('this system has no keyring now') : null);
  if (existsSync(file)) return unwrapKey(file, keyring);
  const key = newKey();
  try {
    await wrapKey(file, keyring, key);
    // Trust the keyring only after a round trip.
    const again = await unwrapKey(file, keyring);
    return again.key === key ? again : sessionKey(lockedKey('the keyring did not give back what it was given'));
  } catch {
    return sessionKey({
      id: 'key-not-saved',
      message: `The key to your conversations cannot be saved at ${dirname(file)}, so this conversation will not be kept.`,
      whatToDo: 'Make that folder writable and unlock the keyring, then start Parley again.',
    });
  }
}

async function unwrapKey(file: string, keyring: Keyring): Promise<DataKey> {
  const read = readWrapped(file);
  if (read === null) return sessionKey(lockedKey(`the file ${file} is damaged`));
  if (read.backend !== keyring.backend)
    return sessionKey(lockedKey(`they were locked with ${read.backend}, and the keyring is now ${keyring.backend}`));
  try {
    const { text, isStale } = await keyring.decrypt(Buffer.from(read.wrapped, 'base64'));
    const key = keySchema.parse(text);
    if (isStale) await wrapKey(file, keyring, key).catch(() => undefined);
    return { key, origin: 'keyring', problem: null };
  } catch {
    return sessionKey(lockedKey('the keyring could not unlock their key'));
  }
}

async function wrapKey(file: string, keyring: Keyring, key: string): Promise<void> {
  const wrapped = (await keyring.encrypt(key)).toString('base64');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ version: 1, backend: keyring.backend, wrapped }), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function readWrapped(file: string): z.infer<typeof wrappedKeySchema> | null {
  try {
    return wrappedKeySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function newKey(): string {
  return randomBytes(32).toString('hex');
}

function sessionKey(problem: Problem | null): DataKey {
  return { key: newKey(), origin: 'session', problem };
}

function lockedKey(why: string): Problem {
  return {
    id: 'key-locked',
    message: `Your earlier conversations stay locked, because ${why}.`,
    whatToDo: 'Nothing was deleted. Unlock or restore that keyring and start Parley again.',
  };
}
