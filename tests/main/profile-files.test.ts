import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { destroyProfile, emptyProfile } from '../../electron/main/profile-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Sound that was recorded lies in the clear: it must not outlive its profile. */
const SOUND = join(folder, 'recordings', 'sound', 'memo.wav');
const OTHERS = join(folder, 'Cookies');

function make(): void {
  mkdirSync(join(folder, 'recordings', 'sound'), { recursive: true });
  writeFileSync(SOUND, 'sound');
  writeFileSync(OTHERS, 'of the window');
  writeFileSync(join(folder, 'settings.json'), '{}');
}

describe('recorded sound', () => {
  it.each([
    ['everything is deleted', () => emptyProfile(folder)],
    ['the profile is removed from a folder it shares', () => destroyProfile(folder, true)],
  ])('goes when %s; what belongs to others stays', (_name, act) => {
    make();
    act();
    expect([existsSync(SOUND), existsSync(OTHERS)]).toEqual([false, true]);
  });
});
