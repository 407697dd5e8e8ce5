import { runParley } from './parley.ts';
import { linesTo } from './standard-lines.ts';

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

const io = {
  out: linesTo(process.stdout, () => abort.abort()),
  err: linesTo(process.stderr, () => undefined),
  signal: abort.signal,
};

process.exitCode = await runParley(process.argv.slice(2), io).catch((failure: unknown) => {
  io.err(failure instanceof Error ? failure.message : String(failure));
  return 1;
});
