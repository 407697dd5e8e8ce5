import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Uses the display there is, or starts an Xvfb of our own. `close` ends only what was started here. */
export async function openDisplay(): Promise<{ readonly display: string; readonly close: () => void }> {
  const present = process.env['DISPLAY'];
  if (present) return { display: present, close: () => undefined };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await readDisplayNumber(server);
  return { display: `:${number}`, close: () => void server.kill() };
}

async function readDisplayNumber(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined || !('setEncoding' in pipe)) throw new Error('Xvfb gave no display pipe');
  const failed = once(server, 'error').then(([failure]) => {
    throw new Error('Desktop tests need Xvfb (Debian package xvfb) or a DISPLAY', { cause: failure });
  });
  const [data] = (await Promise.race([once(pipe, 'data'), failed])) as [Buffer];
  return data.toString().trim();
}
