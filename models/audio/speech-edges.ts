import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';

const FRAME_SAMPLES = HEARING_SAMPLE_RATE_HZ / 100;
/** A frame this far below the loudest one holds no speech: final fricatives lie 25-35 dB down. */
const FLOOR_DB = -42;

/**
 * Where speech begins and ends, by the energy of a signal without noise, to 10 ms.
 * @param samples mono, 16 kHz @returns null when there is no sound at all
 */
export function speechEdges(samples: Float32Array): { readonly startMs: number; readonly endMs: number } | null {
  const energies: number[] = [];
  for (let from = 0; from + FRAME_SAMPLES <= samples.length; from += FRAME_SAMPLES) energies.push(energyOf(samples, from));
  const loudest = Math.max(0, ...energies);
  if (loudest === 0) return null;
  const floor = loudest * 10 ** (FLOOR_DB / 10);
  const first = energies.findIndex((energy) => energy > floor);
  const last = energies.findLastIndex((energy) => energy > floor);
  return { startMs: first * 10, endMs: (last + 1) * 10 };
}

function energyOf(samples: Float32Array, from: number): number {
  let sum = 0;
  for (let index = from; index < from + FRAME_SAMPLES; index++) sum += (samples[index] ?? 0) ** 2;
  return sum / FRAME_SAMPLES;
}
