import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { patchDependencies } from '../../electron/set-up/patch-dependencies.mjs';
import { PATCHES } from '../../native/patches/patches.mjs';

const [patch] = PATCHES;
if (patch === undefined) throw new Error('there is no patch to test');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function installed(version: string, text: string): { root: string; file: string } {
  const root = mkdtempSync(join(tmpdir(), 'parley-patch-'));
  folders.push(root);
  const file = join(root, 'node_modules', patch?.name ?? '', patch?.file ?? '');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(root, 'node_modules', patch?.name ?? '', 'package.json'), JSON.stringify({ version }));
  writeFileSync(file, text);
  return { root, file };
}

it('changes a fresh package once and leaves it alone the second time', async () => {
  const { root, file } = installed(patch.version, `before\n${patch.find}after\n`);
  expect(await patchDependencies(root)).toEqual([patch.name]);
  expect(await patchDependencies(root)).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe(`before\n${patch.replace}after\n`);
});

it('stops at another version, and at a text it was not made for', async () => {
  await expect(patchDependencies(installed('9.9.9', patch.find).root)).rejects.toThrow(/made for/);
  await expect(patchDependencies(installed(patch.version, 'something else').root)).rejects.toThrow(/does not fit/);
});

it('is applied to what is installed here', async () => {
  expect(await patchDependencies(join(import.meta.dirname, '../..'))).toEqual([]);
});
