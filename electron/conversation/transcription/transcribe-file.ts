import { basename } from 'node:path';
import type { AudioFileReader, FileDescription, NextOutput } from '../../../models/audio-file/audio-file.ts';
import { badFile, shownName } from '../../../models/audio-file/check-file.ts';
import type { SpeakerEmbedding } from '../../../models/speaker-embedding/speaker-embedding.ts';
import type { SpeechToText } from '../../../models/speech-to-text/speech-to-text.ts';
import type { Transcript, TranscriptionOptions } from '../../ipc/transcription-schema.ts';
import { assembleSegments } from './assemble.ts';
import { type Journal, openJournal } from './journal.ts';
import { type RecognisedWindow, SAMPLES_A_MS, type VoicePiece } from './recognised-window.ts';
import type { LineSeal } from './sealed-lines.ts';
import { nameSpeakers } from './speakers/name-speakers.ts';
import { voicePieces } from './speakers/voice-pieces.ts';
import { whoSpeaks } from './speakers/who-speaks.ts';
import { trustedWords } from './trusted-words.ts';

/** Shorter than any word. */
const SHORTEST_MS = 100;

export interface TranscribeFile {
  readonly path: string;
  readonly options: TranscriptionOptions;
  readonly reader: AudioFileReader;
  /** Each works on one stretch at a time. */
  readonly recognisers: readonly SpeechToText[];
  /** Asked for when a job wants speakers 'by-voice'. @throws EngineFailure 'model-missing' */
  readonly voices?: () => Promise<SpeakerEmbedding>;
  readonly journal: { readonly path: string; readonly lines: LineSeal };
  /** Of the profile, for recordings of its own. */
  readonly soundKeys?: readonly Uint8Array[];
  /** Abort stops after what is being recognised, which is still kept. */
  readonly signal: AbortSignal;
  readonly progress: (progress: FileProgress) => void;
  /** Called with every finished stretch, in the order of finishing. */
  readonly recognised?: (window: RecognisedWindow) => void;
}

export interface FileProgress {
  /** How far the sound was recognised without a gap. */
  readonly positionMs: number;
  /** As the file claims; null where it claims nothing. */
  readonly durationMs: number | null;
}

/** What became of a file: a transcript (without segments when nobody speaks), or stopped by the signal. */
export type FileOutcome =
  | { readonly kind: 'done'; readonly transcript: Transcript; readonly discard: () => Promise<void> }
  | { readonly kind: 'stopped' };

/**
 * Turns one file into a transcript: stretches are cut in the reader's thread and recognised side by side; every finished
 * one goes to the journal. Started again over the same journal it goes on where it was, with the same result.
 * @throws EngineFailure 'bad-input' for files that cannot be read; the journal stays
 */
export async function transcribeFile(work: TranscribeFile): Promise<FileOutcome> {
  const { path, options, reader, recognisers } = work;
  const description = await reader.open({ path, track: options.track, growing: options.growing, keys: work.soundKeys ?? [] }, work.signal);
  const model = recognisers[0]?.id ?? '';
  const head = {
    version: 1,
    bytes: description.bytes,
    modifiedMs: description.modifiedMs,
    track: options.track,
    speakers: options.speakers,
    model,
    names: options.names,
  } as const;
  // Before hours of work: without its model voices cannot be told apart.
  if (options.speakers === 'by-voice') await work.voices?.();
  const journal = await openJournal(work.journal.path, head, work.journal.lines);
  try {
    const channels = channelsOf(description, options);
    const notices = [...description.notices];
    let endSample = 0;
    for (const [index, channel] of channels.entries()) {
      const end = await readChannel(work, description, journal, { channel, share: { done: index, of: channels.length } });
      if (end === null) return { kind: 'stopped' };
      endSample = Math.max(endSample, end.endSample);
      for (const notice of end.notices) if (!notices.includes(notice)) notices.push(notice);
    }
    checkLength(endSample);
    return {
      kind: 'done',
      transcript: transcriptOf(work, journal, channels, { endSample, notices, model }),
      discard: () => journal.discard(),
    };
  } finally {
    await journal.close();
    await reader.release().catch(() => undefined);
  }
}

