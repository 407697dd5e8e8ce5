import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Runs statements on an encrypted file in a process of its own, which then kills itself: nothing is closed or folded in. */
export function runKilled(file: string, dataKey: string, statements: readonly string[]) {
  const script = `
    const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('libsql'))});
    const database = new Database(${JSON.stringify(file)}, { encryptionCipher: 'aes256cbc', encryptionKey: '${dataKey}' });
    for (const statement of ${JSON.stringify(statements)}) database.exec(statement);
    process.kill(process.pid, 'SIGKILL');`;
  const { signal, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return { signal, stderr };
}
