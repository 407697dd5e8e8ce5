import type { ChannelBlock } from '../audio/mono-stream.ts';

/** What is asked of an open file: a handle of the system, or a view of one that is sealed. */
export interface ReadHandle {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
  stat(): Promise<{ readonly size: number }>;
  close(): Promise<void>;
}

/** The file as it was when it was opened: what is appended later is not read. */
export interface OpenedFile {
  readonly path: string;
  readonly handle: ReadHandle;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** One sound track of a file, before anything is decoded. */
export interface SoundTrack {
  readonly index: number;
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly language: string | null;
  readonly name: string | null;
}

/** A file whose sound can be read from any place on. */
export interface SoundSource {
  readonly container: string;
  readonly tracks: readonly SoundTrack[];
  /** The track that is read. */
  readonly track: SoundTrack;
  /** What the file says of itself, which may be wrong; null where it says nothing. */
  readonly claimedMs: number | null;
  /** Sentences about what was found odd, filled while reading. */
  readonly notices: readonly string[];
  /** Sound from frame `fromFrame` on (at the track's rate), frame by frame the same as in a pass from the beginning. */
  blocks(fromFrame: number): AsyncGenerator<ChannelBlock>;
  close(): Promise<void>;
}

/** @returns fewer bytes than asked for where the file ends (or was cut while it was read) */
export async function readBytes({ handle, bytes }: OpenedFile, start: number, end: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(Math.max(0, Math.min(end, bytes) - start));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
