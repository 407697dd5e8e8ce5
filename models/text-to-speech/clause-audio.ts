/** What counts as silence at the ends of a clause. */
const SILENCE = 0.01;
const LEAD_MS = 40;
const TAIL_MS = 60;
const FADE_MS = 5;
/** Loud enough everywhere, and never clipped. */
const PEAK = 0.8;

/** Pause after a clause by its last mark, chosen so that joined clauses sound like one reading. */
const PAUSE_MS: Readonly<Record<string, number>> = { ',': 160, ';': 220, ':': 220, '.': 320, '!': 320, '?': 320 };

/** A clause cut to its speech, and how much was cut from its start. */
export interface TrimmedClause {
  readonly samples: Float32Array;
  readonly cutSamples: number;
}

/** Cuts the silence the voice leaves at both ends (1-77 ms and 93-240 ms, measured) and fades the edges. */
export function trimmed(samples: Float32Array, sampleRateHz: number): TrimmedClause {
  const inSamples = (ms: number) => Math.round((ms * sampleRateHz) / 1000);
  let first = 0;
  while (first < samples.length && Math.abs(samples[first] ?? 0) < SILENCE) first++;
  if (first === samples.length) return { samples: new Float32Array(0), cutSamples: 0 };
  let last = samples.length - 1;
  while (Math.abs(samples[last] ?? 0) < SILENCE) last--;
  const from = Math.max(0, first - inSamples(LEAD_MS));
  const cut = samples.slice(from, Math.min(samples.length, last + 1 + inSamples(TAIL_MS)));
  fadeEnds(cut, inSamples(FADE_MS));
  return { samples: cut, cutSamples: from };
}

function fadeEnds(samples: Float32Array, fade: number): void {
  for (let index = 0; index < Math.min(fade, samples.length); index++) {
    const gain = index / fade;
    const end = samples.length - 1 - index;
    samples[index] = (samples[index] ?? 0) * gain;
    samples[end] = (samples[end] ?? 0) * gain;
  }
}

/** Brings the loudest sample to the same level in every clause, in place. */
export function levelled(samples: Float32Array): Float32Array {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  if (peak > SILENCE) for (let index = 0; index < samples.length; index++) samples[index] = ((samples[index] ?? 0) * PEAK) / peak;
  return samples;
}

/** @returns the samples with the pause that the clause's last mark asks for */
export function withPause(samples: Float32Array, clause: string, sampleRateHz: number, rate: number): Float32Array {
  const mark =
    clause
      .trim()
      .replace(/["')\]]+$/, '')
      .at(-1) ?? '';
  const pause = Math.round(((PAUSE_MS[mark] ?? 60) * sampleRateHz) / 1000 / rate);
  const joined = new Float32Array(samples.length + pause);
  joined.set(samples);
  return joined;
}
