import { Ending } from '../lifetime/ending.ts';
import { forbidTelemetry } from '../lifetime/no-telemetry.ts';
import { runParley } from './parley.ts';
import { linesTo } from './standard-lines.ts';

forbidTelemetry();

const ending = new Ending({
  on: (signal, listener) => process.on(signal, listener),
  exit: (code) => process.exit(code),
  kill: () => process.kill(process.pid, 'SIGKILL'),
});

const io = {
  out: linesTo(process.stdout, () => ending.stop()),
  err: linesTo(process.stderr, () => undefined),
  signal: ending.signal,
};

const code = await runParley(process.argv.slice(2), io).catch((failure: unknown) => {
  io.err(failure instanceof Error ? failure.message : String(failure));
  return 1;
});
process.exitCode = code;
ending.over(code);
