/** A word of a reply with its place on the reply's own audio. Shape of the engine contract's TimedWord. */
export interface PlacedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface HeardText {
  readonly heardText: string;
  readonly comingText: string;
}

/**
 * Splits a reply at the play-head. A word counts as heard when at least half of it has sounded: less than that nobody
 * understands, and history must not hold what was not heard.
 * @param playedMs what the speaker reported as really played
 */
export function heardSoFar(words: readonly PlacedWord[], playedMs: number): HeardText {
  const firstUnheard = words.findIndex((word) => (word.startMs + word.endMs) / 2 > playedMs);
  const count = firstUnheard === -1 ? words.length : firstUnheard;
  return {
    heardText: joined(words.slice(0, count)),
    comingText: joined(words.slice(count)),
  };
}

function joined(words: readonly PlacedWord[]): string {
  return words
    .map((word) => word.text)
    .join('')
    .trim();
}
