import { serveInference } from '../../native/inference-worker/serve-inference.ts';
import { MiniLmNet } from './mini-lm-net.ts';

export interface EmbeddingSetup {
  readonly modelFile: string;
  readonly tokenizerFile: string;
}

await serveInference(async (setup: EmbeddingSetup) => {
  const net = await MiniLmNet.load(setup);
  const embed = async ({ texts }: { texts: readonly string[] }, { cancelled }: { cancelled: () => boolean }): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (const text of texts) {
      if (cancelled()) return [];
      vectors.push(await net.embed(text));
    }
    return vectors;
  };
  await net.embed('Hello.');
  return { embed, close: () => net.release() };
});
