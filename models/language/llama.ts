import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { streamedParts } from '../../native/inference-worker/streamed-parts.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import { ADAPTER_WRITES_CALLS, isOwnAdapter } from './adapter.ts';
import type { LanguageModel } from './language-model.ts';
import type { LanguageSetup } from './language-worker.ts';

const MODEL_ID = 'gemma-3-270m-q4';
const FILE = 'gemma-3-270m-q4_k_m.gguf';
const ROLE = 'the language model';

/**
 * Gemma 3 270M (base, 4 bit) with Parley's own adapter, on llama.cpp in a worker thread: 11 ms a token on one core, the
 * first token after 50-90 ms when the prompt's beginning is cached (measured).
 * @param place.adapterFile LoRA in GGUF for exactly this base model; without it, or when it is not the one of this program,
 *   the base model talks by examples and calls no skills
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openLlama(place: {
  readonly modelFolder: string;
  readonly workerFolder: string;
  readonly adapterFile: string;
  /** Of an adapter that is being tried. */
  readonly adapterSha256?: string;
}): Promise<LanguageModel> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, [FILE], ROLE);
  const isTuned = await isOwnAdapter(place.adapterFile, place.adapterSha256);
  const setup: LanguageSetup = { modelFile: join(folder, FILE), adapterFile: isTuned ? place.adapterFile : null };
  let worker: InferenceWorker;
  try {
    await requireGguf(setup.modelFile);
    worker = await startInferenceWorker({ file: join(place.workerFolder, 'language.js'), setup, role: ROLE });
  } catch (cause) {
    throw damagedModel(MODEL_ID, ROLE, cause);
  }
  return {
    id: MODEL_ID,
    isTuned,
    writesCalls: isTuned && ADAPTER_WRITES_CALLS,
    generate: (prompt, { maxTokens, stop, signal }) =>
      streamedParts<string>(worker, { method: 'generate', input: { prompt, maxTokens, stop }, signal }),
    prefill: (prompt, signal) => worker.call<void>('prefill', { prompt }, { signal }),
    close: () => worker.close(),
  };
}

/** The native loader is not asked about files that are something else altogether (a login page saved as a model). */
async function requireGguf(file: string): Promise<void> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer.toString('latin1') === 'GGUF') return;
  } finally {
    await handle.close();
  }
  throw new EngineFailure('model-damaged', `${file} is not a GGUF model.`, {
    retryable: false,
    whatToDo: `Delete it and run \`npm run -s parley -- models get ${MODEL_ID}\`.`,
  });
}
