import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { seededNoise, silence, toPeak } from './sound-making.ts';

/**
 * Sounds people and rooms make while somebody else speaks, computed: the seed chooses pitch, pace, strength and length, so
 * that no two are alike and each is the same at every making. Mono, 16 kHz, the loudest sample at 0.5.
 */
export type BodySound = 'hum' | 'two hums' | 'laugh' | 'cough' | 'throat' | 'sneeze' | 'breath' | 'keyboard' | 'clap' | 'knock' | 'chime';

export const BODY_SOUNDS = [
  'hum', 'two hums', 'laugh', 'cough', 'throat', 'sneeze', 'breath', 'keyboard', 'clap', 'knock', 'chime',
] as const satisfies readonly BodySound[]; // biome-ignore format: a list

const LOUDEST = 0.5;
/** First resonances, Hz: a closed mouth, an open one, and what a cough sounds through. */
const CLOSED = [250, 1100, 2200];
const OPEN = [700, 1200, 2600];
const THROAT = [500, 1500, 2500];
/** People laugh in a, e, i, o, and with closed lips. */
const LAUGHING = [OPEN, [550, 1800, 2600], [300, 2300, 3000], [450, 850, 2500], CLOSED];

/** @returns a stretch of sound that begins at its first sample */
export function bodySound(kind: BodySound, seed: number): Float32Array {
  const dice = new Dice(seed * 101 + BODY_SOUNDS.indexOf(kind) + 1);
  const sound = new Sheet(MAKERS[kind](dice).reduce((end, { atMs, lengthMs }) => Math.max(end, atMs + lengthMs), 0) + 40);
  const again = new Dice(seed * 101 + BODY_SOUNDS.indexOf(kind) + 1);
  for (const burst of MAKERS[kind](again)) sound.put(burst, again);
  return toPeak(sound.samples, LOUDEST);
}

/** One stretch of voice, of noise, or of both. */
interface Burst {
  readonly atMs: number;
  readonly lengthMs: number;
  readonly level: number;
  /** Pitch at its begin and at its end, Hz; null = no voice. */
  readonly pitchHz: readonly [number, number] | null;
  /** Share of noise in it, 0..1. */
  readonly breath: number;
  readonly resonancesHz: readonly number[];
  /** Rises in this time, and falls to a third in that. */
  readonly attackMs: number;
  readonly decayMs: number;
  /** A throat that is cleared rattles this often a second. */
  readonly rattleHz?: number;
}

