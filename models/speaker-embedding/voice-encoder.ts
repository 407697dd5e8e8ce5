import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import type { SpeakerEmbedding } from './speaker-embedding.ts';
import { DIMENSIONS, PIECE_SAMPLES } from './voice-encoder-net.ts';

const MODEL_ID = 'ge2e-voice-encoder';
const FILE = 'pretrained.pt';
const ROLE = 'telling voices apart';

/** Whether it was fetched to this computer. */
export async function isVoiceEncoderHere(modelFolder: string): Promise<boolean> {
  return await requireModelFiles(modelFolder, MODEL_ID, [FILE], ROLE).then(
    () => true,
    () => false,
  );
}

/**
 * The GE2E voice encoder by Resemble AI (Apache-2.0) in a worker thread.
 * @param place.modelFolder holds `ge2e-voice-encoder/`
 * @param place.workerFolder holds `speaker-embedding.js`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openVoiceEncoder(place: { readonly modelFolder: string; readonly workerFolder: string }): Promise<SpeakerEmbedding> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, [FILE], ROLE);
  let worker: InferenceWorker;
  try {
    worker = await startInferenceWorker({
      file: join(place.workerFolder, 'speaker-embedding.js'),
      setup: { file: join(folder, FILE) },
      role: ROLE,
    });
  } catch (cause) {
    throw damagedModel(MODEL_ID, ROLE, cause);
  }
  return {
    id: MODEL_ID,
    dimensions: DIMENSIONS,
    pieceMs: PIECE_SAMPLES / 16,
    embed: (pieces, options) => worker.call<Float32Array[]>('embed', { pieces }, { signal: options?.signal }),
    close: () => worker.close(),
  };
}
