import { join } from 'node:path';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';
import { damagedModel, requireModelFiles } from '../model-files.ts';
import { phonemeLine, stretchesOf } from './phoneme-text.ts';
import type { SpeakOptions, SpokenClause, TextToSpeech } from './text-to-speech.ts';
import type { SynthesisInput } from './text-to-speech-worker.ts';

const MODEL_ID = 'piper-en-us-joe-medium';
const FILES = ['en_US-joe-medium.onnx', 'en_US-joe-medium.onnx.json'];
const ROLE = 'the voice';

/**
 * Piper en_US-joe-medium with phonemes from eSpeak NG, each in a worker thread: the phonemes of the next clause are made
 * while the previous one is still spoken.
 * @param place.modelFolder holds `piper-en-us-joe-medium/`
 * @param place.workerFolder holds `text-to-speech.js` and `phonemes.js`
 * @throws EngineFailure 'model-missing' | 'model-damaged'
 */
export async function openPiper(place: { readonly modelFolder: string; readonly workerFolder: string }): Promise<TextToSpeech> {
  const folder = await requireModelFiles(place.modelFolder, MODEL_ID, FILES, ROLE);
  const setup = { modelFile: join(folder, 'en_US-joe-medium.onnx') };
  const phonemizer = startInferenceWorker({ file: join(place.workerFolder, 'phonemes.js'), setup: null, role: 'the phonemes' });
  const synthesiser = startInferenceWorker({ file: join(place.workerFolder, 'text-to-speech.js'), setup, role: ROLE });
  const [phonemes, synthesis] = await bothOrNeither(phonemizer, synthesiser);

  const speak = async (text: string, options: SpeakOptions): Promise<SpokenClause> => {
    const stretches = stretchesOf(text, options.pronunciations ?? {});
    const asked = stretches.filter(({ ipa }) => ipa === null).map((stretch) => stretch.text);
    if (stretches.length === 0 || options.signal?.aborted) return { samples: new Float32Array(0), words: [] };
    const answers = asked.length === 0 ? [] : [...(await phonemes.call<string[]>('phonemes', asked))];
    const line = phonemeLine(
      stretches,
      stretches.map(({ ipa }) => ipa ?? answers.shift() ?? ''),
    );
    const { rate, pitch, formant = pitch } = options.voice;
    const input: SynthesisInput = { clause: text, line, rate, pitch, formant, steady: options.steady ?? false };
    return await synthesis.call<SpokenClause>('speak', input, { signal: options.signal });
  };
  const close = async () => {
    await Promise.all([phonemes.close(), synthesis.close()]);
  };
  return { id: MODEL_ID, speak, close };
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
