import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { quick } from './rows.ts';

const IDLE_SECONDS = quick ? 5 : 15;

/** Processes of an app, by the profile folder in their command line and their parents. */
function processTree(pid: number): number[] {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) for (const [child = 0, its = 0] of children) if (its === parent && !found.includes(child)) found.push(child);
  return found;
}

/** Proportional set size of a process tree, MB: shared pages are counted once. */
export function pssMegabytes(pid: number): number {
  const kilobytes = processTree(pid).map((each) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1000;
}

/** Processor time of a process tree, seconds. */
function cpuSeconds(pid: number): number {
  const ticks = processTree(pid).map((each) => {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0;
    }
  });
  return ticks.reduce((sum, value) => sum + value, 0) / 100;
}

/** What a process tree takes of one core while nothing happens. */
export async function idlePercent(pid: number): Promise<number> {
  const before = cpuSeconds(pid);
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  return ((cpuSeconds(pid) - before) / IDLE_SECONDS) * 100;
}
