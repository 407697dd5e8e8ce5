import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../ipc/derive-ipc.ts';
import { ProblemError } from '../ipc/derive-ipc.ts';
import { type EngineKeys, engineKeysSchema, type MaskedKey } from '../ipc/engine-schema.ts';
import type { DataKey } from './secrets.ts';

const fileSchema = z.strictObject({ version: z.literal(1), nonce: z.base64(), sealed: z.base64(), tag: z.base64() });
const TAG_BYTES = 16;
/** Shorter ones are no keys, and four letters of them would be half of it. */
const SHORTEST_SHOWN = 12;

/**
 * The keys of services, sealed in `service-keys.safe` with a key that is derived from the profile's own: whatever guards
 * the conversations (the system's keyring, or a passphrase) guards them. Where neither does yet they live in memory only,
 * and are sealed when a passphrase is chosen. Keys go to the conversation process and nowhere else.
 */
export class ServiceKeys {
  readonly #file: string;
  #dataKey: DataKey | null = null;
  #keys: EngineKeys = {};

  constructor(file: string) {
    this.#file = file;
  }

  /** For the conversation process only. */
  get all(): EngineKeys {
    return this.#keys;
  }

  /** The profile's key is known now. @returns why sealed keys could not be opened; the file stays as it is */
  unlock(dataKey: DataKey): Problem | null {
    this.#dataKey = dataKey;
    if (dataKey.origin === 'session') return null;
    try {
      // What was entered before the passphrase is newer than what the file holds.
      this.#keys = { ...this.#read(dataKey.key), ...this.#keys };
    } catch {
      return {
        id: 'service-keys-damaged',
        message: `The keys of your services cannot be read from ${this.#file}.`,
        whatToDo: 'Enter them again in Settings, under Engines.',
      };
    }
    if (Object.keys(this.#keys).length > 0) this.#save();
    return null;
  }

  /** What a page may know. */
  masked(): MaskedKey[] {
    const kept = this.#kept();
    return Object.entries(this.#keys).map(([service, key]) => ({
      service,
      lastFour: key.length < SHORTEST_SHOWN ? '' : key.slice(-4),
      kept,
    }));
  }

  /** @throws ProblemError when it cannot be saved; it holds until Parley quits */
  set(service: string, key: string): void {
    this.#keys = { ...this.#keys, [service]: cleaned(key) };
    this.#save();
  }

  remove(service: string): void {
    this.#keys = Object.fromEntries(Object.entries(this.#keys).filter(([name]) => name !== service));
    this.#save();
  }

  #kept(): MaskedKey['kept'] {
    const origin = this.#dataKey?.origin ?? 'session';
    return origin === 'session' ? 'run' : origin;
  }

  #read(dataKey: string): EngineKeys {
    if (!existsSync(this.#file)) return {};
    const { nonce, sealed, tag } = fileSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    const opener = createDecipheriv('aes-256-gcm', sealingKey(dataKey), Buffer.from(nonce, 'base64'), { authTagLength: TAG_BYTES });
    opener.setAuthTag(Buffer.from(tag, 'base64'));
    const text = Buffer.concat([opener.update(Buffer.from(sealed, 'base64')), opener.final()]).toString('utf8');
    return engineKeysSchema.parse(JSON.parse(text));
  }

  #save(): void {
    if (this.#dataKey === null || this.#dataKey.origin === 'session') return;
    try {
      if (Object.keys(this.#keys).length === 0) {
        rmSync(this.#file, { force: true });
        return;
      }
      const nonce = randomBytes(12);
      const sealer = createCipheriv('aes-256-gcm', sealingKey(this.#dataKey.key), nonce, { authTagLength: TAG_BYTES });
      const sealed = Buffer.concat([sealer.update(JSON.stringify(this.#keys), 'utf8'), sealer.final()]);
      const file = {
        version: 1,
        nonce: nonce.toString('base64'),
        sealed: sealed.toString('base64'),
        tag: sealer.getAuthTag().toString('base64'),
      };
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(`${this.#file}.new`, JSON.stringify(file), { mode: 0o600, flush: true });
      renameSync(`${this.#file}.new`, this.#file);
    } catch (failure) {
      const code = (failure as NodeJS.ErrnoException | null)?.code ?? 'unknown';
      throw new ProblemError({
        id: 'service-key-not-saved',
        message: `The key cannot be saved at ${dirname(this.#file)} (${code}); it holds until you quit Parley.`,
        whatToDo: 'Make room there and make the folder writable, then enter it again.',
      });
    }
  }
}

/** Of its own, so that nothing sealed here can be taken for something of the store's. @param dataKey 64 hex digits */
function sealingKey(dataKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'hex'), new Uint8Array(), 'parley service keys', 32));
}

/** People paste keys with blanks and line ends around them. @throws ProblemError for what no header can carry */
function cleaned(key: string): string {
  const trimmed = key.trim();
  if (trimmed !== '' && /^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new ProblemError({
    id: 'no-key',
    message: 'That is no key: it is empty, or holds blanks or letters that keys do not have.',
    whatToDo: 'Copy it once more from the page of the service.',
  });
}
