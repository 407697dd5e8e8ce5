/** Pauses before the first, second and any further try, in milliseconds. */
const DELAYS_MS = [200, 1000, 5000] as const;
const WINDOW_MS = 60_000;
const MAX_DEATHS = 3;

/**
 * How long to wait before a process that died is started again; null = stop trying (three deaths within a minute).
 * @param deathsMs times of all deaths so far, oldest first, this one last
 */
export function restartDelayMs(deathsMs: readonly number[]): number | null {
  const last = deathsMs.at(-1) ?? 0;
  const recent = deathsMs.filter((atMs) => last - atMs < WINDOW_MS).length;
  if (recent >= MAX_DEATHS) return null;
  return DELAYS_MS[Math.max(0, recent - 1)] ?? 5000;
}
