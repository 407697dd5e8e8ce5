import { availableParallelism } from 'node:os';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { Scope } from '../../lifetime/scope.ts';

/** See the README for what was measured: a recogniser a core pays, with one thread for reading beside them. */
const MOST_RECOGNISERS = 4;

export function recogniserCount(cores = availableParallelism()): number {
  return Math.max(1, Math.min(MOST_RECOGNISERS, cores));
}

/** Opens several recognisers, each in its own thread; the scope closes them. @throws EngineFailure */
export async function openRecognisers(
  scope: Scope,
  place: { readonly modelFolder: string; readonly workerFolder: string },
  count = recogniserCount(),
): Promise<SpeechToText[]> {
  const opening = Array.from({ length: count }, async () => {
    const recogniser = await openMoonshine(place);
    scope.add(() => recogniser.close());
    return recogniser;
  });
  return await Promise.all(opening);
}
