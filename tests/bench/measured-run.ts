import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Often enough not to miss the last bytes of a process that takes seconds. */
const LOOK_EVERY_MS = 50;

export interface MeasuredRun {
  readonly output: string;
  /** From start to end, loading included. */
  readonly seconds: number;
  /** Of all its threads together: what else the machine does changes it little. NaN where the system does not tell. */
  readonly processorSeconds: number;
  /** Highest resident memory in MB; NaN where the system does not tell. */
  readonly peakMb: number;
}

/** The kernel counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** Runs a program to its end and watches its memory, by the same means for every program. @throws Error when it fails */
export async function measuredRun(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<MeasuredRun> {
  const startMs = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...environment } });
  const memory = watchMemory(child.pid);
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    let output = '';
    for await (const part of child.stdout) output += part;
    const code = await ended;
    if (code !== 0) throw new Error(`${program} ended with ${code}`);
    return { output, seconds: (performance.now() - startMs) / 1000, ...memory.stop() };
  } finally {
    memory.stop();
  }
}

export type Usage = Pick<MeasuredRun, 'peakMb' | 'processorSeconds'>;

/** Follows a process until it is stopped or has ended. */
export function watchMemory(pid: number | undefined): { stop(): Usage } {
  let seen: Usage = { peakMb: Number.NaN, processorSeconds: Number.NaN };
  const look = setInterval(() => {
    seen = usageOf(pid) ?? seen;
  }, LOOK_EVERY_MS);
  return {
    stop: () => {
      clearInterval(look);
      return seen;
    },
  };
}

/** The kernel keeps the highest memory of a living process. */
function usageOf(pid: number | undefined): Usage | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // A process that has ended says nothing of its memory any more.
    if (kilobytes === undefined) return null;
    // Fields 14 and 15, counted behind the name in brackets, which may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { peakMb: Number(kilobytes) / 1024, processorSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND };
  } catch {
    return null;
  }
}
