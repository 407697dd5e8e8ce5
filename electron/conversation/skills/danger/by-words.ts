import type { EmergencyKind } from './sign.ts';
import table from './word-weights.json' with { type: 'json' };

/**
 * So sure it must be. Each fifth of all sentences read by weights made of the others: 29 % of the dangers, 0.35 % of harmless
 * sentences that sound like one, 0.08 % of 1,475 everyday sentences and requests by people who knew nothing of it.
 */
const SURE = 0.9;
/** Many words that each hint a little are talk ("she's coming after all so she needs to be on the guest list"): one of them must stand out by so much. */
const STRONGEST = 1.4;
/** What takes, goes and rises in these is nobody and nothing in danger. */
const HARMLESS =
  /\b(?:can not|can hardly|can barely|could not|hardly|barely) (?:\w+ )?hear (?:you|yourself|the (?:tv|telly|radio|music))\b|\b(?:took|take|takes|taking) (?:\w+ )?sides?\b|\b(?:hearing|memory|voice|appetite) (?:has|have|is|had) (?:\w+ )?(?:gone|going|not what)\b|\b(?:pressure|cholesterol|weight) has gone (?:up|down) (?:a|slightly|again)\b/;
/** A danger is told in a few words at least, and in one breath. */
const FEWEST = 5;
const MOST = 40;

const KINDS = table.kinds;
const weights = new Int8Array(Buffer.from(table.weights, 'base64'));
const rows = new Map(table.words.split(' ').map((word, at) => [word, at * KINDS.length]));

/**
 * What all words of a sentence together speak of: a linear reading of word vectors (all-MiniLM-L6-v2), so that a word that no
 * rule knows counts by its neighbours in meaning. Null unless danger is nearly certain.
 * @param text normalised words
 */
export function dangerByWords(text: string): EmergencyKind | null {
  const { words, scores, scale, harmless } = readByWords(text);
  if (words.length < FEWEST || words.length > MOST || HARMLESS.test(text) || 1 - harmless < SURE) return null;
  const [, ...dangers] = scores;
  const kind = dangers.indexOf(Math.max(...dangers)) + 1;
  const strongest = Math.max(...words.map((word) => weightOf(word, kind) - weightOf(word, 0))) * scale;
  return strongest < STRONGEST ? null : (KINDS[kind] as EmergencyKind);
}

/**
 * So harmless are all words together that a rule which sees danger in two or three of them is in doubt: of 386 sentences of danger
 * that rules found, each read by weights made without it, 6 % reach this, of 37 harmless ones that they took for danger 20.
 */
const NEARLY_HARMLESS = 0.96;

/** Whether the words as a whole are nearly surely of no danger. @param text normalised words */
export function seemsHarmless(text: string): boolean {
  return readByWords(text).harmless >= NEARLY_HARMLESS;
}

function readByWords(text: string) {
  const words = text.match(/[a-z]+/g) ?? [];
  const scale = table.scale / Math.sqrt(Math.max(1, words.length));
  const scores = KINDS.map((_, kind) => {
    const sum = words.reduce((total, word) => total + weightOf(word, kind), 0);
    return (table.bias[kind] ?? 0) + sum * scale;
  });
  const likelihoods = scores.map(Math.exp);
  const harmless = (likelihoods[0] ?? 0) / likelihoods.reduce((total, likelihood) => total + likelihood, 0);
  return { words, scores, scale, harmless };
}

function weightOf(word: string, kind: number): number {
  return weights[(rows.get(word) ?? Number.NaN) + kind] ?? 0;
}
