import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineFailure } from '../electron/lifetime/engine-failure.ts';

/**
 * Checks that a model's files are there before a native loader sees them: a missing or empty file becomes a sentence.
 * @param role "the recogniser", for the message
 * @returns the model's folder
 * @throws EngineFailure 'model-missing'
 */
export async function requireModelFiles(modelFolder: string, modelId: string, names: readonly string[], role: string): Promise<string> {
  const folder = join(modelFolder, modelId);
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile() && found.size > 0) continue;
    throw new EngineFailure('model-missing', `The model of ${role} is not complete: ${name} is missing in ${folder}.`, {
      retryable: false,
      whatToDo: `Run \`npm run -s parley -- models get ${modelId}\`.`,
    });
  }
  return folder;
}

/** Turns what a native loader throws over a broken file into a sentence. */
export function damagedModel(modelId: string, role: string, cause: unknown): EngineFailure {
  if (cause instanceof EngineFailure && cause.kind !== 'internal') return cause;
  return new EngineFailure('model-damaged', `The model of ${role} cannot be loaded: its files are damaged.`, {
    retryable: false,
    whatToDo: `Run \`npm run -s parley -- models verify\`, then \`models get ${modelId}\`.`,
    cause,
  });
}
