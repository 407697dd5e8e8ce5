import type { InferenceWorker } from './index.ts';

/** Turns what a worker's work streams into an async stream; leaving the loop early cancels the work. */
export async function* streamedParts<Part>(
  worker: InferenceWorker,
  work: { readonly method: string; readonly input: unknown; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<Part> {
  const parts: Part[] = [];
  let wake = () => {};
  const abort = new AbortController();
  const signal = work.signal === undefined ? abort.signal : AbortSignal.any([abort.signal, work.signal]);
  const onPart = (part: unknown) => {
    parts.push(part as Part);
    wake();
  };
  let outcome: { readonly failure: unknown } | 'done' | null = null;
  worker.call<void>(work.method, work.input, { signal, onPart }).then(
    () => {
      outcome = 'done';
      wake();
    },
    (failure: unknown) => {
      outcome = { failure };
      wake();
    },
  );
  const next = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  try {
    for (;;) {
      for (let part = parts.shift(); part !== undefined && !work.signal?.aborted; part = parts.shift()) yield part;
      if (work.signal?.aborted || outcome === 'done') return;
      if (outcome !== null) throw (outcome as { failure: unknown }).failure;
      await next();
    }
  } finally {
    abort.abort();
  }
}
