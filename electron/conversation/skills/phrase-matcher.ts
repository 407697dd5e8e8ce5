import { neededWords, type PhrasePiece, parsePhrase } from './phrase-pattern.ts';
import { type PhraseReading, type PhraseStep, phraseSteps, readPhrase } from './phrase-reading.ts';
import { forgetSaid, type Range, type SaidWords, saidOf } from './said-words.ts';
import { numberOf } from './words/phrase-vocabulary.ts';
import { type SpokenWord, spokenSentences } from './words/spoken-words.ts';

/** One reading of an utterance; 1 = every word accounted for, politeness aside. */
export interface PhraseScore {
  readonly arguments: Readonly<Record<string, string>>;
  readonly score: number;
  readonly isDoubtful?: boolean;
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
  readonly first: PhraseStep;
  /** Of each part that must be there, the numbers of the words of which one must. */
  readonly needed: readonly (readonly number[])[];
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
    const sentences = spokenSentences(utterance);
    if (sentences.length < 2) return null;
    const readings = sentences.flatMap((sentence) => {
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
    const said = saidOf(utterance);
    const likely = patterns.filter(({ needed }) => needed.every((numbers) => said.holdsOneInPart(numbers)));
    if (likely.length === 0) return null;
    for (const part of said.parts) {
      const reading = best(likely, part, 0, LEAST_WITHIN);
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

/** A skill's phrases serve some matchers, and the sets of skills of several conversations: they are taken apart once. */
const known = new WeakMap<readonly string[], readonly Pattern[]>();

function compiled(phrases: readonly string[]): readonly Pattern[] {
  const before = known.get(phrases);
  if (before !== undefined) return before;
  const patterns = phrases.map((phrase) => {
    const pieces = parsePhrase(phrase);
    const needed = neededWords(pieces).map((words) => words.map(numberOf));
    // The fewer words may stand there, the likelier none does: that is looked for first.
    return { pieces, first: phraseSteps(pieces), needed: needed.toSorted((one, other) => one.length - other.length) };
  });
  known.set(phrases, patterns);
  forgetSaid();
  return patterns;
}

/**
 * @param mishearings how many words may stand for others
 * @param leastWords of the request itself, politeness aside
 */
function best(all: readonly Pattern[], said: SaidWords, mishearings: number, leastWords = 1): PhraseScore | null {
  const patterns = all.filter((pattern) => mayFit(pattern, said, mishearings));
  if (patterns.length === 0) return null;
  return highest(
    said.ranges.flatMap((range) => (range.end - range.start < leastWords ? [] : readingsOf(patterns, said, range, mishearings))),
  );
}

function readingsOf(patterns: readonly Pattern[], said: SaidWords, range: Range, mishearings: number): readonly PhraseScore[] {
  const isSure = (reading: PhraseReading) => mishearings === 0 || isCertain(reading, said.words.slice(range.start, range.end));
  return patterns.flatMap(({ first }) => {
    const reading = readPhrase(first, said, range, mishearings);
    return reading !== null && isSure(reading) ? [scored(reading, range)] : [];
  });
}

/** Most phrases lack a word that must be there, or could not take enough words as they were heard: they need not be read. */
function mayFit({ needed, first }: Pattern, said: SaidWords, mishearings: number): boolean {
  let missing = 0;
  for (const numbers of needed) {
    if (said.holdsOne(numbers)) continue;
    missing += 1;
    if (missing > mishearings) return false;
  }
  if (mishearings === 0) return true;
  const hasRoom = said.ranges.some(
    ({ start, end }) => first.certain >= LEAST_CERTAIN * (end - start) && end - start <= first.most + mishearings,
  );
  return hasRoom && (missing === 0 || needed.every((numbers) => said.holdsOne(numbers) || said.mayHoldOne(numbers)));
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
