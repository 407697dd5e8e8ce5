import type { CommandIo } from '../../electron/command-line/command-io.ts';

/** What a command printed, line by line. */
export function commandOutput() {
  const out: string[] = [];
  const err: string[] = [];
  const io: CommandIo = { out: (line) => void out.push(line), err: (line) => void err.push(line), signal: new AbortController().signal };
  return { io, out, err };
}
