import { MOSTLY, type OverlapSounds } from './overlap-likeness.ts';

/** Between two bouts of laughter one breathes in. */
const LASTS_MS = 2000;
/** What the recogniser finds less likely to be words than this was none, however short. */
const SURELY_LAUGHTER = 0.2;

/** A laugh, a cough and typing come in bouts that are judged one by one; what one of them was says what the next one likely is. */
export class RecentLaughter {
  #endedMs = Number.NEGATIVE_INFINITY;

  /** @param seen what was let go as no turn @param atMs when */
  letGo({ speechLikeness, unknownShare }: Pick<OverlapSounds, 'speechLikeness' | 'unknownShare'>, echoShare: number, atMs: number): void {
    // Of our own voice it says nothing.
    if (unknownShare > MOSTLY || echoShare > MOSTLY) return;
    if (speechLikeness !== null && speechLikeness < SURELY_LAUGHTER) this.#endedMs = atMs;
  }

  /** @param beganMs when something was heard */
  isBefore(beganMs: number): boolean {
    return beganMs - this.#endedMs < LASTS_MS;
  }
}
