import { BEGIN, END, type Encoded, logSumExp, longestTokens, type MoonshineNet, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';
import type { Tokenizer } from './tokenizer.ts';

const SPELLING = /\bspel/iu;
const SINGLE = /^\p{L}$/u;
/** What a recogniser writes for a letter that it takes for a word. */
const LETTER_WORDS = new Set(
  'are see sea bee be dee gee jay kay el ell em en oh pee pea queue cue es ess tee tea you vee ex why eye aye eh ay our'.split(' '),
);
/** So many letters at the end of what was heard are a spelling even where "spelled" was not understood. */
const FEWEST_AT_THE_END = 3;
/** Words before them that may have swallowed "spelled" or the first letter: "it's Belle V" is "it's spelled E". */
const MOST_SWALLOWED = 3;
const ROWS = 3;
/**
 * How many nats less likely than the words heard letters may be (a spelling is written in letters, or it is of no use), and
 * what is in favour of a beginning that says so. Chosen on the tuning set.
 */
const ALLOWANCE = 12;
const SAYS_SO_NATS = 8;
const FEWEST_LETTERS = 3;

interface Heard {
  readonly net: MoonshineNet;
  readonly encoded: Encoded;
  readonly sampleCount: number;
  readonly tokenizer: Tokenizer;
  readonly cancelled: () => boolean;
}

/** True where somebody may be spelling: only then letters are listened for. */
export function mayBeSpelled(text: string): boolean {
  return SPELLING.test(text) || lettersAtTheEnd(wordsOf(text)) >= FEWEST_AT_THE_END;
}

/**
 * Beginnings behind which letters may follow: the words before "spell", with it put right ("That spell, that's a, o" begins
 * "That's spelled"), or those before the letters at the end, with up to three words taken for "spelled".
 */
export function spellingStarts(text: string): string[] {
  const before = /^(?<before>.*?)\s*\bspel/iu.exec(text)?.groups?.['before'];
  if (before !== undefined) return saidSo(before);
  const words = wordsOf(text);
  const front = words.slice(0, words.length - lettersAtTheEnd(words));
  const swallowed = Array.from({ length: Math.min(MOST_SWALLOWED, front.length) + 1 }, (_, count) =>
    front.slice(0, front.length - count).join(' '),
  );
  return [...new Set([front.join(' '), ...swallowed.flatMap(saidSo)])];
}

function saidSo(before: string): string[] {
  const words = before.trim().replace(/[,.]$/, '');
  // Few words are soon misheard, and these are the likeliest.
  if (words.split(' ').length <= 1)
    return ["That's spelled", "It's spelled", ...(/^(?:|that|it)$/i.test(words) ? [] : [`${words} spelled`])];
  const said = `${words.replace(/\b(that|it)$/iu, "$1's")} spelled`;
  return /\b(?:can|could|you|I|to)$/iu.test(words) ? [`${words} spell it`, said] : [said];
}

function wordsOf(text: string): string[] {
  return text.split(/(?<=\p{L})-(?=\p{L}(?:$|[-,. ]))|\s+/u).filter((word) => word !== '');
}

/** How many words at the end are letters; a letter's name counts only beside real letters. */
function lettersAtTheEnd(words: readonly string[]): number {
  const plain = words.map((word) => word.replaceAll(/[,.]/g, ''));
  const isLetter = (word: string) => SINGLE.test(word) || LETTER_WORDS.has(word.toLowerCase());
  const last = plain.findLastIndex((word) => !isLetter(word));
  const letters = plain.slice(last + 1);
  // "Stephen with a P H" spells no whole name.
  if (/^(?:with|without|double)$/i.test(plain[last] ?? '')) return 0;
  return letters.some((word) => SINGLE.test(word) && !/[aI]/.test(word)) ? letters.length : 0;
}

/**
 * Hears a spelled name anew, with nothing but letters: the plain search hears words in letters said quickly ("spell dot G. O. R."
 * is "spelled I, G, O, R").
 * @param logProbability of the words as they were heard, the end included
 * @returns the words with the letters parted by commas; null = nothing was spelled, or letters are too unlike what was said
 */
export async function searchLetters(heard: Heard, text: string, logProbability: number): Promise<string | null> {
  if (!mayBeSpelled(text)) return null;
  let best: { readonly text: string; readonly score: number } | null = null;
  for (const start of spellingStarts(text)) {
    const found = heard.cancelled() ? null : await lettersBehind(heard, start);
    if (found === null) continue;
    const score = found.score + (SPELLING.test(start) ? SAYS_SO_NATS : 0);
    if (score > (best?.score ?? logProbability - ALLOWANCE + SAYS_SO_NATS)) best = { ...found, score };
  }
  return best?.text ?? null;
}

interface Row {
  readonly step: Step;
  /** Of the last position. */
  readonly logits: Float32Array;
  readonly tokens: readonly number[];
  readonly score: number;
}

async function lettersBehind(
  { net, encoded, sampleCount, tokenizer, cancelled }: Heard,
  start: string,
): Promise<{ readonly text: string; readonly score: number } | null> {
  const begin = start === '' ? [] : tokenizer.encode(start);
  const step = await net.start(encoded, [BEGIN, ...begin]);
  const said = begin.reduce((sum, token, at) => sum + logProbabilityIn(step.logits, at, token), 0);
  const allowed = lettersOf(tokenizer);
  let rows: Row[] = [{ step, logits: step.logits.subarray(begin.length * VOCABULARY_SIZE), tokens: [], score: said }];
  let ended: Row | null = null;
  for (let left = longestTokens(sampleCount); left > 0 && rows.length > 0 && !cancelled(); left--) {
    const next = rows
      .flatMap((row) => likeliestOf(row, allowed))
      .sort((one, other) => other.score - one.score)
      .slice(0, ROWS);
    for (const { row, token, score } of next)
      if (token === END && score > (ended?.score ?? Number.NEGATIVE_INFINITY)) ended = { ...row, score };
    const open = next.filter(({ token, score }) => token !== END && score > (ended?.score ?? Number.NEGATIVE_INFINITY));
    if (open.length === 0) break;
    const steps = await net.advance(
      encoded,
      open.map(({ row }) => row.step),
      open.map(({ token }) => token),
    );
    rows = open.flatMap(({ row, token, score }, index) => {
      const advanced = steps[index];
      return advanced === undefined ? [] : [{ step: advanced, logits: advanced.logits, tokens: [...row.tokens, token], score }];
    });
  }
  if (ended === null) return null;
  const letters = tokenizer.decode(ended.tokens).match(/\p{L}/gu) ?? [];
  if (letters.length < FEWEST_LETTERS) return null;
  return { text: `${start} ${letters.map((letter) => letter.toUpperCase()).join(', ')}.`.trim(), score: ended.score };
}

function logProbabilityIn(logits: Float32Array, row: number, token: number): number {
  const at = logits.subarray(row * VOCABULARY_SIZE, (row + 1) * VOCABULARY_SIZE);
  return (at[token] ?? 0) - logSumExp(at);
}

function likeliestOf(row: Row, allowed: readonly number[]): { readonly row: Row; readonly token: number; readonly score: number }[] {
  const all = logSumExp(row.logits);
  return allowed
    .map((token) => ({ row, token, score: row.score + (row.logits[token] ?? 0) - all }))
    .sort((one, other) => other.score - one.score)
    .slice(0, ROWS);
}

const letterTokens = new WeakMap<Tokenizer, readonly number[]>();

/** Single letters, what stands between them, and the end. */
function lettersOf(tokenizer: Tokenizer): readonly number[] {
  const known = letterTokens.get(tokenizer);
  if (known !== undefined) return known;
  const found = [END];
  for (let id = 0; id < VOCABULARY_SIZE; id++) {
    if (tokenizer.isText(id) && /^(?: ?[A-Za-z]|[,.-])$/.test(tokenizer.pieceOf(id))) found.push(id);
  }
  letterTokens.set(tokenizer, found);
  return found;
}
