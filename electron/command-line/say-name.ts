import { localNames } from '../../models/names/local-names.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import type { NameCard } from '../ipc/memory-schema.ts';

export interface SaidName {
  /** What the voice was given for the name; null when it reads it as it is written. */
  readonly ipa: string | null;
  /** Mono, SPEAKING_SAMPLE_RATE_HZ. */
  readonly samples: Float32Array;
}

/**
 * Says a name in the voice of this computer, as its card would have it said.
 * @param card null = as the voice reads it
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function sayName(
  places: { readonly modelFolder: string; readonly workerFolder: string },
  name: string,
  card: NameCard | null,
): Promise<SaidName> {
  const { pronunciations } = localNames(card === null ? [] : [card]);
  const voice = await openPiper(places);
  try {
    const { samples } = await voice.speak(`${name}.`, { voice: { voiceId: voice.id, rate: 1, pitch: 1 }, pronunciations });
    return { ipa: pronunciations[name] ?? null, samples };
  } finally {
    await voice.close();
  }
}
