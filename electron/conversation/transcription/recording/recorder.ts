import { join } from 'node:path';
import { HEARING_FRAME_SAMPLES } from '../../../ipc/audio-frame.ts';
import type { RecorderState, RecordingKind } from '../../../ipc/recorder-schema.ts';
import type { TranscriptionOptions } from '../../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../../lifetime/engine-failure.ts';
import type { Scope } from '../../../lifetime/scope.ts';
import { ChannelPairs, type SoundSide } from './channel-pairs.ts';
import { openRecordingFile, type RecordingFile, sealedName } from './recording-file.ts';

const TELL_EVERY_MS = 1_000;
/** Sound that waits for a disk that answers no more is not piled up without end: a minute of one channel. */
const MOST_WAITING_FRAMES = 60 * 32;

const OFF: RecorderState = { state: 'off', kind: null, name: null, jobId: null, writtenMs: 0, problem: null };

export interface RecorderParts {
  readonly scope: Scope;
  /** Where recordings lie, one file each. */
  readonly folder: string;
  /** Of the profile, 32 bytes: seals what is recorded. */
  readonly soundKey: () => Uint8Array;
  /** The wall clock, for the names of files. */
  readonly now: () => Date;
  /** Begins to turn a growing file into text. */
  readonly transcribe: (path: string, options: Pick<TranscriptionOptions, 'growing' | 'speakers'>) => Promise<{ readonly id: string }>;
  /** Told at every change and once a second: the indicator hangs on it. */
  readonly changed: (state: RecorderState) => void;
}

interface Running {
  readonly file: RecordingFile;
  /** Null where only one device is recorded. */
  readonly pairs: ChannelPairs | null;
  waiting: number;
}

/**
 * Records a memo or a meeting: frames go straight to the disk, and the file becomes text while it grows. Whatever ends the
 * program, what was handed in is there; `finishLeftOpen` gives it its length at the next start.
 *
 * There is no state in which sound is taken and `changed` was not told before.
 */
export class Recorder {
  readonly #parts: RecorderParts;
  #state: RecorderState = OFF;
  #running: Running | null = null;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    parts.scope.add(async () => void (await this.stop()));
  }

  get state(): RecorderState {
    return this.#state;
  }

  /** @throws EngineFailure 'bad-input' when it records already, or the file cannot be begun */
  async start(kind: RecordingKind, systemSound = false): Promise<RecorderState> {
    if (this.#state.state !== 'off') throw busy();
    const name = nameOf(kind, this.#parts.now());
    // Before the first frame is taken, and before anything that may take its time.
    this.#become({ ...OFF, state: 'recording', kind, name });
    try {
      const path = join(this.#parts.folder, name);
      const file = await openRecordingFile(path, systemSound ? 2 : 1, this.#parts.soundKey());
      this.#running = { file, pairs: systemSound ? new ChannelPairs() : null, waiting: 0 };
      const { id } = await this.#parts.transcribe(path, { growing: true, speakers: systemSound ? 'by-channel' : 'mixed' });
      this.#become({ ...this.#state, jobId: id });
      return this.#state;
    } catch (failure) {
      await this.#end(sentences(failure, this.#parts.folder));
      throw failedToStart(failure, this.#parts.folder);
    }
  }

  /** One frame of 32 ms; thrown away unless it records. */
  takeFrame(side: SoundSide, samples: Float32Array): void {
    const running = this.#running;
    if (this.#state.state !== 'recording' || running === null || samples.length !== HEARING_FRAME_SAMPLES) return;
    if (side === 'system' && running.pairs === null) return;
    this.#write(running, running.pairs?.take(side, samples) ?? [samples]);
  }

  pause(): RecorderState {
    if (this.#state.state === 'recording') this.#become({ ...this.#state, state: 'paused' });
    return this.#state;
  }

  resume(): RecorderState {
    if (this.#state.state === 'paused') this.#become({ ...this.#state, state: 'recording' });
    return this.#state;
  }

  /** The file is whole when this resolves. Nothing happens when nothing is recorded. */
  async stop(): Promise<RecorderState> {
    if (this.#state.state === 'recording' || this.#state.state === 'paused') await this.#end(null);
    return this.#state;
  }

  #write(running: Running, pieces: readonly Float32Array[]): void {
    for (const piece of pieces) {
      running.waiting += 1;
      running.file.append(piece).then(
        () => {
          running.waiting -= 1;
          this.#tellProgress(running);
        },
        (failure: unknown) => void this.#fail(running, failure),
      );
    }
    if (running.waiting > MOST_WAITING_FRAMES) void this.#fail(running, new Error('the disk does not answer'));
  }

  #tellProgress(running: Running): void {
    const nowMs = performance.now();
    if (running !== this.#running || this.#state.state !== 'recording' || nowMs - this.#toldMs < TELL_EVERY_MS) return;
    this.#become({ ...this.#state, writtenMs: running.file.writtenMs });
  }

  /** A full disk ends the recording; what is written stays. */
  async #fail(running: Running, failure: unknown): Promise<void> {
    if (running === this.#running && this.#state.state !== 'finishing') await this.#end(sentences(failure, this.#parts.folder));
  }

  async #end(problem: RecorderState['problem']): Promise<void> {
    const running = this.#running;
    this.#become({ ...this.#state, state: 'finishing' });
    if (running !== null) {
      for (const piece of running.pairs?.end() ?? []) void running.file.append(piece).catch(() => undefined);
      await running.file.finish().catch(() => undefined);
    }
    this.#running = null;
    this.#become({ ...this.#state, state: 'off', writtenMs: running?.file.writtenMs ?? 0, problem });
  }

  #become(state: RecorderState): void {
    this.#state = state;
    this.#toldMs = performance.now();
    this.#parts.changed(state);
  }
}

/** "memo 2027-03-05 14.30.09.sound": sorts by time, allowed on every system. */
function nameOf(kind: RecordingKind, now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return sealedName(`${kind} ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`);
}

function busy(): EngineFailure {
  return new EngineFailure('bad-input', 'Something is being recorded already.', { retryable: false, whatToDo: 'Stop it first.' });
}

function sentences(failure: unknown, folder: string): { message: string; whatToDo: string } {
  const { code, message } = failure as NodeJS.ErrnoException;
  const why = code === 'ENOSPC' ? 'the disk is full' : `it cannot be written (${code ?? message})`;
  return { message: `The recording ended: ${why}.`, whatToDo: `What was recorded is kept. Make room at ${folder}, then record again.` };
}

function failedToStart(failure: unknown, folder: string): EngineFailure {
  if (failure instanceof EngineFailure) return failure;
  const { message, whatToDo } = sentences(failure, folder);
  return new EngineFailure('bad-input', message, { retryable: true, whatToDo, cause: failure });
}
