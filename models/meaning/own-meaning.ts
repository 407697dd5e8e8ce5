import { join } from 'node:path';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import type { MeaningModel, TextMeaning } from './meaning-model.ts';
import { DIMENSIONS } from './meaning-net.ts';
import type { MeaningSetup } from './meaning-worker.ts';

const ROLE = 'understanding by meaning';

/**
 * Parley's own net, which ships with it, in a worker thread.
 * @param place.assets holds `weights/parley-meaning.onnx` and `.json`
 * @param place.workerFolder holds `meaning.js`
 * @throws EngineFailure 'model-damaged'
 */
export async function openOwnMeaning(place: { readonly assets: string; readonly workerFolder: string }): Promise<MeaningModel> {
  const [netFile, wordsFile] = ['onnx', 'json'].map((kind) => join(place.assets, `weights/parley-meaning.${kind}`)) as [string, string];
  const setup: MeaningSetup = { netFile, wordsFile };
  let worker: InferenceWorker;
  try {
    worker = await startInferenceWorker({ file: join(place.workerFolder, 'meaning.js'), setup, role: ROLE });
  } catch (cause) {
    throw new EngineFailure('model-damaged', 'What requests are understood by, beyond phrases, cannot be loaded: its files are damaged.', {
      ...{ retryable: false, whatToDo: 'Install Parley again; until then requests are understood by their phrases.', cause },
    });
  }
  const { version, classes } = await worker.call<{ version: string; classes: string[] }>('known', {});
  return {
    id: `parley-meaning-${version}`,
    dimensions: DIMENSIONS,
    classes,
    read: (texts, options) => worker.call<TextMeaning[]>('read', { texts }, { signal: options?.signal }),
    close: () => worker.close(),
  };
}
