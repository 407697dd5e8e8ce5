import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import { LONGEST_MS } from './quiet-cuts.ts';
import type { SoundFrames } from './sound-likeness.ts';
import type { OtherReading, SpeechToText, TranscribeOptions, Transcript } from './speech-to-text.ts';
import type { TranscribeInput } from './speech-to-text-worker.ts';

const MODEL_ID = 'moonshine-tiny-en';
const FILES = ['encoder_model.ort', 'decoder_model_merged.ort', 'tokenizer.bin'];
const ROLE = 'the recogniser';

/**
 * Moonshine tiny-en (English, MIT) in a worker thread. A partial reuses the previous partial as a draft; the final search
 * is plain, and names are put in where the audio bears them out (`name-search.ts`).
 * @param place.modelFolder holds `moonshine-tiny-en/`
 * @param place.workerFolder holds `speech-to-text.js`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openMoonshine(place: { readonly modelFolder: string; readonly workerFolder: string }): Promise<SpeechToText> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, FILES, ROLE);
  let worker: InferenceWorker;
  try {
    const file = join(place.workerFolder, 'speech-to-text.js');
    worker = await startInferenceWorker({ file, setup: { folder }, role: ROLE });
  } catch (cause) {
    throw damagedModel(MODEL_ID, ROLE, cause);
  }
  return {
    id: MODEL_ID,
    longestMs: LONGEST_MS,
    transcribe: (samples, options: TranscribeOptions) => {
      const { effort, bias = [], shown = [], words = false } = options;
      const input: TranscribeInput = { samples, effort, bias, shown, words };
      return worker.call<Transcript>('transcribe', input, { signal: options.signal });
    },
    soundFrames: (samples, { signal }) => worker.call<SoundFrames>('soundFrames', samples, { signal }),
    otherReadings: (samples, { signal }) => worker.call<OtherReading[]>('otherReadings', samples, { signal }),
    close: () => worker.close(),
  };
}