class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = seededNoise(seed);
  }

  /** Evenly between the two. */
  between(low: number, high: number): number {
    return low + ((this.#next() + 1) / 2) * (high - low);
  }

  whole(low: number, high: number): number {
    return Math.min(high, Math.floor(this.between(low, high + 1)));
  }

  sample(): number {
    return this.#next();
  }
}

const STEADY = 10_000;
const voiceHz = (dice: Dice) => dice.between(90, 260);

const MAKERS: Readonly<Record<BodySound, (dice: Dice) => Burst[]>> = {
  hum: (dice) => [hum(dice, 0, voiceHz(dice), dice.between(180, 520))],
  'two hums': (dice) => {
    const pitch = voiceHz(dice);
    const first = dice.between(110, 220);
    const gap = dice.between(30, 110);
    const breath: Burst = { ...noiseBurst(first, gap, 0.12, CLOSED), attackMs: 15 };
    return [hum(dice, 0, pitch, first), breath, hum(dice, first + gap, pitch * dice.between(1, 1.35), dice.between(150, 340))];
  },
  laugh: (dice) => {
    const [pitch, beat, count] = [dice.between(90, 520), dice.between(110, 330), dice.whole(2, 12)];
    const mouth = LAUGHING[dice.whole(0, LAUGHING.length - 1)] ?? OPEN;
    const [fall, voiced, breath] = [dice.between(0.94, 1.02), dice.between(0.3, 0.75), dice.between(0.05, 0.5)];
    // Some begin with one long cry.
    const cry = dice.between(-1, 1) > 0 ? dice.between(200, 900) : 0;
    const first = { ...hum(dice, 0, pitch, cry), resonancesHz: mouth, breath, pitchHz: [pitch, pitch * dice.between(0.9, 1.5)] as const };
    const beats = Array.from({ length: count }, (_, index) => {
      const level = 0.95 ** index * dice.between(0.6, 1);
      const hz = pitch * fall ** index * dice.between(0.85, 1.15);
      const length = beat * dice.between(0.8, 1.25);
      const h: Burst = noiseBurst(cry + index * beat, length * (1 - voiced), level * dice.between(0.1, 0.4), mouth);
      const a: Burst = { ...h, atMs: h.atMs + h.lengthMs, lengthMs: length * voiced, level, pitchHz: [hz * 1.08, hz * 0.88], breath };
      return [h, { ...a, attackMs: 12, decayMs: dice.between(60, 200) }];
    });
    return [...(cry === 0 ? [] : [first]), ...beats.flat()];
  },
  cough: (dice) =>
    Array.from({ length: dice.whole(1, 3) }, (_, index) => ({
      ...noiseBurst(index * dice.between(320, 460), dice.between(160, 320), dice.between(0.6, 1), THROAT),
      attackMs: dice.between(4, 12),
      decayMs: dice.between(45, 90),
      pitchHz: index % 2 === 1 ? ([160, 110] as const) : null,
      breath: 0.85,
    })),
  throat: (dice) =>
    Array.from({ length: dice.whole(1, 2) }, (_, index) => ({
      ...hum(dice, index * 420, dice.between(70, 120), dice.between(250, 400)),
      breath: 0.6,
      resonancesHz: THROAT,
      rattleHz: dice.between(22, 38),
    })),
  sneeze: (dice) => [
    { ...noiseBurst(0, dice.between(250, 450), 0.2, OPEN), attackMs: 200, decayMs: STEADY },
    { ...noiseBurst(500, dice.between(220, 380), 1, [1800, 3200, 5000]), attackMs: 5, decayMs: 110 },
  ],
  breath: (dice) => [{ ...noiseBurst(0, dice.between(500, 1100), 0.5, OPEN), attackMs: dice.between(150, 300), decayMs: STEADY }],
  keyboard: (dice) => {
    const strokes = Array.from({ length: dice.whole(4, 14) }, () => dice.between(70, 240));
    let at = 0;
    return strokes.flatMap((pause) => {
      at += pause;
      const down = { ...noiseBurst(at, 14, dice.between(0.5, 1), [dice.between(1500, 4500), 5500]), attackMs: 0.5, decayMs: 3 };
      return [down, { ...down, atMs: at + dice.between(40, 60), level: down.level * 0.4 }];
    });
  },
  clap: (dice) =>
    Array.from({ length: dice.whole(1, 5) }, (_, index) => ({
      ...noiseBurst(index * dice.between(200, 400), 60, dice.between(0.7, 1), [1200, 2400]),
      attackMs: 1,
      decayMs: dice.between(8, 20),
    })),
  knock: (dice) =>
    Array.from({ length: dice.whole(2, 4) }, (_, index) => ({
      ...noiseBurst(index * dice.between(160, 260), 90, 1, [dice.between(120, 260), 700]),
      attackMs: 1,
      decayMs: dice.between(12, 30),
    })),
  chime: (dice) => {
    const hz = dice.between(440, 1400);
    return Array.from({ length: dice.whole(1, 3) }, (_, index) => ({
      ...hum(dice, index * dice.between(180, 400), hz, 500),
      pitchHz: [hz, hz] as const,
      resonancesHz: [hz, hz * 2],
      attackMs: 4,
      decayMs: 220,
    }));
  },
};

function hum(dice: Dice, atMs: number, pitchHz: number, lengthMs: number): Burst {
  const end = pitchHz * dice.between(0.8, 1.25);
  return { atMs, lengthMs, level: 1, pitchHz: [pitchHz, end], breath: 0.03, resonancesHz: CLOSED, attackMs: 35, decayMs: STEADY };
}

function noiseBurst(atMs: number, lengthMs: number, level: number, resonancesHz: readonly number[]): Burst {
  return { atMs, lengthMs, level, pitchHz: null, breath: 1, resonancesHz, attackMs: 8, decayMs: 80 };
}

class Sheet {
  readonly samples: Float32Array;
  constructor(lengthMs: number) {
    this.samples = silence(lengthMs);
  }

  put(burst: Burst, dice: Dice): void {
    const from = Math.round((burst.atMs * HEARING_SAMPLE_RATE_HZ) / 1000);
    const count = Math.round((burst.lengthMs * HEARING_SAMPLE_RATE_HZ) / 1000);
    const resonators = burst.resonancesHz.map((hz, index) => new Resonator(hz, 90 + 60 * index));
    let phase = 0;
    for (let index = 0; index < count; index++) {
      const ms = (index * 1000) / HEARING_SAMPLE_RATE_HZ;
      const [beginHz, endHz] = burst.pitchHz ?? [0, 0];
      phase += (beginHz + ((endHz - beginHz) * index) / count) / HEARING_SAMPLE_RATE_HZ;
      // A pulse a period, as the folds of a voice close.
      const pulse = burst.pitchHz !== null && phase >= 1 ? 1 : 0;
      phase %= 1;
      const source = pulse * 6 * (1 - burst.breath) + dice.sample() * burst.breath * 0.5;
      const sounding = resonators.reduce((sum, resonator, order) => sum + resonator.ring(source) / (order + 1), 0);
      const rattle = burst.rattleHz === undefined ? 1 : 0.5 + 0.5 * Math.sin((2 * Math.PI * burst.rattleHz * ms) / 1000);
      const shape = Math.min(1, ms / burst.attackMs) * 3 ** -(ms / burst.decayMs) * Math.min(1, (burst.lengthMs - ms) / 15);
      this.samples[from + index] = (this.samples[from + index] ?? 0) + sounding * shape * rattle * burst.level;
    }
  }
}

/** Rings at one frequency, as a mouth does. */
class Resonator {
  readonly #a: number;
  readonly #b: number;
  #last = 0;
  #before = 0;
  constructor(hz: number, widthHz: number) {
    const radius = Math.exp((-Math.PI * widthHz) / HEARING_SAMPLE_RATE_HZ);
    this.#a = 2 * radius * Math.cos((2 * Math.PI * hz) / HEARING_SAMPLE_RATE_HZ);
    this.#b = -radius * radius;
  }

  ring(input: number): number {
    const out = input + this.#a * this.#last + this.#b * this.#before;
    this.#before = this.#last;
    this.#last = out;
    return out;
  }
}
