/** Loudness of the microphone for pictures: kept outside React, read once a frame by whoever draws. */
export class LevelMeter {
  readonly #listeners = new Set<(level: number) => void>();
  #level = 0;

  /** 0..1, risen at once and fallen slowly, as meters do. */
  get level(): number {
    return this.#level;
  }

  hear(samples: Float32Array): void {
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    const loudness = loudnessOf(Math.sqrt(sum / samples.length));
    this.#level = loudness > this.#level ? loudness : this.#level * 0.8 + loudness * 0.2;
    for (const listener of this.#listeners) listener(this.#level);
  }

  rest(): void {
    this.#level = 0;
    for (const listener of this.#listeners) listener(0);
  }

  subscribe(listener: (level: number) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

/** -60 dBFS -> 0, -10 dBFS -> 1. */
export function loudnessOf(rootMeanSquare: number): number {
  const decibels = 20 * Math.log10(Math.max(rootMeanSquare, 1e-6));
  return Math.min(1, Math.max(0, (decibels + 60) / 50));
}
