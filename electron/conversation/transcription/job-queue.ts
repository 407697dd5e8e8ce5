import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { shownName } from '../../../models/audio-file/check-file.ts';
import type { Transcript, TranscriptionJob, TranscriptionOptions } from '../../ipc/transcription-schema.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import type { JobShelf } from './job-shelf.ts';
import { type JobEvent, nextJob } from './job-state.ts';
import { ProgressMeter } from './progress-meter.ts';
import type { RecognisedWindow } from './recognised-window.ts';
import type { LineSeal } from './sealed-lines.ts';
import { type FileOutcome, type TranscribeFile, transcribeFile } from './transcribe-file.ts';

/** The window is told of progress at most this often. */
const TELL_EVERY_MS = 250;

export interface JobQueueParts {
  readonly scope: Scope;
  /** Where jobs, journals and transcripts lie. */
  readonly shelf: JobShelf;
  readonly lines: LineSeal;
  /** Of the profile, for recordings of its own. */
  readonly soundKeys?: () => readonly Uint8Array[];
  /** Opened when a job of a lane begins, closed when the next wants another one or none is left. @throws EngineFailure */
  readonly openEngine: (
    scope: Scope,
    lane: JobLane,
    options: TranscriptionOptions,
  ) => Promise<Pick<TranscribeFile, 'reader' | 'recognisers'>>;
  readonly nowMs: () => number;
  /** Told whenever a job changes. */
  readonly changed: (job: TranscriptionJob) => void;
  /** Told of every finished stretch of a recording that still grows. */
  readonly recognised?: (id: string, window: RecognisedWindow) => void;
}

/** A recording that still grows takes as long as it takes: files do not wait for it. */
export type JobLane = 'files' | 'recordings';
const LANES: readonly JobLane[] = ['files', 'recordings'];

interface Entry {
  job: TranscriptionJob;
  readonly options: TranscriptionOptions;
  /** Stops the running work. */
  abort: AbortController | null;
}

/**
 * Files waiting to become text, one after the other, in order. Everything is on disk before it is told, so that jobs, and
 * the windows finished so far, survive a kill -9: what was running waits again after the next start.
 */
export class JobQueue {
  readonly #parts: JobQueueParts;
  readonly #entries = new Map<string, Entry>();
  readonly #working = new Map<JobLane, Promise<void>>();

