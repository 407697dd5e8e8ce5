import type { TranscriptionJob, TranscriptionState } from '../../ipc/transcription-schema.ts';
import type { MeteredProgress } from './progress-meter.ts';

/** What can happen to a job. */
export type JobEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'progressed'; readonly progress: MeteredProgress }
  | { readonly kind: 'paused' | 'resumed' | 'cancelled' | 'retried' }
  | { readonly kind: 'finished'; readonly durationMs: number; readonly spoken: boolean; readonly notices: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string; readonly whatToDo: string };

/** From which states an event leads where; what is not here is ignored. */
const STEPS: Readonly<
  Record<Exclude<JobEvent['kind'], 'progressed' | 'finished'>, Partial<Record<TranscriptionState, TranscriptionState>>>
> = {
  started: { waiting: 'running' },
  paused: { waiting: 'paused', running: 'paused' },
  resumed: { paused: 'waiting' },
  cancelled: { waiting: 'cancelled', running: 'cancelled', paused: 'cancelled', failed: 'cancelled' },
  retried: { failed: 'waiting', cancelled: 'waiting' },
  failed: { running: 'failed' },
};

/** The next state of a job. Pure: an event that does not fit the state, as a late progress after a cancel, changes nothing. */
export function nextJob(job: TranscriptionJob, event: JobEvent): TranscriptionJob {
  if (event.kind === 'progressed') return job.state === 'running' ? { ...job, ...shownProgress(event.progress) } : job;
  if (event.kind === 'finished') return job.state === 'running' ? finished(job, event) : job;
  const state = STEPS[event.kind][job.state];
  if (state === undefined) return job;
  const rest = { ...job, state, speed: null, leftMs: null };
  if (event.kind === 'failed') return { ...rest, problem: { message: event.message, whatToDo: event.whatToDo } };
  return event.kind === 'retried' ? { ...rest, problem: null } : rest;
}

function shownProgress({ positionMs, durationMs, percent, speed, leftMs }: MeteredProgress): Partial<TranscriptionJob> {
  return { positionMs, durationMs, percent, speed, leftMs };
}

function finished(job: TranscriptionJob, { durationMs, spoken, notices }: Extract<JobEvent, { kind: 'finished' }>): TranscriptionJob {
  const state = spoken ? 'done' : 'no-speech';
  return {
    ...job,
    state,
    positionMs: durationMs,
    durationMs,
    percent: 100,
    speed: null,
    leftMs: null,
    problem: null,
    notices: [...notices],
  };
}
