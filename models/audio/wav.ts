import { checkFormat, PCM, readerFor, readFormat, WavError, type WavFormat } from './wav-format.ts';

/** What a WAV file holds, mixed to one channel. */
export interface WavAudio {
  /** Mono, -1..1. */
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly durationMs: number;
}

/**
 * Reads RIFF/WAVE: 8 to 32 bit PCM, 32 and 64 bit float, A-law and mu-law, any number of channels. Size fields of 0 or
 * FFFFFFFF (a recorder that was cut off) and truncated files are read to their end; NaN becomes silence.
 * @throws WavError
 */
export function readWav(bytes: Uint8Array): WavAudio {
  if (bytes.length === 0) throw new WavError('The file is empty (0 bytes).');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || !['RIFF', 'RF64'].includes(tag(view, 0)) || tag(view, 8) !== 'WAVE') {
    throw new WavError('The file is not a WAV recording. Convert it to WAV and try again.');
  }
  const { format, dataStart, dataLength } = findChunks(view);
  checkFormat(format);
  const samples = decode(view, format, dataStart, dataLength);
  if (samples.length === 0) throw new WavError('The file contains no audio: it has a header, but no samples.');
  const durationMs = (samples.length / format.sampleRateHz) * 1000;
  return { samples, sampleRateHz: format.sampleRateHz, channels: format.channels, durationMs };
}

function tag(view: DataView, offset: number): string {
  return String.fromCharCode(view.getUint8(offset), view.getUint8(offset + 1), view.getUint8(offset + 2), view.getUint8(offset + 3));
}

function findChunks(view: DataView): { format: WavFormat; dataStart: number; dataLength: number } {
  let format: WavFormat | null = null;
  for (let offset = 12; offset + 8 <= view.byteLength; ) {
    const name = tag(view, offset);
    const size = view.getUint32(offset + 4, true);
    const start = offset + 8;
    if (name === 'fmt ' && size >= 16 && start + 16 <= view.byteLength) format = readFormat(view, start, size);
    if (name === 'data') {
      if (format === null) break;
      const rest = view.byteLength - start;
      const unknown = size === 0 || size === 0xffffffff;
      return { format, dataStart: start, dataLength: unknown ? rest : Math.min(size, rest) };
    }
    offset = start + size + (size & 1);
  }
  if (format === null) throw new WavError('The WAV file is damaged: its description of the sound is missing.');
  throw new WavError('The file contains no audio: it has a header, but no samples.');
}

function decode(view: DataView, format: WavFormat, start: number, length: number): Float32Array {
  const read = readerFor(format.code, format.bits);
  const width = format.bits / 8;
  const frames = Math.floor(length / (width * format.channels));
  const samples = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < format.channels; channel++) {
      sum += read?.(view, start + (frame * format.channels + channel) * width) ?? 0;
    }
    const mixed = sum / format.channels;
    samples[frame] = Number.isFinite(mixed) ? Math.max(-1, Math.min(1, mixed)) : 0;
  }
  return samples;
}

/** Writes 16 bit PCM, mono. @param samples -1..1, clipped */
export function writeWav(samples: Float32Array, sampleRateHz: number): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const put = (offset: number, text: string) => {
    for (const [index, sign] of [...text].entries()) view.setUint8(offset + index, sign.charCodeAt(0));
  };
  put(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) => {
    view.setInt16(44 + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
  });
  return bytes;
}
