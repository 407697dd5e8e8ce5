import type { TranscriptWord } from '../../ipc/transcription-schema.ts';

/** Clear speech lies at -0.02 to -0.30, hard names at -0.56, noise taken for words below -0.75 (measured, 22 Nov 2026). */
const LEAST_LOG_PROBABILITY = -0.9;
/** Nobody says more than that a second; a loop of the decoder does. */
const MOST_WORDS_A_SECOND = 7;
const LONGEST_PHRASE_WORDS = 6;

/**
 * Gates against text that nobody said, after the voice-activity gate and the guards of the recogniser: too unsure as a
 * whole, faster than speech, or a phrase over and over.
 * @param spanMs length of the stretch
 * @returns the words that can be trusted, none at all where the whole is doubtful
 */
export function trustedWords(words: readonly TranscriptWord[], averageLogProbability: number, spanMs: number): TranscriptWord[] {
  if (averageLogProbability < LEAST_LOG_PROBABILITY) return [];
  const once = withoutLoops(words);
  if (once.length > 4 && once.length / (spanMs / 1000) > MOST_WORDS_A_SECOND) return [];
  return once;
}

/** Leaves one of a phrase that is repeated on the spot: a word more than five times, a longer phrase more than three times. */
export function withoutLoops(words: readonly TranscriptWord[]): TranscriptWord[] {
  const kept = [...words];
  for (let length = 1; length <= LONGEST_PHRASE_WORDS; length++) {
    const most = length === 1 ? 5 : 3;
    for (let at = 0; at + length <= kept.length; at++) {
      const count = repeats(kept, at, length);
      if (count > most) kept.splice(at + length, (count - 1) * length);
    }
  }
  return kept;
}

function repeats(words: readonly TranscriptWord[], at: number, length: number): number {
  let count = 1;
  while (isSame(words, at, at + count * length, length)) count += 1;
  return count;
}

function isSame(words: readonly TranscriptWord[], first: number, second: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const one = words[first + index];
    const other = words[second + index];
    if (one === undefined || other === undefined || plainWord(one.text) !== plainWord(other.text)) return false;
  }
  return true;
}

/** A word without case and marks, for comparing. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}']/gu, '');
}
