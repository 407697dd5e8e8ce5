import { Worker } from 'node:worker_threads';
import { EngineFailure } from '../../electron/lifetime/engine-failure.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * A worker thread that holds one model. `run()` of a native model blocks its thread completely (measured: 0 timer ticks
 * in 160-200 ms), so every model that runs longer than a voice-activity frame lives in one of these.
 *
 * The thread is never terminated while a model runs: that aborts the whole process (measured: ONNX Runtime calls
 * `std::terminate`). Cancelling raises a flag in shared memory that the model's loop reads between steps.
 */
export interface InferenceWorker {
  /**
   * Asks the worker for one piece of work; calls are served one after the other, in order.
   * @param options.onPart receives what the work streams before it ends
   * @throws EngineFailure 'worker-died' when the thread is gone or was closed meanwhile; what the worker threw otherwise
   */
  call<Output>(method: string, input: unknown, options?: CallOptions): Promise<Output>;
  /**
   * Stops what runs, waits for that, then ends the thread. One that does not stop in time is left to the end of the process. Calls
   * that nobody cancelled are rejected ('worker-died'): half of a result must not pass for the whole.
   */
  close(): Promise<void>;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onPart?: ((part: unknown) => void) | undefined;
  readonly transfer?: readonly ArrayBuffer[] | undefined;
}

export interface WorkerStart {
  /** Absolute path of the built worker file (`out/main/workers/NAME.js`). */
  readonly file: string;
  /** What the worker gets as `workerData.setup`. */
  readonly setup: unknown;
  /** For messages: "the recogniser". */
  readonly role: string;
}

/**
 * Space for what was just made. Tensors hang on small objects in it and are let go with them: little space lets go often. Every token of
 * the recogniser leaves about a megabyte of tensors behind, 25 MB less at the highest than by default; the small model keeps 15 MB less.
 */
const YOUNG_HEAP_MB = 2;
/** A step of any model takes less, on a busy machine too. */
const LONGEST_CLOSE_MS = 10_000;

interface Waiter {
  /** True once its asker cancelled it: what there is will do. */
  readonly cancelled: () => boolean;
  readonly resolve: (output: unknown) => void;
  readonly reject: (failure: unknown) => void;
  readonly onPart: ((part: unknown) => void) | undefined;
}

/** Starts the thread and resolves when its model is loaded. @throws whatever loading threw */
export async function startInferenceWorker(start: WorkerStart): Promise<InferenceWorker> {
  // One slot per call, reused in a ring: 1 = cancelled. 1024 is far more than can ever wait.
  const cancelled = new Int32Array(new SharedArrayBuffer(1024 * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(start.file, {
    workerData: { setup: start.setup, cancelled },
    name: start.role,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  });
  const waiting = new Map<number, Waiter>();
  let nextId = 0;
  let gone: EngineFailure | null = null;
  let closing = false;
  const stopped = (cause: unknown) =>
    new EngineFailure('worker-died', `The part that runs ${start.role} stopped.`, {
      retryable: true,
      whatToDo: 'It is started again; say it once more.',
      cause,
    });
  const died = (cause: unknown) => {
    gone ??= stopped(cause);
    for (const waiter of waiting.values()) waiter.reject(gone);
    waiting.clear();
  };
  worker.on('error', died);
  worker.on('exit', () => died(new Error('the thread ended')));

  const loaded = new Promise<void>((resolve, reject) => {
    waiting.set(-1, { cancelled: () => false, resolve: () => resolve(), reject, onPart: undefined });
  });
  worker.on('message', (message: FromWorker) => {
    const waiter = waiting.get(message.id);
    if (message.kind === 'part') return waiter?.onPart?.(message.part);
    waiting.delete(message.id);
    if (message.kind === 'failed') waiter?.reject(failureOf(message, start.role));
    else if (closing && !waiter?.cancelled()) waiter?.reject(stopped(new Error('it was closed')));
    else waiter?.resolve(message.output);
  });

  const call = <Output>(method: string, input: unknown, options: CallOptions = {}) =>
    new Promise<Output>((resolve, reject) => {
      if (gone !== null) return reject(gone);
      const id = nextId++;
      const slot = id % cancelled.length;
      Atomics.store(cancelled, slot, options.signal?.aborted ? 1 : 0);
      const cancel = () => void Atomics.store(cancelled, slot, 1);
      options.signal?.addEventListener('abort', cancel, { once: true });
      const settle = <T>(then: (value: T) => void) => {
        return (value: T) => {
          options.signal?.removeEventListener('abort', cancel);
          then(value);
        };
      };
      waiting.set(id, {
        cancelled: () => options.signal?.aborted === true,
        resolve: settle((output) => resolve(output as Output)),
        reject: settle(reject),
        onPart: options.onPart,
      });
      worker.postMessage({ id, method, input } satisfies ToWorker, [...(options.transfer ?? [])]);
    });

  const close = async () => {
    if (gone !== null) return;
    closing = true;
    cancelled.fill(1);
    const ended = call('close', undefined).catch(() => undefined);
    if (await within(ended, LONGEST_CLOSE_MS)) await worker.terminate();
    else worker.unref();
  };

  await loaded.catch(async (failure: unknown) => {
    await worker.terminate();
    throw failure;
  });
  return { call, close };
}

/** @returns false when it took longer */
async function within(done: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const inTime = await Promise.race([done.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

function failureOf(message: Extract<FromWorker, { kind: 'failed' }>, role: string): EngineFailure {
  return new EngineFailure(message.failureKind, message.message, {
    retryable: message.failureKind !== 'model-missing' && message.failureKind !== 'model-damaged',
    whatToDo: message.whatToDo ?? `If it happens again, run \`npm run -s parley -- models verify\` to check ${role}.`,
  });
}
