import type { EncodedPacket, EncodedPacketSink } from 'mediabunny';
import type { ChannelBlock } from '../audio/mono-stream.ts';
import type { PacketDecoder } from './codecs/packet-decoder.ts';
import { clock } from './wav-source.ts';

/** Times of containers jitter by some milliseconds; only more is a hole in the recording. */
const HOLE_S = 0.2;
const SILENCE_FRAMES = 16_384;

/** What coding puts before the first real frame, and whether the container's times count it. */
export interface Skip {
  readonly frames: number;
  readonly countedInTimes: boolean;
}

interface Pass {
  readonly sink: EncodedPacketSink;
  readonly open: () => Promise<PacketDecoder>;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Frames at the very beginning that belong to the coding, not to the recording. */
  readonly skip: Skip;
  readonly canSeek: boolean;
  readonly fromFrame: number;
  readonly notice: (sentence: string) => void;
}

/**
 * Decodes a track from a frame on. Places are counted by decoded frames from the last known time on, so that every pass
 * gives the same frames; holes are filled with silence, and a damaged end is told, not thrown.
 */
export async function* decodePackets(pass: Pass): AsyncGenerator<ChannelBlock> {
  const decoder = await pass.open();
  const progress = { readS: 0 };
  try {
    yield* decodeFrom(pass, decoder, progress);
  } catch (cause) {
    if (progress.readS === 0) throw cause;
    pass.notice(`The file is damaged: it was read until ${clock(progress.readS * 1000)}.`);
  } finally {
    decoder.close();
  }
}

async function* decodeFrom(pass: Pass, decoder: PacketDecoder, progress: { readS: number }): AsyncGenerator<ChannelBlock> {
  const start = await startPacket(pass, decoder);
  if (start === null) return;
  const atBeginning = await isFirst(pass, start);
  const uncounted = atBeginning && !pass.skip.countedInTimes ? pass.skip.frames : 0;
  const lead = decoder.aligned && !atBeginning ? decoder.preRoll : decoder.batch;
  let position = placeOf(start, pass) - uncounted;
  for await (const packets of batches(pass.sink, start, lead, decoder.batch)) {
    const hole = packets[0] === undefined ? 0 : placeOf(packets[0], pass) - position;
    if (hole > HOLE_S * pass.sampleRateHz) {
      yield* silence(hole, pass, position);
      position += hole;
    }
    const block = await decoder.decode(packets.map(({ data }) => data));
    const wanted = after(block, pass.fromFrame - position);
    position += block[0]?.length ?? 0;
    progress.readS = position / pass.sampleRateHz;
    if ((wanted[0]?.length ?? 0) > 0) yield wanted;
  }
}

function placeOf({ timestamp }: EncodedPacket, { sampleRateHz, skip }: Pass): number {
  return Math.round(timestamp * sampleRateHz) - (skip.countedInTimes ? skip.frames : 0);
}

async function isFirst({ sink }: Pass, packet: EncodedPacket): Promise<boolean> {
  return (await sink.getFirstPacket())?.sequenceNumber === packet.sequenceNumber;
}

async function startPacket({ sink, canSeek, fromFrame, sampleRateHz }: Pass, decoder: PacketDecoder): Promise<EncodedPacket | null> {
  const first = await sink.getFirstPacket();
  if (first === null || !canSeek || fromFrame === 0) return first;
  const wantedS = fromFrame / sampleRateHz;
  if (decoder.aligned) {
    // A packet of slack: times are rounded.
    const batchS = decoder.batch * first.duration;
    const count = Math.floor((wantedS - first.timestamp) / batchS - 1 / decoder.batch);
    if (count <= 0) return first;
    return (await sink.getPacket(first.timestamp + count * batchS - (decoder.preRoll - 0.5) * first.duration)) ?? first;
  }
  const beforeS = (decoder.preRoll + 1) * Math.max(first.duration, 0.02);
  return (await sink.getPacket(Math.max(0, wantedS - beforeS))) ?? first;
}

async function* batches(sink: EncodedPacketSink, first: EncodedPacket, lead: number, batch: number): AsyncGenerator<EncodedPacket[]> {
  let open: EncodedPacket[] = [];
  let size = lead;
  try {
    for await (const packet of sink.packets(first)) {
      open.push(packet);
      if (open.length < size) continue;
      yield open;
      open = [];
      size = batch;
    }
  } catch (cause) {
    // What came before the damage is still worth having.
    if (open.length > 0) yield open;
    throw cause;
  }
  if (open.length > 0) yield open;
}

function* silence(frames: number, { channels, fromFrame }: Pass, position: number): Generator<ChannelBlock> {
  for (let from = Math.max(position, fromFrame); from < position + frames; from += SILENCE_FRAMES) {
    const length = Math.min(SILENCE_FRAMES, position + frames - from);
    yield Array.from({ length: channels }, () => new Float32Array(length));
  }
}

function after(block: ChannelBlock, skip: number): ChannelBlock {
  return skip <= 0 ? block : block.map((samples) => samples.subarray(Math.min(skip, samples.length)));
}
