/** Zero crossings of the sinc on each side: alias below -70 dB with the window used. */
const HALF_WIDTH = 24;
/** Kaiser window: 80 dB stop band. */
const KAISER_BETA = 8;
/** Speech needs nothing above 92 % of the lower Nyquist frequency; the rest is the filter's slope. */
const PASS_BAND = 0.92;

interface ResamplingPlan {
  /** Output advances the input by `step / phases` samples. */
  readonly phases: number;
  readonly step: number;
  readonly taps: number;
  /** `phases` rows of `taps` coefficients. */
  readonly bank: Float32Array;
}

const plans = new Map<string, ResamplingPlan>();

/**
 * Changes the sample rate by a windowed-sinc polyphase filter (J. O. Smith, "Digital Audio Resampling").
 * @param samples mono @returns mono at `toHz`, `round(length * toHz / fromHz)` samples, no delay
 */
export function resample(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return samples;
  const plan = resamplingPlan(fromHz, toHz);
  const output = new Float32Array(Math.round((samples.length * toHz) / fromHz));
  const half = plan.taps / 2;
  for (let index = 0; index < output.length; index++) {
    const position = index * plan.step;
    const centre = Math.floor(position / plan.phases);
    const row = (position % plan.phases) * plan.taps;
    const first = centre - half + 1;
    const from = Math.max(0, -first);
    const to = Math.min(plan.taps, samples.length - first);
    let sum = 0;
    for (let tap = from; tap < to; tap++) sum += (samples[first + tap] ?? 0) * (plan.bank[row + tap] ?? 0);
    output[index] = sum;
  }
  return output;
}

/** The filter between two rates, made once. Sample n of the output lies at `n * step / phases` of the input. */
export function resamplingPlan(fromHz: number, toHz: number): ResamplingPlan {
  const key = `${fromHz}/${toHz}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const phases = toHz / divisor;
  const cutoff = Math.min(1, toHz / fromHz) * PASS_BAND;
  const taps = 2 * Math.ceil(HALF_WIDTH / Math.min(1, toHz / fromHz));
  const plan = { phases, step: fromHz / divisor, taps, bank: filterBank(phases, taps, cutoff) };
  plans.set(key, plan);
  return plan;
}

function filterBank(phases: number, taps: number, cutoff: number): Float32Array {
  const bank = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const distance = tap - taps / 2 + 1 - phase / phases;
      const value = cutoff * sinc(cutoff * distance) * kaiser(distance / (taps / 2));
      bank[phase * taps + tap] = value;
      sum += value;
    }
    // Every phase passes a constant unchanged: no ripple at the rate of the phases.
    for (let tap = 0; tap < taps; tap++) bank[phase * taps + tap] = (bank[phase * taps + tap] ?? 0) / sum;
  }
  return bank;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - x * x)) / besselI0(KAISER_BETA);
}

function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
