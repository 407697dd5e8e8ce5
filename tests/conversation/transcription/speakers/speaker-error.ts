/** Who speaks when; times in milliseconds. */
export interface SpeakerTurn {
  readonly startMs: number;
  readonly endMs: number;
  readonly speaker: string;
}

const STEP_MS = 10;
/** Nobody can say to the millisecond where a turn ends; usual in this measure. */
const COLLAR_MS = 250;

/**
 * Diarization error: the share of spoken time with the wrong speaker or none, under the best pairing of names. Speech that
 * nobody said counts as well. A quarter of a second around each change is left out.
 */
export function speakerError(said: readonly SpeakerTurn[], found: readonly SpeakerTurn[]): number {
  const endMs = Math.max(...said.map((turn) => turn.endMs), ...found.map((turn) => turn.endMs));
  const edges = said.flatMap(({ startMs, endMs: end }) => [startMs, end]);
  const pairs = new Map<string, number>();
  let spoken = 0;
  let invented = 0;
  for (let ms = 0; ms < endMs; ms += STEP_MS) {
    if (edges.some((edge) => Math.abs(edge - ms) < COLLAR_MS)) continue;
    const truth = speakerAt(said, ms);
    const guess = speakerAt(found, ms);
    if (truth === null) invented += guess === null ? 0 : 1;
    else {
      spoken += 1;
      if (guess !== null) pairs.set(`${truth}|${guess}`, (pairs.get(`${truth}|${guess}`) ?? 0) + 1);
    }
  }
  const truths = [...new Set(said.map(({ speaker }) => speaker))];
  const guesses = [...new Set(found.map(({ speaker }) => speaker))];
  return (spoken - bestPairing(truths, guesses, pairs) + invented) / Math.max(1, spoken);
}

function speakerAt(turns: readonly SpeakerTurn[], ms: number): string | null {
  return turns.find(({ startMs, endMs }) => ms >= startMs && ms < endMs)?.speaker ?? null;
}

/** The most time that can be right: every way of pairing, for there are few speakers. */
function bestPairing(truths: readonly string[], guesses: readonly string[], pairs: ReadonlyMap<string, number>): number {
  const [first, ...rest] = truths;
  if (first === undefined) return 0;
  const without = bestPairing(rest, guesses, pairs);
  const each = guesses.map(
    (guess) =>
      (pairs.get(`${first}|${guess}`) ?? 0) +
      bestPairing(
        rest,
        guesses.filter((other) => other !== guess),
        pairs,
      ),
  );
  return Math.max(without, ...each);
}
