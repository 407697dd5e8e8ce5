import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openLog } from '../../electron/diagnostics/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-log-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CANARIES = [
  'my sister Heliotrope lives in Ulm',
  'Zoë Straße',
  'sk-proj-canary1',
  'a'.repeat(64),
  '{"text":"canary"}',
  'line\nbreak canary',
  'canary/with/path',
  'xai-canary',
];

it('writes events with numbers, ids and words', () => {
  const file = join(folder, 'logs', 'main.log');
  openLog(file).info('turn-committed', { turn: 'turn-12', tookMs: 512, heard: true });
  expect(readFileSync(file, 'utf8')).toMatch(/^\S+Z? .*turn-committed \{"turn":"turn-12","tookMs":512,"heard":true\}\n$/);
});

it('withholds whatever could be what somebody said, or a secret', () => {
  const file = join(folder, 'canaries.log');
  const log = openLog(file);
  for (const canary of CANARIES) {
    log.info(canary, { [canary]: canary, word: canary });
    log.failure('failed', new Error(canary, { cause: canary }));
    const named = new Error('named');
    named.name = canary;
    log.failure('failed', Object.assign(named, { code: canary }));
    log.failure('failed', canary);
  }
  const written = readFileSync(file, 'utf8');
  expect(written).not.toMatch(/canary|Heliotrope|Ulm|Stra|a{20}/i);
  expect(written).toContain('log.test.ts:');
});

it('never grows beyond two files of 2 MB', () => {
  const file = join(folder, 'full.log');
  const log = openLog(file);
  const fields = Object.fromEntries(Array.from({ length: 800 }, (_, index) => [`field-${index}`, 'x-'.repeat(12)]));
  for (let line = 0; line < 200; line += 1) log.info('filled', fields);
  expect(statSync(file).size).toBeLessThan(2.1 * 1024 * 1024);
  expect(statSync(join(folder, 'full.old.log')).size).toBeLessThan(2.1 * 1024 * 1024);
  expect(existsSync(join(folder, 'full.old.old.log'))).toBe(false);
});
