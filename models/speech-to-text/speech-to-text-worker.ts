import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { GIVEN_NAMES } from '../names/given-names.ts';
import { greedySearch } from './greedy-search.ts';
import { isInvented } from './invented-text.ts';
import { MoonshineNet } from './moonshine-net.ts';
import { type NameForm, nameForms } from './name-forms.ts';
import { searchNames } from './name-search.ts';
import { cutAtQuiet } from './quiet-cuts.ts';
import type { BiasedName, Transcript } from './speech-to-text.ts';
import { Tokenizer } from './tokenizer.ts';

export interface TranscribeInput {
  readonly samples: Float32Array;
  readonly effort: 'partial' | 'final' | 'greedy';
  readonly bias: readonly BiasedName[];
}

interface HeardPiece {
  readonly tokens: readonly number[];
  readonly averageLogProbability: number;
  readonly plain: string;
  /** With names put in; null = there were none. */
  readonly named: string | null;
  readonly invented: boolean;
}

/** The encoder needs a few frames to say anything. */
const SHORTEST_SAMPLES = 1_600;

await serveInference(async ({ folder }: { folder: string }) => {
  const net = await MoonshineNet.load(join(folder, 'encoder_model.ort'), join(folder, 'decoder_model_merged.ort'));
  const tokenizer = new Tokenizer(await readFile(join(folder, 'tokenizer.bin')));
  let draft: readonly number[] = [];
  /** Names stay the same for a whole conversation. */
  let known: { readonly key: string; readonly forms: readonly NameForm[] } = { key: '', forms: [] };

  const common = nameForms(
    tokenizer,
    GIVEN_NAMES.map((written) => ({ written, spellings: [] })),
    true,
  );
  const forms = (bias: readonly BiasedName[]): readonly NameForm[] => {
    const key = JSON.stringify(bias);
    if (key !== known.key) known = { key, forms: [...nameForms(tokenizer, bias, false), ...common] };
    return known.forms;
  };

  const hear = async (samples: Float32Array, input: TranscribeInput, cancelled: () => boolean): Promise<HeardPiece> => {
    const encoded = await net.encode(samples);
    const found = await greedySearch(net, encoded, samples.length, { draft: input.effort === 'partial' ? draft : [], cancelled });
    const { tokens, averageLogProbability, hitTheCap } = found;
    const plain = tokenizer.decode(tokens).trim();
    const words = { tokens, averageLogProbability, plain, invented: isInvented(plain, hitTheCap) };
    if (input.effort !== 'final' || plain === '' || words.invented) return { ...words, named: null };
    const heard = { net, encoded, sampleCount: samples.length, tokenizer, forms: forms(input.bias), cancelled };
    return { ...words, named: await searchNames(heard, plain) };
  };

  const transcribe = async (input: TranscribeInput, { cancelled }: Pick<WorkContext, 'cancelled'>): Promise<Transcript> => {
    if (input.samples.length < SHORTEST_SAMPLES) return { text: '', heardText: null, averageLogProbability: 0, rejected: true };
    const pieces: HeardPiece[] = [];
    for (const piece of cutAtQuiet(input.samples)) {
      if (!cancelled() && piece.length >= SHORTEST_SAMPLES) pieces.push(await hear(piece, input, cancelled));
    }
    draft = input.effort === 'partial' ? (pieces.at(-1)?.tokens ?? []) : [];
    const spoken = pieces.filter(({ invented }) => !invented);
    return {
      text: spoken.map(({ plain, named }) => named ?? plain).join(' '),
      heardText: spoken.some(({ named }) => named !== null) ? spoken.map(({ plain }) => plain).join(' ') : null,
      averageLogProbability: pieces.reduce((sum, piece) => sum + piece.averageLogProbability, 0) / Math.max(1, pieces.length),
      rejected: spoken.length === 0,
    };
  };

  // The first run of a graph is several times slower than the next: nobody should wait for it.
  await transcribe({ samples: new Float32Array(16_000), effort: 'final', bias: [] }, { cancelled: () => false });
  return { transcribe, close: () => net.release() };
});
