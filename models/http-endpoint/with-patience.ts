/**
 * Passes on what comes, until nothing came for too long: a server can fall silent without closing anything.
 * @throws what `failure` makes of that
 */
export async function* withPatience<Part>(parts: AsyncIterable<Part>, patienceMs: number, failure: () => Error): AsyncGenerator<Part> {
  const source = parts[Symbol.asyncIterator]();
  try {
    for (;;) {
      const patience = AbortSignal.timeout(patienceMs);
      const silence = new Promise<never>((_, reject) => {
        patience.addEventListener('abort', () => reject(failure()), { once: true });
      });
      const next = await Promise.race([source.next(), silence]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: a source that hangs would hang whoever gave it up.
    source.return?.().then(undefined, () => undefined);
  }
}
