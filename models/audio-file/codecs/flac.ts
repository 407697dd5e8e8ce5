import { FLACDecoder } from '@wasm-audio-decoders/flac';
import type { PacketDecoder } from './packet-decoder.ts';

/** libFLAC (wasm). Every frame stands for itself. */
export async function openFlac(): Promise<PacketDecoder> {
  const decoder = new FLACDecoder();
  await decoder.ready;
  return {
    batch: 16,
    preRoll: 0,
    decode: async (packets) => (await decoder.decodeFrames([...packets])).channelData,
    close: () => decoder.free(),
  };
}
