import { type PhrasePiece, type PhraseReading, parsePhrase, readPhrase } from './phrase-pattern.ts';
import { possibleEnds, possibleStarts, withoutFillers } from './polite-words.ts';
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

/**
 * Compiles phrases into a matcher. An utterance matches when a phrase accounts for all its words, or for all the words
 * of one of its sentences; politeness around it is free. Everything else is null: a word that no phrase explains may be
 * the one that turns the meaning round ("don't", "he said", "in Tokyo").
 */
export function phraseMatcher(phrases: readonly string[]): (utterance: string) => PhraseScore | null {
  const patterns = phrases.map(parsePhrase);
  return (utterance) => {
    const whole = withoutFillers(spokenWords(utterance));
    if (whole.length > MOST_WORDS) return null;
    const all = best(patterns, whole, utterance);
    if (all !== null) return all;
    const sentences = spokenSentences(utterance);
    if (sentences.length < 2) return null;
    const readings = sentences.flatMap((sentence) => {
      const words = withoutFillers(spokenWords(sentence));
      const reading = best(patterns, words, sentence);
      return reading === null ? [] : [{ ...reading, score: (reading.score * words.length) / whole.length }];
    });
    return highest(readings.filter(({ score }) => score >= LEAST_SHARE));
  };
}

function best(patterns: readonly (readonly PhrasePiece[])[], words: readonly SpokenWord[], utterance: string): PhraseScore | null {
  const readings: PhraseScore[] = [];
  const ends = possibleEnds(words, utterance);
  for (const start of possibleStarts(words, utterance)) {
    for (const [end, { leavesName }] of ends) {
      if (end <= start) continue;
      for (const pattern of patterns) {
        const reading = readPhrase(pattern, { words, utterance }, { start, end });
        if (reading !== null) readings.push(scored(reading, { start, end, leavesName }));
      }
    }
  }
  return highest(readings);
}

function scored(reading: PhraseReading, range: { start: number; end: number; leavesName: boolean }): PhraseScore {
  const score = reading.weight / (range.end - range.start);
  return { arguments: reading.arguments, score: range.leavesName ? score * NAME_LEFT_OUT : score };
}

function highest(readings: readonly PhraseScore[]): PhraseScore | null {
  return readings.reduce<PhraseScore | null>((top, reading) => (top === null || reading.score > top.score ? reading : top), null);
}
