import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { beamSearch } from './beam-search.ts';
import { greedySearch, type SearchResult } from './greedy-search.ts';
import { isInvented } from './invented-text.ts';
import { MoonshineNet } from './moonshine-net.ts';
import { nameTrie } from './name-trie.ts';
import { cutAtQuiet } from './quiet-cuts.ts';
import type { Transcript } from './speech-to-text.ts';
import { Tokenizer } from './tokenizer.ts';

export interface TranscribeInput {
  readonly samples: Float32Array;
  readonly effort: 'partial' | 'final' | 'greedy';
  readonly bias: readonly string[];
}

/** The encoder needs a few frames to say anything. */
const SHORTEST_SAMPLES = 1_600;

await serveInference(async ({ folder }: { folder: string }) => {
  const net = await MoonshineNet.load(join(folder, 'encoder_model.ort'), join(folder, 'decoder_model_merged.ort'));
  const tokenizer = new Tokenizer(await readFile(join(folder, 'tokenizer.bin')));
  let draft: readonly number[] = [];

  const search = async (samples: Float32Array, input: TranscribeInput, cancelled: () => boolean): Promise<SearchResult> => {
    const encoded = await net.encode(samples);
    // Without names to lean towards the beam finds nothing more (0.67 % of words wrong either way on the recordings) and takes
    // two and a half times as long.
    if (input.effort !== 'final' || input.bias.length === 0)
      return greedySearch(net, encoded, samples.length, { draft: input.effort === 'partial' ? draft : [], cancelled });
    const names = nameTrie(tokenizer, input.bias);
    return beamSearch(net, encoded, samples.length, { names, breaksWord: (token) => tokenizer.breaksWord(token), cancelled });
  };

  const transcribe = async (input: TranscribeInput, { cancelled }: Pick<WorkContext, 'cancelled'>): Promise<Transcript> => {
    if (input.samples.length < SHORTEST_SAMPLES) return { text: '', averageLogProbability: 0, rejected: true };
    const results: SearchResult[] = [];
    for (const piece of cutAtQuiet(input.samples)) {
      if (!cancelled() && piece.length >= SHORTEST_SAMPLES) results.push(await search(piece, input, cancelled));
    }
    draft = input.effort === 'partial' ? (results.at(-1)?.tokens ?? []) : [];
    const texts = results.map((result) => ({ text: tokenizer.decode(result.tokens).trim(), hitTheCap: result.hitTheCap }));
    const spoken = texts.filter(({ text, hitTheCap }) => !isInvented(text, hitTheCap));
    return {
      text: spoken.map(({ text }) => text).join(' '),
      averageLogProbability: results.reduce((sum, result) => sum + result.averageLogProbability, 0) / Math.max(1, results.length),
      rejected: spoken.length === 0,
    };
  };

  // The first run of a graph is several times slower than the next: nobody should wait for it.
  await transcribe({ samples: new Float32Array(16_000), effort: 'final', bias: [] }, { cancelled: () => false });
  return { transcribe, close: () => net.release() };
});
