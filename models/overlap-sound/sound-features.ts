import { HEARING_FRAME_SAMPLES } from '../../electron/ipc/audio-frame.ts';
import { type MelBand, melBands } from '../turn-end/log-mel.ts';
import { BINS, FRAME_SAMPLES, Spectrum } from '../turn-end/spectrum.ts';
import { levelOf, voicingOf } from './voicing.ts';

const BANDS = 20;
/** Means, spreads and steps of every band, and six figures of the whole. */
export const FEATURES = 3 * BANDS + 6;
const POWER_FLOOR = 1e-9;

/** Of a long sound its last second and a quarter counts: whoever coughs and then speaks, speaks. */
const LONGEST_FRAMES = 40;

/** What is kept of one frame. */
interface FrameFigures {
  readonly bands: Float64Array;
  readonly voicing: number;
  /** log10 of the root mean square. */
  readonly level: number;
}

/**
 * What a stretch of sound looks like, whatever its loudness: which bands it fills, how much each comes and goes, how much
 * changes from frame to frame, how steady its pitch and its level are. Speech moves from sound to sound; a hum stays, a laugh
 * repeats itself, a cough hisses.
 */
export class SoundFeatures {
  readonly #spectrum = new Spectrum();
  readonly #bands: readonly MelBand[] = melBands(BANDS);
  readonly #powers = [new Float64Array(BINS), new Float64Array(BINS)] as const;
  #frames: FrameFigures[] = [];

  get frameCount(): number {
    return this.#frames.length;
  }

  reset(): void {
    this.#frames = [];
  }

  /** @param samples 512 of them, 16 kHz, those after the frame before */
  take(samples: Float32Array): void {
    this.#frames.push({ bands: this.#logBands(samples), voicing: voicingOf(samples), level: Math.log10(levelOf(samples) + 1e-5) });
    if (this.#frames.length > LONGEST_FRAMES) this.#frames.shift();
  }

  /** @returns FEATURES values of what was taken since the last reset */
  read(): Float64Array {
    const frames = this.#frames;
    const loudness = mean(frames.map(({ bands }) => mean([...bands])));
    const features = new Float64Array(FEATURES);
    for (let band = 0; band < BANDS; band++) {
      const values = frames.map(({ bands }) => (bands[band] ?? 0) - loudness);
      features[band] = mean(values);
      features[BANDS + band] = spread(values);
      features[2 * BANDS + band] = mean(steps(values));
    }
    const voicings = frames.map(({ voicing }) => voicing);
    const levels = frames.map(({ level }) => level);
    features.set(
      [mean(voicings), spread(voicings), spread(levels), mean(steps(levels)), frames.length / LONGEST_FRAMES, turnsOf(levels)],
      3 * BANDS,
    );
    return features;
  }

  /** Two spectra fit into one frame: their mean is steadier than one. */
  #logBands(frame: Float32Array): Float64Array {
    this.#spectrum.powers(frame, 0, HEARING_FRAME_SAMPLES - FRAME_SAMPLES, ...this.#powers);
    return Float64Array.from(this.#bands, ({ firstBin, weights }) => {
      let sum = 0;
      for (let index = 0; index < weights.length; index++) {
        const bin = firstBin + index;
        sum += ((this.#powers[0][bin] ?? 0) + (this.#powers[1][bin] ?? 0)) * (weights[index] ?? 0);
      }
      return Math.log10(sum + POWER_FLOOR);
    });
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
}

/** How often the level turns from rising to falling, a frame: laughter does so evenly. */
function turnsOf(levels: readonly number[]): number {
  const turns = levels.slice(2).filter((level, index) => {
    const [before = 0, middle = 0] = [levels[index], levels[index + 1]];
    return (middle - before) * (level - middle) < 0;
  });
  return turns.length / Math.max(1, levels.length - 2);
}
