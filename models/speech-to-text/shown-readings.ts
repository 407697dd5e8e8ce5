import { END, type Encoded, type MoonshineNet, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';
import { rowLogProbability } from './name-anew.ts';
import type { OtherReading } from './speech-to-text.ts';
import { textsWithShown } from './texts-with-shown.ts';
import type { Tokenizer } from './tokenizer.ts';

/**
 * How much less likely than the words heard a reading with a shown thing may be. Of 264 requests to a screen by natural voices 27 were misheard
 * where a shown thing sounds alike: 22 of their better readings lie below, and 6 of 516 that were not said (19 and none below 4).
 */
const FURTHEST_NATS = 6;

interface Heard {
  readonly net: MoonshineNet;
  readonly encoded: Encoded;
  readonly tokenizer: Tokenizer;
  readonly tokens: readonly number[];
  /** Of the plain search: the state behind all tokens, with the logits of every position. */
  readonly last: Step;
}

/**
 * What the audio bears out of what is shown: the words heard, with a shown thing where something sounds like it. One call of the decoder,
 * none where nothing sounds so.
 * @param text the words as the plain search found them
 * @returns the likeliest first
 */
export async function shownReadings(heard: Heard, text: string, shown: readonly string[]): Promise<readonly OtherReading[]> {
  const texts = textsWithShown(text, shown);
  if (texts.length === 0) return [];
  const plain = [...heard.tokens, END];
  const rows = texts.map((each) => [...heard.tokenizer.encode(each), END]);
  const common = Math.min(...rows.map((row) => commonLength(row, plain)));
  const { logits } = heard.last;
  const next = logits.subarray(common * VOCABULARY_SIZE, (common + 1) * VOCABULARY_SIZE);
  const base = rowLogProbability(logits, common + 1, plain.slice(common));
  const prefix = heard.net.shorten(heard.last, common + 1);
  const scores = await heard.net.scoresAfter(heard.encoded, prefix, { rows: rows.map((row) => row.slice(common)), next });
  return texts
    .map((each, at) => ({ text: each, behindNats: base - (scores[at] ?? Number.NEGATIVE_INFINITY) }))
    .filter(({ behindNats }) => behindNats <= FURTHEST_NATS)
    .sort((one, other) => one.behindNats - other.behindNats)
    .filter(({ text: one }, at, all) => all.findIndex(({ text: other }) => other.toLowerCase() === one.toLowerCase()) === at);
}

function commonLength(row: readonly number[], plain: readonly number[]): number {
  const differs = row.findIndex((token, at) => token !== plain[at]);
  return differs < 0 ? row.length - 1 : differs;
}
