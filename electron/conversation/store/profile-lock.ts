import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ProblemError } from '../../ipc/derive-ipc.ts';

/**
 * One process a profile: the SQLite inside has a bug that loses commits when two connections write one log. The lock is a
 * file that names its owner; an owner that is gone (killed, or before a restart of the computer) holds nothing.
 * @returns how to give it back @throws ProblemError 'profile-in-use'
 */
export function lockProfile(path: string, profileFolder: string): () => void {
  const own = ownerOf(process.pid);
  try {
    writeFileSync(path, own, { flag: 'wx', mode: 0o600 });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    if (isHeld(readFileSync(path, 'utf8'))) {
      throw new ProblemError({
        id: 'profile-in-use',
        message: `The profile at ${profileFolder} is in use by another Parley.`,
        whatToDo: 'Close the other one, or choose another profile.',
      });
    }
    writeFileSync(path, own, { mode: 0o600 });
  }
  return () => rmSync(path, { force: true });
}

function isHeld(owner: string): boolean {
  const pid = Number.parseInt(owner, 10);
  return Number.isSafeInteger(pid) && pid > 0 && isAlive(pid) && ownerOf(pid) === owner;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process ids are used again; with the time the process began (Linux) the pair is not. */
function ownerOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return `${pid} `;
  }
}
