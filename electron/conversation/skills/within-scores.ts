/**
 * Scores of what is read where nothing was understood as a whole (`Skill.recogniseWithin`), one ladder for all families. All of
 * them go before what phrases find in parts of an utterance, which is at most 0.25 (`phrase-matcher.ts`).
 */
export const WITHIN_SCORES = {
  /** Read by a pattern: it is said of the screen, or a question points back at what was told before it. */
  patterned: 0.4,
  /** The time in a place: its words are those of the time here. */
  elsewhere: 0.32,
  /** A keyword and a thing of its kind, somewhere; a sum in a story. */
  asked: 0.3,
  /** Danger that is no more than a doubt. */
  doubt: 0.28,
} as const;
