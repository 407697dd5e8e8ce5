import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { STILL_RECORDING, WAV_DATA_SIZE_AT, WAV_HEADER_BYTES } from '../../../../models/audio-file/growing-wav.ts';
import { HEARING_SAMPLE_RATE_HZ } from '../../../ipc/audio-frame.ts';

/** A power cut loses no more than this; a killed program loses nothing, for its writes are with the system by then. */
const SYNC_EVERY_MS = 2_000;
const RIFF_SIZE_AT = 4;

/** Sound on its way to the disk: WAV, 16 kHz, 16 bit. Its header says "still being recorded" until it is finished. */
export interface RecordingFile {
  readonly path: string;
  /** How much was handed to the system. */
  readonly writtenMs: number;
  /** @param samples -1..1, the channels interleaved. @throws NodeJS.ErrnoException of this or an earlier write */
  append(samples: Float32Array): Promise<void>;
  /** Writes the length into the header: whoever reads along comes to an end. */
  finish(): Promise<void>;
}

/** Begins a new file; an existing one is never written over. @throws NodeJS.ErrnoException */
export async function openRecordingFile(path: string, channels: 1 | 2): Promise<RecordingFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  await file.write(headerOf(channels), 0, WAV_HEADER_BYTES, 0);
  let end = WAV_HEADER_BYTES;
  let syncedMs = performance.now();
  // One after the other; the first failure ends it, what is written stays.
  let last: Promise<void> = Promise.resolve();
  const write = async (bytes: Buffer) => {
    const { bytesWritten } = await file.write(bytes, 0, bytes.length, end);
    end += bytesWritten;
    if (performance.now() - syncedMs < SYNC_EVERY_MS) return;
    syncedMs = performance.now();
    await file.datasync();
  };
  return {
    path,
    get writtenMs() {
      return ((end - WAV_HEADER_BYTES) / (2 * channels) / HEARING_SAMPLE_RATE_HZ) * 1000;
    },
    append: (samples) => {
      const bytes = pcm16Of(samples);
      last = last.then(() => write(bytes));
      return last;
    },
    finish: async () => {
      await last.catch(() => undefined);
      await tellLength(file, end);
      await file.close();
    },
  };
}

/**
 * Gives recordings that a crash left open their length. @returns how many there were
 * @param folder of recordings; one that is not there holds none
 */
export async function finishLeftOpen(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let count = 0;
  for (const name of names.filter((each) => each.endsWith('.wav'))) if (await finishOne(join(folder, name))) count += 1;
  return count;
}

async function finishOne(path: string): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const size = Buffer.alloc(4);
    const { bytesRead } = await file.read(size, 0, 4, WAV_DATA_SIZE_AT);
    if (bytesRead < 4 || size.readUInt32LE(0) !== STILL_RECORDING) return false;
    await tellLength(file, (await file.stat()).size);
    return true;
  } finally {
    await file.close();
  }
}

async function tellLength(file: FileHandle, end: number): Promise<void> {
  // The sound first: the length must never promise what is not there.
  await file.datasync();
  const size = Buffer.alloc(4);
  // Longer than 4 GiB (37 hours of one channel): 0, "to the end of the file".
  const most = STILL_RECORDING - WAV_HEADER_BYTES;
  size.writeUInt32LE(end > most ? 0 : end - 8, 0);
  await file.write(size, 0, 4, RIFF_SIZE_AT);
  size.writeUInt32LE(end > most ? 0 : end - WAV_HEADER_BYTES, 0);
  await file.write(size, 0, 4, WAV_DATA_SIZE_AT);
  await file.datasync();
}

function headerOf(channels: number): Buffer {
  const head = Buffer.alloc(WAV_HEADER_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(STILL_RECORDING, RIFF_SIZE_AT);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(HEARING_SAMPLE_RATE_HZ, 24);
  head.writeUInt32LE(HEARING_SAMPLE_RATE_HZ * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(STILL_RECORDING, WAV_DATA_SIZE_AT);
  return head;
}

function pcm16Of(samples: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  samples.forEach((sample, index) => {
    const value = Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
    bytes.writeInt16LE(Math.round(value * 32_767), index * 2);
  });
  return bytes;
}
