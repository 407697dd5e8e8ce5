/** How far a download is. */
export interface DownloadProgress {
  readonly modelId: string;
  readonly source: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  /** null until a speed is known. */
  readonly secondsLeft: number | null;
}

/** Turns byte counts into speed and time left, by the average of the last seconds. Told the time, holds no clock. */
export class ProgressMeter {
  readonly #totalBytes: number;
  readonly #marks: { readonly atMs: number; readonly bytes: number }[] = [];

  constructor(totalBytes: number) {
    this.#totalBytes = totalBytes;
  }

  measure(receivedBytes: number, atMs: number): Pick<DownloadProgress, 'receivedBytes' | 'totalBytes' | 'bytesPerSecond' | 'secondsLeft'> {
    this.#marks.push({ atMs, bytes: receivedBytes });
    while (this.#marks.length > 2 && atMs - (this.#marks[0]?.atMs ?? atMs) > 5000) this.#marks.shift();
    const oldest = this.#marks[0] ?? { atMs, bytes: receivedBytes };
    const elapsedMs = atMs - oldest.atMs;
    const bytesPerSecond = elapsedMs <= 0 ? 0 : Math.max(0, ((receivedBytes - oldest.bytes) * 1000) / elapsedMs);
    const left = Math.max(0, this.#totalBytes - receivedBytes);
    return {
      receivedBytes,
      totalBytes: this.#totalBytes,
      bytesPerSecond,
      secondsLeft: bytesPerSecond > 0 ? left / bytesPerSecond : null,
    };
  }
}
