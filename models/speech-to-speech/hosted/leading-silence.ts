import { SPEAKING_SAMPLE_RATE_HZ } from '../../../electron/ipc/audio-frame.ts';
import { joinedSamples } from '../../audio/joined-samples.ts';

/** -48 dB: below every voice, above the noise that synthesis leaves. */
const LOUD = 0.004;
const KEPT_MS = 20;
/** Longer silence is meant: a pause before a hard answer. */
const MOST_MS = 1500;

const samplesOf = (ms: number) => Math.round((ms * SPEAKING_SAMPLE_RATE_HZ) / 1000);

/** Drops the silence that models put in front of a reply; a breath inside it is never touched. */
export class LeadingSilence {
  #tail = new Float32Array(0);
  #seen = 0;
  #over = false;
  #trimmed = 0;

  get trimmedMs(): number {
    return (this.#trimmed / SPEAKING_SAMPLE_RATE_HZ) * 1000;
  }

  /** @returns what is left of the samples */
  trim(samples: Float32Array): Float32Array {
    if (this.#over) return samples;
    const joined = joinedSamples([this.#tail, samples]);
    const loud = joined.findIndex((sample) => Math.abs(sample) > LOUD);
    this.#seen += samples.length;
    this.#over = loud !== -1 || this.#seen >= samplesOf(MOST_MS);
    const keepFrom = Math.max(0, (loud === -1 ? joined.length : loud) - samplesOf(KEPT_MS));
    const kept = joined.subarray(keepFrom);
    this.#trimmed += keepFrom;
    if (this.#over) return kept;
    this.#tail = kept.slice();
    return new Float32Array(0);
  }
}
