import {
  ADTS,
  CustomSource,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
} from 'mediabunny';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import type { ChannelBlock } from '../audio/mono-stream.ts';
import { badFile } from './check-file.ts';
import { openAac } from './codecs/aac.ts';
import { openFlac } from './codecs/flac.ts';
import { mp3Delay, openMp3 } from './codecs/mp3.ts';
import { openOpus, opusPreSkip } from './codecs/opus.ts';
import type { PacketDecoder, TrackSound } from './codecs/packet-decoder.ts';
import { openPcm } from './codecs/pcm.ts';
import { openVorbis } from './codecs/vorbis.ts';
import { notMedia } from './content.ts';
import { decodePackets, type Skip } from './decode-packets.ts';
import { type OpenedFile, readBytes, type SoundSource, type SoundTrack } from './sound-source.ts';

/** No playlists among them: nothing a file says is ever fetched. */
const FORMATS = [MP4, QTFF, MATROSKA, WEBM, OGG, FLAC, MP3, ADTS, MPEG_TS];
const PROTECTED = new Set(['drms', 'enca', 'aavd', 'encv']);
/** Where a table of contents at the end would be. */
const TAIL_BYTES = 1_048_576;
const LOWEST_RATE_HZ = 4_000;
const HIGHEST_RATE_HZ = 384_000;
const MOST_CHANNELS = 32;

/**
 * Everything but WAV: `mediabunny` takes the container apart, the decoders of `codecs/` turn packets into samples.
 * @param trackIndex which sound track; null for the first that can be read
 * @throws EngineFailure 'bad-input'
 */
export async function openMediaSource(file: OpenedFile, head: Uint8Array, trackIndex: number | null): Promise<SoundSource> {
  const input = new Input({
    formats: FORMATS,
    source: new CustomSource({
      getSize: () => file.bytes,
      read: (start, end) => readBytes(file, start, end),
      prefetchProfile: 'fileSystem',
      handleUnhandledError: () => undefined,
    }),
  });
  const container = await containerOf(input, head);
  const found = await input.getAudioTracks().catch((cause: unknown) => {
    throw damaged(head, cause);
  });
  if (found.length === 0) throw await noSound(input, file, head);
  const tracks = await Promise.all(found.map(describe));
  const chosen =
    trackIndex ??
    Math.max(
      0,
      tracks.findIndex(({ codec }) => codec !== ''),
    );
  const track = tracks[chosen];
  const audio = found[chosen];
  if (track === undefined || audio === undefined) {
    throw badFile(`There is no sound track ${chosen + 1}: the file has ${tracks.length}.`, 'Choose one of them.');
  }
  const internal = await audio.getInternalCodecId().catch(() => null);
  if (typeof internal === 'string' && PROTECTED.has(internal)) {
    throw badFile('The file is protected by DRM.', 'Only the program of its shop can open it.');
  }
  const sound = await soundOf(audio, track);
  const decoder = await openDecoder(sound, audio);
  decoder.close();
  const actual = { ...track, sampleRateHz: rateOf(decoder, sound), channels: channelsOf(decoder, sound) };
  checkSound(actual);
  const notices: string[] = [];
  return {
    container,
    tracks,
    track: actual,
    claimedMs: await claimedMs(audio),
    notices,
    blocks: (fromFrame): AsyncGenerator<ChannelBlock> =>
      decodePackets({
        sink: new EncodedPacketSink(audio),
        open: () => openDecoder(sound, audio),
        sampleRateHz: actual.sampleRateHz,
        channels: actual.channels,
        skip: skipped(sound, container, head),
        // Matroska rounds its times to milliseconds, and Vorbis blocks overlap by different lengths: only counting from the
        // beginning is exact (480 times real time or faster).
        canSeek: container !== 'Matroska' && container !== 'WebM' && sound.codec !== 'vorbis',
        fromFrame,
        notice: (sentence) => void notices.push(sentence),
      }),
    close: async () => {
      input.dispose();
      await file.handle.close();
    },
  };
}

async function containerOf(input: Input, head: Uint8Array): Promise<string> {
  try {
    return (await input.getFormat()).name;
  } catch (cause) {
    if (cause instanceof UnsupportedInputFormatError) throw notMedia(cause);
    throw damaged(head, cause);
  }
}

async function describe(track: InputAudioTrack, index: number): Promise<SoundTrack> {
  const language = await track.getLanguageCode().catch(() => 'und');
  return {
    index,
    codec: (await track.getCodec().catch(() => null)) ?? '',
    sampleRateHz: await track.getSampleRate().catch(() => 0),
    channels: await track.getNumberOfChannels().catch(() => 0),
    language: language === 'und' ? null : language,
    name: await track.getName().catch(() => null),
  };
}

