import { app, utilityProcess } from 'electron';
import { type Flags, talkArguments } from './command-line-flags.ts';

/**
 * No window: the conversation process holds a recorded conversation, its output is ours, and so is its exit code.
 * A Linux machine without a display starts this with `--ozone-platform=headless` (Chromium reads it before we run).
 */
export function holdRecordedTalk(flags: Flags, conversationProcess: string): void {
  const child = utilityProcess.fork(conversationProcess, talkArguments(flags), { serviceName: 'Parley talk', stdio: 'pipe' });
  child.stdout?.on('data', (chunk: Buffer) => process.stdout.write(chunk));
  child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  child.once('exit', (code) => app.exit(code));
}
