import { type MixFindings, monoBlocks } from '../audio/mono-stream.ts';
import type { SoundSource } from './sound-source.ts';

/** Reads mixed sound from any place of an open file; a place where the last reading ended goes on without looking for it. */
export class SoundCursor {
  readonly #source: SoundSource;
  readonly #findings: MixFindings = { brokenSamples: 0, cancelledSeconds: 0 };
  #blocks: AsyncGenerator<Float32Array> | null = null;
  /** What was decoded and not read yet, and the frame at which it begins. */
  #held: Float32Array = new Float32Array(0);
  #heldFrame = 0;

  constructor(source: SoundSource) {
    this.#source = source;
  }

  /** @returns fewer samples than asked for at the end */
  async read(fromFrame: number, frames: number): Promise<Float32Array> {
    await this.#goTo(fromFrame);
    const output = new Float32Array(frames);
    let filled = 0;
    while (filled < frames) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const piece = this.#held.subarray(0, frames - filled);
      output.set(piece, filled);
      filled += piece.length;
      this.#drop(piece.length);
    }
    return output.subarray(0, filled);
  }

  async close(): Promise<void> {
    await this.#blocks?.return(undefined);
    this.#blocks = null;
  }

  async #goTo(frame: number): Promise<void> {
    const isNear = this.#blocks !== null && frame >= this.#heldFrame && frame <= this.#heldFrame + this.#held.length;
    if (!isNear) {
      await this.close();
      const { sampleRateHz, channels } = this.#source.track;
      // Sources give the same sound from any whole second as from the beginning.
      this.#heldFrame = Math.floor(frame / sampleRateHz) * sampleRateHz;
      this.#held = new Float32Array(0);
      this.#blocks = monoBlocks(this.#source.blocks(this.#heldFrame), { sampleRateHz, channels }, 'mix', this.#findings);
    }
    while (this.#heldFrame < frame) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      this.#drop(Math.min(this.#held.length, frame - this.#heldFrame));
    }
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.#heldFrame += count;
  }

  async #more(): Promise<boolean> {
    const next = await this.#blocks?.next();
    if (next === undefined || next.done === true) return false;
    this.#held = next.value;
    return true;
  }
}
