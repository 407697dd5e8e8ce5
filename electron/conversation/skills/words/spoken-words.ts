import { keepRecent } from '../keep-last.ts';

/** One word of an utterance as patterns see it, and where it stood. */
export interface SpokenWord {
  readonly text: string;
  /** Offsets into the utterance: names and free text are taken from there, capitals and hyphens included. */
  readonly start: number;
  readonly end: number;
}

const CONTRACTIONS: Readonly<Record<string, readonly string[]>> = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "won't": ['will', 'not'],
  "let's": ['let', 'us'],
  lets: ['let', 'us'],
  whats: ['what', 'is'],
  dont: ['do', 'not'],
  cant: ['can', 'not'],
  im: ['i', 'am'],
  gimme: ['give', 'me'],
  wanna: ['want', 'to'],
  gonna: ['going', 'to'],
  lemme: ['let', 'me'],
  dunno: ['do', 'not', 'know'],
  couldnt: ['could', 'not'],
};
const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
];
/** After these words `'s` is "is"; elsewhere it belongs to the word ("tom's"). */
const BEFORE_IS = new Set([
  'what',
  'who',
  'where',
  'when',
  'how',
  'that',
  'it',
  'he',
  'she',
  'there',
  'here',
  'name',
  'time',
  'today',
  'date',
]);
const ONE_WORD: Readonly<Record<string, string>> = { 'to-morrow': 'tomorrow', 'to-day': 'today', 'to-night': 'tonight' };
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '+': ['plus'],
  '×': ['times'],
  '*': ['times'],
  '÷': ['divided', 'by'],
  '/': ['divided', 'by'],
  '−': ['minus'],
  '^': ['to', 'the', 'power', 'of'],
  '%': ['percent'],
  '²': ['squared'],
  '³': ['cubed'],
  '°': ['degrees'],
  '(': ['('],
  ')': [')'],
};
const TOKEN =
  /[ap]\.m\.|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}:\d{2}|\d+\.\d+|\.\d+|\d+|[\p{L}\p{M}]+(?:['’\-‑][\p{L}\p{M}]+)*|[+×*÷/−^%²³°()-]/giu;

/** Skills look at an utterance, at its sentences and at its parts by turns. */
const MOST_KEPT = 100;

/** The words of an utterance: lower case, contractions opened, hyphens split, signs spelled, punctuation gone. */
export const spokenWords = keepRecent(wordsIn, MOST_KEPT);

/** The same as one text. */
export function spokenText(utterance: string): string {
  return spokenWords(utterance)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * The stretches of an utterance that end like sentences. Initials and titles ("Dr. Smith", "E. Gore") do not end one.
 */
export const spokenSentences = keepRecent(sentencesIn, MOST_KEPT);

function wordsIn(utterance: string): readonly SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const found of utterance.matchAll(TOKEN)) {
    const [token] = found;
    const start = found.index;
    for (const text of wordsOf(token, utterance, start)) words.push({ text, start, end: start + token.length });
  }
  return words;
}

function sentencesIn(utterance: string): readonly string[] {
  return utterance
    .split(/(?<=[.!?])(?<!\b(?:dr|mr|mrs|ms|st|prof|\p{L})\.)\s+/iu)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function wordsOf(token: string, utterance: string, start: number): readonly string[] {
  const lower = token.toLowerCase().replaceAll('’', "'").replaceAll('‑', '-');
  if (lower === '-') return minus(utterance, start);
  if (lower === '(' || lower === ')') return bracketOfSum(utterance) ? [lower] : [];
  if (lower === '/' && !/[\d)]\s*\/\s*[\d(]/.test(utterance)) return /\p{L}\/\p{L}/u.test(utterance) ? ['per'] : [];
  const sign = own(SIGNS, lower);
  if (sign !== undefined) return sign;
  if (/^\d/.test(lower) || lower.startsWith('.')) return [lower.replaceAll(',', '')];
  const joined = own(ONE_WORD, lower);
  if (joined !== undefined) return [joined];
  return lower.replace('a.m.', 'am').replace('p.m.', 'pm').split('-').flatMap(openContraction);
}

/** A lone hyphen is a minus before or between numbers, and nothing in "10-minute" or "well - yes". */
function minus(utterance: string, start: number): readonly string[] {
  const before = utterance.slice(0, start).trimEnd();
  const after = utterance.slice(start + 1).trimStart();
  const numberFollows = /^[\d.(]/.test(after);
  const nothingElseBefore = before === '' || /[\d)\s+*/×÷(]$/.test(before) || utterance[start - 1] === ' ';
  return numberFollows && nothingElseBefore ? ['minus'] : [];
}

function bracketOfSum(utterance: string): boolean {
  return /\([\d\s.,+\-*/×÷−^%()]+\)/.test(utterance);
}

function openContraction(word: string): readonly string[] {
  const known = own(CONTRACTIONS, word);
  if (known !== undefined) return known;
  for (const [ending, meaning] of ENDINGS) {
    if (word.endsWith(ending) && word.length > ending.length) return [word.slice(0, -ending.length), meaning];
  }
  const head = word.endsWith("'s") ? word.slice(0, -2) : '';
  return BEFORE_IS.has(head) ? [head, 'is'] : [word];
}

/** Anything may be said, "constructor" too: only what the table itself holds counts. */
function own<Entry>(table: Readonly<Record<string, Entry>>, word: string): Entry | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
