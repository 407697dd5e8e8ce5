import { existsSync } from 'node:fs';
import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConversationState } from '../../ipc/conversation-schema.ts';
import { type Problem, ProblemError } from '../../ipc/derive-ipc.ts';
import { type AudioSpool, NO_SPOOL, openAudioSpool } from './audio-spool.ts';
import type { ConversationStore } from './conversation-store.ts';
import { DamagedDatabaseError, type Database, openDatabase } from './database-file.ts';
import { EncryptedStore } from './encrypted-store.ts';
import { missingTurns, NO_MARK, openHighWaterMark } from './high-water-mark.ts';
import { unwrapKey, wrapKey } from './passphrase-key.ts';
import { lockProfile } from './profile-lock.ts';

export interface ProfileOptions {
  readonly profileFolder: string;
  /** 64 hex digits. */
  readonly dataKey: string;
  /** 'session': made for this run, because the system has no keyring; nothing outlives the run without a passphrase. */
  readonly keyOrigin: 'keyring' | 'session' | 'passphrase';
  /** Problems that show up later (the disk fills). */
  readonly tell?: (problem: Problem) => void;
}

/** One person's encrypted folder. `store` stays the same object over unlocking and protecting. */
export interface Profile {
  readonly store: ConversationStore;
  readonly spool: AudioSpool;
  readonly keeping: ConversationState['keeping'];
  /** What went wrong while opening, to be shown. */
  readonly problems: readonly Problem[];
  /**
   * Opens a locked profile, or keeps an unkept one under this passphrase from now on. What was said meanwhile is carried over.
   * @returns the data key @throws ProblemError 'wrong-passphrase' | 'already-kept' | 'key-file-damaged'
   */
  enterPassphrase(passphrase: string): Promise<string>;
  close(): Promise<void>;
}

/** The folder's files. */
function filesOf(folder: string) {
  return {
    kept: join(folder, 'parley.db'),
    keptMark: join(folder, 'parley.turns'),
    session: join(folder, 'session.db'),
    passphraseKey: join(folder, 'passphrase-key.json'),
    spool: join(folder, 'spool'),
    lock: join(folder, 'profile.lock'),
  } as const;
}

const silent = () => undefined;

/** @throws ProblemError 'profile-in-use' | 'profile-too-new' */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const files = filesOf(options.profileFolder);
  const unwritable = await cannotWrite(options.profileFolder);
  if (unwritable !== null) return readOnlyProfile(options.profileFolder, unwritable);
  const unlock = await lockProfile(files.lock, options.profileFolder);
  try {
    return await openLocked(files, options, unlock);
  } catch (failure) {
    unlock();
    throw failure;
  }
}

async function openLocked(files: ReturnType<typeof filesOf>, options: ProfileOptions, unlock: () => void): Promise<Profile> {
  const spool = await openAudioSpool(files.spool, options.dataKey, options.tell ?? silent);
  if (options.keyOrigin === 'session') {
    return new SessionProfile(
      new EncryptedStore(await openSession(files.session, options.dataKey), NO_MARK),
      spool,
      files,
      options.dataKey,
      unlock,
    );
  }
  const { database, problems } = await openKept(files.kept, options.dataKey);
  const mark = openHighWaterMark(files.keptMark);
  const store = new EncryptedStore(database, mark);
  const missing = problems.length > 0 ? null : missingTurns(mark.read(), store.commits());
  return keptProfile(store, spool, missing === null ? problems : [missing], unlock);
}

function keptProfile(store: EncryptedStore, spool: AudioSpool, problems: readonly Problem[], unlock: () => void): Profile {
  return {
    store,
    spool,
    problems,
    keeping: 'kept',
    enterPassphrase: async () => {
      throw new ProblemError({ id: 'already-kept', message: 'This profile is open already.', whatToDo: 'There is nothing to do.' });
    },
    close: async () => {
      store.close();
      unlock();
    },
  };
}

/** A damaged file is never written to again: it is set aside under a name with the date, and a new one is begun. */
async function openKept(path: string, dataKey: string): Promise<{ database: Database.Database; problems: Problem[] }> {
  try {
    return { database: openDatabase(path, dataKey), problems: [] };
  } catch (failure) {
    if (!(failure instanceof DamagedDatabaseError)) throw failure;
    const aside = path.replace(/\.db$/, `-damaged-${new Date().toISOString().replace(/[:.]/g, '-')}.db`);
    for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) await rename(path + end, aside + end);
    const problem = {
      id: 'history-damaged',
      message: 'The history cannot be read: its file is damaged, or its key was lost.',
      whatToDo: `A new one was begun; the old one was kept as ${aside}.`,
    };
    return { database: openDatabase(path, dataKey), problems: [problem] };
  }
}

/** What an earlier run left behind without its key can be read by nobody; what this run left (a restart) goes on. */
async function openSession(path: string, dataKey: string): Promise<Database.Database> {
  try {
    return openDatabase(path, dataKey);
  } catch (failure) {
    if (!(failure instanceof DamagedDatabaseError)) throw failure;
    await removeDatabase(path);
    return openDatabase(path, dataKey);
  }
}

async function removeDatabase(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(path + end, { force: true });
}

/** A run without a keyring: nothing outlives it, unless a passphrase is entered. */
class SessionProfile implements Profile {
  readonly store: EncryptedStore;
  readonly spool: AudioSpool;
  readonly problems: readonly Problem[] = [];
  readonly #files: ReturnType<typeof filesOf>;
  readonly #sessionKey: string;
  readonly #unlock: () => void;
  #keeping: 'session' | 'locked' | 'kept';

  constructor(store: EncryptedStore, spool: AudioSpool, files: ReturnType<typeof filesOf>, sessionKey: string, unlock: () => void) {
    this.store = store;
    this.spool = spool;
    this.#files = files;
    this.#sessionKey = sessionKey;
    this.#unlock = unlock;
    this.#keeping = existsSync(files.passphraseKey) ? 'locked' : 'session';
  }

  get keeping(): Profile['keeping'] {
    return this.#keeping;
  }

  async enterPassphrase(passphrase: string): Promise<string> {
    const { passphraseKey, kept, keptMark, session } = this.#files;
    if (this.#keeping === 'kept') {
      throw new ProblemError({ id: 'already-kept', message: 'This profile is open already.', whatToDo: 'There is nothing to do.' });
    }
    const locked = this.#keeping === 'locked';
    const dataKey = locked ? await unwrapKey(passphraseKey, passphrase) : this.#sessionKey;
    const { database } = await openKept(kept, dataKey);
    this.store.moveTo(database, openHighWaterMark(keptMark));
    // The key last: a crash before it leaves the session as it was.
    if (!locked) await wrapKey(passphraseKey, dataKey, passphrase);
    this.#keeping = 'kept';
    await removeDatabase(session);
    return dataKey;
  }

  async close(): Promise<void> {
    this.store.close();
    if (this.#keeping !== 'kept') await removeDatabase(this.#files.session);
    this.#unlock();
  }
}

async function cannotWrite(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    return null;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code ?? 'unknown reason';
  }
}

function readOnlyProfile(folder: string, reason: string): Profile {
  const store = new EncryptedStore(openDatabase(':memory:', ''), NO_MARK);
  const problem = {
    id: 'profile-read-only',
    message: `Nothing of this conversation can be saved: ${folder} cannot be written (${reason}).`,
    whatToDo: 'Allow writing there, or start Parley with another profile folder.',
  };
  return { ...keptProfile(store, NO_SPOOL, [problem], silent), keeping: 'read-only' };
}
