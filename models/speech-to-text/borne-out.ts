import type { SearchResult } from './greedy-search.ts';
import { mayBeSpelled, searchLetters } from './letter-search.ts';
import { type Encoded, framesOf, type MoonshineNet } from './moonshine-net.ts';
import type { NameForm } from './name-forms.ts';
import { searchNames } from './name-search.ts';
import { likenessesOf } from './name-sounds.ts';
import type { RowProducts } from './row-products.ts';
import { shownReadings } from './shown-readings.ts';
import type { BiasedName, OtherReading } from './speech-to-text.ts';
import type { Tokenizer } from './tokenizer.ts';

export interface HeardPlainly {
  readonly net: MoonshineNet;
  readonly tokenizer: Tokenizer;
  readonly products: RowProducts;
  readonly encoded: Encoded;
  readonly piece: Float32Array;
  readonly result: SearchResult;
  /** The words of the result. */
  readonly plain: string;
  readonly cancelled: () => boolean;
}

export interface MaybeMeant {
  readonly forms: readonly NameForm[];
  readonly bias: readonly BiasedName[];
  readonly shown: readonly string[];
}

export interface BorneOut {
  /** With letters or names put in; null = there were none. */
  readonly named: string | null;
  /** With what is shown; none where a name was put in, which stays. */
  readonly shown: readonly OtherReading[];
}

/** What the audio bears out of what somebody here may have meant: spelled letters, names, then what is shown. */
export async function borneOut(heard: HeardPlainly, { forms, bias, shown }: MaybeMeant): Promise<BorneOut> {
  const { encoded, piece, result, plain, cancelled } = heard;
  const search = { net: heard.net, tokenizer: heard.tokenizer, encoded, sampleCount: piece.length, cancelled };
  const letters = await searchLetters(search, plain, result.averageLogProbability * (result.tokens.length + 1));
  if (letters !== null) return { named: letters, shown: [] };
  // The words of the spelling alphabet are near many names: Alfred is no "alpha".
  const near = mayBeSpelled(plain) ? forms.filter(({ isCommon }) => !isCommon) : forms;
  const likenesses = await likenessesOf(framesOf(encoded), bias, heard.products);
  const named = await searchNames({ ...search, plain: result, forms: near, piece, likenesses }, plain);
  if (named !== null || result.last === null || cancelled()) return { named, shown: [] };
  return { named, shown: await shownReadings({ ...search, tokens: result.tokens, last: result.last }, plain, shown) };
}
