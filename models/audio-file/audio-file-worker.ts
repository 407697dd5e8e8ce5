import { Logging, LogLevel } from 'mediabunny';
import { serveInference, type WorkContext } from '../../native/inference-worker/serve-inference.ts';
import { openSilero } from '../voice-activity/silero.ts';
import { endNotices } from './end-notices.ts';
import { type OpenedSound, openRecording, openSound, type SoundKeys } from './open-sound.ts';
import type { SoundTrack } from './sound-source.ts';
import { type FileEnd, type StartPlace, type Stretch, StretchReader } from './stretch-reader.ts';

export interface OpenInput {
  readonly path: string;
  readonly track: number | null;
  /** The file is still being recorded: at its end more is waited for. */
  readonly growing?: boolean;
  /** For recordings of our own that are sealed. */
  readonly keys?: SoundKeys;
}

export interface FileDescription {
  readonly container: string;
  readonly track: SoundTrack;
  readonly tracks: readonly SoundTrack[];
  readonly claimedMs: number | null;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly notices: readonly string[];
}

export interface StartInput {
  readonly channel: number | 'mix';
  readonly start: StartPlace;
  /** What a recogniser takes at once; 15 s when left out. */
  readonly longestMs?: number | undefined;
}

/** A stretch, or the end with everything that was found odd on the way. */
export type NextOutput =
  | { readonly kind: 'stretch'; readonly stretch: Stretch; readonly position: number }
  | { readonly kind: 'end'; readonly end: FileEnd; readonly notices: readonly string[] };

// Odd video tracks are none of our business, and standard output belongs to the command line.
Logging.level = LogLevel.Silent;

await serveInference(async ({ voiceActivity }: { voiceActivity: string }) => {
  const silero = await openSilero(voiceActivity);
  let sound: OpenedSound | null = null;
  let reader: StretchReader | null = null;
  /** Of the call that runs: what waits for more sound must not outlive it. */
  let stopped: () => boolean = () => false;

  const close = async () => {
    await reader?.close();
    await sound?.source.close();
    reader = null;
    sound = null;
  };

  const open = async (
    { path, track, growing, keys }: OpenInput,
    { cancelled }: Pick<WorkContext, 'cancelled'>,
  ): Promise<FileDescription> => {
    await close();
    stopped = cancelled;
    sound = growing ? await openRecording(path, () => stopped(), keys) : await openSound(path, track, keys);
    const { source, bytes, modifiedMs, notices } = sound;
    const { container, tracks, claimedMs } = source;
    return { container, tracks, track: source.track, claimedMs, bytes, modifiedMs, notices };
  };

  const start = async ({ channel, start: place, longestMs }: StartInput): Promise<void> => {
    await reader?.close();
    if (sound === null) throw new Error('no file is open');
    reader = new StretchReader(sound.source, silero, channel, place, longestMs);
  };

  const next = async (_input: undefined, { cancelled }: Pick<WorkContext, 'cancelled'>): Promise<NextOutput> => {
    if (sound === null || reader === null) throw new Error('no file is being read');
    stopped = cancelled;
    const found = await reader.next(cancelled);
    if ('samples' in found) return { kind: 'stretch', stretch: found, position: reader.position };
    return {
      kind: 'end',
      end: found,
      notices: [...sound.source.notices, ...endNotices(reader.findings, reader.position, await sound.grew())],
    };
  };

  const end = async () => {
    await close();
    await silero.close();
  };

  return { open, start, next, release: close, close: end };
});
