import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the work on a file is kept until it is done: the same file, read in the same way, finds it again after a crash. */
export async function journalPath(path: string, way: string): Promise<string> {
  const place = await realpath(path).catch(() => resolve(path));
  const state = process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state');
  const id = createHash('sha256').update(`${place}\n${way}`).digest('hex').slice(0, 32);
  return join(state, 'parley', 'transcriptions', `${id}.jsonl`);
}
