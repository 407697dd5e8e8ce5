import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  dataSize,
  riffSize,
  STILL_RECORDING,
  WAV_DATA_SIZE_AT,
  WAV_HEADER_BYTES,
  WAV_RIFF_SIZE_AT,
  wavHeader,
} from '../../../../models/audio-file/own-wav.ts';
import { finishSealed, markWhole, SoundSealer, sealAnew } from '../../../../models/audio-file/sealed-sound.ts';
import { HEARING_SAMPLE_RATE_HZ } from '../../../ipc/audio-frame.ts';

/** A power cut loses no more than this; a killed program loses nothing, for its writes are with the system by then. */
const SYNC_EVERY_MS = 2_000;
/** How files of a profile end: sealed ones, and those of before they were. */
const SEALED_ENDING = '.sound';
const PLAIN_ENDING = '.wav';

/** Sound on its way to the disk, 16 kHz, 16 bit. Its head says "still being recorded" until it is finished. */
export interface RecordingFile {
  readonly path: string;
  /** How much was handed to the system. */
  readonly writtenMs: number;
  /** @param samples -1..1, the channels interleaved. @throws NodeJS.ErrnoException of this or an earlier write */
  append(samples: Float32Array): Promise<void>;
  /** Writes down that it is whole: whoever reads along comes to an end. */
  finish(): Promise<void>;
}

/** What is written besides the samples themselves. */
interface Form {
  readonly head: Buffer;
  take(bytes: Buffer): Buffer;
  end(): Buffer;
  finish(file: FileHandle, end: number): Promise<void>;
}

/**
 * Begins a new file; an existing one is never written over.
 * @param profileKey seals it; null = a WAV that any program can open
 * @throws NodeJS.ErrnoException
 */
export async function openRecordingFile(path: string, channels: 1 | 2, profileKey: Uint8Array | null = null): Promise<RecordingFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  const form = profileKey === null ? plainForm(channels) : sealedForm(profileKey, channels);
  await file.write(form.head, 0, form.head.length, 0);
  let end = form.head.length;
  let soundBytes = 0;
  let syncedMs = performance.now();
  // One after the other; the first failure ends it, what is written stays.
  let last: Promise<void> = Promise.resolve();
  const put = async (bytes: Buffer) => {
    const { bytesWritten } = await file.write(bytes, 0, bytes.length, end);
    end += bytesWritten;
  };
  const write = async (bytes: Buffer) => {
    await put(form.take(bytes));
    soundBytes += bytes.length;
    if (performance.now() - syncedMs < SYNC_EVERY_MS) return;
    syncedMs = performance.now();
    await file.datasync();
  };
  return {
    path,
    get writtenMs() {
      return (soundBytes / (2 * channels) / HEARING_SAMPLE_RATE_HZ) * 1000;
    },
    append: (samples) => {
      const bytes = pcm16Of(samples);
      last = last.then(() => write(bytes));
      return last;
    },
    finish: async () => {
      await last.catch(() => undefined);
      await put(form.end());
      // The sound first: the head must never promise what is not there.
      await file.datasync();
      await form.finish(file, end);
      await file.close();
    },
  };
}

/** The name of a recording that a profile seals. @param stem "memo 2027-03-05 14.30.09" */
export function sealedName(stem: string): string {
  return `${stem}${SEALED_ENDING}`;
}

export function isRecordingName(name: string): boolean {
  return name.endsWith(SEALED_ENDING) || name.endsWith(PLAIN_ENDING);
}

/**
 * Makes whole what a crash left open. @returns how many there were
 * @param folder of recordings; one that is not there holds none
 */
export async function finishLeftOpen(folder: string): Promise<number> {
  let count = 0;
  await eachOf(folder, async (file, name) => {
    if (name.endsWith(SEALED_ENDING) ? await finishSealed(file) : await finishPlain(file)) count += 1;
  });
  return count;
}

/** What one key of the profile sealed, another does from now on. Files that the first does not open stay as they are. */
export async function resealRecordings(folder: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  await eachOf(folder, async (file, name) => {
    if (name.endsWith(SEALED_ENDING)) await sealAnew(file, before, after);
  });
}

async function eachOf(folder: string, work: (file: FileHandle, name: string) => Promise<void>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isRecordingName)) {
    const file = await open(join(folder, name), 'r+');
    await work(file, name).finally(() => file.close());
  }
}

async function finishPlain(file: FileHandle): Promise<boolean> {
  const size = Buffer.alloc(4);
  const { bytesRead } = await file.read(size, 0, 4, WAV_DATA_SIZE_AT);
  if (bytesRead < 4 || size.readUInt32LE(0) !== STILL_RECORDING) return false;
  await tellLength(file, (await file.stat()).size);
  return true;
}

function plainForm(channels: number): Form {
  return { head: wavHeader(channels, STILL_RECORDING), take: (bytes) => bytes, end: () => Buffer.alloc(0), finish: tellLength };
}

function sealedForm(profileKey: Uint8Array, channels: number): Form {
  const sealer = new SoundSealer(profileKey, channels);
  return { head: sealer.head, take: (bytes) => sealer.take(bytes), end: () => sealer.end(), finish: markWhole };
}

async function tellLength(file: FileHandle, end: number): Promise<void> {
  await file.datasync();
  const size = Buffer.alloc(4);
  size.writeUInt32LE(riffSize(end - WAV_HEADER_BYTES), 0);
  await file.write(size, 0, 4, WAV_RIFF_SIZE_AT);
  size.writeUInt32LE(dataSize(end - WAV_HEADER_BYTES), 0);
  await file.write(size, 0, 4, WAV_DATA_SIZE_AT);
  await file.datasync();
}

function pcm16Of(samples: Float32Array): Buffer {
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  samples.forEach((sample, index) => {
    const value = Number.isFinite(sample) ? Math.max(-1, Math.min(1, sample)) : 0;
    bytes.writeInt16LE(Math.round(value * 32_767), index * 2);
  });
  return bytes;
}