function channelsOf({ track }: FileDescription, { speakers }: TranscriptionOptions): (number | null)[] {
  return speakers === 'by-channel' && track.channels > 1 ? Array.from({ length: track.channels }, (_, index) => index) : [null];
}

function checkLength(endSample: number): void {
  if (endSample === 0) throw badFile('The file contains no audio: it has a header, but no samples.', 'Record or download it again.');
  const ms = Math.round(endSample / SAMPLES_A_MS);
  if (ms < SHORTEST_MS) throw badFile(`The recording is too short (${ms} ms).`, 'Choose a longer one.');
}

interface ChannelPass {
  readonly channel: number | null;
  readonly share: { readonly done: number; readonly of: number };
}

interface ChannelEnd {
  readonly endSample: number;
  readonly notices: readonly string[];
}

/** One pass over the file. @returns null when it was stopped */
async function readChannel(
  work: TranscribeFile,
  description: FileDescription,
  journal: Journal,
  pass: ChannelPass,
): Promise<ChannelEnd | null> {
  const { reader, signal } = work;
  const done = new Map(journal.windows.filter(({ channel }) => channel === pass.channel).map((window) => [window.startSample, window]));
  const start = resumePlace([...done.values()]);
  await reader.start({ channel: pass.channel ?? 'mix', start, longestMs: work.recognisers[0]?.longestMs });
  const pool = new RecogniserPool(work, journal, pass, start.sample, description);
  let fromSample = start.sample;
  try {
    while (!signal.aborted) {
      const next: NextOutput = await reader.next(signal);
      if (signal.aborted) break;
      if (next.kind === 'end') {
        await pool.settle();
        return { endSample: next.end.endSample, notices: next.notices };
      }
      if (!done.has(next.stretch.startSample)) await pool.recognise(next.stretch, fromSample);
      fromSample = next.stretch.nextSample;
    }
    await pool.settle();
    return null;
  } catch (failure) {
    await pool.settle().catch(() => undefined);
    // Stopped, with the recogniser closed over its last stretch: that one is done again.
    if (signal.aborted) return null;
    throw failure;
  }
}

/** The end of the chain of windows that were finished without a gap. */
function resumePlace(windows: readonly RecognisedWindow[]): { sample: number; continues: boolean } {
  const byFrom = new Map(windows.map((window) => [window.fromSample, window]));
  let place = { sample: 0, continues: false };
  for (let window = byFrom.get(0); window !== undefined; window = byFrom.get(window.nextSample)) {
    place = { sample: window.nextSample, continues: window.continuesAfter };
    if (window.nextSample <= window.fromSample) break;
  }
  return place;
}

type Stretch = Extract<NextOutput, { kind: 'stretch' }>['stretch'];

/** Hands stretches to whichever recogniser is free; waits while all are busy, so that memory stays flat. */
class RecogniserPool {
  readonly #work: TranscribeFile;
  readonly #journal: Journal;
  readonly #pass: ChannelPass;
  readonly #description: FileDescription;
  readonly #free: SpeechToText[];
  readonly #running = new Set<Promise<void>>();
  /** Beginnings of what is being recognised: progress stands at the earliest. */
  readonly #open = new Set<number>();
  #reached: number;
  #failure: unknown = null;

  constructor(work: TranscribeFile, journal: Journal, pass: ChannelPass, reached: number, description: FileDescription) {
    this.#work = work;
    this.#journal = journal;
    this.#pass = pass;
    this.#description = description;
    this.#free = [...work.recognisers];
    this.#reached = reached;
    this.#tell();
  }

