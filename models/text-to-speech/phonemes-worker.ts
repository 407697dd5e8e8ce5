import { phonemize } from 'phonemizer';
import { serveInference } from '../../native/inference-worker/serve-inference.ts';

/**
 * eSpeak NG turns words into IPA. It lives in a thread of its own for two reasons: it is GPL-3.0-or-later and must stay a
 * part one can take out and replace, and importing it adds process-wide listeners that rethrow unhandled errors.
 */

/** V8 optimises the wasm only after some calls: 30-100 ms each before, 2-7 ms after (measured). */
const WARM_UP_CALLS = 20;

await serveInference(async () => {
  const toPhonemes = async (text: string): Promise<string> => (await phonemize(text, 'en-us')).join(' ');
  for (let call = 0; call < WARM_UP_CALLS; call++) await toPhonemes(`this is warm up sentence number ${call}`);
  return {
    /** @param texts stretches without punctuation @returns IPA of each, in order */
    phonemes: (texts: readonly string[]) => Promise.all(texts.map(toPhonemes)),
  };
});
