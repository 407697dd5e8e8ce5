import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../ipc/derive-ipc.ts';

/** A conversation process whose program was killed goes on until it notices. */
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
  const owner = textOf(path);
  const pid = Number.parseInt(owner, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isThere(pid)) return false;
  const fields = statOf(pid);
  // Ended, and nobody asked for its exit status: it writes nothing any more (Linux).
  return fields[0] !== 'Z' && ownerOf(pid, fields) === owner;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process ids are used again; with the time the process began (Linux) the pair is not. */
function ownerOf(pid: number, fields = statOf(pid)): string {
  return `${pid} ${fields[19] ?? ''}`;
}

/** The fields of proc(5) after the name; none where there is no such file. */
function statOf(pid: number): readonly string[] {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Empty where there is no such file, or none any more. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (failure) {
    if (!['ENOENT', 'ESRCH'].includes((failure as NodeJS.ErrnoException).code ?? '')) throw failure;
    return '';
  }
}
