import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockProfile } from '../../../electron/conversation/store/profile-lock.ts';

let folder: string;
const path = () => join(folder, 'profile.lock');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The fields of proc(5) after the name. */
function statOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Another process that holds the lock, as one that was started by a killed program does. */
async function heldByAnother(script: string): Promise<{ pid: number; kill(): void }> {
  const child = spawn('bash', ['-c', script], { stdio: 'ignore', detached: true });
  await new Promise((resolve) => child.once('spawn', resolve));
  const pid = child.pid ?? 0;
  writeFileSync(path(), `${pid} ${statOf(pid)[19]}`);
  return { pid, kill: () => process.kill(-pid, 'SIGKILL') };
}

it('waits for an owner that is about to go', async () => {
  await heldByAnother('sleep 0.6');
  const startMs = performance.now();
  const unlock = await lockProfile(path(), folder);
  expect(performance.now() - startMs).toBeGreaterThan(300);
  expect(readFileSync(path(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  unlock();
});

it('does not wait for ever, and leaves the lock with its owner', async () => {
  const other = await heldByAnother('sleep 60');
  await expect(lockProfile(path(), folder, 200)).rejects.toMatchObject({ problem: { id: 'profile-in-use' } });
  expect(readFileSync(path(), 'utf8')).toMatch(new RegExp(`^${other.pid} `));
  other.kill();
});

it('takes it from one that ended and was never asked for its exit status', async () => {
  // The parent does not wait for its child, which ends at once: a zombie for as long as the parent lives.
  const parent = await heldByAnother('sleep 0.1 & echo $! > "$0"; exec sleep 60'.replace('$0', join(folder, 'child')));
  await new Promise((resolve) => setTimeout(resolve, 400));
  const zombie = Number(readFileSync(join(folder, 'child'), 'utf8'));
  const [state] = statOf(zombie);
  expect(state).toBe('Z');
  writeFileSync(path(), `${zombie} ${statOf(zombie)[19]}`);
  (await lockProfile(path(), folder, 0))();
  parent.kill();
});
