import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { BINS, FRAME_SAMPLES, Spectrum } from './spectrum.ts';

/** The net looks at the last eight seconds. */
export const WINDOW_SAMPLES = 8 * HEARING_SAMPLE_RATE_HZ;
export const MEL_BANDS = 80;
export const MEL_FRAMES = 800;
const HOP_SAMPLES = WINDOW_SAMPLES / MEL_FRAMES;
const HALF_FRAME = FRAME_SAMPLES / 2;
const POWER_FLOOR = 1e-10;
const VARIANCE_FLOOR = 1e-7;
/** Whatever lies this many powers of ten below the loudest value is taken for silence. */
const DYNAMIC_RANGE = 8;

export interface MelBand {
  readonly firstBin: number;
  readonly weights: Float64Array;
}

/**
 * Whisper's log-mel features as Smart Turn was trained on them (the reference is `WhisperFeatureExtractor` of the
 * transformers package): the last 8 s, shorter clips padded with zeros in front, brought to mean 0 and variance 1 with the
 * padding, 80 Slaney mel bands, log10, the range cut to 8 below the loudest, (x + 4) / 4.
 */
export class LogMel {
  readonly #spectrum = new Spectrum();
  readonly #bands = melBands();
  readonly #padded = new Float32Array(WINDOW_SAMPLES + FRAME_SAMPLES);
  readonly #powers = [new Float64Array(BINS), new Float64Array(BINS)] as const;

  /** @param samples mono, 16 kHz @returns [MEL_BANDS, MEL_FRAMES], row by row */
  features(samples: Float32Array): Float32Array {
    const clip = samples.subarray(Math.max(0, samples.length - WINDOW_SAMPLES));
    const paddingSamples = WINDOW_SAMPLES - clip.length;
    this.#fill(clip, paddingSamples);
    const features = new Float32Array(MEL_BANDS * MEL_FRAMES);
    // Frames that lie wholly in the padding are all the same: one is computed.
    const sameFrames = Math.max(1, Math.floor((paddingSamples - HALF_FRAME) / HOP_SAMPLES) + 1);
    for (let frame = sameFrames - 1; frame < MEL_FRAMES; frame += 2) this.#computeTwo(features, frame);
    for (let band = 0; band < MEL_BANDS; band++) {
      const row = band * MEL_FRAMES;
      features.fill(features[row + sameFrames - 1] ?? 0, row, row + sameFrames - 1);
    }
    return compressed(features);
  }

  /** Normalises the clip with its padding, and mirrors half a frame at both ends. */
  #fill(clip: Float32Array, paddingSamples: number): void {
    let [sum, squares] = [0, 0];
    for (const sample of clip) {
      sum += sample;
      squares += sample * sample;
    }
    const mean = sum / WINDOW_SAMPLES;
    const scale = 1 / Math.sqrt(squares / WINDOW_SAMPLES - mean * mean + VARIANCE_FLOOR);
    const padded = this.#padded;
    padded.fill(-mean * scale, HALF_FRAME, HALF_FRAME + paddingSamples);
    const start = HALF_FRAME + paddingSamples;
    for (let index = 0; index < clip.length; index++) padded[start + index] = ((clip[index] ?? 0) - mean) * scale;
    const end = HALF_FRAME + WINDOW_SAMPLES;
    for (let index = 1; index <= HALF_FRAME; index++) {
      padded[HALF_FRAME - index] = padded[HALF_FRAME + index] ?? 0;
      padded[end - 1 + index] = padded[end - 1 - index] ?? 0;
    }
  }

  #computeTwo(features: Float32Array, frame: number): void {
    const second = Math.min(frame + 1, MEL_FRAMES - 1);
    this.#spectrum.powers(this.#padded, frame * HOP_SAMPLES, second * HOP_SAMPLES, ...this.#powers);
    for (const [band, { firstBin, weights }] of this.#bands.entries()) {
      features[band * MEL_FRAMES + frame] = logOf(this.#powers[0], firstBin, weights);
      features[band * MEL_FRAMES + second] = logOf(this.#powers[1], firstBin, weights);
    }
  }
}

function logOf(powers: Float64Array, firstBin: number, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += (powers[firstBin + index] ?? 0) * (weights[index] ?? 0);
  return Math.log10(Math.max(POWER_FLOOR, sum));
}

function compressed(features: Float32Array): Float32Array {
  let loudest = Number.NEGATIVE_INFINITY;
  for (const value of features) if (value > loudest) loudest = value;
  const floor = loudest - DYNAMIC_RANGE;
  for (let index = 0; index < features.length; index++) features[index] = (Math.max(features[index] ?? 0, floor) + 4) / 4;
  return features;
}

/** Triangles on Slaney's mel scale between 0 and 8 kHz, each of area one. */
export function melBands(count = MEL_BANDS): readonly MelBand[] {
  const topHz = HEARING_SAMPLE_RATE_HZ / 2;
  const edgesHz = Array.from({ length: count + 2 }, (_, index) => hertzOf((melOf(topHz) * index) / (count + 1)));
  return Array.from({ length: count }, (_, band) => {
    const [lowHz = 0, middleHz = 0, highHz = 0] = edgesHz.slice(band, band + 3);
    const all = Array.from({ length: BINS }, (_, bin) => {
      const hz = (bin * topHz) / (BINS - 1);
      const height = Math.min((hz - lowHz) / (middleHz - lowHz), (highHz - hz) / (highHz - middleHz));
      return (Math.max(0, height) * 2) / (highHz - lowHz);
    });
    const firstBin = all.findIndex((weight) => weight > 0);
    const lastBin = all.findLastIndex((weight) => weight > 0);
    return { firstBin: Math.max(0, firstBin), weights: Float64Array.from(all.slice(Math.max(0, firstBin), lastBin + 1)) };
  });
}

/** Slaney's scale: even steps up to 1 kHz (15 mel), even ratios above. */
const LINEAR_HZ_PER_MEL = 200 / 3;
const LOG_FROM_HZ = 1000;
const LOG_FROM_MEL = LOG_FROM_HZ / LINEAR_HZ_PER_MEL;
const LOG_STEP = Math.log(6.4) / 27;

function melOf(hz: number): number {
  return hz < LOG_FROM_HZ ? hz / LINEAR_HZ_PER_MEL : LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP;
}

function hertzOf(mel: number): number {
  return mel < LOG_FROM_MEL ? mel * LINEAR_HZ_PER_MEL : LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL));
}
