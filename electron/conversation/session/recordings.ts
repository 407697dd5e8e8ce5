import { hkdfSync, randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { shownName } from '../../../models/audio-file/check-file.ts';
import { openSoundRanges } from '../../../models/audio-file/sound-ranges.ts';
import type { SoundFacts, SoundRange } from '../../../models/audio-file/sound-ranges-worker.ts';
import type { ConversationContract } from '../../ipc/conversation-schema.ts';
import type { EventName, EventPayload } from '../../ipc/derive-ipc.ts';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import type { AskedRecording, OfferedFile, RecordingChoice, RecordingJob } from '../../ipc/recordings-schema.ts';
import type { TranscriptChange } from '../../ipc/transcript-edits.ts';
import { ON_DEVICE_TRANSCRIPTION, type TranscriptionJob, transcriptionOptionsSchema } from '../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { RecordingDesk } from '../skills/recording-skills.ts';
import { findFiles } from '../transcription/find-files.ts';
import { JobQueue } from '../transcription/job-queue.ts';
import { openJobShelf } from '../transcription/job-shelf.ts';
import { KeptTranscripts } from '../transcription/kept-transcripts.ts';
import { resealRecordings } from '../transcription/recording/recording-file.ts';
import { saveSound } from '../transcription/recording/save-sound.ts';
import { reseal } from '../transcription/reseal.ts';
import { type LineSeal, sealedLines } from '../transcription/sealed-lines.ts';
import { SoundDesk, type SoundPlace } from '../transcription/sound-desk.ts';
import { AskedRecordingDesk } from './asked-recording.ts';
import type { JobWatch } from './job-watch.ts';
import type { ProgramFolders } from './open-conversation.ts';
import { RecorderDesk } from './recorder-desk.ts';
import type { TranscriptionEngines } from './transcription-engines.ts';

export interface RecordingsParts {
  readonly scope: Scope;
  readonly folders: Pick<ProgramFolders, 'workers'>;
  readonly engines: TranscriptionEngines;
  readonly profileFolder: string;
  /** 64 hex digits. */
  readonly dataKey: string;
  /** Written forms of the user's name cards. */
  readonly names: () => readonly string[];
  /** For the taskbar and for whoever looks elsewhere. */
  readonly watch: Pick<JobWatch, 'take' | 'forget'>;
  readonly tell: <N extends EventName<ConversationContract>>(name: N, payload: EventPayload<ConversationContract, N>) => void;
}

/** As many as a job takes. */
const MOST_NAMES = 200;

/** Recordings of one profile: files that were handed in, the queue that reads them, their transcripts, their sound. */
export class Recordings {
  readonly recorder: RecorderDesk;
  readonly #parts: RecordingsParts;
  readonly #folder: string;
  readonly #queue: JobQueue;
  readonly #transcripts: KeptTranscripts;
  readonly #sound: SoundDesk;
  readonly #offered = new Map<string, { readonly path: string; readonly file: OfferedFile }>();
  readonly #asked = new AskedRecordingDesk();
  #keys: readonly LineSeal[];
  #soundKeys: readonly Uint8Array[];

  constructor(parts: RecordingsParts) {
    const { scope, folders, profileFolder } = parts;
    this.#parts = parts;
    this.#folder = join(profileFolder, 'recordings');
    this.#keys = [sealOf(parts.dataKey)];
    this.#soundKeys = [soundKeyOf(parts.dataKey)];
    const soundKeys = () => this.#soundKeys;
    const lines: LineSeal = {
      seal: (text) => this.#newest.seal(text),
      open: (line) => this.#keys.reduce<string | null>((found, key) => found ?? key.open(line), null),
    };
    const shelf = openJobShelf(this.#folder, lines, () => Date.now());
    this.#queue = new JobQueue({
      scope,
      shelf,
      lines,
      soundKeys,
      openEngine: (engineScope, lane, options) => parts.engines.open(engineScope, lane, options),
      nowMs: () => performance.now(),
      changed: (job) => {
        parts.watch.take(job);
        parts.tell('recordingChanged', this.#shown(job));
      },
      recognised: (id, window) => this.recorder.heard(id, window),
    });
    this.recorder = new RecorderDesk({
      scope,
      folder: this.#soundFolder,
      soundKey: () => this.#soundKeys[0] as Uint8Array,
      queue: this.#queue,
      names: () => parts.names().slice(0, MOST_NAMES),
      tell: parts.tell,
    });
    this.#transcripts = new KeptTranscripts(
      {
        read: (id) => this.#queue.transcript(id),
        write: (id, transcript) => this.#queue.edit(id, transcript),
        editsPath: (id) => this.#place(id, 'edits'),
      },
      () => lines,
    );
    this.#sound = new SoundDesk(scope, () => openSoundRanges({ workerFolder: folders.workers }), { lines: () => lines, soundKeys });
    scope.add(() => this.#transcripts.close());
  }

  read(id: string): ReturnType<KeptTranscripts['read']> {
    return this.#transcripts.read(id);
  }

  /** @returns the new revision @throws ProblemError 'edit-refused' */
  async change(id: string, revision: number, change: TranscriptChange): Promise<number> {
    const changed = await this.#transcripts.change(id, revision, change);
    if (this.#asked.shown?.id === id) await this.askAbout(id);
    return changed;
  }

  /** Questions are answered from this recording too, until it is null. */
  async askAbout(id: string | null): Promise<void> {
    const before = this.#asked.shown;
    this.#asked.choose(id, id === null ? null : ((await this.#transcripts.read(id))?.transcript ?? null));
    const after = this.#asked.shown;
    if (before?.id !== after?.id) this.#parts.tell('recordingAsked', after);
  }

  /** The recording that skills are asked about. */
  get desk(): RecordingDesk {
    return this.#asked;
  }

  async list(): Promise<{ jobs: RecordingJob[]; offered: OfferedFile[]; asked: AskedRecording | null; canTellVoices: boolean }> {
    const canTellVoices = await this.#parts.engines.canTellVoices();
    return { jobs: this.#queue.jobs.map((job) => this.#shown(job)), offered: this.#offers(), asked: this.#asked.shown, canTellVoices };
  }

  /** What an earlier run left goes on. */
  async restore(): Promise<void> {
    await this.recorder.finishLeftOpen();
    await this.#queue.restore();
    await this.recorder.adopt();
  }

  /** The passphrase opened the profile: what was kept under its key is there again, what was made meanwhile stays. */
  async unlocked(dataKey: string): Promise<void> {
    if (dataKey === this.#parts.dataKey && this.#keys.length === 1) return;
    const [before] = this.#keys;
    const [soundBefore] = this.#soundKeys;
    const after = sealOf(dataKey);
    const soundAfter = soundKeyOf(dataKey);
    this.#keys = [after, ...this.#keys];
    this.#soundKeys = [soundAfter, ...this.#soundKeys];
    if (before !== undefined) await reseal(this.#folder, before, after);
    if (soundBefore !== undefined) await resealRecordings(this.#soundFolder, soundBefore, soundAfter);
    await this.#queue.restore();
    for (const job of this.#queue.jobs) this.#parts.tell('recordingChanged', this.#shown(job));
  }

  /**
   * Takes files and folders: what leaves no choice begins at once, the rest waits for one. Nothing leaves this computer
   * before a person has read where it goes. @throws ProblemError
   */
  async offer(paths: readonly string[]): Promise<void> {
    const { engineId, speakers, language } = this.#parts.engines.preferences;
    for (const path of await findFiles(paths)) {
      const facts = await this.#inspect(path);
      const isChoice = engineId !== ON_DEVICE_TRANSCRIPTION || (facts !== null && hasSeveral(facts));
      if (facts !== null && isChoice) this.#offer(path, facts);
      else await this.#add(path, { track: null, speakers, engineId: ON_DEVICE_TRANSCRIPTION, language });
    }
  }

  /** @throws EngineFailure 'bad-input' when the file cannot be read any more */
  async offerAgain(id: string): Promise<void> {
    const job = this.#queue.jobs.find((one) => one.id === id);
    if (job === undefined) throw gone();
    this.#offer(job.path, await this.#sound.inspect(job.path));
  }

  /** @returns null when it cannot be read: its job tells what is wrong with it */
  async #inspect(path: string): Promise<SoundFacts | null> {
    try {
      return await this.#sound.inspect(path);
    } catch (failure) {
      if (failure instanceof EngineFailure) return null;
      throw failure;
    }
  }

  #offer(path: string, facts: SoundFacts): void {
    const file = offeredOf(path, facts);
    this.#offered.set(file.id, { path, file });
    this.#parts.tell('filesOffered', this.#offers());
  }

  async start(id: string, choice: RecordingChoice): Promise<void> {
    const offered = this.#offered.get(id);
    if (offered === undefined) throw gone();
    this.dismiss(id);
    await this.#add(offered.path, choice);
  }

  dismiss(id: string): void {
    this.#offered.delete(id);
    this.#parts.tell('filesOffered', this.#offers());
  }

  async steer(id: string, verb: 'pause' | 'resume' | 'cancel' | 'retry' | 'remove'): Promise<void> {
    if (verb !== 'remove') return await this.#queue[verb](id);
    if (this.#asked.shown?.id === id) await this.askAbout(null);
    const path = this.#queue.jobs.find((job) => job.id === id)?.path;
    await this.#transcripts.remove(id);
    await this.#queue.remove(id);
    if (path !== undefined && !this.#queue.jobs.some((job) => job.path === path)) await this.recorder.removeSound(path);
    await this.#sound.remove(this.#place(id, 'peaks'));
    this.#parts.watch.forget(id);
    this.#parts.tell('recordingRemoved', { id });
  }

  /** Writes the sound of a recording out for other programs. @throws ProblemError */
  async saveSound(id: string, target: string): Promise<void> {
    const { path } = this.#soundOf(id);
    await saveSound(path, this.#soundKeys, target).catch((cause: unknown) => {
      throw notSaved(cause, target);
    });
  }

  range(id: string, startMs: number, lengthMs: number): Promise<SoundRange> {
    return this.#sound.range(this.#soundOf(id), startMs, lengthMs);
  }

  peaks(id: string, fromS: number): Promise<Uint8Array> {
    return this.#sound.peaks(this.#soundOf(id), fromS);
  }

  async #add(path: string, choice: RecordingChoice): Promise<void> {
    const names = this.#parts.names().slice(0, MOST_NAMES);
    await this.#queue.add(path, transcriptionOptionsSchema.parse({ names, ...choice }), this.#parts.engines.hostOf(choice.engineId));
  }

  #soundOf(id: string): SoundPlace {
    const job = this.#queue.jobs.find((one) => one.id === id);
    if (job === undefined) throw gone();
    return { id, path: job.path, track: this.#queue.options(id)?.track ?? null, peaksPath: this.#place(id, 'peaks') };
  }

  #place(id: string, kind: 'edits' | 'peaks'): string {
    return join(this.#folder, `${id}.${kind}`);
  }

  #offers(): OfferedFile[] {
    return [...this.#offered.values()].map(({ file }) => file);
  }

  /** The page never sees a path. */
  #shown({ path, ...job }: TranscriptionJob): RecordingJob {
    return { ...job, isRecorded: dirname(path) === this.#soundFolder };
  }

  get #soundFolder(): string {
    return join(this.#folder, 'sound');
  }

  get #newest(): LineSeal {
    return this.#keys[0] as LineSeal;
  }
}

function sealOf(dataKey: string): LineSeal {
  return sealedLines(Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'hex'), '', 'parley recordings', 32)));
}

/** Of its own, so that nothing sealed here can be taken for something else. */
function soundKeyOf(dataKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', Buffer.from(dataKey, 'hex'), '', 'parley recorded sound', 32));
}

function readableTracks({ tracks }: SoundFacts): SoundFacts['tracks'] {
  return tracks.filter(({ codec }) => codec !== '');
}

/** Several tracks or channels: which of them, and whose, only a person knows. */
function hasSeveral(facts: SoundFacts): boolean {
  const readable = readableTracks(facts);
  return readable.length > 1 || (readable[0]?.channels ?? 1) > 1;
}

function offeredOf(path: string, facts: SoundFacts): OfferedFile {
  return {
    id: randomUUID(),
    name: shownName(basename(path)),
    durationMs: facts.claimedMs,
    tracks: readableTracks(facts).map(({ index, channels, name, language }) => ({
      index,
      channels,
      label: [name, language].filter((part) => part !== null && part !== '').join(', '),
    })),
  };
}

function notSaved(cause: unknown, target: string): ProblemError {
  if (cause instanceof EngineFailure) {
    return new ProblemError({ id: 'sound-not-saved', message: cause.message, whatToDo: cause.whatToDo }, { cause });
  }
  const { code, message } = cause as NodeJS.ErrnoException;
  const why = code === 'ENOSPC' ? 'the disk is full' : `it cannot be written (${code ?? message})`;
  return new ProblemError(
    { id: 'sound-not-saved', message: `The sound was not saved: ${why}.`, whatToDo: `Choose another place than ${dirname(target)}.` },
    { cause },
  );
}

function gone(): ProblemError {
  return new ProblemError({ id: 'recording-gone', message: 'This recording is not in the list any more.', whatToDo: 'Add it again.' });
}
