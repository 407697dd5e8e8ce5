import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { linesTo } from '../../electron/command-line/standard-lines.ts';

it('ends quietly when whoever reads has gone', async () => {
  // Reads one line, closes its end of the pipe, and stays.
  const reader = spawn('sh', ['-c', 'read line; exec 0<&-; echo "$line"; exec sleep 20'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let gone = 0;
  const line = linesTo(reader.stdin, () => {
    gone += 1;
  });
  line('first');
  const [heard] = await once(reader.stdout, 'data');
  for (let count = 0; count < 50; count++) {
    line('x'.repeat(10_000));
    await new Promise((resolve) => setImmediate(resolve));
  }
  reader.kill();
  expect([String(heard), gone]).toEqual(['first\n', 1]);
});

it('is no excuse for other failures', () => {
  const full = new PassThrough();
  linesTo(full, () => undefined);
  expect(() => full.emit('error', Object.assign(new Error('no space left'), { code: 'ENOSPC' }))).toThrow('no space left');
});
