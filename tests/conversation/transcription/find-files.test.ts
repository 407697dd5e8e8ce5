import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFiles } from '../../../electron/conversation/transcription/find-files.ts';

const media = new URL('../../recordings/media/', import.meta.url).pathname;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-find-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = async (...paths: string[]) => (await findFiles(paths)).map((path) => basename(path));

it('finds every kind of recording in a folder by its content, in the order of names', async () => {
  for (const kind of ['aac', 'flac', 'm4a', 'mkv', 'mov', 'mp3', 'mp4', 'ogg', 'opus', 'webm'])
    copyFileSync(join(media, `speech.${kind}`), join(folder, `${kind}.bin`));
  writeFileSync(join(folder, 'notes.mp3'), 'This is a text.\n');
  writeFileSync(join(folder, '._mp3'), 'x');
  writeFileSync(join(folder, 'empty.wav'), '');
  expect(await names(folder)).toEqual(
    ['aac', 'flac', 'm4a', 'mkv', 'mov', 'mp3', 'mp4', 'ogg', 'opus', 'webm'].map((kind) => `${kind}.bin`),
  );
});

it('looks into folders of folders, follows no link in circles, and counts 2 before 10', async () => {
  mkdirSync(join(folder, 'inner'));
  for (const name of ['10.ogg', '2.ogg']) copyFileSync(join(media, 'speech.ogg'), join(folder, 'inner', name));
  symlinkSync(folder, join(folder, 'inner', 'circle'));
  expect(await names(folder)).toEqual(['2.ogg', '10.ogg']);
});

it('takes single files whatever they are: their job tells what is wrong', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'Text.');
  const path = join(folder, 'notes.txt');
  expect(await findFiles([path, path, join(folder, 'gone.wav')])).toEqual([path, join(folder, 'gone.wav')]);
});

it('says when there is nothing to hear', async () => {
  await expect(findFiles([folder])).rejects.toThrow('There is no sound or video in what was given.');
});
