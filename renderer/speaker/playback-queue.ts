import { PlayoutBuffer } from './playout-buffer.ts';

/** What happened inside one block, in order. */
export type PlaybackEvent =
  | { readonly kind: 'started'; readonly itemId: string }
  | { readonly kind: 'finished'; readonly itemId: string; readonly playedMs: number }
  /** A fade reached silence; everything queued is gone. */
  | { readonly kind: 'stopped'; readonly itemId: string; readonly playedMs: number };

interface QueuedItem {
  readonly id: string;
  readonly chunks: Float32Array[];
  /** Samples of the first chunk that were played. */
  offset: number;
  playedSamples: number;
  ended: boolean;
  started: boolean;
  /** It waits until enough lies ready. */
  filling: boolean;
  /** Silence played meanwhile, in samples, since there was something. */
  waited: number;
}

/**
 * The speaker's arithmetic: items in order, a gain that glides, a fade that ends in silence, and the play-head of what
 * really left. Knows no AudioContext; counted in samples.
 */
export class PlaybackQueue {
  readonly #sampleRateHz: number;
  readonly #buffer = new PlayoutBuffer();
  #items: QueuedItem[] = [];
  #gain = 1;
  #targetGain = 1;
  #gainStep = 0;
  #fadeLeft = 0;
  #fadeLength = 0;
  /** Once it is silent nothing is played, and the play-head waits. */
  #held = false;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  get current(): { readonly itemId: string; readonly playedMs: number } | null {
    const [item] = this.#items;
    return item === undefined ? null : { itemId: item.id, playedMs: this.#ms(item.playedSamples) };
  }

  play(itemId: string, samples: Float32Array): void {
    const known = this.#items.find(({ id }) => id === itemId);
    if (known !== undefined) known.chunks.push(samples);
    else {
      const fresh = { offset: 0, playedSamples: 0, ended: false, started: false, filling: true, waited: 0 };
      this.#items.push({ id: itemId, chunks: [samples], ...fresh });
    }
  }

  end(itemId: string): void {
    const item = this.#items.find(({ id }) => id === itemId);
    if (item !== undefined) item.ended = true;
  }

  glideTo(gain: number, rampMs: number): void {
    this.#targetGain = gain;
    this.#gainStep = (gain - this.#gain) / Math.max(1, this.#samples(rampMs));
  }

  hold(fadeMs: number): void {
    this.#held = true;
    this.glideTo(0, fadeMs);
  }

  goOn(rampMs: number): void {
    this.#held = false;
    this.glideTo(1, rampMs);
  }

  /** What sounds fades out; then everything queued is gone. */
  stop(fadeMs: number): void {
    this.#held = false;
    if (this.#items.length === 0 || this.#fadeLeft > 0) return;
    this.#fadeLength = Math.max(1, this.#samples(fadeMs));
    this.#fadeLeft = this.#fadeLength;
  }

  /** Fills one block. @returns what happened inside it */
  render(output: Float32Array): readonly PlaybackEvent[] {
    const events: PlaybackEvent[] = [];
    for (let index = 0; index < output.length; index++) {
      const item = this.#isSilenced() ? undefined : this.#items[0];
      const sounding = item === undefined || this.#isFilling(item) ? undefined : item;
      output[index] = this.#sampleOf(sounding, events);
      if (item === undefined) continue;
      if (this.#fadeLeft > 0 && this.#advanceFade()) {
        this.#items = [];
        output.fill(0, index + 1);
        return [...events, { kind: 'stopped', itemId: item.id, playedMs: this.#ms(item.playedSamples) }];
      }
      if (item.ended && item.chunks.length === 0) {
        this.#items.shift();
        events.push({ kind: 'finished', itemId: item.id, playedMs: this.#ms(item.playedSamples) });
      }
    }
    return events;
  }

  #sampleOf(item: QueuedItem | undefined, events: PlaybackEvent[]): number {
    const sample = item === undefined ? null : this.#next(item);
    if (item !== undefined && sample !== null && !item.started) {
      item.started = true;
      events.push({ kind: 'started', itemId: item.id });
    }
    return (sample ?? 0) * this.#nextGain();
  }

  /** True while it is better to wait for more than to begin and break off. */
  #isFilling(item: QueuedItem): boolean {
    if (!item.filling) return false;
    const depth = this.#samples(this.#buffer.depthMs);
    if (item.chunks.length > 0) item.waited += 1;
    // What lies there is not kept back for longer than it is worth.
    item.filling = !item.ended && item.waited <= depth && this.#queued(item) < Math.max(1, depth);
    return item.filling;
  }

  #queued({ chunks, offset }: QueuedItem): number {
    return chunks.reduce((sum, chunk) => sum + chunk.length, -offset);
  }

  #isSilenced(): boolean {
    return this.#held && this.#gain === 0;
  }

  #next(item: QueuedItem): number | null {
    const [chunk] = item.chunks;
    if (chunk === undefined) {
      if (item.started && !item.ended) this.#ranOut(item);
      return null;
    }
    this.#buffer.played(1000 / this.#sampleRateHz);
    const sample = chunk[item.offset] ?? 0;
    item.offset += 1;
    item.playedSamples += 1;
    if (item.offset >= chunk.length) {
      item.chunks.shift();
      item.offset = 0;
    }
    return sample;
  }

  #ranOut(item: QueuedItem): void {
    this.#buffer.ranOut();
    item.filling = true;
    item.waited = 0;
  }

  #nextGain(): number {
    if (this.#gainStep !== 0) {
      this.#gain += this.#gainStep;
      const arrived = this.#gainStep > 0 ? this.#gain >= this.#targetGain : this.#gain <= this.#targetGain;
      if (arrived) {
        this.#gain = this.#targetGain;
        this.#gainStep = 0;
      }
    }
    return this.#fadeLeft > 0 ? this.#gain * (this.#fadeLeft / this.#fadeLength) : this.#gain;
  }

  #advanceFade(): boolean {
    this.#fadeLeft -= 1;
    return this.#fadeLeft === 0;
  }

  #samples(ms: number): number {
    return Math.round((ms * this.#sampleRateHz) / 1000);
  }

  #ms(samples: number): number {
    return (samples / this.#sampleRateHz) * 1000;
  }
}
