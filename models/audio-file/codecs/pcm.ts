import type { PacketDecoder, TrackSound } from './packet-decoder.ts';

type Reader = (view: DataView, offset: number) => number;

/** Uncompressed sound inside MP4, QuickTime and Matroska, by the codec's name: `pcm-s16`, `pcm-f32be` and so on. */
export function openPcm({ codec, channels }: TrackSound): PacketDecoder | null {
  const [, kind = '', digits = '', big] = /^pcm-([suf])(\d+)(be)?$/.exec(codec) ?? [];
  const read = readerFor(kind, Number(digits), big === undefined);
  if (read === null) return null;
  const width = Number(digits) / 8;
  return {
    batch: 16,
    preRoll: 0,
    decode: async (packets) => {
      const bytes = Buffer.concat(packets);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const frames = Math.floor(bytes.length / (width * channels));
      return Array.from({ length: channels }, (_, channel) =>
        Float32Array.from({ length: frames }, (_, frame) => read(view, (frame * channels + channel) * width)),
      );
    },
    close: () => undefined,
  };
}

function readerFor(kind: string, bits: number, little: boolean): Reader | null {
  switch (`${kind}${bits}`) {
    case 'u8':
      return (view, offset) => (view.getUint8(offset) - 128) / 128;
    case 's8':
      return (view, offset) => view.getInt8(offset) / 128;
    case 's16':
      return (view, offset) => view.getInt16(offset, little) / 32_768;
    case 's24':
      return (view, offset) =>
        (view.getInt8(offset + (little ? 2 : 0)) * 65_536 + view.getUint8(offset + 1) * 256 + view.getUint8(offset + (little ? 0 : 2))) /
        8_388_608;
    case 's32':
      return (view, offset) => view.getInt32(offset, little) / 2_147_483_648;
    case 'f32':
      return (view, offset) => view.getFloat32(offset, little);
    case 'f64':
      return (view, offset) => view.getFloat64(offset, little);
    default:
      return null;
  }
}
