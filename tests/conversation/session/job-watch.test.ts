import { expect, it } from 'vitest';
import { JobWatch } from '../../../electron/conversation/session/job-watch.ts';
import type { TranscriptionJob } from '../../../electron/ipc/transcription-schema.ts';

const job = (id: string, state: TranscriptionJob['state'], percent: number | null = null): TranscriptionJob => ({
  ...{ id, path: `/${id}.wav`, name: `${id}.wav`, state, host: null, positionMs: 0, durationMs: null, percent },
  ...{ speed: null, leftMs: null, problem: null, notices: [] },
});

function watch() {
  const told: unknown[] = [];
  let nowMs = 0;
  const parts = { nowMs: () => nowMs, underWay: (jobs: unknown) => told.push(jobs), ended: (ended: unknown) => told.push(ended) };
  return { watched: new JobWatch(parts), told, at: (ms: number) => (nowMs = ms) };
}

it('tells how far all of them are, never falls back when one of several ends, and is done when all are', () => {
  const { watched, told, at } = watch();
  watched.take(job('a', 'waiting'));
  watched.take(job('b', 'waiting'));
  watched.take(job('a', 'running', 50));
  watched.take(job('a', 'running', 50.1));
  at(30_000);
  watched.take(job('a', 'done', 100));
  watched.take(job('b', 'paused'));
  expect(told).toEqual([
    { open: 1, share: 0 },
    { open: 2, share: 0 },
    { open: 2, share: 0.25 },
    { id: 'a', name: 'a.wav', state: 'done', tookMs: 30_000 },
    { open: 1, share: 0.5 },
    { open: 0, share: null },
  ]);
});

it('tells of failures, not of what a person stopped or took away', () => {
  const { watched, told } = watch();
  for (const id of ['a', 'b', 'c']) watched.take(job(id, 'running'));
  told.length = 0;
  watched.take(job('a', 'cancelled'));
  watched.forget('b');
  watched.take(job('c', 'failed'));
  expect(told.filter((one) => 'id' in (one as object))).toEqual([{ id: 'c', name: 'c.wav', state: 'failed', tookMs: 0 }]);
  expect(told.at(-1)).toEqual({ open: 0, share: null });
});
