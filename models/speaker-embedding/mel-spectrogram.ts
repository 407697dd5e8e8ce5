/** 25 ms windows every 10 ms at 16 kHz, 40 bands up to 8 kHz: what the voice encoder was trained on. */
const WINDOW = 400;
const STEP = 160;
const BANDS = 40;
const BINS = WINDOW / 2 + 1;
const HIGHEST_HZ = 8_000;
/** Slaney's scale: linear up to 1 kHz, logarithmic above. */
const LINEAR_HZ = 200 / 3;
const BREAK_HZ = 1_000;
const BREAK_MEL = BREAK_HZ / LINEAR_HZ;
const LOG_STEP = Math.log(6.4) / 27;

export const MEL_BANDS = BANDS;

const hann = Float32Array.from({ length: WINDOW }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / WINDOW));
const cosines = Float32Array.from({ length: WINDOW }, (_, index) => Math.cos((2 * Math.PI * index) / WINDOW));
const sines = Float32Array.from({ length: WINDOW }, (_, index) => Math.sin((2 * Math.PI * index) / WINDOW));
const filters = bandFilters();

/**
 * Power in mel bands (not its logarithm), frame after frame. Frames are centred; before and behind is silence.
 * @param samples mono, 16 kHz
 * @returns `frames` rows of `MEL_BANDS`
 */
export function melSpectrogram(samples: Float32Array, frames: number): Float32Array {
  const output = new Float32Array(frames * BANDS);
  const power = new Float32Array(BINS);
  const windowed = new Float32Array(WINDOW);
  for (let frame = 0; frame < frames; frame++) {
    const start = frame * STEP - WINDOW / 2;
    for (let index = 0; index < WINDOW; index++) windowed[index] = (samples[start + index] ?? 0) * (hann[index] ?? 0);
    powerOf(windowed, power);
    filters.forEach(({ from, weights }, band) => {
      let sum = 0;
      for (let index = 0; index < weights.length; index++) sum += (weights[index] ?? 0) * (power[from + index] ?? 0);
      output[frame * BANDS + band] = sum;
    });
  }
  return output;
}

/** 400 is no power of two: the plain sum over the half that mirrors the other is fast enough (5 ms a second of sound). */
function powerOf(windowed: Float32Array, power: Float32Array): void {
  const half = WINDOW / 2;
  const at = (index: number) => windowed[index] ?? 0;
  const even = Float32Array.from({ length: half }, (_, index) => (index === 0 ? at(0) : at(index) + at(WINDOW - index)));
  const odd = Float32Array.from({ length: half }, (_, index) => (index === 0 ? 0 : at(index) - at(WINDOW - index)));
  for (let bin = 0; bin < BINS; bin++) {
    const real = turned(even, cosines, bin) + (bin % 2 === 0 ? at(half) : -at(half));
    const imaginary = turned(odd, sines, bin);
    power[bin] = real * real + imaginary * imaginary;
  }
}

function turned(samples: Float32Array, circle: Float32Array, bin: number): number {
  let sum = 0;
  for (let index = 0, turn = 0; index < samples.length; index++) {
    sum += (samples[index] ?? 0) * (circle[turn] ?? 0);
    turn += bin;
    if (turn >= WINDOW) turn -= WINDOW;
  }
  return sum;
}

interface BandFilter {
  readonly from: number;
  readonly weights: Float32Array;
}

function bandFilters(): BandFilter[] {
  const edges = Array.from({ length: BANDS + 2 }, (_, index) => hzOf((melOf(HIGHEST_HZ) * index) / (BANDS + 1)));
  return Array.from({ length: BANDS }, (_, band) => {
    const [low = 0, centre = 0, high = 0] = edges.slice(band, band + 3);
    const hz = (bin: number) => (bin * 16_000) / WINDOW;
    const weight = (bin: number) => Math.max(0, Math.min((hz(bin) - low) / (centre - low), (high - hz(bin)) / (high - centre)));
    const from = Math.max(0, Math.ceil(low / hz(1)));
    const to = Math.min(BINS - 1, Math.floor(high / hz(1)));
    // Each triangle has the same area, whatever its width.
    const weights = Float32Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => (weight(from + index) * 2) / (high - low));
    return { from, weights };
  });
}

function melOf(hz: number): number {
  return hz < BREAK_HZ ? hz / LINEAR_HZ : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
}

function hzOf(mel: number): number {
  return mel < BREAK_MEL ? mel * LINEAR_HZ : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
}
