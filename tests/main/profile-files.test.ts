import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { destroyProfile, emptyProfile } from '../../electron/main/profile-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-profile-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Sealed sound ends with the key; that of before it was sealed lies in the clear. Neither may outlive its profile. */
const SOUNDS = ['memo.sound', 'memo.wav'].map((name) => join(folder, 'recordings', 'sound', name));
const OTHERS = join(folder, 'Cookies');

function make(): void {
  mkdirSync(join(folder, 'recordings', 'sound'), { recursive: true });
  for (const sound of SOUNDS) writeFileSync(sound, 'sound');
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
    expect([...SOUNDS, OTHERS].map((path) => existsSync(path))).toEqual([false, false, true]);
  });
});