  constructor(parts: JobQueueParts) {
    this.#parts = parts;
    parts.scope.add(() => this.#stop());
  }

  /** Takes up what an earlier run left; what is known already stays as it is. */
  async restore(): Promise<void> {
    for (const { job, options } of await this.#parts.shelf.jobs()) {
      if (this.#entries.has(job.id)) continue;
      const state = job.state === 'running' ? 'waiting' : job.state;
      this.#entries.set(job.id, { job: { ...job, state }, options, abort: null });
    }
    this.#work();
  }

  get jobs(): readonly TranscriptionJob[] {
    return [...this.#entries.values()].map(({ job }) => job);
  }

  /** @param host where its sound will go; null when it stays on this computer */
  async add(path: string, options: TranscriptionOptions, host: string | null = null): Promise<TranscriptionJob> {
    const job: TranscriptionJob = {
      id: randomUUID(),
      path,
      name: shownName(basename(path)),
      state: 'waiting',
      host,
      positionMs: 0,
      durationMs: null,
      percent: null,
      speed: null,
      leftMs: null,
      problem: null,
      notices: [],
    };
    await this.#parts.shelf.keepJob(job, options);
    this.#entries.set(job.id, { job, options, abort: null });
    this.#parts.changed(job);
    this.#work();
    return job;
  }

  /** What is being recognised is finished and kept. */
  pause(id: string): Promise<void> {
    return this.#steer(id, 'paused');
  }

  resume(id: string): Promise<void> {
    return this.#steer(id, 'resumed');
  }

  async cancel(id: string): Promise<void> {
    await this.#steer(id, 'cancelled');
    const entry = this.#entries.get(id);
    // Running work lets go of its journal first.
    if (entry?.job.state === 'cancelled' && entry.abort === null) await this.#parts.shelf.dropJournal(id);
  }

  retry(id: string): Promise<void> {
    return this.#steer(id, 'retried');
  }

  /** Forgets a job and its transcript; the recording stays where it is. */
  async remove(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    entry?.abort?.abort();
    if (entry?.abort === null) await this.#parts.shelf.dropJob(id);
  }

  /** What was asked of a file; null when there is no such job. */
  options(id: string): TranscriptionOptions | null {
    return this.#entries.get(id)?.options ?? null;
  }

  transcript(id: string): Promise<Transcript | null> {
    return this.#parts.shelf.transcript(id);
  }

  /** Keeps an edited transcript. */
  async edit(id: string, transcript: Transcript): Promise<void> {
    if (this.#entries.has(id)) await this.#parts.shelf.keepTranscript(id, transcript);
  }

  /** Resolves when nothing runs or waits. */
  async settle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working.values());
  }

  async #steer(id: string, kind: 'paused' | 'resumed' | 'cancelled' | 'retried'): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    // At once: the next stretch shall not begin while the state is written.
    if (kind === 'paused' || kind === 'cancelled') entry.abort?.abort();
    await this.#apply(entry, { kind });
    this.#work();
  }

  async #apply(entry: Entry, event: JobEvent): Promise<void> {
    const job = nextJob(entry.job, event);
    if (job === entry.job) return;
    const kept = job.state !== entry.job.state;
    entry.job = job;
    if (kept) await this.#parts.shelf.keepJob(job, entry.options);
    if (this.#entries.get(job.id) === entry) this.#parts.changed(job);
  }

  #work(): void {
    for (const lane of LANES) {
      if (this.#working.has(lane) || this.#parts.scope.closed || this.#next(lane) === undefined) continue;
      const working = this.#workThrough(lane).finally(() => {
        this.#working.delete(lane);
        // Something may have been added while the engine was closing.
        this.#work();
      });
      this.#working.set(lane, working);
    }
  }

  /** @param like only one that the engine of these options can do; what waits before it comes first */
  #next(lane: JobLane, like?: TranscriptionOptions): Entry | undefined {
    const next = [...this.#entries.values()].find(({ job, options }) => job.state === 'waiting' && laneOf(options) === lane);
    return next === undefined || like === undefined || isSameEngine(next.options, like) ? next : undefined;
  }

  async #workThrough(lane: JobLane): Promise<void> {
    const options = this.#next(lane)?.options;
    if (options === undefined) return;
    const scope = this.#parts.scope.child('transcription-engine');
    const next = () => this.#next(lane, options);
    try {
      const engine = await this.#parts.openEngine(scope, lane, options);
      for (let entry = next(); entry !== undefined && !scope.closed; entry = next()) await this.#run(entry, engine);
    } catch (failure) {
      await this.#failWaiting(next, failure);
    } finally {
      await scope.close();
    }
  }

  /** Without an engine nothing that waits for it can be done. */
  async #failWaiting(next: () => Entry | undefined, failure: unknown): Promise<void> {
    if (this.#parts.scope.closed) return;
    for (let entry = next(); entry !== undefined; entry = next()) {
      await this.#apply(entry, { kind: 'started' });
      await this.#apply(entry, failed(failure));
    }
  }

  async #run(entry: Entry, engine: Pick<TranscribeFile, 'reader' | 'recognisers'>): Promise<void> {
    const abort = new AbortController();
    entry.abort = abort;
    await this.#apply(entry, { kind: 'started' });
    const meter = new ProgressMeter(this.#parts.nowMs);
    let toldMs = Number.NEGATIVE_INFINITY;
    try {
      const outcome = await transcribeFile({
        path: entry.job.path,
        options: entry.options,
        ...engine,
        journal: { path: this.#parts.shelf.journalPath(entry.job.id), lines: this.#parts.lines },
        soundKeys: this.#parts.soundKeys?.() ?? [],
        signal: AbortSignal.any([abort.signal, this.#parts.scope.signal]),
        ...(entry.options.growing ? { recognised: (window) => this.#parts.recognised?.(entry.job.id, window) } : {}),
        progress: (progress) => {
          const metered = meter.take(progress);
          const nowMs = this.#parts.nowMs();
          if (nowMs - toldMs < TELL_EVERY_MS) return;
          toldMs = nowMs;
          void this.#apply(entry, { kind: 'progressed', progress: metered });
        },
      });
      await this.#keep(entry, outcome);
    } catch (failure) {
      await this.#apply(entry, failed(failure));
    } finally {
      entry.abort = null;
      if (!this.#entries.has(entry.job.id)) await this.#parts.shelf.dropJob(entry.job.id);
      else if (entry.job.state === 'cancelled') await this.#parts.shelf.dropJournal(entry.job.id);
    }
  }

  async #keep(entry: Entry, outcome: FileOutcome): Promise<void> {
    // Cancelled or removed while the last stretch was being recognised.
    if (outcome.kind === 'stopped' || entry.job.state !== 'running' || !this.#entries.has(entry.job.id)) return;
    const { transcript } = outcome;
    const { durationMs, segments, notices } = transcript;
    await this.#parts.shelf.keepTranscript(entry.job.id, transcript);
    await this.#apply(entry, { kind: 'finished', durationMs, spoken: segments.length > 0, notices });
    await outcome.discard();
  }

  async #stop(): Promise<void> {
    for (const { abort } of this.#entries.values()) abort?.abort();
    await Promise.all(this.#working.values());
  }
}

function failed(failure: unknown): JobEvent {
  if (failure instanceof EngineFailure) return { kind: 'failed', message: failure.message, whatToDo: failure.whatToDo };
  const message = failure instanceof Error ? failure.message : String(failure);
  return { kind: 'failed', message, whatToDo: 'Try again; what was done is kept.' };
}

function isSameEngine(one: TranscriptionOptions, other: TranscriptionOptions): boolean {
  return one.engineId === other.engineId && one.language === other.language;
}

function laneOf({ growing }: TranscriptionOptions): JobLane {
  return growing ? 'recordings' : 'files';
}
