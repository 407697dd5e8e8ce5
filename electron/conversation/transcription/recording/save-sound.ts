import { open, rename, rm } from 'node:fs/promises';
import { openUnsealed } from '../../../../models/audio-file/open-sound.ts';

const PIECE_BYTES = 1 << 20;

/**
 * Writes a recording out as the WAV it is, for other programs: whole or not at all.
 * @throws EngineFailure 'bad-input' when it cannot be read, NodeJS.ErrnoException when it cannot be written
 */
export async function saveSound(path: string, keys: readonly Uint8Array[], target: string): Promise<void> {
  const { handle } = await openUnsealed(path, keys);
  const part = `${target}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      const piece = new Uint8Array(PIECE_BYTES);
      for (let at = 0; ; ) {
        const { bytesRead } = await handle.read(piece, 0, piece.length, at);
        if (bytesRead === 0) break;
        await file.write(piece, 0, bytesRead);
        at += bytesRead;
      }
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(part, target);
  } catch (failure) {
    await rm(part, { force: true });
    throw failure;
  } finally {
    await handle.close();
  }
}
