import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import type { PacketDecoder, TrackSound } from './packet-decoder.ts';

const SAMPLES_A_PACKET = 1024;
/** Each transform overlaps the one before; one packet would do, two cost nothing. */
const OVERLAP_PACKETS = 2;
const RATES_HZ = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];
const LOW_COMPLEXITY = 2;
const SPECTRAL_BAND_REPLICATION = 5;
const PARAMETRIC_STEREO = 29;

/** What the packets of an AAC track are, by its AudioSpecificConfig (ISO 14496-3, 1.6.2.1). */
export interface AacConfig {
  readonly objectType: number;
  readonly rateIndex: number;
  /** Of the core: with spectral band replication half of what is played. */
  readonly sampleRateHz: number;
  readonly channels: number;
}

export function readAacConfig(description: Uint8Array): AacConfig {
  let position = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let bit = 0; bit < count; bit++, position++)
      value = (value << 1) | (((description[position >> 3] ?? 0) >> (7 - (position & 7))) & 1);
    return value;
  };
  const objectTypeBits = () => {
    const short = bits(5);
    return short === 31 ? 32 + bits(6) : short;
  };
  let objectType = objectTypeBits();
  const rateIndex = bits(4);
  const explicitRate = rateIndex === 15 ? bits(24) : 0;
  const channels = bits(4);
  if (objectType === SPECTRAL_BAND_REPLICATION || objectType === PARAMETRIC_STEREO) {
    if (bits(4) === 15) bits(24);
    objectType = objectTypeBits();
  }
  return { objectType, rateIndex, sampleRateHz: RATES_HZ[rateIndex] ?? explicitRate, channels };
}

/**
 * AAC-LC by Symphonia (Rust, inside node-web-audio-api). It takes whole pieces of sound, so packets are handed over as
 * short ADTS files, each with the end of the one before, whose samples are dropped: the joins are exact. Of HE-AAC it
 * reads the core, which carries all of speech.
 * @throws EngineFailure 'bad-input' for other kinds of AAC, 'refused' when the library does not load
 */
export async function openAac(sound: TrackSound): Promise<PacketDecoder & { readonly sampleRateHz: number; readonly channels: number }> {
  const config = sound.description.length > 0 ? readAacConfig(sound.description) : null;
  const channels = config === null || config.channels === 0 ? sound.channels : config.channels;
  const sampleRateHz = config?.sampleRateHz || sound.sampleRateHz;
  const rateIndex = RATES_HZ.indexOf(sampleRateHz);
  if ((config !== null && config.objectType !== LOW_COMPLEXITY) || channels > 2 || rateIndex === -1) {
    throw new EngineFailure('bad-input', 'This kind of AAC sound cannot be read here.', {
      retryable: false,
      whatToDo: 'Convert the file to MP3, FLAC or WAV.',
    });
  }
  const context = await offlineContext(sampleRateHz);
  let before: Uint8Array[] = [];
  return {
    batch: 430,
    preRoll: OVERLAP_PACKETS,
    // Noise substitution draws from a generator that begins anew with every piece.
    aligned: true,
    sampleRateHz,
    channels,
    decode: async (packets) => {
      const framed = packets.map((packet) => (config === null ? packet : withAdtsHeader(packet, rateIndex, channels)));
      const decoded = await context.decodeAudioData(joined([...before, ...framed]));
      const dropped = before.length * SAMPLES_A_PACKET;
      before = framed.slice(-OVERLAP_PACKETS);
      return Array.from({ length: decoded.numberOfChannels }, (_, index) => decoded.getChannelData(index).slice(dropped));
    },
    close: () => undefined,
  };
}

async function offlineContext(sampleRateHz: number) {
  try {
    const { OfflineAudioContext } = await import('node-web-audio-api');
    return new OfflineAudioContext(1, 1, sampleRateHz);
  } catch (cause) {
    throw new EngineFailure('refused', 'AAC sound cannot be read because its decoder does not start on this computer.', {
      retryable: false,
      whatToDo: 'On Linux install libasound2 (ALSA), or convert the file to MP3, FLAC or WAV.',
      cause,
    });
  }
}

/** A raw packet as one ADTS frame (ISO 14496-3, 1.A.2.2), without check sum. */
function withAdtsHeader(packet: Uint8Array, rateIndex: number, channels: number): Uint8Array {
  const length = packet.length + 7;
  const frame = new Uint8Array(length);
  frame.set([0xff, 0xf1, ((LOW_COMPLEXITY - 1) << 6) | (rateIndex << 2) | (channels >> 2)]);
  frame.set([((channels & 3) << 6) | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc], 3);
  frame.set(packet, 7);
  return frame;
}

function joined(frames: readonly Uint8Array[]): ArrayBuffer {
  const bytes = new Uint8Array(frames.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const frame of frames) {
    bytes.set(frame, offset);
    offset += frame.length;
  }
  return bytes.buffer;
}
