import { hkdfSync, randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { openAudioFileReader } from '../../../models/audio-file/audio-file.ts';
import { shownName } from '../../../models/audio-file/check-file.ts';
import { openSoundRanges } from '../../../models/audio-file/sound-ranges.ts';
import type { SoundFacts, SoundRange } from '../../../models/audio-file/sound-ranges-worker.ts';
import type { EventName, EventPayload } from '../../ipc/derive-ipc.ts';
import { ProblemError } from '../../ipc/derive-ipc.ts';
import type { AskedRecording, OfferedFile, RecordingContract, RecordingJob } from '../../ipc/recordings-schema.ts';
import type { TranscriptChange } from '../../ipc/transcript-edits.ts';
import type { TranscriptionJob, TranscriptionOptions } from '../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { RecordingDesk } from '../skills/recording-skills.ts';
import { findFiles } from '../transcription/find-files.ts';
import { JobQueue } from '../transcription/job-queue.ts';
import { openJobShelf } from '../transcription/job-shelf.ts';
import { KeptTranscripts } from '../transcription/kept-transcripts.ts';
import { openRecognisers } from '../transcription/open-recognisers.ts';
import { type LineSeal, sealedLines } from '../transcription/sealed-lines.ts';
import { SoundDesk, type SoundPlace } from '../transcription/sound-desk.ts';
import { AskedRecordingDesk } from './asked-recording.ts';
import type { ProgramFolders } from './open-conversation.ts';

export interface RecordingsParts {
  readonly scope: Scope;
  readonly folders: Pick<ProgramFolders, 'models' | 'workers' | 'voiceActivity'>;
  readonly profileFolder: string;
  /** 64 hex digits. */
  readonly dataKey: string;
  /** Written forms of the user's name cards. */
  readonly names: () => readonly string[];
  readonly tell: <N extends EventName<RecordingContract>>(name: N, payload: EventPayload<RecordingContract, N>) => void;
}

/** As many as a job takes. */
const MOST_NAMES = 200;

type Choice = Pick<TranscriptionOptions, 'track' | 'speakers'>;

/** Recordings of one profile: files that were handed in, the queue that reads them, their transcripts, their sound. */
export class Recordings {
  readonly #parts: RecordingsParts;
  readonly #folder: string;
  readonly #queue: JobQueue;
  readonly #transcripts: KeptTranscripts;
  readonly #sound: SoundDesk;
  readonly #offered = new Map<string, { readonly path: string; readonly file: OfferedFile }>();
  readonly #asked = new AskedRecordingDesk();
  #keys: readonly LineSeal[];

  constructor(parts: RecordingsParts) {
    const { scope, folders, profileFolder } = parts;
    this.#parts = parts;
    this.#folder = join(profileFolder, 'recordings');
    this.#keys = [sealOf(parts.dataKey)];
    const lines: LineSeal = {
      seal: (text) => this.#newest.seal(text),
      open: (line) => this.#keys.reduce<string | null>((found, key) => found ?? key.open(line), null),
    };
    const shelf = openJobShelf(this.#folder, lines, () => Date.now());
    this.#queue = new JobQueue({
      scope,
      shelf,
      lines,
      openEngine: async (engineScope) => {
        const place = { modelFolder: folders.models, workerFolder: folders.workers };
        const reader = await openAudioFileReader({ workerFolder: folders.workers, voiceActivity: folders.voiceActivity });
        engineScope.add(() => reader.close());
        return { reader, recognisers: await openRecognisers(engineScope, place) };
      },
      nowMs: () => performance.now(),
      changed: (job) => parts.tell('recordingChanged', shown(job)),
    });
    this.#transcripts = new KeptTranscripts(
      {
        read: (id) => this.#queue.transcript(id),
        write: (id, transcript) => this.#queue.edit(id, transcript),
        editsPath: (id) => this.#place(id, 'edits'),
      },
      () => lines,
    );
    this.#sound = new SoundDesk(
      scope,
      () => openSoundRanges({ workerFolder: folders.workers }),
      () => lines,
    );
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

  list(): { readonly jobs: RecordingJob[]; readonly offered: OfferedFile[]; readonly asked: AskedRecording | null } {
    return { jobs: this.#queue.jobs.map(shown), offered: this.#offers(), asked: this.#asked.shown };
  }

  /** What an earlier run left goes on. */
  restore(): Promise<void> {
    return this.#queue.restore();
  }

  /** The passphrase opened the profile: what was kept under its key is there again, what was made meanwhile stays. */
  async unlocked(dataKey: string): Promise<void> {
    if (dataKey === this.#parts.dataKey && this.#keys.length === 1) return;
    this.#keys = [sealOf(dataKey), ...this.#keys];
    await this.#queue.restore();
    for (const job of this.#queue.jobs) this.#parts.tell('recordingChanged', shown(job));
  }

  /** Takes files and folders: what leaves no choice begins at once, the rest waits for one. @throws ProblemError */
  async offer(paths: readonly string[]): Promise<void> {
    for (const path of await findFiles(paths)) {
      const facts = await this.#sound.inspect(path).catch((failure: unknown) => {
        // The job tells what is wrong with it.
        if (failure instanceof EngineFailure) return null;
        throw failure;
      });
      const file = facts === null ? null : choiceOf(path, facts);
      if (file === null) await this.#add(path, { track: null, speakers: 'mixed' });
      else {
        this.#offered.set(file.id, { path, file });
        this.#parts.tell('filesOffered', this.#offers());
      }
    }
  }

  async start(id: string, choice: Choice): Promise<void> {
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
    await this.#transcripts.remove(id);
    await this.#queue.remove(id);
    await this.#sound.remove(this.#place(id, 'peaks'));
    this.#parts.tell('recordingRemoved', { id });
  }

  range(id: string, startMs: number, lengthMs: number): Promise<SoundRange> {
    return this.#sound.range(this.#soundOf(id), startMs, lengthMs);
  }

  peaks(id: string, fromS: number): Promise<Uint8Array> {
    return this.#sound.peaks(this.#soundOf(id), fromS);
  }

  async #add(path: string, choice: Choice): Promise<void> {
    await this.#queue.add(path, { language: 'en', names: this.#parts.names().slice(0, MOST_NAMES), ...choice });
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

  get #newest(): LineSeal {
    return this.#keys[0] as LineSeal;
  }
}

function sealOf(dataKey: string): LineSeal {
  return sealedLines(Buffer.from(hkdfSync('sha256', Buffer.from(dataKey, 'hex'), '', 'parley recordings', 32)));
}

/** The page never sees a path. */
function shown({ path: _, ...job }: TranscriptionJob): RecordingJob {
  return job;
}

/** What must be chosen before a file is read; null where there is one track with one channel. */
function choiceOf(path: string, { tracks }: SoundFacts): OfferedFile | null {
  const readable = tracks.filter(({ codec }) => codec !== '');
  if (readable.length <= 1 && (readable[0]?.channels ?? 1) <= 1) return null;
  return {
    id: randomUUID(),
    name: shownName(basename(path)),
    tracks: readable.map(({ index, channels, name, language }) => ({
      index,
      channels,
      label: [name, language].filter((part) => part !== null && part !== '').join(', '),
    })),
  };
}

function gone(): ProblemError {
  return new ProblemError({ id: 'recording-gone', message: 'This recording is not in the list any more.', whatToDo: 'Add it again.' });
}
