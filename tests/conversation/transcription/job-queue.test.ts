import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobQueue } from '../../../electron/conversation/transcription/job-queue.ts';
import { openJobShelf } from '../../../electron/conversation/transcription/job-shelf.ts';
import { sealedLines } from '../../../electron/conversation/transcription/sealed-lines.ts';
import {
  type TranscriptionJob,
  type TranscriptionOptions,
  transcriptionOptionsSchema,
} from '../../../electron/ipc/transcription-schema.ts';
import { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import { Scope } from '../../../electron/lifetime/scope.ts';
import { scriptedEngine } from './scripted-engine.ts';

const options = transcriptionOptionsSchema.parse({});
const lines = sealedLines(new Uint8Array(32).fill(7));

describe('the queue of files', () => {
  let folder: string;
  let scope: Scope;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-jobs-'));
    scope = new Scope('test');
  });
  afterEach(async () => {
    await scope.close();
    expect(scope.openCount).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  const queueOver = (engine: ReturnType<typeof scriptedEngine>, own = scope) => {
    const told: TranscriptionJob[] = [];
    let clock = 0;
    const shelf = openJobShelf(folder, lines, () => clock++);
    const opened: string[] = [];
    const openEngine = async (engineScope: Scope, _lane: string, { engineId }: TranscriptionOptions) => {
      opened.push(engineId);
      if (engineId === 'gone')
        throw new EngineFailure('bad-input', 'That service is gone.', { retryable: false, whatToDo: 'Choose another.' });
      engineScope.add(() => engine.reader.close());
      return engine;
    };
    const queue = new JobQueue({
      scope: own,
      shelf,
      lines,
      openEngine,
      nowMs: () => (clock += 300),
      changed: (job) => void told.push(job),
    });
    return { queue, told, opened };
  };
  const states = (queue: JobQueue) => queue.jobs.map(({ state }) => state);

  it('changes the engine where a file wants another, in the order of the files, and fails only those that have none', async () => {
    const { queue, opened } = queueOver(scriptedEngine(2));
    const wanted = ['on-device', 'on-device', 'service', 'gone', 'on-device'];
    await Promise.all(wanted.map((engineId, index) => queue.add(`/music/${index}.wav`, { ...options, engineId })));
    await queue.settle();
    expect(opened).toEqual(['on-device', 'service', 'gone', 'on-device']);
    expect(states(queue)).toEqual(['done', 'done', 'done', 'failed', 'done']);
    expect(queue.jobs[3]?.problem).toEqual({ message: 'That service is gone.', whatToDo: 'Choose another.' });
  });

  it('works through files in order, tells progress, and closes the engine at the end', async () => {
    const engine = scriptedEngine(5);
    const { queue, told } = queueOver(engine);
    const first = await queue.add('/music/a.wav', options);
    const second = await queue.add('/music/b.wav', options);
    await queue.settle();
    expect(states(queue)).toEqual(['done', 'done']);
    expect(engine.log.closed).toBe(1);
    const percents = told.flatMap(({ id, percent }) => (id === first.id && percent !== null ? [percent] : []));
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents.at(-1)).toBe(100);
    expect((await queue.transcript(second.id))?.segments.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((index) => `Word ${index}.`));
  });

  it('pauses after what is being recognised and goes on without doing it again', async () => {
    const gates: (() => void)[] = [];
    const engine = scriptedEngine(4, () => new Promise((resolve) => gates.push(resolve)));
    const { queue } = queueOver(engine);
    const { id } = await queue.add('/music/a.wav', options);
    await waitFor(() => gates.length === 1);
    gates.shift()?.();
    await waitFor(() => gates.length === 1);
    const paused = queue.pause(id);
    gates.shift()?.();
    await paused;
    await queue.settle();
    expect(states(queue)).toEqual(['paused']);
    expect(engine.log.recognised).toEqual([0, 1]);
    await queue.resume(id);
    for (let left = 2; left > 0; left--) {
      await waitFor(() => gates.length === 1);
      gates.shift()?.();
    }
    await queue.settle();
    expect(engine.log.recognised).toEqual([0, 1, 2, 3]);
    expect((await queue.transcript(id))?.segments).toHaveLength(4);
  });

  it('cancels, leaves nothing of it on disk but the job, and can try again', async () => {
    const gates: (() => void)[] = [];
    const engine = scriptedEngine(3, () => new Promise((resolve) => gates.push(resolve)));
    const { queue } = queueOver(engine);
    const { id } = await queue.add('/music/a.wav', options);
    await waitFor(() => gates.length === 1);
    await queue.cancel(id);
    gates.shift()?.();
    await queue.settle();
    expect(readdirSync(folder)).toEqual([`${id}.job`]);
    await queue.retry(id);
    for (let left = 3; left > 0; left--) {
      await waitFor(() => gates.length === 1);
      gates.shift()?.();
    }
    await queue.settle();
    expect(states(queue)).toEqual(['done']);
    await queue.remove(id);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on after the program ended in the middle, with the same result and no stretch twice', async () => {
    const whole = scriptedEngine(6);
    const gates: (() => void)[] = [];
    let over = false;
    const broken = scriptedEngine(6, () => (over ? Promise.resolve() : new Promise((resolve) => gates.push(resolve))));
    const earlier = new Scope('earlier');
    const { queue: before } = queueOver(broken, earlier);
    const { id } = await before.add('/music/a.wav', options);
    for (let count = 0; count < 3; count++) {
      await waitFor(() => gates.length === 1);
      gates.shift()?.();
    }
    await waitFor(() => gates.length === 1);
    // No closing: as after a kill. The stretch in the air is never kept.
    const { queue } = queueOver(whole);
    await queue.restore();
    await queue.settle();
    expect(whole.log.recognised).toEqual([3, 4, 5]);
    expect((await queue.transcript(id))?.segments).toHaveLength(6);
    over = true;
    gates.shift()?.();
    await earlier.close();
  });

  it('does not fail what the closing of its engine cut short: it goes on after the next start', async () => {
    const earlier = new Scope('earlier');
    let closed: (failure: Error) => void = () => undefined;
    const cut = new Promise<void>((_, reject) => (closed = reject));
    let steps = 0;
    const engine = scriptedEngine(4, () => (steps++ < 2 ? Promise.resolve() : cut));
    const stopped = new EngineFailure('worker-died', 'The part that runs the recogniser stopped.', { retryable: true, whatToDo: 'Again.' });
    const close = engine.reader.close;
    engine.reader.close = async () => {
      closed(stopped);
      await close();
    };
    const { queue: before, told } = queueOver(engine, earlier);
    const { id } = await before.add('/music/a.wav', options);
    await waitFor(() => steps === 3);
    await earlier.close();
    expect(told.filter(({ state }) => state === 'failed')).toEqual([]);
    const whole = scriptedEngine(4);
    const { queue } = queueOver(whole);
    await queue.restore();
    await queue.settle();
    expect(whole.log.recognised).toEqual([2, 3]);
    expect((await queue.transcript(id))?.segments).toHaveLength(4);
  });

  it('keeps nothing readable on disk', async () => {
    const { queue } = queueOver(scriptedEngine(3));
    await queue.add('/music/secret-name.wav', options);
    await queue.settle();
    const text = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(text).not.toMatch(/Word|secret/);
  });

  it('says why a file failed, and goes on with the next', async () => {
    const engine = scriptedEngine(1);
    const refuse = new EngineFailure('bad-input', 'The file is empty (0 bytes).', { retryable: false, whatToDo: 'Record it again.' });
    let calls = 0;
    const { open } = engine.reader;
    engine.reader.open = async (input) => {
      calls += 1;
      if (calls === 1) throw refuse;
      return await open(input);
    };
    const { queue } = queueOver(engine);
    await queue.add('/music/empty.wav', options);
    await queue.add('/music/a.wav', options);
    await queue.settle();
    expect(states(queue)).toEqual(['failed', 'done']);
    expect(queue.jobs[0]?.problem).toEqual({ message: 'The file is empty (0 bytes).', whatToDo: 'Record it again.' });
  });

  it('calls silence silence', async () => {
    const { queue } = queueOver(scriptedEngine(0));
    await queue.add('/music/nothing.wav', options);
    await queue.settle();
    // A file without any sample is no silence.
    expect(queue.jobs[0]?.problem?.message).toBe('The file contains no audio: it has a header, but no samples.');
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}
