import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../electron/set-up/checkout.mjs';
import { tool } from '../../electron/set-up/dependencies.mjs';
import { fetchModels, setUp } from '../../electron/set-up/steps.mjs';
import { installTestTools } from '../../electron/set-up/system-libraries.mjs';
import { page } from './page.mjs';

// npm run -s bench -- [SUITE] [--rows b1,d1] [--quick] [--json]   SUITE: the name of a *.bench.ts file; all when left out

/** @typedef {import('./rows.ts').Row} Row */

const args = process.argv.slice(2);
await setUp();
fetchModels();
installTestTools();
const out = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'parley-bench-')), 'rows.jsonl');
fs.writeFileSync(out, '');
const rowsAsked =
  args.find((word) => word.startsWith('--rows='))?.slice('--rows='.length) ??
  (args.includes('--rows') ? args[args.indexOf('--rows') + 1] : '') ??
  '';
/** Words that are no options: the suites asked for. */
const suites = args.filter((word, index) => !word.startsWith('--') && args[index - 1] !== '--rows');
const environment = {
  ...process.env,
  PARLEY_BENCH_OUT: out,
  PARLEY_BENCH_ROWS: rowsAsked,
  PARLEY_BENCH_QUICK: args.includes('--quick') ? '1' : '',
};
const quiet = args.includes('--json');
const run = spawnSync(
  tool('vitest'),
  ['run', '--config', 'tests/bench/vitest.config.ts', ...suites.map((suite) => `tests/bench/${suite}`)],
  {
    cwd: root,
    env: environment,
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
  },
);
/** @type {Row[]} */
const rows = fs
  .readFileSync(out, 'utf8')
  .trim()
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: os.cpus()[0]?.model ?? 'unknown',
  cores: os.cpus().length,
  memoryGb: Math.round(os.totalmem() / 1e9),
  node: process.versions.node,
  commit: spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim(),
};
const results = {
  ...machine,
  rows: rows.map(({ unit, p50, p95, max, naiveP50, ...rest }) => ({
    ...rest,
    unit,
    p50Ms: p50,
    p95Ms: p95,
    maxMs: max,
    naiveP50Ms: naiveP50,
  })),
};
if (rowsAsked === '' && rows.length > 0) {
  // A suite alone leaves the figures of the others as they are.
  const ending = suites.map((suite) => `-${suite}`).join('');
  fs.writeFileSync(path.join(root, `tests/bench/results${ending}.json`), `${JSON.stringify(results, null, 2)}\n`);
  fs.writeFileSync(path.join(root, `tests/bench/RESULTS${ending}.md`), table(rows));
}
fs.mkdirSync(path.join(root, 'artefacts'), { recursive: true });
fs.writeFileSync(
  path.join(root, 'artefacts/bench.html'),
  page(rows, `${machine.date}, ${machine.processor}, ${machine.cores} cores, commit ${machine.commit}`),
);
console.log(quiet ? JSON.stringify(results, null, 2) : table(rows));
process.exitCode = run.status ?? 1;

/** @param {Row[]} measured */
function table(measured) {
  const lines = measured.map(({ row, item, unit, p50, p95, max, trials, naiveP50, naive, note, ...goal }) => {
    const plain = naiveP50 === null ? 'not measured' : `${naiveP50}`;
    const verdict = verdictOf({ unit, p50, p95, ...goal });
    return `| ${row} | ${item} | ${unit} | ${p50} | ${p95} | ${max} | ${trials} | ${verdict} | ${plain} | ${[naive, note].filter(Boolean).join('; ')} |`;
  });
  return `# Figures

Measured on ${machine.date}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, commit ${machine.commit}, by \`npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\`. Few trials mean rough figures; what was not measured is not here.

| row | what | unit | p50 | p95 | max | trials | goal | naive p50 | the naive way; notes |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

/** @param {Pick<Row, 'unit' | 'p50' | 'p95' | 'goalP50' | 'goalP95'>} row */
function verdictOf({ unit, p50, p95, goalP50, goalP95 }) {
  if (goalP50 === null && goalP95 === null) return '';
  if (!Number.isFinite(p50)) return 'not measured';
  const reaches = (/** @type {number} */ value, /** @type {number | null} */ goal) =>
    goal === null || (unit.startsWith('x') ? value >= goal : value <= goal);
  const met = reaches(p50, goalP50) && reaches(p95, goalP95);
  return `${met ? 'met' : 'missed'}: ${[goalP50, goalP95].map((goal) => goal ?? '-').join(' / ')}`;
}
