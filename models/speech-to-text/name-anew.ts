import { soundDistance, soundsOfWords } from '../names/sounds.ts';
import { likeliest, type SearchResult } from './greedy-search.ts';
import { BEGIN, END, type Encoded, logSumExp, longestTokens, type MoonshineNet, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';
import type { NameForm } from './name-forms.ts';
import { FRAME_MS, type NameLikeness, wordsOver } from './name-sounds.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A stretch of speech in which names are looked for. */
export interface Heard {
  readonly net: MoonshineNet;
  readonly encoded: Encoded;
  readonly sampleCount: number;
  readonly tokenizer: Tokenizer;
  readonly forms: readonly NameForm[];
  readonly cancelled: () => boolean;
  readonly piece: Float32Array;
  /** Where the audio sounds most like a name, by its written form; those are missing that nobody said for comparison. */
  readonly likenesses: ReadonlyMap<string, NameLikeness>;
  /** What the plain search found: its state serves again. */
  readonly plain: Pick<SearchResult, 'tokens' | 'last'>;
}

/** A text with a name put in, as the net would write it. */
export interface Placed {
  readonly text: string;
  readonly form: NameForm;
}

/**
 * How many nats less likely than the words heard a sentence may be that begins anew with a name where its sound is: by how like it is.
 * On 192 spoken names (the tuning set) most of those that were misheard beyond finding lie above, nearly all that nobody said below.
 */
const MOST_UNLIKE = 0.52;
const UNLIKE_ENOUGH = 0.58;
const NATS = 90;
/** Words are laid over the sound by estimate. */
const SLACK_MS = 450;
/** A word that sounds like the name explains its sound: "coffee" is not Kofi, and the next likest name may be said elsewhere. */
const SOUNDS_LIKE = 0.3;
/** A word the net was sure of; a name it was sure of resists another: Akira is not Shira. */
export const SURE_NATS = -0.6;
export const SURE_NAME_NATS = 6;
const NAMES_TRIED = 2;
const FORMS_TRIED = 2;

/**
 * Looks for the name that sounds most like some stretch of the audio where none of the words heard is near it: "Where does he come
 * live?" becomes "Where does Yifan live?". The words from there on are heard anew behind the name.
 * @returns null where no name sounds so, or none makes a likely sentence
 */
export async function nameBySound(heard: Heard, text: string, placed: readonly NameForm[]): Promise<Placed | null> {
  const names = likestNames(heard.likenesses, text)
    .filter(([written]) => !placed.some((form) => form.written === written))
    .slice(0, NAMES_TRIED);
  if (names.length === 0) return null;
  const words = wordsOver(text, heard.piece);
  const whole = await wholeOf(heard, text);
  for (const [written, likeness] of names) {
    const forms = heard.forms.filter((form) => form.written === written && !form.isCommon);
    const fromMs = likeness.from * FRAME_MS;
    const places = words.filter(({ startMs }) => Math.abs(startMs - fromMs) <= SLACK_MS).map(({ from }) => from);
    if (places.some((from) => isAlike(wordAt(text, from), forms) && isSure(heard, text, whole, from) && !isName(text, from))) continue;
    return await likeliestAt(heard, text, { whole, places, forms, allowance: (UNLIKE_ENOUGH - likeness.unlike) * NATS });
  }
  return null;
}

/** Of names that sound like the same stretch only the likest, and none where one of them is written already. */
function likestNames(likenesses: ReadonlyMap<string, NameLikeness>, text: string): (readonly [string, NameLikeness])[] {
  const names = [...likenesses].filter(([, { unlike }]) => unlike < MOST_UNLIKE).sort(([, one], [, other]) => one.unlike - other.unlike);
  return names.filter(
    ([, { from, to }], at) =>
      !names.some(([written, other], rank) => (rank < at || text.includes(written)) && other.from < to && from < other.to),
  );
}

interface Looking {
  readonly whole: Step;
  /** Where the name may begin. */
  readonly places: readonly number[];
  readonly forms: readonly NameForm[];
  /** Nats less likely than the words heard that it may be. */
  readonly allowance: number;
}

async function likeliestAt(heard: Heard, text: string, { whole, places, forms, allowance }: Looking): Promise<Placed | null> {
  let best: (Placed & { readonly gain: number }) | null = null;
  for (const from of places) {
    const resistance = isName(text, from) && isSure(heard, text, whole, from) ? SURE_NAME_NATS : 0;
    const base = logProbabilityFrom(heard, text, whole, { from, to: text.length, ends: true });
    for (const form of await likeliestForms(heard, text, { whole, from, forms })) {
      const anew = await restAnew(heard, text, { form, from, least: base - allowance + resistance });
      if (anew !== null && anew.sum - base > (best?.gain ?? Number.NEGATIVE_INFINITY))
        best = { text: anew.text, form, gain: anew.sum - base };
    }
  }
  return best;
}

function isName(text: string, from: number): boolean {
  return from > 0 && /^\p{Lu}/u.test(wordAt(text, from));
}

/** The net was sure of the word at a place. */
export function isSure(heard: Pick<Heard, 'tokenizer'>, text: string, whole: Step, from: number): boolean {
  return logProbabilityFrom(heard, text, whole, { from, to: from + wordAt(text, from).length, ends: false }) > SURE_NATS;
}

function wordAt(text: string, from: number): string {
  return /^[^\p{L}]*(\p{L}[\p{L}\p{M}'’-]*)/u.exec(text.slice(from))?.[1] ?? '';
}

function isSameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isAlike(word: string, forms: readonly NameForm[]): boolean {
  const sounds = soundsOfWords(word);
  return forms.some((form) => soundDistance(form.sounds, sounds) < SOUNDS_LIKE);
}

async function likeliestForms(
  { net, encoded, tokenizer }: Heard,
  text: string,
  { whole, from, forms }: { readonly whole: Step; readonly from: number; readonly forms: readonly NameForm[] },
): Promise<NameForm[]> {
  const length = 1 + prefixTokens(tokenizer, text, from).length;
  const next = whole.logits.subarray((length - 1) * VOCABULARY_SIZE, length * VOCABULARY_SIZE);
  const scores = await net.scoresAfter(encoded, net.shorten(whole, length), { rows: forms.map(({ tokens }) => tokens), next });
  return forms
    .map((form, index) => ({ form, score: (scores[index] ?? 0) + form.tokens.length }))
    .sort((one, other) => other.score - one.score)
    .slice(0, FORMS_TRIED)
    .map(({ form }) => form);
}

function logProbabilityFrom(
  { tokenizer }: Pick<Heard, 'tokenizer'>,
  text: string,
  whole: Step,
  { from, to, ends }: { readonly from: number; readonly to: number; readonly ends: boolean },
): number {
  const length = 1 + prefixTokens(tokenizer, text, from).length;
  return rowLogProbability(whole.logits, length, [...tokenizer.encode(text.slice(from, to)), ...(ends ? [END] : [])]);
}

/** The state behind the whole text: most often the plain search has it already. */
export async function wholeOf({ net, encoded, tokenizer, plain }: Heard, text: string): Promise<Step> {
  const tokens = tokenizer.encode(text);
  const isPlain = tokens.length === plain.tokens.length && tokens.every((token, index) => token === plain.tokens[index]);
  return isPlain && plain.last !== null ? plain.last : net.start(encoded, [BEGIN, ...tokens]);
}

/** The tokens of what stands before a place. */
export function prefixTokens(tokenizer: Tokenizer, text: string, from: number): number[] {
  const prefix = text.slice(0, from).trimEnd();
  return prefix === '' ? [] : tokenizer.encode(prefix);
}

/**
 * The words behind a name, heard anew: "call me that five" becomes "call Neeve at five".
 * @returns null where name and words are together less likely than `least`
 */
export async function restAnew(
  { net, encoded, sampleCount, tokenizer, cancelled }: Heard,
  text: string,
  { form, from, least }: { readonly form: NameForm; readonly from: number; readonly least: number },
): Promise<{ readonly text: string; readonly sum: number } | null> {
  const before = [BEGIN, ...prefixTokens(tokenizer, text, from)];
  let step = await net.start(encoded, [...before, ...form.tokens]);
  let sum = rowLogProbability(step.logits, before.length, form.tokens);
  step = { ...step, logits: step.logits.subarray((before.length + form.tokens.length - 1) * VOCABULARY_SIZE) };
  const rest: number[] = [];
  for (let cap = longestTokens(sampleCount); cap > 0 && sum > least && !cancelled(); cap--) {
    const { token, logProbability } = likeliest(step.logits);
    sum += logProbability;
    if (token === END) {
      const words = tokenizer.decode([...form.tokens, ...rest]).slice(form.spelling.length);
      // A name beside all that was heard is none that was said.
      if (isSameWord(wordAt(words, 0), wordAt(text, from))) return null;
      return sum > least ? { text: text.slice(0, from) + form.spelling + words, sum } : null;
    }
    rest.push(token);
    [step = step] = await net.advance(encoded, [step], [token]);
  }
  return null;
}

export function rowLogProbability(logits: Float32Array, from: number, tokens: readonly number[]): number {
  return tokens.reduce((sum, token, index) => {
    const row = logits.subarray((from - 1 + index) * VOCABULARY_SIZE, (from + index) * VOCABULARY_SIZE);
    return sum + (row[token] ?? 0) - logSumExp(row);
  }, 0);
}
