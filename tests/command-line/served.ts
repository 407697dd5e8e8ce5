import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../models/real-places.ts';

/** Models that run are waited for. */
const STOP_MS = 30_000;

export interface Served {
  readonly url: string;
  readonly token: string;
  readonly child: ChildProcess;
  /** Stops it as Ctrl+C does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts the built `parley serve` and waits for its one line. */
export async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  const { url, token } = z.strictObject({ url: z.string(), token: z.string() }).parse(JSON.parse(String(line)));
  const stop = async () => {
    child.kill('SIGTERM');
    const gone =
      child.exitCode === null && child.signalCode === null ? once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) }) : null;
    // One that does not stop must not outlive the test that says so.
    await gone?.catch(() => child.kill('SIGKILL'));
    return child.exitCode;
  };
  return { url, token, child, stop };
}
