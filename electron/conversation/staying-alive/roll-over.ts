/**
 * When a line is replaced by a fresh one before its server ends it: make before break. In a pause, where the fresh line
 * can be told the whole conversation; only when time runs out in the middle of a turn.
 */

/** A cap is only what is documented: lines end a little earlier. */
const LATEST_SHARE = 0.95;
/** From here on every pause will do. */
const EARLY_SHARE = 0.15;
const EARLIEST_MS = 90_000;
/** The part of a short cap that is used in any case. */
const LEAST_USED_SHARE = 0.5;
/** Opening a line takes a second, a slow one some: from here on no pause is waited for. */
const LAST_MOMENT_MS = 5000;

export interface LineAge {
  readonly nowMs: number;
  readonly openedAtMs: number;
  /** How long lines of this engine may last; null = for ever. */
  readonly capMs: number | null;
  /** When the server said it would end it; null when it said nothing. */
  readonly deadlineAtMs: number | null;
  /** A turn is under way. */
  readonly isBusy: boolean;
}

export type RollOverStep =
  /** Null: nothing is to be done until something happens. */
  | { readonly kind: 'stay'; readonly forMs: number | null }
  | { readonly kind: 'wait-for-pause'; readonly forMs: number }
  /** Now, with this much time for another try where the fresh line was told too little. */
  | { readonly kind: 'change'; readonly leftMs: number };

export function rollOverStep(line: LineAge): RollOverStep {
  const beginAtMs = beginsAtMs(line);
  if (beginAtMs === null) return { kind: 'stay', forMs: null };
  if (line.nowMs < beginAtMs) return { kind: 'stay', forMs: beginAtMs - line.nowMs };
  const leftMs = endsAtMs(line) - LAST_MOMENT_MS - line.nowMs;
  return line.isBusy && leftMs > 0 ? { kind: 'wait-for-pause', forMs: leftMs } : { kind: 'change', leftMs: Math.max(0, leftMs) };
}

/** An announced end is acted on at once. */
function beginsAtMs({ openedAtMs, capMs, deadlineAtMs, nowMs }: LineAge): number | null {
  if (deadlineAtMs !== null) return nowMs;
  if (capMs === null) return null;
  return openedAtMs + Math.max(capMs - Math.max(EARLIEST_MS, capMs * EARLY_SHARE), capMs * LEAST_USED_SHARE);
}

function endsAtMs({ openedAtMs, capMs, deadlineAtMs }: LineAge): number {
  const capAtMs = capMs === null ? Number.POSITIVE_INFINITY : openedAtMs + capMs * LATEST_SHARE;
  return Math.min(capAtMs, deadlineAtMs ?? Number.POSITIVE_INFINITY);
}
