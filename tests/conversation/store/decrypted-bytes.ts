import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Database from 'libsql';

/**
 * Every byte of a profile, in the clear: each file as it lies there, and each database once more with its encryption taken
 * off a copy, page by page (free pages and the unused middle of pages, too).
 */
export function everyByte(folder: string, dataKey: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path), readFileSync(path));
    if (entry.name.endsWith('.db')) files.set(`${relative(folder, path)}, decrypted`, decrypted(path, dataKey));
  }
  return files;
}

function decrypted(path: string, dataKey: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'parley-decrypted-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const end of ['', '-wal']) if (existsSync(path + end)) cpSync(path + end, copy + end);
    const database = new Database(copy, { encryptionCipher: 'aes256cbc', encryptionKey: dataKey } as Database.Options);
    database.pragma('journal_mode = DELETE');
    database.pragma("rekey = ''");
    database.close();
    const bytes = readFileSync(copy);
    if (!bytes.subarray(0, 15).equals(Buffer.from('SQLite format 3'))) throw new Error('the copy was not decrypted');
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Enough of a canary to know it by: word indexes keep only the end of a word that begins like the one before it. */
const PART = 8;

/**
 * Where traces of the canaries are: whole, by their first or last letters, in capitals, in hexadecimal, Base64 or UTF-16.
 * @returns `file: canary` for each
 */
export function tracesOf(canaries: readonly string[], files: ReadonlyMap<string, Buffer>): string[] {
  const traces: string[] = [];
  for (const [name, bytes] of files) {
    for (const canary of canaries) if (writings(canary).some((writing) => bytes.includes(writing))) traces.push(`${name}: ${canary}`);
  }
  return traces;
}

function writings(canary: string): readonly Buffer[] {
  const [first, last] = [canary.slice(0, PART), canary.slice(-PART)];
  const plain = [first, last, first.toUpperCase(), last.toUpperCase()].map((text) => Buffer.from(text));
  const hex = Buffer.from(first).toString('hex');
  // Cut so that it is the same whatever comes after; what comes before shifts it by one or two bytes.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${' '.repeat(shift)}${canary}`)
      .toString('base64')
      .slice(4, 14),
  );
  return [
    ...plain,
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    ...base64.map((text) => Buffer.from(text)),
    Buffer.from(first, 'utf16le'),
  ];
}
