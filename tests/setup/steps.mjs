import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../electron/set-up/checkout.mjs';
import { tool } from '../../electron/set-up/dependencies.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, skips: string[] }} Outcome */

/** One command counts as one test. @param {string} command @param {readonly string[]} args @returns {Outcome} */
export function command(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, skips: [] };
}

/**
 * One vitest run; every test counts, and every skipped one is named.
 * @param {string} config
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Outcome}
 */
export function vitest(config, environment = {}) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'parley-tests-')), 'report.json');
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(tool('vitest'), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0, skips: [] };
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const tests = testResults.flatMap((/** @type {{ assertionResults: unknown[] }} */ file) => file.assertionResults);
  const count = (/** @type {string} */ wanted) => tests.filter((/** @type {{ status: string }} */ test) => test.status === wanted).length;
  const skipped = tests.filter(
    (/** @type {{ status: string }} */ { status: how }) => how === 'skipped' || how === 'pending' || how === 'todo',
  );
  // A suite that does not even load has no tests to fail: the exit status tells.
  const failed = Math.max(count('failed'), status === 0 ? 0 : 1);
  return {
    passed: count('passed'),
    failed,
    skipped: skipped.length,
    skips: skipped.map((/** @type {{ fullName: string }} */ { fullName }) => fullName),
  };
}
