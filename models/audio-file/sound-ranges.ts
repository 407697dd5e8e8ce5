import { join } from 'node:path';
import { startInferenceWorker } from '../../native/inference-worker/index.ts';
import type { OpenRange, SoundFacts, SoundRange } from './sound-ranges-worker.ts';

/** Hears any place of a file, and draws its loudness, in a thread of its own. One file at a time. */
export interface SoundRanges {
  /** @throws EngineFailure 'bad-input' with a sentence for everything that cannot be read */
  open(input: OpenRange): Promise<SoundFacts>;
  /** All channels mixed, at the file's own rate; shorter at the end. Reading on where the last call ended is cheap. */
  range(input: { readonly startMs: number; readonly lengthMs: number }): Promise<SoundRange>;
  /** The loudest sample of each column, 0..255. */
  peaks(input: { readonly fromS: number; readonly seconds: number; readonly aSecond: number }): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** @param place.workerFolder holds `sound-ranges.js` */
export async function openSoundRanges(place: { readonly workerFolder: string }): Promise<SoundRanges> {
  const worker = await startInferenceWorker({
    file: join(place.workerFolder, 'sound-ranges.js'),
    setup: undefined,
    role: 'playing sound files',
  });
  return {
    open: (input) => worker.call<SoundFacts>('open', input),
    range: (input) => worker.call<SoundRange>('range', input),
    peaks: (input) => worker.call<Uint8Array>('peaks', input),
    close: () => worker.close(),
  };
}
