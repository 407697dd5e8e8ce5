import { setTimeout as waitMs } from 'node:timers/promises';
import { STILL_RECORDING, WAV_DATA_SIZE_AT, WAV_HEADER_BYTES } from './own-wav.ts';
import { type OpenedFile, readBytes, type SoundSource } from './sound-source.ts';
import { openWavSource } from './wav-source.ts';

/** Sound comes in blocks of a second at the earliest: looking more often would find nothing. */
const LOOK_EVERY_MS = 100;

/**
 * A WAV that is being recorded: reads what is there, waits for more, ends when its header tells its length.
 * @param stopped asked while waiting; true ends the sound at once
 * @throws EngineFailure 'bad-input'
 */
export async function openGrowingWav(file: OpenedFile, stopped: () => boolean): Promise<SoundSource> {
  const { track } = await openWavSource({ ...file, bytes: await sizeWithSound(file, stopped) }, 'wav');
  const frameBytes = track.channels * 2;
  return {
    container: 'WAV',
    tracks: [track],
    track,
    claimedMs: null,
    notices: [],
    async *blocks(fromFrame) {
      for (let frame = fromFrame; ; ) {
        const { end, isOver } = await extent(file);
        const bytes = end - WAV_HEADER_BYTES;
        const now: SoundSource = await openWavSource({ ...file, bytes: end }, 'wav');
        const frames = Math.floor(bytes / frameBytes);
        if (frame < frames) {
          yield* now.blocks(frame);
          frame = frames;
        } else if (isOver || stopped()) return;
        else await waitMs(LOOK_EVERY_MS);
      }
    },
    close: () => file.handle.close(),
  };
}

/** The header is asked first: once it tells a length, nothing is written any more. */
async function extent(file: OpenedFile): Promise<{ readonly end: number; readonly isOver: boolean }> {
  const whole = { ...file, bytes: Number.MAX_SAFE_INTEGER };
  const head = await readBytes(whole, WAV_DATA_SIZE_AT, WAV_HEADER_BYTES);
  const size = head.length < 4 ? STILL_RECORDING : Buffer.from(head).readUInt32LE(0);
  const { size: there } = await file.handle.stat();
  return { end: there, isOver: size !== STILL_RECORDING };
}

/** A recording has no sound in its first moment. */
async function sizeWithSound(file: OpenedFile, stopped: () => boolean): Promise<number> {
  for (;;) {
    const { end, isOver } = await extent(file);
    if (end > WAV_HEADER_BYTES + 1 || isOver || stopped()) return end;
    await waitMs(LOOK_EVERY_MS);
  }
}