async function soundOf(audio: InputAudioTrack, { codec, sampleRateHz, channels }: SoundTrack): Promise<TrackSound> {
  const config = await audio.getDecoderConfig().catch(() => null);
  const description = config?.description;
  const bytes =
    description === undefined
      ? new Uint8Array()
      : ArrayBuffer.isView(description)
        ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
        : new Uint8Array(description);
  return { codec, sampleRateHz, channels, description: bytes };
}

async function openDecoder(sound: TrackSound, audio: InputAudioTrack): Promise<PacketDecoder> {
  switch (sound.codec) {
    case 'mp3':
      return await openMp3(sound);
    case 'opus':
      return await openOpus(sound);
    case 'vorbis':
      return await openVorbis(sound);
    case 'flac':
      return await openFlac();
    case 'aac':
      return await openAac(sound);
    default: {
      const plain = openPcm(sound);
      if (plain !== null) return plain;
      throw await unreadable(sound, audio);
    }
  }
}

async function unreadable({ codec }: TrackSound, audio: InputAudioTrack): Promise<EngineFailure> {
  const internal = await audio.getInternalCodecId().catch(() => null);
  const name = codec || (typeof internal === 'string' ? internal : 'unknown');
  return badFile(`The sound is coded as ${name}, which cannot be read here.`, 'Convert the file to MP3, FLAC or WAV.');
}

/** AAC tells the real rate and channels only in its own header. */
function rateOf(decoder: PacketDecoder, sound: TrackSound): number {
  if (sound.codec === 'opus') return 48_000;
  return 'sampleRateHz' in decoder ? (decoder.sampleRateHz as number) : sound.sampleRateHz;
}

function channelsOf(decoder: PacketDecoder, sound: TrackSound): number {
  return 'channels' in decoder ? (decoder.channels as number) : sound.channels;
}

function checkSound({ sampleRateHz, channels }: SoundTrack): void {
  if (channels < 1 || channels > MOST_CHANNELS)
    throw badFile(`A channel count of ${channels} is not supported.`, 'Convert the file to stereo.');
  if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
    throw badFile(`A sample rate of ${sampleRateHz} Hz is not supported.`, 'Convert the file to 16000 Hz.');
  }
}

function skipped(sound: TrackSound, container: string, head: Uint8Array): Skip {
  if (sound.codec === 'mp3') return { frames: mp3Delay(head), countedInTimes: true };
  if (sound.codec === 'opus' && container !== 'MP4') return { frames: opusPreSkip(sound.description), countedInTimes: false };
  // MP4 tells of it by negative times; ADTS says nothing, and every encoder puts at least one packet before.
  return { frames: sound.codec === 'aac' && container === 'ADTS' ? 1024 : 0, countedInTimes: true };
}

async function claimedMs(audio: InputAudioTrack): Promise<number | null> {
  const seconds = await audio.getDurationFromMetadata().catch(() => null);
  return seconds === null ? null : seconds * 1000;
}

async function noSound(input: Input, file: OpenedFile, head: Uint8Array): Promise<EngineFailure> {
  const all = await input.getTracks().catch(() => []);
  const tail = await readBytes(file, Math.max(0, file.bytes - TAIL_BYTES), file.bytes);
  if (all.length === 0 && isMp4(head) && !hasAtom(head, 'moov') && !hasAtom(tail, 'moov')) return unfinished();
  if (all.some((track) => track.isVideoTrack()) || hasAtom(head, 'vide') || hasAtom(tail, 'vide')) {
    return badFile('The video has no sound track.', 'Choose a file with sound.');
  }
  return badFile('The file contains no audio.', 'Choose a file with sound.');
}

function unfinished(cause?: unknown): EngineFailure {
  return badFile(
    'The recording was not finished or its download is incomplete: its table of contents (moov) is missing.',
    'Download it again, or repair it with the program that recorded it.',
    cause,
  );
}

function isMp4(head: Uint8Array): boolean {
  return hasAtom(head.subarray(0, 64), 'ftyp');
}

function damaged(head: Uint8Array, cause: unknown): EngineFailure {
  if (cause instanceof EngineFailure) return cause;
  if (isMp4(head)) return unfinished(cause);
  return badFile('The file is damaged: its beginning cannot be read.', 'Download or record it again.', cause);
}

function hasAtom(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1');
}
