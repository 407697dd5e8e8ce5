import { Logging, LogLevel } from 'mediabunny';
import { serveInference } from '../../native/inference-worker/serve-inference.ts';
import { type OpenedSound, openSound, type SoundKeys } from './open-sound.ts';
import { SoundCursor } from './sound-cursor.ts';

export interface OpenRange {
  readonly path: string;
  readonly track: number | null;
  /** For recordings of our own that are sealed. */
  readonly keys?: SoundKeys;
}

export interface SoundFacts {
  readonly tracks: OpenedSound['source']['tracks'];
  /** Index of the track that is read. */
  readonly track: number;
  readonly claimedMs: number | null;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export interface SoundRange {
  readonly sampleRateHz: number;
  readonly samples: Float32Array;
}

Logging.level = LogLevel.Silent;

await serveInference<undefined>(async () => {
  let sound: OpenedSound | null = null;
  let cursor: SoundCursor | null = null;

  const close = async () => {
    await cursor?.close();
    await sound?.source.close();
    cursor = sound = null;
  };

  const open = async ({ path, track, keys }: OpenRange): Promise<SoundFacts> => {
    await close();
    sound = await openSound(path, track, keys);
    const { source, bytes, modifiedMs } = sound;
    cursor = new SoundCursor(source);
    return { tracks: source.tracks, track: source.track.index, claimedMs: source.claimedMs, bytes, modifiedMs };
  };

  const read = async (startS: number, lengthS: number): Promise<SoundRange> => {
    if (sound === null || cursor === null) throw new Error('no file is open');
    const { sampleRateHz } = sound.source.track;
    const samples = await cursor.read(Math.round(startS * sampleRateHz), Math.round(lengthS * sampleRateHz));
    return { sampleRateHz, samples };
  };

  const range = ({ startMs, lengthMs }: { startMs: number; lengthMs: number }) => read(startMs / 1000, lengthMs / 1000);

  const peaks = async ({ fromS, seconds, aSecond }: { fromS: number; seconds: number; aSecond: number }): Promise<Uint8Array> => {
    const { samples, sampleRateHz } = await read(fromS, seconds);
    const columns = new Uint8Array(Math.ceil((samples.length * aSecond) / sampleRateHz));
    for (let column = 0; column < columns.length; column++) {
      const end = Math.min(samples.length, Math.round(((column + 1) * sampleRateHz) / aSecond));
      let loudest = 0;
      for (let index = Math.round((column * sampleRateHz) / aSecond); index < end; index++)
        loudest = Math.max(loudest, Math.abs(samples[index] ?? 0));
      columns[column] = Math.min(255, Math.round(loudest * 255));
    }
    return columns;
  };

  return { open, range, peaks, close };
});
