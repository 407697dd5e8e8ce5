import type { ChannelBlock } from '../../audio/mono-stream.ts';

/** Turns packets of one sound track into samples. Packets come in order; a decoder belongs to one pass over the file. */
export interface PacketDecoder {
  /** How many packets are worth handing over at once. */
  readonly batch: number;
  /** Packets before a place in the middle that must be decoded so that the place itself comes out right. */
  readonly preRoll: number;
  /** Batches must begin at multiples of `batch` packets, also from a place in the middle: a decoder with random noise. */
  readonly aligned?: true;
  decode(packets: readonly Uint8Array[]): Promise<ChannelBlock>;
  close(): void;
}

/** What a container says about a track, as far as decoders need it. */
export interface TrackSound {
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** The codec's own header; empty where there is none. */
  readonly description: Uint8Array;
}
