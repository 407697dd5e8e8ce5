import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LineSeal } from './sealed-lines.ts';

/** A journal is being written to: what it holds is recognised again instead. */
const KINDS = ['.job', '.transcript', '.edits', '.peaks'];

/** Seals anew what one key sealed, file by file, each whole or not at all. What that key does not open stays as it is. */
export async function reseal(folder: string, from: LineSeal, to: LineSeal): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => KINDS.some((kind) => one.endsWith(kind)))) {
    const path = join(folder, name);
    const lines = (await readFile(path, 'utf8')).split('\n');
    const opened = lines.map((line) => (line === '' ? '' : from.open(line)));
    if (opened[0] === null || opened[0] === '') continue;
    const sealed = opened.map((text) => (text === '' || text === null ? '' : to.seal(text)));
    await writeFile(`${path}.part`, sealed.join('\n'), { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
