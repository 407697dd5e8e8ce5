import type { ChannelBlock } from '../audio/mono-stream.ts';
import { checkFormat, readerFor, readFormat, WavError, type WavFormat } from '../audio/wav-format.ts';
import { badFile } from './check-file.ts';
import { type OpenedFile, readBytes, type SoundSource } from './sound-source.ts';

/** Frames a block: a second of studio sound, small enough for any number of channels. */
const BLOCK_FRAMES = 16_384;
const MOST_CHUNKS = 1_000;
const UNKNOWN_SIZE = 0xffffffff;

interface Layout {
  readonly format: WavFormat;
  readonly start: number;
  /** Bytes of sound that are there, whatever the header says. */
  readonly length: number;
  /** The header promised more than the file holds. */
  readonly cutOff: boolean;
}

/**
 * RIFF, RF64/BW64 (64-bit sizes in `ds64`) and Sony Wave64, any size, read piece by piece. Sizes of 0 or FFFFFFFF (a
 * recorder that was cut off) mean "to the end of the file".
 * @throws EngineFailure 'bad-input'
 */
export async function openWavSource(file: OpenedFile, content: 'wav' | 'wave64'): Promise<SoundSource> {
  const { format, start, length, cutOff } = await findSound(file, content);
  try {
    checkFormat(format);
  } catch (failure) {
    if (!(failure instanceof WavError)) throw failure;
    // The sentence goes first, what to do behind it.
    const [message = failure.message, ...rest] = failure.message.split(/(?<=\.) /);
    throw badFile(message, rest.join(' ') || 'Convert the file to 16 bit WAV.', failure);
  }
  const { channels, sampleRateHz } = format;
  const frameBytes = (format.bits / 8) * channels;
  const frames = Math.floor(length / frameBytes);
  const track = { index: 0, codec: `wav ${format.code}/${format.bits}`, sampleRateHz, channels, language: null, name: null };
  const durationMs = (frames / sampleRateHz) * 1000;
  const notices = cutOff ? [`The file is cut off: it was read until ${clock(durationMs)}, where it ends.`] : [];
  return {
    container: 'WAV',
    tracks: [track],
    track,
    claimedMs: durationMs,
    notices,
    async *blocks(fromFrame) {
      for (let frame = fromFrame; frame < frames; frame += BLOCK_FRAMES) {
        const end = Math.min(frames, frame + BLOCK_FRAMES);
        const bytes = await readBytes(file, start + frame * frameBytes, start + end * frameBytes);
        yield decoded(bytes, format);
        if (bytes.length < (end - frame) * frameBytes) return;
      }
    },
    close: () => file.handle.close(),
  };
}

/** Minutes and seconds, as people write them. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function decoded(bytes: Uint8Array, format: WavFormat): ChannelBlock {
  const { channels, bits, code } = format;
  const width = bits / 8;
  const frames = Math.floor(bytes.length / (width * channels));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readerFor(code, bits);
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(frames);
    let offset = channel * width;
    for (let frame = 0; frame < frames; frame++, offset += width * channels) samples[frame] = read?.(view, offset) ?? 0;
    return samples;
  });
}

interface Chunk {
  readonly name: string;
  readonly size: number;
  /** Where its body begins in the file, and in `view`. */
  readonly start: number;
  readonly body: number;
  readonly view: DataView;
}

/** Walks over the chunks; the sizes of Wave64 are 64 bits wide, count their own header and are padded to 8 bytes. */
async function* chunksOf(file: OpenedFile, wide: boolean): AsyncGenerator<Chunk> {
  const body = wide ? 24 : 8;
  let offset = wide ? 40 : 12;
  for (let count = 0; count < MOST_CHUNKS && offset + body <= file.bytes; count++) {
    const head = await readBytes(file, offset, offset + body + 40);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const name = Buffer.from(head.subarray(0, 4)).toString('latin1');
    const size = wide ? Number(view.getBigUint64(16, true)) - 24 : view.getUint32(4, true);
    yield { name, size, start: offset + body, body, view };
    offset += body + size + (wide ? (8 - (size & 7)) & 7 : size & 1);
  }
}

async function findSound(file: OpenedFile, content: 'wav' | 'wave64'): Promise<Layout> {
  let format: WavFormat | null = null;
  let wideDataSize = 0;
  for await (const { name, size, start, body, view } of chunksOf(file, content === 'wave64')) {
    const there = view.byteLength - body;
    if (name === 'ds64' && there >= 16) wideDataSize = Number(view.getBigUint64(body + 8, true));
    if (name === 'fmt ' && size >= 16 && there >= 16) format = readFormat(view, body, size);
    if (name === 'data' && format !== null) return soundChunk(file, format, start, size === UNKNOWN_SIZE ? wideDataSize : size);
  }
  if (format === null) throw badFile('The WAV file is damaged: its description of the sound is missing.', 'Record or download it again.');
  throw noSamples();
}

function soundChunk(file: OpenedFile, format: WavFormat, start: number, promised: number): Layout {
  const rest = file.bytes - start;
  if (rest <= 0) throw noSamples();
  const length = promised === 0 ? rest : Math.min(promised, rest);
  return { format, start, length, cutOff: promised > rest };
}

function noSamples(): Error {
  return badFile('The file contains no audio: it has a header, but no samples.', 'Record or download it again.');
}
