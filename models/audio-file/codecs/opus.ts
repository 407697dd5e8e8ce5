import { OpusDecoder } from 'opus-decoder';
import type { PacketDecoder, TrackSound } from './packet-decoder.ts';

/** libopus (wasm). `description` is the OpusHead of RFC 7845. */
export async function openOpus({ channels, description }: TrackSound): Promise<PacketDecoder> {
  const mapping = description[18] ?? 0;
  const decoder = new OpusDecoder({
    channels,
    streamCount: mapping === 0 ? 1 : (description[19] ?? 1),
    coupledStreamCount: mapping === 0 ? channels - 1 : (description[20] ?? 0),
    channelMappingTable: mapping === 0 ? [0, 1].slice(0, channels) : [...description.subarray(21, 21 + channels)],
    preSkip: 0,
  });
  await decoder.ready;
  // RFC 7845 asks for 80 ms; two seconds make the state the same to the last bit that matters.
  return {
    batch: 50,
    preRoll: 100,
    decode: async (packets) => decoder.decodeFrames([...packets]).channelData,
    close: () => decoder.free(),
  };
}

/** Samples at 48 kHz before the first real one. */
export function opusPreSkip(description: Uint8Array): number {
  return description.length < 12 ? 0 : (description[10] ?? 0) | ((description[11] ?? 0) << 8);
}
