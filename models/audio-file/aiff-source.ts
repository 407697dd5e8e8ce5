import type { ChannelBlock } from '../audio/mono-stream.ts';
import { checkFormat, readerFor, type SampleReader, WavError, type WavFormat } from '../audio/wav-format.ts';
import { badFile } from './check-file.ts';
import { type OpenedFile, readBytes, type SoundSource } from './sound-source.ts';
import { clock } from './wav-source.ts';

const BLOCK_FRAMES = 16_384;
const MOST_CHUNKS = 1_000;
/** Of a SSND chunk, before the sound: how far it lies, and a block size nobody uses. */
const SOUND_HEAD_BYTES = 8;
const RECORD_AGAIN = 'Record or download it again.';

interface Layout {
  readonly format: WavFormat;
  readonly read: SampleReader;
  readonly encoding: string;
  readonly start: number;
  readonly frames: number;
  readonly cutOff: boolean;
}

/**
 * AIFF and AIFF-C (Apple, 1989 and 1991): whole numbers of 8 to 32 bit in either order, 32 and 64 bit float, A-law and
 * mu-law, read piece by piece. No library reads it as a stream.
 * @throws EngineFailure 'bad-input'
 */
export async function openAiffSource(file: OpenedFile): Promise<SoundSource> {
  const { format, read, encoding, start, frames, cutOff } = await findSound(file);
  const { channels, sampleRateHz, bits } = format;
  const width = bits / 8;
  const frameBytes = width * channels;
  const track = { index: 0, codec: `aiff ${encoding}/${bits}`, sampleRateHz, channels, language: null, name: null };
  const durationMs = (frames / sampleRateHz) * 1000;
  return {
    container: 'AIFF',
    tracks: [track],
    track,
    claimedMs: durationMs,
    notices: cutOff ? [`The file is cut off: it was read until ${clock(durationMs)}, where it ends.`] : [],
    async *blocks(fromFrame) {
      for (let frame = fromFrame; frame < frames; frame += BLOCK_FRAMES) {
        const end = Math.min(frames, frame + BLOCK_FRAMES);
        const bytes = await readBytes(file, start + frame * frameBytes, start + end * frameBytes);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const there = Math.floor(bytes.length / frameBytes);
        yield Array.from({ length: channels }, (_, channel) =>
          Float32Array.from({ length: there }, (_sample, index) => read(view, index * frameBytes + channel * width)),
        ) satisfies ChannelBlock;
        if (there < end - frame) return;
      }
    },
    close: () => file.handle.close(),
  };
}

async function findSound(file: OpenedFile): Promise<Layout> {
  let common: DataView | null = null;
  let sound: { readonly start: number; readonly promised: number } | null = null;
  let offset = 12;
  for (let count = 0; count < MOST_CHUNKS && offset + 8 <= file.bytes; count++) {
    const head = await readBytes(file, offset, offset + 64);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const name = Buffer.from(head.subarray(0, 4)).toString('latin1');
    const size = view.getUint32(4);
    if (name === 'COMM' && view.byteLength >= 26) common = view;
    if (name === 'SSND' && view.byteLength >= 16) {
      const skipped = SOUND_HEAD_BYTES + view.getUint32(8);
      sound = { start: offset + 8 + skipped, promised: size - skipped };
    }
    offset += 8 + size + (size & 1);
  }
  if (common === null) throw badFile('The AIFF file is damaged: its description of the sound is missing.', RECORD_AGAIN);
  if (sound === null || sound.start >= file.bytes)
    throw badFile('The file contains no audio: it has a header, but no samples.', RECORD_AGAIN);
  return layoutOf(common, sound.start, sound.promised, file.bytes);
}

function layoutOf(common: DataView, start: number, promised: number, fileBytes: number): Layout {
  const channels = common.getUint16(8);
  const bits = Math.ceil(common.getUint16(14) / 8) * 8;
  const encoding = common.getUint32(4) >= 22 && common.byteLength >= 30 ? tagAt(common, 26) : 'NONE';
  const kind = KINDS[encoding] ?? KINDS[encoding.toLowerCase()];
  if (kind === undefined)
    throw badFile(`Sound coded as "${encoding.trim()}" cannot be read here.`, 'Convert the file to MP3, FLAC or WAV.');
  const format = { code: kind.code, channels, sampleRateHz: Math.round(extendedAt(common, 16)), bits: kind.bits ?? bits };
  checkSound(format);
  const frameBytes = (format.bits / 8) * channels;
  const rest = fileBytes - start;
  // A recorder that was cut off leaves 0: to the end of the file.
  const length = promised <= 0 ? rest : Math.min(promised, rest);
  return { format, read: readerOf(format, kind.little), encoding, start, frames: Math.floor(length / frameBytes), cutOff: promised > rest };
}

interface Kind {
  /** As WAV counts them. */
  readonly code: number;
  /** The lowest byte first. */
  readonly little: boolean;
  /** Where the encoding says it; otherwise the header does. */
  readonly bits?: number;
}

const KINDS: Readonly<Record<string, Kind>> = {
  NONE: { code: 1, little: false },
  twos: { code: 1, little: false },
  sowt: { code: 1, little: true },
  in24: { code: 1, little: false, bits: 24 },
  in32: { code: 1, little: false, bits: 32 },
  fl32: { code: 3, little: false, bits: 32 },
  fl64: { code: 3, little: false, bits: 64 },
  alaw: { code: 6, little: false, bits: 8 },
  ulaw: { code: 7, little: false, bits: 8 },
};

function checkSound(format: WavFormat): void {
  try {
    checkFormat(format);
  } catch (failure) {
    if (!(failure instanceof WavError)) throw failure;
    const [message = failure.message, ...rest] = failure.message.split(/(?<=\.) /);
    throw badFile(message, rest.join(' ') || 'Convert the file to 16 bit WAV.', failure);
  }
}

/** WAV's readers take the lowest byte first: the bytes of a sample are turned round for them where they must. */
function readerOf({ code, bits }: WavFormat, little: boolean): SampleReader {
  const read = readerFor(code, bits);
  if (read === null) throw new Error('the format was checked');
  // Eight bits: signed here, unsigned in WAV.
  if (code === 1 && bits === 8) return (view, offset) => view.getInt8(offset) / 128;
  if (little || bits === 8) return read;
  const width = bits / 8;
  const turned = new DataView(new ArrayBuffer(width));
  return (view, offset) => {
    for (let index = 0; index < width; index++) turned.setUint8(index, view.getUint8(offset + width - 1 - index));
    return read(turned, 0);
  };
}

function tagAt(view: DataView, offset: number): string {
  return Array.from({ length: 4 }, (_, index) => String.fromCharCode(view.getUint8(offset + index))).join('');
}

/** The 80-bit float of a 68881: 15 bits of exponent, 64 of mantissa. */
function extendedAt(view: DataView, offset: number): number {
  const exponent = (view.getUint16(offset) & 0x7fff) - 16_383 - 63;
  return (view.getUint32(offset + 2) * 2 ** 32 + view.getUint32(offset + 6)) * 2 ** exponent;
}
