import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { contentOf } from '../../../models/audio-file/content.ts';
import { ProblemError } from '../../ipc/derive-ipc.ts';

/** More is a mistake, as a whole disk is. */
const MOST_FILES = 1000;
const DEEPEST = 8;
const HEAD_BYTES = 512;

/** Signs at the beginning of what holds sound or video; a folder holds much else that nobody wants to be told of. */
const BEGINNINGS: readonly { readonly at: number; readonly signs: readonly string[] }[] = [
  {
    at: 0,
    signs: ['RIFF', 'RF64', 'BW64', 'riff', 'fLaC', 'OggS', 'ID3', 'FORM', '\x1aE\xdf\xa3', '\x30\x26\xb2\x75', '\xff\xf1', '\xff\xf9'],
  },
  { at: 4, signs: ['ftyp', 'moov', 'wide', 'mdat'] },
];

/**
 * The files behind what was handed in: a file as it is, whatever it holds; of a folder those that begin like sound or
 * video, by name. @throws ProblemError 'nothing-found' | 'too-many-files'
 */
export async function findFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (state) => state.isDirectory(),
      () => false,
    );
    if (isFolder) await searchFolder(path, DEEPEST, found);
    else found.push(path);
  }
  if (found.length > 0) return [...new Set(found)];
  throw new ProblemError({
    id: 'nothing-found',
    message: 'There is no sound or video in what was given.',
    whatToDo: 'Choose recordings, or a folder that holds some.',
  });
}

async function searchFolder(folder: string, deeper: number, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))) {
    const path = join(folder, entry.name);
    // Links may lead in circles.
    if (entry.isDirectory() && deeper > 0 && !entry.name.startsWith('.')) await searchFolder(path, deeper - 1, found);
    else if (entry.isFile() && (await holdsSound(path))) found.push(path);
    if (found.length > MOST_FILES) {
      throw new ProblemError({
        id: 'too-many-files',
        message: `There are more than ${MOST_FILES} recordings in this folder.`,
        whatToDo: 'Choose a folder inside it.',
      });
    }
  }
}

async function holdsSound(path: string): Promise<boolean> {
  if (basename(path).startsWith('.')) return false;
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return beginsLikeSound(buffer.subarray(0, bytesRead));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

function beginsLikeSound(head: Buffer): boolean {
  // MP3 without a tag begins with eleven bits of a frame.
  const isFrame = head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0;
  const known = BEGINNINGS.some(({ at, signs }) => signs.some((sign) => head.toString('latin1', at, at + sign.length) === sign));
  if (!known && !isFrame) return false;
  try {
    contentOf(head);
    return true;
  } catch {
    return false;
  }
}
