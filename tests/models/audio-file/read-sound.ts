import { join, resolve } from 'node:path';
import { openSound } from '../../../models/audio-file/open-sound.ts';

const folder = resolve(import.meta.dirname, '../../recordings');

export const mediaFile = (name: string) => join(folder, 'media', name);
export const recordingFile = (name: string) => join(folder, name);

export interface ReadSound {
  readonly channels: readonly Float32Array[];
  readonly sampleRateHz: number;
  readonly container: string;
  readonly codec: string;
  readonly notices: readonly string[];
}

/** Reads all of a file's sound from a frame on. */
export async function readSound(path: string, fromFrame = 0): Promise<ReadSound> {
  const { source, notices } = await openSound(path, null);
  const parts: (readonly Float32Array[])[] = [];
  for await (const block of source.blocks(fromFrame)) parts.push(block.map((samples) => samples.slice()));
  const { track, container } = source;
  await source.close();
  const channels = Array.from({ length: track.channels }, (_, channel) =>
    joined(parts.map((block) => block[channel] ?? new Float32Array())),
  );
  return { channels, sampleRateHz: track.sampleRateHz, container, codec: track.codec, notices: [...notices, ...source.notices] };
}

export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
