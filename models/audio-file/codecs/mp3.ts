import { MPEGDecoder } from 'mpg123-decoder';
import type { PacketDecoder, TrackSound } from './packet-decoder.ts';

/** mpg123 (wasm): a frame may refer to the 511 bytes before it, at low bit rates nine frames back. */
export async function openMp3({ channels }: TrackSound): Promise<PacketDecoder> {
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  return {
    batch: 32,
    preRoll: 40,
    // mpg123 gives two channels, both alike for mono.
    decode: async (packets) => decoder.decodeFrames([...packets]).channelData.slice(0, channels),
    close: () => decoder.free(),
  };
}

/** Samples the encoder and every decoder put before the first real one, by the tag of the encoder; 0 without a tag. */
export function mp3Delay(head: Uint8Array): number {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const tag = Math.max(text.indexOf('Xing'), text.indexOf('Info'));
  if (tag === -1 || tag + 8 > head.length) return 0;
  const flags = head[tag + 7] ?? 0;
  const fields = (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
  const encoder = tag + 8 + fields;
  if (!/^(LAME|Lav[cf])/.test(text.slice(encoder, encoder + 4))) return 0;
  const delay = ((head[encoder + 21] ?? 0) << 4) | ((head[encoder + 22] ?? 0) >> 4);
  return delay + 529;
}
