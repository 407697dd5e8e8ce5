import { joinedSamples } from '../audio/joined-samples.ts';

/** What counts as silence at the ends of a clause. */
const SILENCE = 0.01;
const LEAD_MS = 40;
const TAIL_MS = 60;
const FADE_MS = 5;
/** How loud speech is on average where it sounds (root mean square), and from where on peaks are bent so that nothing clips. */
const LOUDNESS = 0.13;
const KNEE = 0.7;

/** Pause after a clause by its last mark, chosen so that joined clauses sound like one reading. */
const PAUSE_MS: Readonly<Record<string, number>> = { ',': 160, ';': 220, ':': 220, '.': 320, '!': 320, '?': 320 };

/**
 * Cuts the silence the voice leaves at both ends of a clause (1-77 ms and 93-240 ms, measured) and fades the edges, while the
 * clause comes in pieces: what may be its last silence is held back until more sound follows.
 */
export class SpeechCut {
  readonly #lead: number;
  readonly #tail: number;
  readonly #fade: number;
  #held = new Float32Array(0);
  #given = 0;
  #isHeard = false;
  /** How much was cut from the start; known from the first sound on. */
  cutSamples = 0;

  constructor(sampleRateHz: number) {
    const inSamples = (ms: number) => Math.round((ms * sampleRateHz) / 1000);
    [this.#lead, this.#tail, this.#fade] = [inSamples(LEAD_MS), inSamples(TAIL_MS), inSamples(FADE_MS)];
  }

  push(samples: Float32Array): Float32Array {
    this.#held = joinedSamples([this.#held, samples]);
    if (!this.#isHeard) this.#cutLead();
    if (!this.#isHeard) return new Float32Array(0);
    return this.#give(Math.max(0, lastLoud(this.#held) + 1 - this.#fade));
  }

  /** The rest; nothing for a clause that was silent throughout. */
  end(): Float32Array {
    if (!this.#isHeard) return new Float32Array(0);
    const rest = this.#give(Math.min(this.#held.length, lastLoud(this.#held) + 1 + this.#tail));
    for (let index = 0; index < Math.min(this.#fade, rest.length); index++) {
      const at = rest.length - 1 - index;
      rest[at] = ((rest[at] ?? 0) * index) / this.#fade;
    }
    return rest;
  }

  #cutLead(): void {
    const first = this.#held.findIndex((sample) => Math.abs(sample) >= SILENCE);
    this.#isHeard = first >= 0;
    if (!this.#isHeard) return;
    this.cutSamples = Math.max(0, first - this.#lead);
    this.#held = this.#held.slice(this.cutSamples);
  }

  #give(count: number): Float32Array {
    const given = this.#held.slice(0, count);
    this.#held = this.#held.slice(count);
    for (let index = 0; index < given.length && this.#given < this.#fade; index++, this.#given++) {
      given[index] = ((given[index] ?? 0) * this.#given) / this.#fade;
    }
    return given;
  }
}

function lastLoud(samples: Float32Array): number {
  let last = samples.length - 1;
  while (last >= 0 && Math.abs(samples[last] ?? 0) < SILENCE) last--;
  return last;
}

/**
 * By what a voice is made louder. One factor for everything it says: its clauses are as loud as each other to 2.5 dB, where
 * clauses brought to the same peak differ by 6 (measured over twenty).
 * @param speech something the voice said
 */
export function gainOf(speech: Float32Array): number {
  let [energy, count] = [0, 0];
  for (const sample of speech) {
    if (Math.abs(sample) < SILENCE) continue;
    energy += sample * sample;
    count += 1;
  }
  return count === 0 ? 1 : LOUDNESS / Math.sqrt(energy / count);
}

/** Makes samples louder by a factor, in place; peaks are bent, never cut. */
export function levelled(samples: Float32Array, gain: number): Float32Array {
  for (let index = 0; index < samples.length; index++) samples[index] = bent((samples[index] ?? 0) * gain);
  return samples;
}

function bent(sample: number): number {
  const size = Math.abs(sample);
  if (size <= KNEE) return sample;
  return Math.sign(sample) * (KNEE + (1 - KNEE) * Math.tanh((size - KNEE) / (1 - KNEE)));
}

/** The pause that a clause's last mark asks for, in samples. */
export function pauseAfter(clause: string, sampleRateHz: number, rate: number): number {
  const mark =
    clause
      .trim()
      .replace(/["')\]]+$/, '')
      .at(-1) ?? '';
  return Math.round(((PAUSE_MS[mark] ?? 60) * sampleRateHz) / 1000 / rate);
}
