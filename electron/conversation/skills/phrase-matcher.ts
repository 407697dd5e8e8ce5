import { keepLast } from './keep-last.ts';
import { neededWords, type PhrasePiece, type PhraseReading, parsePhrase, readPhrase } from './phrase-pattern.ts';
import { possibleEnds, possibleStarts, withoutFillers } from './polite-words.ts';
import { requestsWithin } from './request-within.ts';
import { mayBeHeardFor } from './words/heard-word.ts';
import { mayBeMisheard } from './words/misheard-word.ts';
import { type SpokenWord, spokenSentences, spokenWords } from './words/spoken-words.ts';

/** One reading of an utterance; 1 = every word accounted for, politeness aside. */
export interface PhraseScore {
  readonly arguments: Readonly<Record<string, string>>;
  readonly score: number;
}

/** A request may be one sentence among others, but not a small part of a story. */
const LEAST_SHARE = 0.34;

/** A reading that takes the last word as well goes before one that calls somebody by it. */
const NAME_LEFT_OUT = 0.95;

/** Longer utterances are stories, not requests. */
const MOST_WORDS = 80;

/** What was misheard is a short request: of more words, too many could be something else. */
const MOST_MISHEARD_WORDS = 14;
/** A second word may be wrong when so many are there. */
const WORDS_FOR_TWO = 6;
/** Share of the words that must be taken as they were heard. */
const LEAST_CERTAIN = 0.5;
/** Below all that was understood as a whole; of two requests the longer one. */
const WITHIN = 0.5;
/** Words of a phrase, politeness aside. */
const LEAST_WITHIN = 2;
/** Below all that was understood as it was heard. */
const MISHEARD = 0.2;
/** One word of two is enough only if it is a long one. */
const LONG_WORD = 5;

interface Pattern {
  readonly pieces: readonly PhrasePiece[];
  readonly needed: readonly (readonly string[])[];
}

/**
 * Compiles phrases into a matcher. An utterance matches when a phrase accounts for all its words, or for all the words
 * of one of its sentences; politeness around it is free. Everything else is null: a word that no phrase explains may be
 * the one that turns the meaning round ("don't", "he said", "in Tokyo").
 */
export function phraseMatcher(phrases: readonly string[]): (utterance: string) => PhraseScore | null {
  const patterns = compiled(phrases);
  return (utterance) => {
    const whole = saidOf(utterance);
    if (whole.words.length > MOST_WORDS) return null;
    const all = best(patterns, whole, 0);
    if (all !== null) return all;
    if (whole.sentences.length < 2) return null;
    const readings = whole.sentences.flatMap((sentence) => {
      const said = saidOf(sentence);
      const reading = best(patterns, said, 0);
      return reading === null ? [] : [{ ...reading, score: (reading.score * said.words.length) / whole.words.length }];
    });
    return highest(readings.filter(({ score }) => score >= LEAST_SHARE));
  };
}

/** Reads the request in an utterance that says more than it. For when nothing was understood as a whole. */
export function withinMatcher(phrases: readonly string[]): (utterance: string) => PhraseScore | null {
  const patterns = compiled(phrases).filter(isPlainRequest);
  if (patterns.length === 0) return () => null;
  return (utterance) => {
    for (const part of requestsIn(utterance)) {
      const reading = best(patterns, part, 0, LEAST_WITHIN);
      if (reading !== null) return { ...reading, score: (reading.score * WITHIN * part.words.length) / MOST_WORDS };
    }
    return null;
  };
}

/** Reads an utterance in which a recogniser may have written one word for another. For when nothing was understood as it was heard. */
export function misheardMatcher(phrases: readonly string[]): (utterance: string) => PhraseScore | null {
  const patterns = compiled(phrases);
  return (utterance) => {
    const said = saidOf(utterance);
    const count = said.words.length;
    if (count < 2 || count > MOST_MISHEARD_WORDS) return null;
    const reading = best(patterns, said, count >= WORDS_FOR_TWO ? 2 : 1);
    return reading && { ...reading, score: reading.score * MISHEARD };
  };
}

/** An utterance as every matcher needs it. */
interface Said {
  readonly utterance: string;
  readonly words: readonly SpokenWord[];
  readonly sentences: readonly string[];
  readonly starts: readonly number[];
  readonly ends: ReturnType<typeof possibleEnds>;
  /** Word of a phrase -> whether it was said, or something that may have been heard for it. */
  readonly holds: Map<string, boolean>;
  /** The same for what only sounds like it. */
  readonly near: Map<string, boolean>;
}

/** All skills are asked about the same words, one after the other: they are taken apart once. */
const taken = new Map<string, Said>();
const MOST_TAKEN = 40;

