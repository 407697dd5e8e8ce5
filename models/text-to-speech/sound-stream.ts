import { SPEAKING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { RunningResampler } from '../audio/running-resampler.ts';
import { readWav } from '../audio/wav.ts';

/** Shorter pieces are gathered: 40 ms of sound. */
const LEAST_BYTES = 1_920;

/**
 * Sound as a server sends it, in pieces of any length, as mono at SPEAKING_SAMPLE_RATE_HZ. Raw pcm goes on as it comes; a
 * WAV file, which some servers send whatever was asked for, when it is complete.
 * @param rateHz of raw pcm, 16 bit
 * @throws WavError
 */
export async function* soundOf(bytes: AsyncIterable<Uint8Array>, rateHz: number): AsyncGenerator<Float32Array> {
  const resampler = new RunningResampler(rateHz, SPEAKING_SAMPLE_RATE_HZ);
  let held: Buffer = Buffer.alloc(0);
  let isFile: boolean | null = null;
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece]);
    if (isFile === null && held.length >= 12) isFile = held.toString('latin1', 0, 4) === 'RIFF';
    if (isFile !== false || held.length < LEAST_BYTES) continue;
    // A sample may be cut in two by the network.
    const whole = held.length - (held.length % 2);
    yield resampler.push(samplesOf(held.subarray(0, whole)));
    held = held.subarray(whole);
  }
  if (isFile === true) {
    const { samples, sampleRateHz } = readWav(held);
    const file = new RunningResampler(sampleRateHz, SPEAKING_SAMPLE_RATE_HZ);
    yield file.push(samples);
    yield file.end();
    return;
  }
  yield resampler.push(samplesOf(held.subarray(0, held.length - (held.length % 2))));
  yield resampler.end();
}

function samplesOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2) / 32_768);
}
