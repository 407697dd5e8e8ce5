import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ProblemError } from '../../ipc/derive-ipc.ts';

/** About a third of a second and 128 MiB on one core: dear to guess, cheap to enter once a day (RFC 7914). */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const keyFileSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('scrypt-aes-256-gcm'),
  n: z.literal(COST.N),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: hex(16),
  nonce: hex(12),
  wrapped: hex(32),
  tag: hex(16),
});

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** Writes the data key wrapped by a passphrase; the file is there whole or not at all. @param dataKey 64 hex digits */
export async function wrapKey(path: string, dataKey: string, passphrase: string): Promise<void> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase.normalize('NFKC'), salt, 32, COST), nonce);
  const wrapped = Buffer.concat([cipher.update(Buffer.from(dataKey, 'hex')), cipher.final()]);
  const file: z.output<typeof keyFileSchema> = {
    version: 1,
    kind: 'scrypt-aes-256-gcm',
    n: COST.N,
    r: COST.r,
    p: COST.p,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    wrapped: wrapped.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
  const part = `${path}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(file));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
}

/** @returns the data key, 64 hex digits @throws ProblemError 'wrong-passphrase' | 'key-file-damaged' */
export async function unwrapKey(path: string, passphrase: string): Promise<string> {
  const file = keyFileSchema.safeParse(await readJson(path));
  if (!file.success) {
    throw new ProblemError({
      id: 'key-file-damaged',
      message: `The key file ${path} is damaged, so the history cannot be opened.`,
      whatToDo: 'Put back a copy of it if you have one; nothing was deleted.',
    });
  }
  const { salt, nonce, wrapped, tag } = file.data;
  const key = await derive(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, COST);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex')).setAuthTag(Buffer.from(tag, 'hex'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrapped, 'hex')), decipher.final()]).toString('hex');
  } catch (cause) {
    const problem = {
      id: 'wrong-passphrase',
      message: 'That is not the passphrase of this profile.',
      whatToDo: 'Try again; look at capital letters and the keyboard layout.',
    };
    throw new ProblemError(problem, { cause });
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
