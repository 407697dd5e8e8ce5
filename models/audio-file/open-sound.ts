import { basename } from 'node:path';
import { openChecked } from './check-file.ts';
import { contentOf, mislabelled } from './content.ts';
import { openMediaSource } from './media-source.ts';
import { readBytes, type SoundSource } from './sound-source.ts';
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

/**
 * Opens any sound or video file by its content.
 * @param trackIndex which sound track; null for the first that can be read
 * @throws EngineFailure 'bad-input'
 */
export async function openSound(path: string, trackIndex: number | null): Promise<OpenedSound> {
  const file = await openChecked(path);
  try {
    const head = await readBytes(file, 0, HEAD_BYTES);
    const content = contentOf(head);
    const source = content === 'media' ? await openMediaSource(file, head, trackIndex) : await openWavSource(file, content);
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
