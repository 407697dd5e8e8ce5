import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JobEvent, nextJob } from '../../../electron/conversation/transcription/job-state.ts';
import { ProgressMeter } from '../../../electron/conversation/transcription/progress-meter.ts';
import type { TranscriptionJob } from '../../../electron/ipc/transcription-schema.ts';

const waiting: TranscriptionJob = {
  id: 'a',
  path: '/a.wav',
  name: 'a.wav',
  state: 'waiting',
  host: null,
  positionMs: 0,
  durationMs: null,
  percent: null,
  speed: null,
  leftMs: null,
  problem: null,
  notices: [],
};

const progress = { positionMs: 500, durationMs: 1000, percent: 50, speed: 20, leftMs: 25 };
const EVENTS: readonly JobEvent[] = [
  { kind: 'started' },
  { kind: 'progressed', progress },
  { kind: 'paused' },
  { kind: 'resumed' },
  { kind: 'cancelled' },
  { kind: 'retried' },
  { kind: 'finished', durationMs: 1000, spoken: true, notices: [] },
  { kind: 'failed', message: 'It broke.', whatToDo: 'Mend it.' },
];

describe('the state of a job', () => {
  it('never leaves the end, and shows a problem exactly when it failed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
        let job = waiting;
        for (const event of events) {
          const next = nextJob(job, event);
          expect(job.state !== 'done' || next === job).toBe(true);
          expect(next.state === 'running' || next.speed === null).toBe(true);
          expect(next.problem !== null).toBe(next.state === 'failed' || (next.state === 'cancelled' && next.problem !== null));
          job = next;
        }
      }),
    );
  });

  it('takes no progress after a cancel', () => {
    const cancelled = nextJob(nextJob(waiting, { kind: 'started' }), { kind: 'cancelled' });
    expect(nextJob(cancelled, { kind: 'progressed', progress })).toBe(cancelled);
  });
});

describe('progress', () => {
  it('tells speed and time left from the last stretch of work', () => {
    let nowMs = 0;
    const meter = new ProgressMeter(() => nowMs);
    meter.take({ positionMs: 0, durationMs: 60_000 });
    nowMs = 1000;
    expect(meter.take({ positionMs: 20_000, durationMs: 60_000 })).toMatchObject({ speed: 20, leftMs: 2000 });
    nowMs = 2000;
    expect(meter.take({ positionMs: 80_000, durationMs: 60_000 })).toMatchObject({ percent: 100, leftMs: 0 });
  });
});
