import { join } from 'node:path';
import { startInferenceWorker } from '../../native/inference-worker/index.ts';
import type { FileDescription, NextOutput, OpenInput, StartInput } from './audio-file-worker.ts';

export type { FileDescription, NextOutput } from './audio-file-worker.ts';

/**
 * Reads sound and video files as stretches of speech, in a thread of its own: decoding and voice activity never delay the
 * thread that serves the window. One file at a time.
 */
export interface AudioFileReader {
  /** @throws EngineFailure 'bad-input' with a sentence for everything that cannot be read */
  open(input: OpenInput, signal?: AbortSignal): Promise<FileDescription>;
  /** Begins a pass over the open file. */
  start(input: StartInput): Promise<void>;
  /** The next stretch with a voice in it, or the end. After an abort an end that means nothing. */
  next(signal?: AbortSignal): Promise<NextOutput>;
  /** Lets go of the open file. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param place.workerFolder holds `audio-file.js`
 * @param place.voiceActivity path of `silero_vad_v5.onnx`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openAudioFileReader(place: {
  readonly workerFolder: string;
  readonly voiceActivity: string;
}): Promise<AudioFileReader> {
  const worker = await startInferenceWorker({
    file: join(place.workerFolder, 'audio-file.js'),
    setup: { voiceActivity: place.voiceActivity },
    role: 'reading sound files',
  });
  return {
    open: (input, signal) => worker.call<FileDescription>('open', input, { signal }),
    start: (input) => worker.call<void>('start', input),
    next: (signal) => worker.call<NextOutput>('next', undefined, { signal }),
    release: () => worker.call<void>('release', undefined),
    close: () => worker.close(),
  };
}
