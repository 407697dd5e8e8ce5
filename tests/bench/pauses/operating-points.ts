import { completenessOf } from '../../../electron/conversation/turn-taking/completeness.ts';
import { silenceToEndMs, TURN_END_WAITS, type TurnEndWaits } from '../../../electron/conversation/turn-taking/turn-end-policy.ts';
import { HEARING_FRAME_MS } from '../../../electron/ipc/audio-frame.ts';
import type { Observation } from './observe.ts';

/** How long a policy waits in the silence of an observation, if nobody goes on before. */
export type Policy = (seen: Observation) => number;

export interface OperatingPoint {
  readonly name: string;
  /** Share of pauses inside turns that the policy takes for the end. */
  readonly falseCutOffs: number;
  /** From the last speech frame to the decision, for each whole turn. */
  readonly latenciesMs: readonly number[];
  readonly meanMs: number;
}

/**
 * Lengths of pauses inside turns: a log-normal fitted to how often plain timers are known to cut off English speakers
 * (eot-bench: 55.6 % at 300 ms, 21.7 % at 600 ms, 5 % at 1600 ms). Taken at even steps of probability, without chance.
 */
const PAUSE_MEDIAN_MS = 340;
const PAUSE_SIGMA = 0.93;
const QUANTILES = 100;
const PAUSES_MS = Array.from({ length: QUANTILES }, (_, index) =>
  Math.exp(Math.log(PAUSE_MEDIAN_MS) + PAUSE_SIGMA * standardNormal((index + 0.5) / QUANTILES)),
).filter((ms) => ms >= 100);

/** The last words are known this long after the question, on a quiet machine: 45 ms and 25 ms for each second of speech. */
const wordsAfterMs = ({ speechMs }: Observation) => 96 + 45 + speechMs * 0.025;
const TURN_END_AFTER_MS = 96 + 75;

export function operatingPoint(name: string, policy: Policy, seen: readonly Observation[]): OperatingPoint {
  const waits = seen.filter(({ whole }) => !whole).map(policy);
  const cut = waits.reduce((sum, waitMs) => sum + PAUSES_MS.filter((pauseMs) => pauseMs > waitMs).length / PAUSES_MS.length, 0);
  const latenciesMs = seen.filter(({ whole }) => whole).map(policy);
  const meanMs = latenciesMs.reduce((sum, ms) => sum + ms, 0) / latenciesMs.length;
  return { name, falseCutOffs: cut / waits.length, latenciesMs, meanMs };
}

export const timer =
  (waitMs: number): Policy =>
  () =>
    waitMs;

/** What an end-of-turn model alone does: a short wait when it says "over", a long one when not. */
export const turnEndAlone =
  (threshold: number, shortMs: number, longMs: number): Policy =>
  ({ turnEnd }) =>
    turnEnd >= threshold ? Math.max(shortMs, TURN_END_AFTER_MS) : longMs;

/** Parley's own policy, frame by frame, as words and voice become known. */
export const joint =
  (patience: number, waits: TurnEndWaits = TURN_END_WAITS): Policy =>
  (seen) => {
    const completeness = completenessOf(seen.text);
    for (let silenceMs = HEARING_FRAME_MS; ; silenceMs += HEARING_FRAME_MS) {
      const evidence = {
        completeness,
        wordsAreWhole: silenceMs >= wordsAfterMs(seen),
        turnEnd: silenceMs >= TURN_END_AFTER_MS ? seen.turnEnd : null,
      };
      if (silenceMs >= silenceToEndMs(evidence, patience, waits)) return silenceMs;
    }
  };

/** The fastest of many settings that cuts off no more than `mostCutOffs`. */
export function fastest(points: readonly OperatingPoint[], mostCutOffs: number): OperatingPoint | null {
  const allowed = points.filter(({ falseCutOffs }) => falseCutOffs <= mostCutOffs);
  return allowed.reduce<OperatingPoint | null>((best, point) => (best === null || point.meanMs < best.meanMs ? point : best), null);
}

/** Inverse of the normal distribution's sum, by halving. */
function standardNormal(probability: number): number {
  let [low, high] = [-6, 6];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (sumOfNormal(middle) < probability) low = middle;
    else high = middle;
  }
  return low;
}

/** Abramowitz and Stegun 26.2.17, to 1e-7. */
function sumOfNormal(value: number): number {
  const slope = 1 / (1 + 0.231_641_9 * Math.abs(value));
  const density = Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    slope *
    (0.319_381_53 + slope * (-0.356_563_782 + slope * (1.781_477_937 + slope * (-1.821_255_978 + slope * 1.330_274_429))));
  return value >= 0 ? 1 - tail : tail;
}
