import { availableParallelism } from 'node:os';
import { openAudioFileReader } from '../../../models/audio-file/audio-file.ts';
import type { SpeakerEmbedding } from '../../../models/speaker-embedding/speaker-embedding.ts';
import { openVoiceEncoder } from '../../../models/speaker-embedding/voice-encoder.ts';
import { openMoonshine } from '../../../models/speech-to-text/moonshine.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { TranscribeFile } from './transcribe-file.ts';

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

/**
 * All that turning files into text takes. What tells voices apart is opened when a job first asks for it.
 * @param count of recognisers; as many as the cores pay for when left out
 */
export async function openTranscriptionEngine(
  scope: Scope,
  folders: { readonly models: string; readonly workers: string; readonly voiceActivity: string },
  count?: number,
): Promise<Pick<TranscribeFile, 'reader' | 'recognisers' | 'voices'>> {
  const place = { modelFolder: folders.models, workerFolder: folders.workers };
  const recognisers = await openRecognisers(scope, place, count);
  const reader = await openAudioFileReader({ workerFolder: folders.workers, voiceActivity: folders.voiceActivity });
  scope.add(() => reader.close());
  return { reader, recognisers, voices: voicesOnDemand(scope, place) };
}

/** Opens it once, however often it is asked for; without its model every asking fails with a sentence. */
export function voicesOnDemand(scope: Scope, place: { readonly modelFolder: string; readonly workerFolder: string }) {
  let opening: Promise<SpeakerEmbedding> | null = null;
  return (): Promise<SpeakerEmbedding> => {
    opening ??= openVoiceEncoder(place).then((voices) => {
      scope.add(() => voices.close());
      return voices;
    });
    return opening;
  };
}
