import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTemporaryFolder } from '../../electron/command-line/temporary-folder.ts';
import { Scope } from '../../electron/lifetime/scope.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'folders-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('a temporary folder', () => {
  it('goes with the command', async () => {
    const scope = new Scope('test');
    const folder = await openTemporaryFolder(scope, 'serve', parent);
    expect(existsSync(folder)).toBe(true);
    await scope.close();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('goes with the next command where its own was killed, and nothing else does', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const kept = [`parley-serve-${process.pid}-a1`, `parley-talk-${dead}-b2`, 'parley-serve-notes', `other-parley-serve-${dead}-c3`];
    for (const name of [...kept, `parley-serve-${dead}-d4`]) {
      mkdirSync(join(parent, name));
      writeFileSync(join(parent, name, 'sound.wav'), 'speech');
    }
    const scope = new Scope('test');
    await openTemporaryFolder(scope, 'serve', parent);
    await scope.close();
    expect(readdirSync(parent).toSorted()).toEqual(kept.toSorted());
  });
});