function saidOf(utterance: string): Said {
  const before = taken.get(utterance);
  if (before !== undefined) return before;
  const said = saidAnew(utterance);
  if (taken.size >= MOST_TAKEN) taken.clear();
  taken.set(utterance, said);
  return said;
}

function saidAnew(utterance: string): Said {
  const words = withoutFillers(spokenWords(utterance));
  return {
    ...{ utterance, words, sentences: spokenSentences(utterance), holds: new Map(), near: new Map() },
    ...{ starts: possibleStarts(words, utterance), ends: possibleEnds(words, utterance) },
  };
}

/** Whether a phrase can be told from a part of a story: not where it takes in whatever was said. */
function isPlainRequest({ pieces, needed }: Pattern): boolean {
  const kinds = slotKindsOf(pieces);
  if (kinds.some((kind) => kind === 'text' || kind === 'short-text')) return false;
  if (kinds.some((kind) => kind === 'things' || kind === 'goods')) return needed.length >= 3;
  return kinds.includes('label') ? needed.length >= 2 : needed.length + kinds.length >= 2;
}

function slotKindsOf(pieces: readonly PhrasePiece[]): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'slot') return [piece.slotKind];
    return piece.kind === 'group' ? piece.options.flatMap(slotKindsOf) : [];
  });
}

const requestsIn = keepLast((utterance: string): readonly Said[] => requestsWithin(utterance).map(saidAnew));

/** A skill's phrases serve some matchers, and the sets of skills of several conversations: they are taken apart once. */
const known = new WeakMap<readonly string[], readonly Pattern[]>();

function compiled(phrases: readonly string[]): readonly Pattern[] {
  const before = known.get(phrases);
  if (before !== undefined) return before;
  const patterns = phrases.map((phrase) => {
    const pieces = parsePhrase(phrase);
    return { pieces, needed: neededWords(pieces) };
  });
  known.set(phrases, patterns);
  return patterns;
}

/**
 * @param mishearings how many words may stand for others
 * @param leastWords of the request itself, politeness aside
 */
function best(all: readonly Pattern[], said: Said, mishearings: number, leastWords = 1): PhraseScore | null {
  const patterns = all.filter(({ needed }) => mayFit(needed, said, mishearings));
  if (patterns.length === 0) return null;
  const readings = said.starts.flatMap((start) =>
    [...said.ends].flatMap(([end, { leavesName }]) =>
      end - start < leastWords ? [] : readingsOf(patterns, said, { start, end, leavesName }, mishearings),
    ),
  );
  return highest(readings);
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly leavesName: boolean;
}

function readingsOf(patterns: readonly Pattern[], { words, utterance }: Said, range: Range, mishearings: number): readonly PhraseScore[] {
  const isSure = (reading: PhraseReading) => mishearings === 0 || isCertain(reading, words.slice(range.start, range.end));
  return patterns.flatMap(({ pieces }) => {
    const reading = readPhrase(pieces, { words, utterance }, range, mishearings);
    return reading !== null && isSure(reading) ? [scored(reading, range)] : [];
  });
}

/** Most phrases lack a word that must be there: they need not be read. */
function mayFit(needed: readonly (readonly string[])[], said: Said, mishearings: number): boolean {
  const missing: (readonly string[])[] = [];
  for (const options of needed) {
    if (options.some((option) => holds(said, option))) continue;
    missing.push(options);
    if (missing.length > mishearings) return false;
  }
  return missing.every((options) => options.some((option) => soundsLikeOne(said, option)));
}

function holds({ words, holds: known }: Said, option: string): boolean {
  const before = known.get(option);
  if (before !== undefined) return before;
  const found = words.some(({ text }) => option === text || mayBeHeardFor(text, option));
  known.set(option, found);
  return found;
}

function soundsLikeOne({ words, near: known }: Said, option: string): boolean {
  const before = known.get(option);
  if (before !== undefined) return before;
  const next = (at: number) => words[at + 1]?.text;
  const found = words.some(
    ({ text }, at) => mayBeMisheard(text, option) || (next(at) !== undefined && mayBeMisheard(`${text} ${next(at)}`, option)),
  );
  known.set(option, found);
  return found;
}

function isCertain({ certain, letters }: PhraseReading, words: readonly SpokenWord[]): boolean {
  if (words.length <= 2) return certain === 1 && letters >= LONG_WORD;
  return certain >= 2 && certain >= LEAST_CERTAIN * words.length;
}

function scored(reading: PhraseReading, range: Range): PhraseScore {
  const score = reading.weight / (range.end - range.start);
  return { arguments: reading.arguments, score: range.leavesName ? score * NAME_LEFT_OUT : score };
}

function highest(readings: readonly PhraseScore[]): PhraseScore | null {
  return readings.reduce<PhraseScore | null>((top, reading) => (top === null || reading.score > top.score ? reading : top), null);
}
