import type { Completeness } from './completeness.ts';

/** What is known about a silence while it lasts. */
export interface TurnEvidence {
  readonly completeness: Completeness;
  /** The words cover everything that was said before this silence; older ones may lack the last of them. */
  readonly wordsAreWhole: boolean;
  /** By the sound of the voice: probability that the turn is over; null = not known, or not known yet. */
  readonly turnEnd: number | null;
}

/** How sure the sound of the voice is. */
type Sound = 'over' | 'unsure' | 'going-on';

/** Silence, in milliseconds, after which a turn is over. */
export type TurnEndWaits = Readonly<Record<Completeness | 'unknown', Readonly<Record<Sound, number>>>>;

/**
 * Pauses inside a sentence last as long as the gaps between turns, so silence alone cannot tell them apart. Words and voice
 * together can: each lengthens the wait when it says that more is coming. Chosen on one half of the pause set, judged on the
 * other (`npm run bench -- pauses`).
 */
export const TURN_END_WAITS: TurnEndWaits = {
  asked: { over: 288, unsure: 448, 'going-on': 736 },
  complete: { over: 352, unsure: 480, 'going-on': 736 },
  unsure: { over: 608, unsure: 768, 'going-on': 1312 },
  open: { over: 1504, unsure: 1504, 'going-on': 1856 },
  dictating: { over: 1504, unsure: 1504, 'going-on': 1856 },
  holding: { over: 2528, unsure: 2528, 'going-on': 2528 },
  /** Words that are not whole yet: they come within a few frames, or there is no recogniser to wait for. */
  unknown: { over: 608, unsure: 736, 'going-on': 896 },
};

/** Above this the voice sounds finished, below the other it sounds as if it went on. */
const OVER = 0.7;
const GOING_ON = 0.3;
/** What ends a turn this soon is taken for its end while the silence lasts. */
const LIKELY_OVER_MS = 608;
/** Nobody waits longer than this for anybody, whatever the persona's patience: the user thinks it is deaf. */
const LONGEST_WAIT_MS = 5000;

/**
 * How long the silence must last before the turn is over. Pure.
 * @param patience of the persona, times what this user's own pauses ask for; 1 = as the table says
 */
export function silenceToEndMs(evidence: TurnEvidence, patience: number, waits: TurnEndWaits = TURN_END_WAITS): number {
  // Words that are not whole may still say that more is coming; that they sound complete means nothing.
  const { wordsAreWhole, completeness } = evidence;
  const judged = wordsAreWhole || completeness === 'holding' || completeness === 'dictating' ? completeness : 'unknown';
  return Math.min(LONGEST_WAIT_MS, waits[judged][soundOf(evidence.turnEnd)] * patience);
}

/**
 * Whether words and voice say so surely that the turn is over that an answer may be made before the silence has lasted. Where
 * that costs money it is not done at every pause. Pure.
 */
export function isLikelyOver({ wordsAreWhole, completeness, turnEnd }: TurnEvidence, waits: TurnEndWaits = TURN_END_WAITS): boolean {
  return wordsAreWhole && waits[completeness][soundOf(turnEnd)] <= LIKELY_OVER_MS;
}

function soundOf(turnEnd: number | null): Sound {
  if (turnEnd === null) return 'unsure';
  if (turnEnd >= OVER) return 'over';
  return turnEnd < GOING_ON ? 'going-on' : 'unsure';
}
