import { fromALaw, fromMuLaw } from './g711.ts';

/** A file that cannot be read as WAV; the message is one sentence a person can act on. */
export class WavError extends Error {
  override readonly name = 'WavError';
}

export const PCM = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
/** Telephone to studio; anything else is a damaged header. */
const LOWEST_RATE_HZ = 4_000;
const HIGHEST_RATE_HZ = 384_000;
const MOST_CHANNELS = 32;

export interface WavFormat {
  readonly code: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bits: number;
}

/** The `fmt ` chunk whose body begins at `start`. */
export function readFormat(view: DataView, start: number, size: number): WavFormat {
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

/** @throws WavError for what no recorder writes */
export function checkFormat({ code, channels, sampleRateHz, bits }: WavFormat): void {
  if (channels < 1 || channels > MOST_CHANNELS) throw new WavError(`A channel count of ${channels} is not supported.`);
  if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
    throw new WavError(`A sample rate of ${sampleRateHz} Hz is not supported. Convert the file to 16000 Hz.`);
  }
  if (readerFor(code, bits) === null) {
    throw new WavError(`The WAV encoding ${code} with ${bits} bits is not supported. Convert the file to 16 bit PCM.`);
  }
}

type SampleReader = (view: DataView, offset: number) => number;

/** How one sample is read, -1..1; null for an encoding that is not known. */
export function readerFor(code: number, bits: number): SampleReader | null {
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
