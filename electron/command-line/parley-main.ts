import { runParley } from './parley.ts';

const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());

const io = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
  signal: abort.signal,
};

process.exitCode = await runParley(process.argv.slice(2), io).catch((failure: unknown) => {
  io.err(failure instanceof Error ? failure.message : String(failure));
  return 1;
});
