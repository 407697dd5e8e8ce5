import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { streamedParts } from '../../native/inference-worker/streamed-parts.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import { phonemeLine, stretchesOf } from './phoneme-text.ts';
import { type SpeakOptions, type SpokenClause, type TextToSpeech, wholeClause } from './text-to-speech.ts';
import type { SynthesisInput } from './text-to-speech-worker.ts';
import { FIRST_VOICE, installedVoices } from './voice-files.ts';
import { VoiceShelf } from './voice-shelf.ts';

const MODEL_ID = FIRST_VOICE.id;
const FILES = [FIRST_VOICE.file, `${FIRST_VOICE.file}.json`];
const ROLE = 'the voice';

/**
 * Piper voices with phonemes from eSpeak NG, each in a worker thread: the phonemes of the next clause are made while the
 * previous one is still spoken. The voice that comes with Parley is loaded at once, others when somebody speaks in them.
 * @param place.modelFolder holds `piper-en-us-joe-medium/`
 * @param place.workerFolder holds `text-to-speech.js` and `phonemes.js`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openPiper(place: { readonly modelFolder: string; readonly workerFolder: string }): Promise<TextToSpeech> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, FILES, ROLE);
  const openVoice = (modelFile: string) =>
    startInferenceWorker({ file: join(place.workerFolder, 'text-to-speech.js'), setup: { modelFile }, role: ROLE });
  const phonemizer = startInferenceWorker({ file: join(place.workerFolder, 'phonemes.js'), setup: null, role: 'the phonemes' });
  const [phonemes, first] = await bothOrNeither(phonemizer, openVoice(join(folder, FIRST_VOICE.file)));
  const shelf = new VoiceShelf({ first, installed: () => installedVoices(place.modelFolder), open: openVoice });

  async function* speakPieces(text: string, options: SpeakOptions): AsyncGenerator<SpokenClause> {
    const stretches = stretchesOf(text, options.pronunciations ?? {});
    const asked = stretches.filter(({ ipa }) => ipa === null).map((stretch) => stretch.text);
    if (stretches.length === 0 || options.signal?.aborted) return;
    const answers = asked.length === 0 ? [] : [...(await phonemes.call<string[]>('phonemes', asked))];
    const line = phonemeLine(
      stretches,
      stretches.map(({ ipa }) => ipa ?? answers.shift() ?? ''),
    );
    const { rate, pitch, formant = pitch } = options.voice;
    const input: SynthesisInput = { clause: text, line, rate, pitch, formant, steady: options.steady ?? false };
    const voice = await shelf.get(options.voice.voiceId);
    yield* streamedParts<SpokenClause>(voice, { method: 'speak', input, signal: options.signal });
  }
  const speak = (text: string, options: SpeakOptions) => wholeClause(speakPieces(text, options));
  const close = async () => {
    await Promise.all([phonemes.close(), shelf.close()]);
  };
  return { id: MODEL_ID, speak, speakPieces, prepare: ({ voiceId }) => void shelf.get(voiceId), close };
}

/** Whether a net is a voice: it is loaded, and says a word. Never rejects for a broken net. */
export async function speaksIn(place: { readonly workerFolder: string }, modelFile: string): Promise<boolean> {
  const start = { file: join(place.workerFolder, 'text-to-speech.js'), setup: { modelFile }, role: ROLE };
  try {
    const voice = await startInferenceWorker(start);
    const input: SynthesisInput = { clause: 'Hello.', line: 'həlˈoʊ.', rate: 1, pitch: 1, formant: 1, steady: true };
    const { samples } = await wholeClause(streamedParts<SpokenClause>(voice, { method: 'speak', input })).finally(() => voice.close());
    return samples.some((sample) => Math.abs(sample) > 0.05);
  } catch {
    return false;
  }
}

/** One thread without the other is of no use: if one fails to load, the other is closed. */
async function bothOrNeither(
  first: Promise<InferenceWorker>,
  second: Promise<InferenceWorker>,
): Promise<[InferenceWorker, InferenceWorker]> {
  const outcomes = await Promise.allSettled([first, second]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return [await first, await second];
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.close();
  throw damagedModel(MODEL_ID, ROLE, failed.reason);
}
