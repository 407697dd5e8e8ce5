import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Where one profile's things lie. */
export function profileFiles(folder: string) {
  return {
    folder,
    settings: join(folder, 'settings.json'),
    dataKey: join(folder, 'data-key.safe'),
    passphraseKey: join(folder, 'passphrase-key.json'),
    serviceKeys: join(folder, 'service-keys.safe'),
    conversationLog: join(folder, 'logs', 'conversation.log'),
  } as const;
}

/** What a profile puts into its folder. The first profile shares that folder with the window's place and the others. */
const OWN_NAME =
  /^(?:(?:parley|session|parley-damaged-.*)\.db(?:-wal|-shm)?|parley\.turns|profile\.lock|spool|settings\.json.*|data-key\.safe.*|service-keys\.safe.*|passphrase-key\.json.*)$/;

/** Of these the settings stay when everything that was said is deleted. */
const SETTINGS_NAME = /^settings\.json/;

/** Lies in the folder while everything in it is being deleted: a crash in between is made good at the next start. */
const EMPTYING = 'parley.emptying';

/**
 * Removes a profile for good: first its key, so that what a crash leaves of the rest can be read by nobody, then its files.
 * May be called again after a crash.
 * @param isShared the folder holds other things too, which stay
 */
export function destroyProfile(folder: string, isShared: boolean): void {
  shredKeys(folder);
  if (isShared) removeOwn(folder, (name) => OWN_NAME.test(name));
  else rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The same for everything in a profile but its settings; the profile can be opened anew. */
export function emptyProfile(folder: string): void {
  writeFileSync(join(folder, EMPTYING), '', { flush: true });
  shredKeys(folder);
  removeOwn(folder, (name) => OWN_NAME.test(name) && !SETTINGS_NAME.test(name));
  rmSync(join(folder, EMPTYING), { force: true });
}

/** Ends what a crash cut off. */
export function emptyFurther(folder: string): void {
  if (existsSync(join(folder, EMPTYING))) emptyProfile(folder);
}

function shredKeys(folder: string): void {
  const { dataKey, passphraseKey, serviceKeys } = profileFiles(folder);
  for (const file of [dataKey, passphraseKey, serviceKeys, `${dataKey}.new`, `${passphraseKey}.part`]) shred(file);
}

function removeOwn(folder: string, isOwn: (name: string) => boolean): void {
  const names = existsSync(folder) ? readdirSync(folder).filter(isOwn) : [];
  for (const path of [...names.map((name) => join(folder, name)), profileFiles(folder).conversationLog])
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

/** Writes over a small file before removing it: its bytes may stay on the disk otherwise. */
function shred(file: string): void {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, randomBytes(statSync(file).size), 0, undefined, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(file, { force: true });
}
