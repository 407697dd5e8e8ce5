import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import { codecFrames, data, header, isLastPage, type OggPage, totalSamples, vorbisSetup } from 'codec-parser';
import type { PacketDecoder, TrackSound } from './packet-decoder.ts';

/** libvorbis (wasm). `description` holds the three headers with Xiph lacing. The first packet gives no samples. */
export async function openVorbis({ description }: TrackSound): Promise<PacketDecoder> {
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  const [identification = new Uint8Array(), , setup = new Uint8Array()] = xiphHeaders(description);
  let started = false;
  // The decoder takes pages of its own parser; these carry just what it reads from them.
  const page = (packets: readonly Uint8Array[], bytes: Uint8Array) =>
    ({
      [data]: bytes,
      [codecFrames]: packets.map((packet) => ({ [data]: packet, [header]: { [vorbisSetup]: setup } })),
      [isLastPage]: false,
      [totalSamples]: 0,
    }) as unknown as OggPage;
  return {
    batch: 32,
    preRoll: 2,
    decode: async (packets) => {
      const pages = [page(packets, new Uint8Array())];
      if (!started) pages.unshift(page([], identification));
      started = true;
      return (await decoder.decodeOggPages(pages)).channelData;
    },
    close: () => decoder.free(),
  };
}

function xiphHeaders(description: Uint8Array): Uint8Array[] {
  const sizes: number[] = [];
  let offset = 1;
  for (let count = description[0] ?? 0; count > 0 && offset < description.length; count--) {
    let size = 0;
    for (;;) {
      const byte = description[offset++] ?? 0;
      size += byte;
      if (byte !== 255) break;
    }
    sizes.push(size);
  }
  const headers = sizes.map((size) => {
    const part = description.subarray(offset, offset + size);
    offset += size;
    return part;
  });
  return [...headers, description.subarray(offset)];
}
