import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { type InferenceWorker, startInferenceWorker } from '../../native/inference-worker/index.ts';

describe('a worker that holds a model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-worker-'));
  const file = join(folder, 'counting.mjs');
  let worker: InferenceWorker;

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: fileURLToPath(new URL('./counting-worker.ts', import.meta.url)),
        outDir: folder,
        emptyOutDir: false,
        target: 'node20',
        rollupOptions: { output: { entryFileNames: 'counting.mjs' } },
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    worker = await startInferenceWorker({ file, setup: { broken: false }, role: 'the counter' });
  });
  afterEach(() => worker.close());

  it('serves calls one after the other, in order', async () => {
    const counted = ['first', 'second', 'third'].map((name) => worker.call<number>('count', { name, to: 3 }));
    expect(await Promise.all(counted)).toEqual([3, 3, 3]);
    expect(await worker.call('log', null)).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('streams parts to the call they belong to, before its end', async () => {
    const parts: unknown[] = [];
    const others: unknown[] = [];
    const first = worker.call('count', { name: 'one', to: 4 }, { onPart: (part) => parts.push(part) });
    const second = worker.call('count', { name: 'two', to: 2 }, { onPart: (part) => others.push(part) });
    await first;
    expect(parts).toEqual([1, 2, 3, 4]);
    await second;
    expect(others).toEqual([1, 2]);
  });

  it('stops a running call when it is cancelled, and the next one runs', async () => {
    const abort = new AbortController();
    const started = new Promise<void>((resolve) => {
      void worker.call<number>('count', { name: 'long', to: 10_000 }, { signal: abort.signal, onPart: () => resolve() }).then((reached) => {
        expect(reached).toBeLessThan(1000);
      });
    });
    await started;
    abort.abort();
    expect(await worker.call<number>('count', { name: 'next', to: 2 })).toBe(2);
  });

  it('gives who cancelled what there is, also when it is closed meanwhile', async () => {
    const abort = new AbortController();
    const counting = worker.call<number>('count', { name: 'long', to: 10_000 }, { signal: abort.signal });
    abort.abort();
    await worker.close();
    expect(await counting).toBeLessThan(1000);
  });

  it('does nothing for a call that was cancelled before it began', async () => {
    expect(await worker.call('count', { name: 'never', to: 5 }, { signal: AbortSignal.abort() })).toBe(0);
    const waiting = new AbortController();
    const first = worker.call('count', { name: 'first', to: 5 });
    const second = worker.call('count', { name: 'second', to: 5 }, { signal: waiting.signal });
    waiting.abort();
    expect(await Promise.all([first, second])).toEqual([5, 0]);
  });

  it('tells failures with kind and advice, and goes on working', async () => {
    await expect(worker.call('refuse', null)).rejects.toMatchObject({ kind: 'model-missing', whatToDo: 'Bring it.', retryable: false });
    await expect(worker.call('fail', null)).rejects.toMatchObject({ kind: 'internal', message: 'that went wrong' });
    await expect(worker.call('dance', null)).rejects.toThrow('there is no method dance');
    expect(await worker.call('count', { name: 'still', to: 1 })).toBe(1);
  });

  it('fails every waiting call when its thread dies, and every later one', async () => {
    const death = worker.call('die', null);
    const waiting = worker.call('count', { name: 'never', to: 3 });
    await expect(death).rejects.toMatchObject({ kind: 'worker-died', retryable: true });
    await expect(waiting).rejects.toBeInstanceOf(EngineFailure);
    await expect(worker.call('log', null)).rejects.toMatchObject({ kind: 'worker-died' });
    await expect(worker.close()).resolves.toBeUndefined();
  });

  it('stops what runs when it is closed, and gives nobody half of it for the whole', async () => {
    const counting = worker.call<number>('count', { name: 'long', to: 10_000 });
    const refused = expect(counting).rejects.toMatchObject({ kind: 'worker-died' });
    const closedMs = performance.now();
    await worker.close();
    expect(performance.now() - closedMs).toBeLessThan(5000);
    await refused;
    await expect(worker.call('log', null)).rejects.toMatchObject({ kind: 'worker-died' });
  });

  it('takes audio without copying where that is asked for', async () => {
    const samples = new Float32Array(512);
    expect(await worker.call('size', samples, { transfer: [samples.buffer] })).toBe(512);
    expect(samples.length).toBe(0);
  });

  it('does not start when its model cannot be loaded, or its file is missing', async () => {
    await expect(startInferenceWorker({ file, setup: { broken: true }, role: 'the counter' })).rejects.toMatchObject({
      kind: 'model-damaged',
      whatToDo: 'Get it again.',
    });
    const gone = startInferenceWorker({ file: join(folder, 'none.mjs'), setup: null, role: 'the counter' });
    await expect(gone).rejects.toMatchObject({ kind: 'worker-died' });
  });
});
