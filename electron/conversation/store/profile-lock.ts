import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../ipc/derive-ipc.ts';

/** A conversation process whose program was killed goes on until it notices: up to some seconds when it is transcribing. */
const PATIENCE_MS = 5000;
const LOOK_MS = 50;

/**
 * One process a profile: the SQLite inside has a bug that loses commits when two connections write one log. The lock is a
 * file that names its owner; an owner that is gone (killed, or before a restart of the computer) holds nothing, and one that
 * is about to go is waited for.
 * @returns how to give it back @throws ProblemError 'profile-in-use'
 */
export async function lockProfile(path: string, profileFolder: string, patienceMs = PATIENCE_MS): Promise<() => void> {
  const endMs = performance.now() + patienceMs;
  while (!takes(path)) {
    if (performance.now() >= endMs) {
      throw new ProblemError({
        id: 'profile-in-use',
        message: `The profile at ${profileFolder} is in use by another Parley.`,
        whatToDo: 'Close the other one, or choose another profile.',
      });
    }
    await sleep(LOOK_MS);
  }
  return () => rmSync(path, { force: true });
}

function takes(path: string): boolean {
  const own = ownerOf(process.pid);
  try {
    writeFileSync(path, own, { flag: 'wx', mode: 0o600 });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    if (isHeld(path)) return false;
    writeFileSync(path, own, { mode: 0o600 });
  }
  return true;
}

function isHeld(path: string): boolean {
  const owner = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const pid = Number.parseInt(owner, 10);
  return Number.isSafeInteger(pid) && pid > 0 && isAlive(pid) && ownerOf(pid) === owner;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ended, and nobody asked for its exit status: it writes nothing any more (Linux). */
function isZombie(pid: number): boolean {
  return statOf(pid)[0] === 'Z';
}

/** Process ids are used again; with the time the process began (Linux) the pair is not. */
function ownerOf(pid: number): string {
  return `${pid} ${statOf(pid)[19] ?? ''}`;
}

/** The fields of proc(5) after the name; none where there is no such file. */
function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
