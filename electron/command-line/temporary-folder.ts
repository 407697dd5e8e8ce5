import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scope } from '../lifetime/scope.ts';

/**
 * A folder for as long as a command runs. What commands left that were killed goes first: somebody's sound may be in it.
 * @param purpose one word; the folder is `parley-PURPOSE-PID-...`
 */
export async function openTemporaryFolder(scope: Scope, purpose: string, parent = tmpdir()): Promise<string> {
  const prefix = `parley-${purpose}-`;
  for (const name of await readdir(parent)) {
    const owner = new RegExp(`^${prefix}(\\d+)-\\w+$`).exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  scope.add(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (failure) {
    // Somebody else's process may not be asked.
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}
