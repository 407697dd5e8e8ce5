import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { GIVEN_NAMES } from '../names/given-names.ts';
import { type BorneOut, borneOut } from './borne-out.ts';
import { greedySearch, type SearchResult } from './greedy-search.ts';
import { isInvented } from './invented-text.ts';
import { framesOf, MoonshineNet } from './moonshine-net.ts';
import { type NameForm, nameForms } from './name-forms.ts';
import { otherReadings } from './other-readings.ts';
import { cutAtQuiet } from './quiet-cuts.ts';
import { openRowProducts } from './row-products.ts';
import type { SoundFrames } from './sound-likeness.ts';
import { speechLikeness } from './speech-likeness.ts';
import type { BiasedName, OtherReading, RecognisedWord, Transcript } from './speech-to-text.ts';
import { Tokenizer } from './tokenizer.ts';
import { timedWords, withNames } from './word-estimate.ts';

export interface TranscribeInput {
  readonly samples: Float32Array;
  readonly effort: 'partial' | 'final' | 'greedy';
  readonly bias: readonly BiasedName[];
  readonly shown?: readonly string[];
  readonly words?: boolean;
}

interface HeardPiece extends BorneOut {
  readonly piece: Float32Array;
  /** Of the piece in the whole, in samples. */
  readonly offset: number;
  readonly result: SearchResult;
  readonly plain: string;
  readonly invented: boolean;
  readonly speechLikeness: number | null;
}

/** Of a long utterance its longest piece tells most. */
function likenessOf(pieces: readonly HeardPiece[]): number | null {
  return pieces.toSorted((one, other) => other.piece.length - one.piece.length)[0]?.speechLikeness ?? null;
}

/** Readings are of one whole piece: a request is no longer. */
function shownIn([piece, ...further]: readonly HeardPiece[]): readonly OtherReading[] {
  return further.length > 0 ? [] : (piece?.shown ?? []);
}

/** The encoder needs a few frames to say anything. */
const SHORTEST_SAMPLES = 1_600;

await serveInference(async ({ folder }: { folder: string }) => {
  const net = await MoonshineNet.load(join(folder, 'encoder_model.ort'), join(folder, 'decoder_model_merged.ort'));
  const products = await openRowProducts();
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
    const key = JSON.stringify(bias.map(({ written, spellings }) => [written, spellings]));
    if (key !== known.key) known = { key, forms: [...nameForms(tokenizer, bias, false), ...common] };
    return known.forms;
  };

  const hear = async (piece: Float32Array, offset: number, input: TranscribeInput, cancelled: () => boolean): Promise<HeardPiece> => {
    const encoded = await net.encode(piece);
    const result = await greedySearch(net, encoded, piece.length, { draft: input.effort === 'partial' ? draft : [], cancelled });
    const plain = tokenizer.decode(result.tokens).trim();
    const invented = isInvented(plain, result.hitTheCap);
    // The state of the search is large and only wanted here.
    const heard = { piece, offset, result: { ...result, last: null }, plain, invented, speechLikeness: speechLikeness(framesOf(encoded)) };
    if (input.effort !== 'final' || plain === '' || heard.invented) return { ...heard, named: null, shown: [] };
    const words = { net, tokenizer, products, encoded, piece, result, plain, cancelled };
    return { ...heard, ...(await borneOut(words, { forms: forms(input.bias), bias: input.bias, shown: input.shown ?? [] })) };
  };

  const transcribe = async (input: TranscribeInput, { cancelled }: Pick<WorkContext, 'cancelled'>): Promise<Transcript> => {
    if (input.samples.length < SHORTEST_SAMPLES) return { text: '', heardText: null, averageLogProbability: 0, rejected: true };
    const pieces: HeardPiece[] = [];
    let offset = 0;
    for (const piece of cutAtQuiet(input.samples)) {
      if (!cancelled() && piece.length >= SHORTEST_SAMPLES) pieces.push(await hear(piece, offset, input, cancelled));
      offset += piece.length;
    }
    draft = input.effort === 'partial' ? (pieces.at(-1)?.result.tokens ?? []) : [];
    const spoken = pieces.filter(({ invented }) => !invented);
    return {
      text: spoken.map(({ plain, named }) => named ?? plain).join(' '),
      heardText: spoken.some(({ named }) => named !== null) ? spoken.map(({ plain }) => plain).join(' ') : null,
      averageLogProbability: pieces.reduce((sum, { result }) => sum + result.averageLogProbability, 0) / Math.max(1, pieces.length),
      rejected: spoken.length === 0,
      speechLikeness: likenessOf(pieces),
      shown: shownIn(pieces),
      ...(input.words ? { words: spoken.flatMap(wordsOf) } : {}),
    };
  };

  const wordsOf = ({ piece, offset, result, named }: HeardPiece): RecognisedWord[] => {
    const words = tokenizer.wordsOf(result.tokens).map(({ text, from, to }) => {
      const sum = result.logProbabilities.slice(from, to).reduce((total, value) => total + value, 0);
      return { text, confidence: Math.exp(sum / Math.max(1, to - from)) };
    });
    const offsetMs = (offset / HEARING_SAMPLE_RATE_HZ) * 1000;
    const timed = timedWords(named === null ? words : withNames(words, named), piece);
    return timed.map((word) => ({ ...word, startMs: word.startMs + offsetMs, endMs: word.endMs + offsetMs }));
  };

  // The first run of a graph is several times slower than the next: nobody should wait for it.
  await transcribe({ samples: new Float32Array(16_000), effort: 'final', bias: [] }, { cancelled: () => false });
  const soundFrames = async (samples: Float32Array): Promise<SoundFrames> => framesOf(await net.encode(samples));
  const readings = async (samples: Float32Array, { cancelled }: Pick<WorkContext, 'cancelled'>) =>
    samples.length < SHORTEST_SAMPLES ? [] : await otherReadings({ net, tokenizer, cancelled }, samples);
  return { transcribe, soundFrames, otherReadings: readings, close: () => Promise.all([net.release(), products.release()]) };
});
