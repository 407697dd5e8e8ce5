import { HEARING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { toPcm16 } from '../../audio/pcm16.ts';
import { RunningResampler } from '../../audio/running-resampler.ts';

/** Servers refuse a turn that is shorter. */
const SHORTEST_MS = 120;

/** The user's running utterance on its way to the wire: at the rate of the endpoint, as PCM16. */
export class Uplink {
  readonly #rateHz: number;
  readonly #send: (pcm16: Buffer) => void;
  #resampler: RunningResampler;
  #sentMs = 0;

  constructor(rateHz: number, send: (pcm16: Buffer) => void) {
    this.#rateHz = rateHz;
    this.#send = send;
    this.#resampler = new RunningResampler(HEARING_SAMPLE_RATE_HZ, rateHz);
  }

  add(samples: Float32Array): void {
    this.#push(this.#resampler.push(samples));
  }

  /** Ends the utterance: what the filter held back goes out, and silence up to the shortest turn. */
  end(): void {
    this.#push(this.#resampler.end());
    if (this.#sentMs < SHORTEST_MS) this.silence(SHORTEST_MS - this.#sentMs);
    this.reset();
  }

  silence(ms: number): void {
    this.#push(new Float32Array(Math.round((ms * this.#rateHz) / 1000)));
  }

  reset(): void {
    this.#resampler = new RunningResampler(HEARING_SAMPLE_RATE_HZ, this.#rateHz);
    this.#sentMs = 0;
  }

  #push(samples: Float32Array): void {
    if (samples.length === 0) return;
    this.#sentMs += (samples.length / this.#rateHz) * 1000;
    this.#send(toPcm16(samples));
  }
}
