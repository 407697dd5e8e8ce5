import { basename } from 'node:path';
import { openAiffSource } from './aiff-source.ts';
import { openChecked } from './check-file.ts';
import { contentOf, type FileContent, mislabelled } from './content.ts';
import { openGrowingWav } from './growing-wav.ts';
import { openMediaSource } from './media-source.ts';
import { isSealedSound, openSealedSound, SEALED_HEAD_BYTES } from './sealed-sound.ts';
import { type OpenedFile, readBytes, type SoundSource } from './sound-source.ts';
import { openWavSource } from './wav-source.ts';

const HEAD_BYTES = 65_536;

export interface OpenedSound {
  readonly source: SoundSource;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** True when the file has become longer since it was opened. */
  grew(): Promise<boolean>;
  /** Sentences about the file itself. */
  readonly notices: readonly string[];
}

/** Keys of profiles, any of which may have sealed a recording of our own. */
export type SoundKeys = readonly Uint8Array[];

/**
 * Opens any sound or video file by its content.
 * @param trackIndex which sound track; null for the first that can be read
 * @throws EngineFailure 'bad-input'
 */
export async function openSound(path: string, trackIndex: number | null, keys: SoundKeys = []): Promise<OpenedSound> {
  const file = await openUnsealed(path, keys);
  try {
    const head = await readBytes(file, 0, HEAD_BYTES);
    const content = contentOf(head);
    const source = await openContent(content, file, head, trackIndex);
    const odd = mislabelled(basename(path), source.container);
    return {
      source,
      bytes: file.bytes,
      modifiedMs: file.modifiedMs,
      grew: async () => (await file.handle.stat()).size > file.bytes,
      notices: odd === null ? [] : [odd],
    };
  } catch (failure) {
    await file.handle.close();
    throw failure;
  }
}

async function openContent(content: FileContent, file: OpenedFile, head: Uint8Array, trackIndex: number | null): Promise<SoundSource> {
  if (content === 'media') return await openMediaSource(file, head, trackIndex);
  return content === 'aiff' ? await openAiffSource(file) : await openWavSource(file, content);
}

/**
 * Opens a WAV of our own that is still being recorded. Its size and time are told as 0: they change, the recording does not.
 * @param stopped asked while waiting for more sound; true ends it
 * @throws EngineFailure 'bad-input'
 */
export async function openRecording(path: string, stopped: () => boolean, keys: SoundKeys = []): Promise<OpenedSound> {
  const file = await openUnsealed(path, keys);
  try {
    const source = await openGrowingWav(file, stopped);
    return { source, bytes: 0, modifiedMs: 0, grew: async () => false, notices: [] };
  } catch (failure) {
    await file.handle.close();
    throw failure;
  }
}

/** A sealed recording is the WAV it holds; everything else is what it is. @throws EngineFailure 'bad-input' */
export async function openUnsealed(path: string, keys: SoundKeys): Promise<OpenedFile> {
  const file = await openChecked(path);
  try {
    if (!isSealedSound(await readBytes(file, 0, SEALED_HEAD_BYTES))) return file;
    const handle = await openSealedSound(file.handle, keys);
    return { ...file, handle, bytes: (await handle.stat()).size };
  } catch (failure) {
    await file.handle.close();
    throw failure;
  }
}
