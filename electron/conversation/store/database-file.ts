import Database from 'libsql';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import { MIGRATIONS } from './migrations.ts';

export type { Database };

/** The file is there but is not a database that this key opens. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError';
}

/**
 * Opens one encrypted SQLite file (AES-256-CBC with HMAC per page) and brings it to the newest form. The profile's lock
 * makes sure that there is one connection only.
 * @param path a file, or ':memory:'
 * @param dataKey 64 hex digits
 * @throws DamagedDatabaseError | ProblemError 'profile-too-new'
 */
export function openDatabase(path: string, dataKey: string, migrations: readonly string[] = MIGRATIONS): Database.Database {
  let database: Database.Database | null = null;
  try {
    database =
      path === ':memory:'
        ? new Database(path)
        : new Database(path, { encryptionCipher: 'aes256cbc', encryptionKey: dataKey } as Database.Options);
    configure(database);
    if (migrate(database, migrations)) markUnwiped(database);
    requireSound(database);
    wipeWhatIsLeft(database);
    return database;
  } catch (failure) {
    if (database !== null) closeDatabase(database);
    throw isDamage(failure) ? new DamagedDatabaseError(path, { cause: failure }) : failure;
  }
}

function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  // Every commit is on the disk when it returns; a turn every few seconds affords it.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.prepare('SELECT count(*) FROM sqlite_master').get();
}

/** @returns whether an older form was changed, which leaves traces of what it held */
function migrate(database: Database.Database, migrations: readonly string[]): boolean {
  const version = versionOf(database);
  if (version > migrations.length) {
    throw new ProblemError({
      id: 'profile-too-new',
      message: 'This profile was made by a newer version of Parley.',
      whatToDo: 'Install the newer version; nothing was changed or deleted.',
    });
  }
  migrations.slice(version).forEach((sql, index) => {
    database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${version + index + 1}; COMMIT;`);
  });
  return version > 0 && version < migrations.length;
}

/** Reads every page once (each has a checksum of its own): damage is found now, not in the middle of a conversation. */
function requireSound(database: Database.Database): void {
  const [row] = database.pragma('quick_check(1)') as { quick_check: string }[];
  if (row?.quick_check !== 'ok') throw Object.assign(new Error('the check failed'), { code: 'SQLITE_CORRUPT' });
}

function versionOf(database: Database.Database): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
}

function isDamage(failure: unknown): boolean {
  const code = (failure as { code?: string } | null)?.code ?? '';
  return ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR'].some((sign) => code.startsWith(sign));
}

/** Full-text indexes without content of their own. */
export const WORD_INDEXES = ['turn_words', 'document_words'] as const;

/** A process that was killed between deleting and wiping, or a disk that was full then, left it to this opening. */
function wipeWhatIsLeft(database: Database.Database): void {
  if (database.prepare("SELECT 1 FROM counters WHERE name = 'unwiped'").all().length === 0) return;
  try {
    wipe(database);
  } catch {
    // Still no room: it stays marked, and the conversations can be read.
  }
}

/** Written with a deletion and kept in the file until it is wiped, so that no crash in between is forgotten. */
export function markUnwiped(database: Database.Database): void {
  database.exec("INSERT OR REPLACE INTO counters VALUES ('unwiped', 1)");
}

/**
 * Merges the word indexes, rewrites the file and empties its log, so that nothing deleted is left in them. Deleting and
 * `secure_delete` alone are not enough: the indexes keep deleted words until they are merged (measured: all of 100; their
 * own 'secure-delete' makes SQLite 3.45 call them malformed), and pages that were split or joined keep copies of rows in
 * their unused middle (39 of 24,000). Takes 4 ms for 1,000 facts, 50 ms for 10,000, 0.5 s for 100,000.
 */
export function wipe(database: Database.Database): void {
  for (const index of WORD_INDEXES) database.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  database.exec('VACUUM');
  database.exec("DELETE FROM counters WHERE name = 'unwiped'");
  database.pragma('wal_checkpoint(TRUNCATE)');
}

/** Folds the log into the file before closing, so that one file holds everything. */
export function closeDatabase(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A damaged file has nothing to fold in; closing it is what matters.
  } finally {
    database.close();
  }
}
