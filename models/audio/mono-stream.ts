import { resamplingPlan } from './resample.ts';

/** Channels are compared over stretches of a second, counted from the beginning of the file. */
const BLOCK_S = 1;
/** Two channels of opposite phase erase each other when added; -10 dB against their mean is no coincidence. */
const CANCELLED_SHARE = 0.1;

/** Sound as it comes from a file: one array a channel, all of one length. */
export type ChannelBlock = readonly Float32Array[];

/** What mixing had to mend, counted. */
export interface MixFindings {
  /** Samples that were no number. */
  brokenSamples: number;
  /** Seconds in which the channels erased each other, so that only the louder one was used. */
  cancelledSeconds: number;
}

/**
 * One channel, or all of them mixed, in blocks of exactly one second of the source (the last is shorter). Starting at a
 * multiple of a second gives the same blocks as starting at 0.
 */
export async function* monoBlocks(
  blocks: AsyncIterable<ChannelBlock>,
  sound: { readonly sampleRateHz: number; readonly channels: number },
  channel: number | 'mix',
  findings: MixFindings,
): AsyncGenerator<Float32Array> {
  const length = sound.sampleRateHz * BLOCK_S;
  const open = Array.from({ length: sound.channels }, () => new Float32Array(length));
  let filled = 0;
  for await (const block of blocks) {
    const frames = block[0]?.length ?? 0;
    for (let taken = 0; taken < frames; ) {
      const count = Math.min(frames - taken, length - filled);
      open.forEach((samples, index) => {
        const from = block[index] ?? block[0];
        if (from !== undefined) samples.set(from.subarray(taken, taken + count), filled);
      });
      taken += count;
      filled += count;
      if (filled < length) continue;
      yield mixed(open, filled, channel, findings);
      filled = 0;
    }
  }
  if (filled > 0) yield mixed(open, filled, channel, findings);
}

function mixed(open: readonly Float32Array[], frames: number, channel: number | 'mix', findings: MixFindings): Float32Array {
  const channels = open.map((samples) => samples.subarray(0, frames));
  for (const samples of channels) findings.brokenSamples += mend(samples);
  const [first = new Float32Array(0)] = channels;
  if (channel !== 'mix') return (channels[channel] ?? first).slice();
  if (channels.length === 1) return first.slice();
  const output = new Float32Array(frames);
  for (const samples of channels) for (let index = 0; index < frames; index++) output[index] = (output[index] ?? 0) + (samples[index] ?? 0);
  for (let index = 0; index < frames; index++) output[index] = (output[index] ?? 0) / channels.length;
  const energies = channels.map(energy);
  const mean = energies.reduce((sum, value) => sum + value, 0) / channels.length;
  // Two unrelated channels mix to half their mean energy, alike ones to all of it; only opposite ones to nothing.
  if (mean < 1e-7 * frames || energy(output) > (mean * CANCELLED_SHARE) / (channels.length / 2)) return output;
  findings.cancelledSeconds += 1;
  return (channels[energies.indexOf(Math.max(...energies))] ?? first).slice();
}

/** NaN and infinities become silence, the rest stays within -1..1. @returns how many were no number */
function mend(samples: Float32Array): number {
  let broken = 0;
  for (let index = 0; index < samples.length; index++) {
    const value = samples[index] ?? 0;
    if (Number.isFinite(value)) {
      if (value > 1 || value < -1) samples[index] = Math.sign(value);
      continue;
    }
    samples[index] = 0;
    broken += 1;
  }
  return broken;
}

function energy(samples: Float32Array): number {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return sum;
}

/**
 * Changes the rate of a stream by the filter of `resample`, sample for sample the same from wherever it starts.
 * @param input mono at `fromHz`; its first sample is sample `inputStart` of the file
 * @param outputStart the first sample wanted, counted at `toHz` from the beginning of the file
 */
export async function* resampleStream(
  input: AsyncIterable<Float32Array>,
  rates: { readonly fromHz: number; readonly toHz: number },
  inputStart: number,
  outputStart: number,
): AsyncGenerator<Float32Array> {
  const { phases, step, taps, bank } = resamplingPlan(rates.fromHz, rates.toHz);
  const half = taps / 2;
  let held = new Float32Array(0);
  let heldStart = inputStart;
  let next = outputStart;
  const produce = (until: number): Float32Array => {
    const output = new Float32Array(Math.max(0, until - next));
    for (let index = 0; index < output.length; index++, next++) {
      const position = next * step;
      const first = Math.floor(position / phases) - half + 1 - heldStart;
      const row = (position % phases) * taps;
      const to = Math.min(taps, held.length - first);
      let sum = 0;
      for (let tap = Math.max(0, -first); tap < to; tap++) sum += (held[first + tap] ?? 0) * (bank[row + tap] ?? 0);
      output[index] = sum;
    }
    return output;
  };
  const drop = () => {
    const needed = Math.floor((next * step) / phases) - half + 1 - heldStart;
    if (needed <= 0) return;
    held = held.slice(needed);
    heldStart += Math.min(needed, held.length + needed);
  };
  for await (const block of input) {
    const joined = new Float32Array(held.length + block.length);
    joined.set(held);
    joined.set(block, held.length);
    held = joined;
    const ready = Math.floor(((heldStart + held.length - half - 1) * phases) / step);
    if (ready > next) yield produce(ready);
    drop();
  }
  yield produce(Math.round(((heldStart + held.length) * phases) / step));
}

/** The first sample of the source that must be read so that `outputStart` comes out right; on the grid of `monoBlocks`. */
export function sourceStart(rates: { readonly fromHz: number; readonly toHz: number }, outputStart: number): number {
  const { phases, step, taps } = resamplingPlan(rates.fromHz, rates.toHz);
  const first = Math.max(0, Math.floor((outputStart * step) / phases) - taps / 2);
  return Math.floor(first / (rates.fromHz * BLOCK_S)) * rates.fromHz * BLOCK_S;
}
