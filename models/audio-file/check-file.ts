import { constants, open, stat } from 'node:fs/promises';
import { basename, toNamespacedPath } from 'node:path';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import type { OpenedFile } from './sound-source.ts';

/** @param message one sentence @param whatToDo one more */
export function badFile(message: string, whatToDo: string, cause?: unknown): EngineFailure {
  return new EngineFailure('bad-input', message, { retryable: false, whatToDo, cause });
}

const CHOOSE = 'Choose a sound or video file.';

/**
 * Opens a file for reading and never for anything else. Everything that is no regular, readable file gets a sentence.
 * @throws EngineFailure 'bad-input'
 */
export async function openChecked(path: string): Promise<OpenedFile> {
  const place = toNamespacedPath(path);
  const found = await stat(place).catch((failure: NodeJS.ErrnoException) => {
    throw unreachable(failure, path);
  });
  checkKind(path, found, process.platform);
  const handle = await open(place, constants.O_RDONLY).catch((failure: NodeJS.ErrnoException) => {
    throw unreachable(failure, path);
  });
  // Asked of the open file, so that what was checked is what is read.
  const opened = await handle.stat();
  return { path, handle, bytes: opened.size, modifiedMs: Math.trunc(opened.mtimeMs) };
}

/** What of a file's state is looked at. */
interface FileState {
  readonly size: number;
  readonly blocks: number;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** @throws EngineFailure 'bad-input' */
export function checkKind(path: string, found: FileState, platform: NodeJS.Platform): void {
  const name = basename(path);
  if (found.isDirectory()) throw badFile('This is a folder.', 'Choose a file in it.');
  if (!found.isFile() || path.startsWith('/proc/') || path.startsWith('/sys/')) throw badFile('This is not a regular file.', CHOOSE);
  if (name.startsWith('._'))
    throw badFile('This is a side file of macOS, not the recording.', `Choose ${shownName(name.slice(2))} instead.`);
  // Files left in the cloud have their size but no blocks; on Linux that is just a file full of zeros.
  const leftInTheCloud = platform !== 'linux' && found.size > 4096 && found.blocks === 0;
  if (/^\..+\.icloud$/.test(name) || leftInTheCloud)
    throw badFile('The file is still in the cloud.', 'Download it to this computer first.');
  if (found.size === 0) throw badFile('The file is empty (0 bytes).', 'Record or download it again.');
}

function unreachable(failure: NodeJS.ErrnoException, path: string): EngineFailure {
  switch (failure.code) {
    case 'ENOENT':
      return badFile('There is no such file; it may have been moved.', 'Put it back, then try again: what was done is kept.', failure);
    case 'EACCES':
    case 'EPERM':
      return badFile(`There is no permission to read ${shownName(path)}.`, 'Allow reading it, then try again.', failure);
    case 'ELOOP':
      return badFile('The link points to itself.', CHOOSE, failure);
    case 'ENAMETOOLONG':
      return badFile('The name of the file is too long for this system.', 'Give it a shorter name.', failure);
    default:
      return badFile(`The file cannot be opened (${failure.code ?? failure.message}).`, 'Copy it to another place and try again.', failure);
  }
}

/** A name as it may be shown: signs that break lines or turn the direction of writing become visible. */
export function shownName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (sign) =>
    sign === '\n' ? '\\n' : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
