import type { FileProgress } from './transcribe-file.ts';

/** Speed over the last stretch of work, so that a pause or a slow beginning does not spoil the time left. */
const MEMORY_MS = 20_000;

export interface MeteredProgress extends FileProgress {
  readonly percent: number | null;
  /** Seconds of sound a second; null until something was done. */
  readonly speed: number | null;
  readonly leftMs: number | null;
}

/** Turns places into percent, speed and time left. Told the time by its owner. */
export class ProgressMeter {
  readonly #nowMs: () => number;
  #marks: { readonly atMs: number; readonly positionMs: number }[] = [];

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  take(progress: FileProgress): MeteredProgress {
    const atMs = this.#nowMs();
    const { positionMs, durationMs } = progress;
    this.#marks.push({ atMs, positionMs });
    while (this.#marks.length > 2 && atMs - (this.#marks[0]?.atMs ?? 0) > MEMORY_MS) this.#marks.shift();
    const first = this.#marks[0] ?? { atMs, positionMs };
    const passedMs = atMs - first.atMs;
    const speed = passedMs > 0 && positionMs > first.positionMs ? (positionMs - first.positionMs) / passedMs : null;
    // Files may claim less than they hold.
    const percent = durationMs === null || durationMs <= 0 ? null : Math.min(100, (positionMs / durationMs) * 100);
    const leftMs = speed === null || durationMs === null ? null : Math.max(0, durationMs - positionMs) / speed;
    return { ...progress, percent, speed, leftMs };
  }
}
