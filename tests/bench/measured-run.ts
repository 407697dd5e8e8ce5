import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Often enough not to miss the last bytes of a process that takes seconds. */
const LOOK_EVERY_MS = 50;

export interface MeasuredRun {
  readonly output: string;
  /** From start to end, loading included. */
  readonly seconds: number;
  /** Highest resident memory in MB; null where the system does not tell. */
  readonly peakMb: number | null;
}

/** Runs a program to its end and watches its memory, by the same means for every program. @throws Error when it fails */
export async function measuredRun(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<MeasuredRun> {
  const startMs = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
  let peakMb: number | null = null;
  const look = setInterval(() => {
    peakMb = peakOf(child.pid) ?? peakMb;
  }, LOOK_EVERY_MS);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    let output = '';
    for await (const part of child.stdout) output += part;
    const code = await ended;
    if (code !== 0) throw new Error(`${program} ended with ${code}`);
    return { output, seconds: (performance.now() - startMs) / 1000, peakMb };
  } finally {
    clearInterval(look);
  }
}

/** The kernel keeps the highest value of a living process. */
function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
