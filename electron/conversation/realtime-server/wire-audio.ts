import { fromALaw, fromMuLaw, toALaw, toMuLaw } from '../../../models/audio/g711.ts';
import { RunningResampler } from '../../../models/audio/running-resampler.ts';
import { HEARING_SAMPLE_RATE_HZ, SPEAKING_SAMPLE_RATE_HZ } from '../../ipc/audio-frame.ts';
import { ProtocolError } from './protocol-error.ts';
import type { WireFormat } from './session-schema.ts';

const TELEPHONE_HZ = 8_000;
/** Longest delta: 200 ms, so that a client can stop early. */
const DELTA_MS = 200;

/** The client's audio as the recogniser wants it: mono, 16 kHz, -1..1, in pieces of any length. */
export class WireDecoder {
  readonly #format: WireFormat;
  readonly #resampler: RunningResampler;

  constructor(format: WireFormat) {
    this.#format = format;
    this.#resampler = new RunningResampler(rateOf(format), HEARING_SAMPLE_RATE_HZ);
  }

  /** @throws ProtocolError for what is no base64, or half a sample */
  decode(audio: string): Float32Array {
    return this.#resampler.push(samplesOf(audio, this.#format));
  }

  /** The last samples of what was sent; what comes next is new. */
  end(): Float32Array {
    return this.#resampler.end();
  }
}

function samplesOf(audio: string, format: WireFormat): Float32Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(audio)) throw new ProtocolError('invalid_value', 'The audio is not base64.', 'audio');
  const bytes = Buffer.from(audio, 'base64');
  if (format.type !== 'audio/pcm') return Float32Array.from(bytes, format.type === 'audio/pcmu' ? fromMuLaw : fromALaw);
  if (bytes.length % 2 !== 0) throw new ProtocolError('invalid_value', 'The audio ends in half a sample: pcm has two bytes each.', 'audio');
  return Float32Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readInt16LE(index * 2) / 32_768);
}

/** The reply as the client wants it, in base64 pieces. */
export class WireEncoder {
  readonly #format: WireFormat;
  readonly #resampler: RunningResampler;

  /** @param fromHz rate of what is encoded */
  constructor(format: WireFormat, fromHz: number = SPEAKING_SAMPLE_RATE_HZ) {
    this.#format = format;
    this.#resampler = new RunningResampler(fromHz, rateOf(format));
  }

  /** @param samples mono */
  encode(samples: Float32Array): string[] {
    return this.#pieces(this.#resampler.push(samples));
  }

  end(): string[] {
    return this.#pieces(this.#resampler.end());
  }

  #pieces(samples: Float32Array): string[] {
    const most = (rateOf(this.#format) * DELTA_MS) / 1000;
    const pieces: string[] = [];
    for (let start = 0; start < samples.length; start += most) {
      pieces.push(bytesOf(samples.subarray(start, start + most), this.#format).toString('base64'));
    }
    return pieces;
  }
}

function bytesOf(samples: Float32Array, format: WireFormat): Buffer {
  if (format.type !== 'audio/pcm') return Buffer.from(Uint8Array.from(samples, format.type === 'audio/pcmu' ? toMuLaw : toALaw));
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => void bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), index * 2));
  return bytes;
}

function rateOf(format: WireFormat): number {
  return format.type === 'audio/pcm' ? format.rate : TELEPHONE_HZ;
}
