/** What a WAV file holds, mixed to one channel. */
export interface WavAudio {
  /** Mono, -1..1. */
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly durationMs: number;
}

/** A file that cannot be read as WAV; the message is one sentence a person can act on. */
export class WavError extends Error {
  override readonly name = 'WavError';
}

const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
/** Telephone to studio; anything else is a damaged header. */
const LOWEST_RATE_HZ = 4_000;
const HIGHEST_RATE_HZ = 384_000;
const MOST_CHANNELS = 32;

interface Format {
  readonly code: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bits: number;
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

function findChunks(view: DataView): { format: Format; dataStart: number; dataLength: number } {
  let format: Format | null = null;
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

function readFormat(view: DataView, start: number, size: number): Format {
  const code = view.getUint16(start, true);
  // The first two bytes of the sub-format are the real code.
  const extended = code === EXTENSIBLE && size >= 26 && start + 26 <= view.byteLength;
  return {
    code: extended ? view.getUint16(start + 24, true) : code,
    channels: view.getUint16(start + 2, true),
    sampleRateHz: view.getUint32(start + 4, true),
    bits: view.getUint16(start + 14, true),
  };
}

function checkFormat({ code, channels, sampleRateHz, bits }: Format): void {
  if (channels < 1 || channels > MOST_CHANNELS) throw new WavError(`A channel count of ${channels} is not supported.`);
  if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
    throw new WavError(`A sample rate of ${sampleRateHz} Hz is not supported. Convert the file to 16000 Hz.`);
  }
  if (readerFor(code, bits) === null) {
    throw new WavError(`The WAV encoding ${code} with ${bits} bits is not supported. Convert the file to 16 bit PCM.`);
  }
}

type SampleReader = (view: DataView, offset: number) => number;

function readerFor(code: number, bits: number): SampleReader | null {
  switch (`${code}/${bits}`) {
    case `${PCM}/8`:
      return (view, offset) => (view.getUint8(offset) - 128) / 128;
    case `${PCM}/16`:
      return (view, offset) => view.getInt16(offset, true) / 32_768;
    case `${PCM}/24`:
      return (view, offset) => (view.getInt8(offset + 2) * 65_536 + view.getUint16(offset, true)) / 8_388_608;
    case `${PCM}/32`:
      return (view, offset) => view.getInt32(offset, true) / 2_147_483_648;
    case `${FLOAT}/32`:
      return (view, offset) => view.getFloat32(offset, true);
    case `${FLOAT}/64`:
      return (view, offset) => view.getFloat64(offset, true);
    case `${A_LAW}/8`:
      return (view, offset) => fromALaw(view.getUint8(offset));
    case `${MU_LAW}/8`:
      return (view, offset) => fromMuLaw(view.getUint8(offset));
    default:
      return null;
  }
}

function decode(view: DataView, format: Format, start: number, length: number): Float32Array {
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

/** ITU-T G.711. */
function fromALaw(code: number): number {
  const bits = code ^ 0x55;
  const exponent = (bits & 0x70) >> 4;
  const mantissa = bits & 0x0f;
  const magnitude = exponent === 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (exponent - 1);
  return ((bits & 0x80) !== 0 ? magnitude : -magnitude) / 32_768;
}

/** ITU-T G.711. */
function fromMuLaw(code: number): number {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return ((bits & 0x80) !== 0 ? -magnitude : magnitude) / 32_768;
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
