import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../electron/set-up/checkout.mjs';
import { tool } from '../../electron/set-up/dependencies.mjs';

/**
 * Counts, and the names behind them: a long log is read from its end.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], skips: string[] }} Outcome
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} Test
 * @typedef {{ name: string, status: string, message: string, assertionResults: Test[] }} TestFile
 */

/** One command counts as one test. @param {string} command @param {readonly string[]} args @returns {Outcome} */
export function command(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return { passed: 1, failed: 0, skipped: 0, failures: [], skips: [] };
  return { passed: 0, failed: 1, skipped: 0, failures: [`${path.basename(command)} ${args.join(' ')}`], skips: [] };
}

/**
 * One vitest run; every test counts, and every failed and every skipped one is named.
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
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0, failures: [`vitest wrote no report for ${config}`], skips: [] };
  return outcomeOf(JSON.parse(fs.readFileSync(report, 'utf8')).testResults, status === 0);
}

/** @param {readonly TestFile[]} files @param {boolean} ended whether vitest itself was content @returns {Outcome} */
function outcomeOf(files, ended) {
  const tests = files.flatMap((file) => file.assertionResults);
  const skipped = tests.filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo');
  const failures = [
    ...tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages?.[0])}`),
    // A file that does not even load has no tests to fail.
    ...files
      .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'))
      .map(({ name, message }) => `${path.relative(root, name)}: ${firstLine(message)}`),
  ];
  // An error outside every test: the exit status tells.
  if (failures.length === 0 && !ended) failures.push('vitest ended with an error outside every test');
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failures.length,
    skipped: skipped.length,
    failures,
    skips: skipped.map(({ fullName }) => fullName),
  };
}

/** @param {string} [text] */
function firstLine(text = '') {
  return text.split('\n', 1)[0] ?? '';
}
