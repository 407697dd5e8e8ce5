import { parentPort, workerData } from 'node:worker_threads';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import { collectAtRest } from './collect-at-rest.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What a method of a worker gets besides its input. */
export interface WorkContext {
  /** True once the asking side aborted: stop at the next step and return what there is. */
  readonly cancelled: () => boolean;
  /** Streams something before the work ends. */
  readonly part: (part: unknown) => void;
}

export type WorkMethods = Readonly<Record<string, (input: never, context: WorkContext) => unknown>>;

/**
 * The worker's side: loads the model, then serves calls strictly one after the other. Call it once, at the top of a
 * worker file. A `close` method, if there is one, releases the model; after it the thread may be ended.
 */
export async function serveInference<Setup>(load: (setup: Setup) => Promise<WorkMethods>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This file runs only as a worker thread.');
  const { setup, cancelled } = workerData as { setup: Setup; cancelled: Int32Array };
  const send = (message: FromWorker) => port.postMessage(message);
  let methods: WorkMethods;
  try {
    methods = await load(setup);
  } catch (failure) {
    send(failed(-1, failure));
    return;
  }
  let last: Promise<unknown> = Promise.resolve();
  const working = collectAtRest();
  const serve = async ({ id, method, input }: ToWorker) => {
    working(true);
    try {
      const work = methods[method];
      if (work === undefined && method !== 'close') throw new Error(`there is no method ${method}`);
      const slot = id % cancelled.length;
      const context = { cancelled: () => Atomics.load(cancelled, slot) === 1, part: (part: unknown) => send({ kind: 'part', id, part }) };
      send({ kind: 'done', id, output: await work?.(input as never, context) });
    } catch (failure) {
      send(failed(id, failure));
    } finally {
      working(false);
    }
  };
  port.on('message', (message: ToWorker) => {
    last = last.then(() => serve(message));
  });
  working(false);
  send({ kind: 'done', id: -1, output: undefined });
}

function failed(id: number, failure: unknown): FromWorker {
  if (failure instanceof EngineFailure) {
    return { kind: 'failed', id, failureKind: failure.kind, message: failure.message, whatToDo: failure.whatToDo };
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  return { kind: 'failed', id, failureKind: 'internal', message, whatToDo: null };
}
