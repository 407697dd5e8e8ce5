import { joinedSamples } from './joined-samples.ts';
import { resamplingPlan } from './resample.ts';

/** Changes the rate of a stream piece by piece, by the filter of `resample` and sample for sample the same. */
export class RunningResampler {
  readonly #plan: ReturnType<typeof resamplingPlan> | null;
  /** The stream's samples from `#start` on that are still needed. */
  #held = new Float32Array(0);
  #start = 0;
  #next = 0;

  constructor(fromHz: number, toHz: number) {
    this.#plan = fromHz === toHz ? null : resamplingPlan(fromHz, toHz);
  }

  /** @returns what can be told so far; half the filter's length stays behind until more comes */
  push(samples: Float32Array): Float32Array {
    if (this.#plan === null) return samples;
    this.#hold(samples);
    const { phases, step, taps } = this.#plan;
    return this.#produce(Math.floor(((this.#start + this.#held.length - taps / 2 - 1) * phases) / step));
  }

  /** The rest. What comes afterwards is a new stream. */
  end(): Float32Array {
    if (this.#plan === null) return new Float32Array(0);
    const { phases, step } = this.#plan;
    const rest = this.#produce(Math.round(((this.#start + this.#held.length) * phases) / step));
    this.#held = new Float32Array(0);
    this.#start = 0;
    this.#next = 0;
    return rest;
  }

  #hold(samples: Float32Array): void {
    this.#held = joinedSamples([this.#held, samples]);
  }

  #produce(until: number): Float32Array {
    if (this.#plan === null) return new Float32Array(0);
    const { phases, step, taps, bank } = this.#plan;
    const output = new Float32Array(Math.max(0, until - this.#next));
    const firstOf = (index: number) => Math.floor((index * step) / phases) - taps / 2 + 1 - this.#start;
    for (let index = 0; index < output.length; index++, this.#next++) {
      const first = firstOf(this.#next);
      const row = ((this.#next * step) % phases) * taps;
      const to = Math.min(taps, this.#held.length - first);
      let sum = 0;
      for (let tap = Math.max(0, -first); tap < to; tap++) sum += (this.#held[first + tap] ?? 0) * (bank[row + tap] ?? 0);
      output[index] = sum;
    }
    const done = Math.min(this.#held.length, Math.max(0, firstOf(this.#next)));
    this.#held = this.#held.slice(done);
    this.#start += done;
    return output;
  }
}