  async recognise(stretch: Stretch, fromSample: number): Promise<void> {
    while (this.#free.length === 0) await Promise.race(this.#running);
    if (this.#failure !== null) throw this.#failure;
    if (this.#work.signal.aborted) return;
    const recogniser = this.#free.pop();
    if (recogniser === undefined) throw new Error('no recogniser is free');
    this.#open.add(stretch.startSample);
    const running = this.#run(recogniser, stretch, fromSample)
      .catch((failure: unknown) => {
        this.#failure ??= failure;
      })
      .finally(() => {
        this.#running.delete(running);
        this.#free.push(recogniser);
        this.#open.delete(stretch.startSample);
        this.#tell();
      });
    this.#running.add(running);
  }

  async #run(recogniser: SpeechToText, stretch: Stretch, fromSample: number): Promise<void> {
    const { startSample, samples, nextSample, continuesBefore, continuesAfter } = stretch;
    const bias = this.#work.options.names.map((written) => ({ written, spellings: [] }));
    const heard = await recogniser.transcribe(samples, { effort: 'final', words: true, bias });
    const startMs = startSample / SAMPLES_A_MS;
    const words = (heard.words ?? []).map((word) => ({
      text: word.text,
      startMs: Math.round(startMs + word.startMs),
      endMs: Math.round(startMs + word.endMs),
      confidence: Math.round(Math.min(1, word.confidence) * 1000) / 1000,
    }));
    const trusted = heard.rejected ? [] : trustedWords(words, heard.averageLogProbability, samples.length / SAMPLES_A_MS);
    const voices = trusted.length === 0 ? null : await this.#voices(samples, startMs);
    const window: RecognisedWindow = {
      channel: this.#pass.channel,
      fromSample,
      startSample,
      endSample: startSample + samples.length,
      nextSample,
      continuesBefore,
      continuesAfter,
      averageLogProbability: heard.averageLogProbability,
      words: trusted,
      ...(voices === null ? {} : { voices }),
      ...(heard.left === undefined ? {} : { left: heard.left }),
    };
    await this.#journal.append(window);
    this.#reached = Math.max(this.#reached, nextSample);
    this.#work.recognised?.(window);
  }

  /** @returns null where voices are not told apart */
  async #voices(samples: Float32Array, startMs: number): Promise<VoicePiece[] | null> {
    const { options, voices } = this.#work;
    // Not cancelled by a pause: what is being recognised is finished and kept whole.
    return options.speakers === 'by-voice' && voices !== undefined ? await voicePieces(await voices(), samples, startMs) : null;
  }

  async settle(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure !== null) throw this.#failure;
  }

  #tell(): void {
    const position = Math.min(this.#reached, ...this.#open) / SAMPLES_A_MS;
    const { claimedMs } = this.#description;
    const { done, of } = this.#pass.share;
    const whole = claimedMs ?? 0;
    this.#work.progress({ positionMs: of === 1 ? position : (whole * done + position) / of, durationMs: claimedMs });
  }
}

function transcriptOf(
  work: TranscribeFile,
  journal: Journal,
  channels: readonly (number | null)[],
  found: { endSample: number; notices: readonly string[]; model: string },
): Transcript {
  const spoken = speakersOf(work, journal, channels);
  return {
    version: 1,
    name: shownName(basename(work.path)),
    durationMs: Math.round(found.endSample / SAMPLES_A_MS),
    language: work.options.language,
    model: found.model,
    wordTimes: 'estimated',
    speakers: nameSpeakers(spoken, work.options.names),
    segments: spoken.segments,
    notices: [...found.notices],
    ...leftOf(journal),
  };
}

/** Summed over all stretches, also those of earlier runs. */
function leftOf({ windows }: Journal): Pick<Transcript, 'left'> {
  const all = windows.flatMap(({ left }) => left ?? []);
  const [first] = all;
  if (first === undefined) return {};
  const sum = (figure: 'seconds' | 'bytes' | 'uploads') => all.reduce((total, left) => total + left[figure], 0);
  return { left: { host: first.host, seconds: sum('seconds'), bytes: sum('bytes'), uploads: sum('uploads') } };
}

function speakersOf(
  { options }: TranscribeFile,
  { windows }: Journal,
  channels: readonly (number | null)[],
): Pick<Transcript, 'segments' | 'speakers'> {
  const idOf = (channel: number) => `channel-${channel + 1}`;
  const segments = assembleSegments(windows, (channel) => (channel === null ? null : idOf(channel)));
  if (options.speakers === 'by-voice') {
    return whoSpeaks(
      segments,
      windows.flatMap(({ voices }) => voices ?? []),
    );
  }
  const speakers = channels.flatMap((channel) => (channel === null ? [] : [{ id: idOf(channel), name: `Speaker ${channel + 1}` }]));
  return { segments, speakers };
}
