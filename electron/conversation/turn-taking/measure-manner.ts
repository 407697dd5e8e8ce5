import { HEARING_FRAME_MS } from '../../ipc/audio-frame.ts';
import type { KnownEcho } from '../../ipc/tuning-schema.ts';

/** What is measured of one person's manner of talking. Pure. */

/** One pause inside what somebody said, and the silence that would have ended the turn there. */
export interface OwnPause {
  readonly pauseMs: number;
  /** As for everybody: a factor of 1. */
  readonly waitMs: number;
}

/** Of a person's own pauses not more than this may be cut off. */
const TARGET_SHARE = 0.05;
/** Factors, in hundredths. */
const SHORTEST = 80;
const LONGEST = 250;
const STEP = 5;

/** @returns the smallest factor of the waits that cuts off no more than one pause in twenty */
export function pauseFactorFor(pauses: readonly OwnPause[]): number {
  for (let factor = SHORTEST; factor < LONGEST; factor += STEP) {
    if (cutOffs(pauses, factor / 100) <= TARGET_SHARE * pauses.length) return factor / 100;
  }
  return LONGEST / 100;
}

export function cutOffs(pauses: readonly OwnPause[], factor: number): number {
  return pauses.filter(({ pauseMs, waitMs }) => pauseMs >= waitMs * factor).length;
}

/** Loudness of one frame of the microphone, and of what was played meanwhile (root mean square). */
export interface EchoFrame {
  readonly micLevel: number;
  readonly playedLevel: number;
}

const LONGEST_DELAY_MS = 448;
/** The microphone follows the speaker when they rise and fall together more than this. */
const FOLLOWS = 0.6;
const AUDIBLE = 0.003;
const ENOUGH_PLAYED_MS = 1500;

/** @returns what comes back by the microphone; a gain of 0 = nothing does; null = too little was played to tell */
export function echoOf(frames: readonly EchoFrame[]): KnownEcho | null {
  if (frames.filter(({ playedLevel }) => playedLevel > AUDIBLE).length * HEARING_FRAME_MS < ENOUGH_PLAYED_MS) return null;
  let best = { follows: FOLLOWS, delay: -1 };
  for (let delay = 0; delay <= LONGEST_DELAY_MS / HEARING_FRAME_MS; delay++) {
    const follows = correlation(pairsAt(frames, delay));
    if (follows > best.follows) best = { follows, delay };
  }
  if (best.delay < 0) return { gain: 0, delayMs: 0 };
  const pairs = pairsAt(frames, best.delay);
  const together = pairs.reduce((sum, [mic, played]) => sum + mic * played, 0);
  const played = pairs.reduce((sum, [, level]) => sum + level * level, 0);
  return { gain: Math.min(8, together / played), delayMs: best.delay * HEARING_FRAME_MS };
}

function pairsAt(frames: readonly EchoFrame[], delay: number): (readonly [number, number])[] {
  return frames.slice(delay).map(({ micLevel }, index) => [micLevel, frames[index]?.playedLevel ?? 0] as const);
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const count = Math.max(1, pairs.length);
  const [micMean, playedMean] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + (pair[side] ?? 0), 0) / count) as [number, number];
  let [both, mic, played] = [0, 0, 0];
  for (const [micLevel, playedLevel] of pairs) {
    both += (micLevel - micMean) * (playedLevel - playedMean);
    mic += (micLevel - micMean) ** 2;
    played += (playedLevel - playedMean) ** 2;
  }
  return both / Math.sqrt(Math.max(mic * played, 1e-18));
}
