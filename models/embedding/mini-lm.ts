import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import type { EmbeddingSetup } from './embedding-worker.ts';
import { DIMENSIONS } from './mini-lm-net.ts';

const MODEL_ID = 'minilm-l6-v2-int8';
const FILES = ['model.onnx', 'tokenizer.json'];
const ROLE = 'understanding by meaning';

/** Whether its files are there: it is optional. */
export async function isMiniLmHere(modelFolder: string): Promise<boolean> {
  return await requireModelFiles(modelFolder, MODEL_ID, FILES, ROLE).then(
    () => true,
    () => false,
  );
}

/**
 * all-MiniLM-L6-v2 (Reimers and Gurevych, 2019; 8-bit weights) in a worker thread: 5 ms a sentence on one core (measured).
 * @param place.modelFolder holds `minilm-l6-v2-int8/`
 * @param place.workerFolder holds `embedding.js`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openMiniLm(place: { readonly modelFolder: string; readonly workerFolder: string }): Promise<EmbeddingModel> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, FILES, ROLE);
  const setup: EmbeddingSetup = { modelFile: join(folder, 'model.onnx'), tokenizerFile: join(folder, 'tokenizer.json') };
  let worker: InferenceWorker;
  try {
    worker = await startInferenceWorker({ file: join(place.workerFolder, 'embedding.js'), setup, role: ROLE });
  } catch (cause) {
    throw damagedModel(MODEL_ID, ROLE, cause);
  }
  return {
    id: MODEL_ID,
    dimensions: DIMENSIONS,
    embed: (texts, options) => worker.call<Float32Array[]>('embed', { texts }, { signal: options?.signal }),
    close: () => worker.close(),
  };
}
