import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';

const SHORTEST_MS = 8_000;
/** The decoder was trained on stretches up to about this long. */
export const LONGEST_MS = 15_000;
const WINDOW_MS = 100;
const HOP_MS = 10;

/** Cuts long speech at the quietest 100 ms between 8 and 15 seconds. @returns views, in order, that join to the whole */
export function cutAtQuiet(samples: Float32Array): Float32Array[] {
  const inSamples = (ms: number) => Math.round((ms * HEARING_SAMPLE_RATE_HZ) / 1000);
  const pieces: Float32Array[] = [];
  let rest = samples;
  while (rest.length > inSamples(LONGEST_MS)) {
    const cut = quietest(rest, inSamples(SHORTEST_MS), inSamples(LONGEST_MS), inSamples(WINDOW_MS), inSamples(HOP_MS));
    pieces.push(rest.subarray(0, cut));
    rest = rest.subarray(cut);
  }
  pieces.push(rest);
  return pieces;
}

function quietest(samples: Float32Array, from: number, to: number, window: number, hop: number): number {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (let start = from; start + window <= to; start += hop) {
    let energy = 0;
    for (let index = start; index < start + window; index++) energy += (samples[index] ?? 0) ** 2;
    if (energy < least) {
      least = energy;
      best = start + Math.floor(window / 2);
    }
  }
  return best;
}
