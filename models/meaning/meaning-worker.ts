import { serveInference } from '../../native/inference-worker/serve-inference.ts';
import type { TextMeaning } from './meaning-model.ts';
import { MeaningNet } from './meaning-net.ts';

export interface MeaningSetup {
  readonly netFile: string;
  readonly wordsFile: string;
}

await serveInference(async (setup: MeaningSetup) => {
  const net = await MeaningNet.load(setup);
  const read = async ({ texts }: { texts: readonly string[] }, { cancelled }: { cancelled: () => boolean }): Promise<TextMeaning[]> => {
    const meanings: TextMeaning[] = [];
    for (const text of texts) {
      if (cancelled()) return [];
      meanings.push(await net.read(text));
    }
    return meanings;
  };
  await net.read('Hello.');
  return { read, known: async () => ({ version: net.version, classes: net.classes }), close: () => net.release() };
});
