import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import { WINDOW_SAMPLES } from './log-mel.ts';
import type { TurnEndSetup } from './smart-turn-worker.ts';
import type { TurnEnd } from './turn-end.ts';

const MODEL_ID = 'smart-turn-v3-2';
const FILE = 'smart-turn-v3.2-cpu.onnx';
const ROLE = 'the turn end';

/**
 * Smart Turn v3.2 (Daily, BSD-2; 8 million parameters, 8 bit; 23 languages) in a worker thread.
 * Input [1, 80, 800] f32 log-mel features of the last 8 s; output [1, 1] probability.
 * @param place.modelFolder holds `smart-turn-v3-2/`
 * @param place.workerFolder holds `turn-end.js`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openSmartTurn(place: { readonly modelFolder: string; readonly workerFolder: string }): Promise<TurnEnd> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, [FILE], ROLE);
  const setup: TurnEndSetup = { modelFile: join(folder, FILE) };
  let worker: InferenceWorker;
  try {
    worker = await startInferenceWorker({ file: join(place.workerFolder, 'turn-end.js'), setup, role: ROLE });
  } catch (cause) {
    throw damagedModel(MODEL_ID, ROLE, cause);
  }
  return {
    id: MODEL_ID,
    probability: (samples, signal) => {
      const last = samples.slice(Math.max(0, samples.length - WINDOW_SAMPLES));
      return worker.call<number | null>('probability', last, { signal, transfer: [last.buffer] });
    },
    close: () => worker.close(),
  };
}
