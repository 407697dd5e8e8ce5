import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HEARING_FRAME_SAMPLES } from '../../ipc/audio-frame.ts';
import { type EventName, type EventPayload, type IpcHandlers, ProblemError } from '../../ipc/derive-ipc.ts';
import type { RecorderContract, RecorderState } from '../../ipc/recorder-schema.ts';
import { type TranscriptionOptions, transcriptionOptionsSchema } from '../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { JobQueue } from '../transcription/job-queue.ts';
import type { RecognisedWindow } from '../transcription/recognised-window.ts';
import type { SoundSide } from '../transcription/recording/channel-pairs.ts';
import { Recorder } from '../transcription/recording/recorder.ts';
import { finishLeftOpen, isRecordingName } from '../transcription/recording/recording-file.ts';
import { RunningText } from '../transcription/running-text.ts';

export interface RecorderDeskParts {
  readonly scope: Scope;
  /** Where the sound of recordings lies. */
  readonly folder: string;
  readonly soundKey: () => Uint8Array;
  readonly queue: Pick<JobQueue, 'add' | 'jobs'>;
  readonly names: () => readonly string[];
  readonly tell: <N extends EventName<RecorderContract>>(name: N, payload: EventPayload<RecorderContract, N>) => void;
}

/** Recording for the windows: one recorder, its file among the recordings, its words as they are heard. */
export class RecorderDesk {
  readonly #parts: RecorderDeskParts;
  readonly #recorder: Recorder;
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<string, RunningText>();

  constructor(parts: RecorderDeskParts) {
    this.#parts = parts;
    this.#recorder = new Recorder({
      scope: parts.scope,
      folder: parts.folder,
      soundKey: parts.soundKey,
      now: () => new Date(),
      transcribe: (path, options) => this.#add(path, options),
      changed: (state) => {
        parts.tell('recorderChanged', state);
        for (const listener of this.#listeners) listener();
      },
    });
  }

  /** True from before the first frame is taken until after the last: while it is paused, too. */
  get isOn(): boolean {
    return this.#recorder.state.state !== 'off';
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** @returns true when the frame was for the recorder: the assistant does not answer to what is being recorded */
  takeFrame(side: SoundSide, samples: Float32Array): boolean {
    if (!this.isOn) return side === 'system';
    if (samples.length === HEARING_FRAME_SAMPLES) this.#recorder.takeFrame(side, samples);
    return true;
  }

  /** Words of a recording that still grows, told in order, once each. */
  heard(jobId: string, window: RecognisedWindow): void {
    const running = this.#running.get(jobId) ?? new RunningText();
    this.#running.set(jobId, running);
    const text = running.take(window);
    if (text !== '') this.#parts.tell('recordingHeard', { jobId, text });
  }

  /** What a crash left open gets its length; call it before the queue goes on. */
  async finishLeftOpen(): Promise<void> {
    await finishLeftOpen(this.#parts.folder);
  }

  /** Sound that no job knows (the crash came first, or nothing outlived the run) becomes text now. */
  async adopt(): Promise<void> {
    const known = new Set(this.#parts.queue.jobs.map(({ path }) => path));
    const names = await readdir(this.#parts.folder).catch(() => []);
    for (const name of names.filter(isRecordingName)) {
      const path = join(this.#parts.folder, name);
      if (!known.has(path)) await this.#add(path, { growing: true, speakers: 'mixed' });
    }
  }

  /** Files of other programs stay where they are; sound that was recorded here goes with its job. */
  async removeSound(path: string): Promise<void> {
    if (dirname(path) === this.#parts.folder) await rm(path, { force: true });
  }

  get handlers(): IpcHandlers<RecorderContract> {
    const recorder = this.#recorder;
    return {
      readRecorder: () => recorder.state,
      startRecording: ({ kind, systemSound }) => told(recorder.start(kind, systemSound)),
      pauseRecording: () => recorder.pause(),
      resumeRecording: () => recorder.resume(),
      stopRecording: () => recorder.stop(),
    };
  }

  async #add(path: string, options: Pick<TranscriptionOptions, 'growing' | 'speakers'>): Promise<{ readonly id: string }> {
    return await this.#parts.queue.add(path, transcriptionOptionsSchema.parse({ ...options, names: this.#parts.names() }));
  }
}

async function told(started: Promise<RecorderState>): Promise<RecorderState> {
  try {
    return await started;
  } catch (failure) {
    if (!(failure instanceof EngineFailure)) throw failure;
    throw new ProblemError({ id: 'recording', message: failure.message, whatToDo: failure.whatToDo }, { cause: failure });
  }
}
