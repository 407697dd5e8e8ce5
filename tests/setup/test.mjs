import fs from 'node:fs';
import path from 'node:path';
import { root, SetUpError, say } from '../../electron/set-up/checkout.mjs';
import { tool } from '../../electron/set-up/dependencies.mjs';
import { fetchModels, setUp } from '../../electron/set-up/steps.mjs';
import { installTestTools } from '../../electron/set-up/system-libraries.mjs';
import { command, vitest } from './steps.mjs';

// `npm test`, and what CI runs: set-up, then every check; ends with one line over all suites.

const SUITE = 'tests/setup/vitest.config.ts';

/** @type {Readonly<Record<string, () => import('./steps.mjs').Outcome>>} */
const STEPS = {
  format: () => command(tool('biome'), ['ci', '.']),
  types: () => command(tool('tsc'), ['-p', '.']),
  'types-electron-33': () => command(tool('tsc'), ['-p', 'electron/tsconfig.electron-33.json']),
  'dead-code': () => command(tool('knip'), ['--no-progress']),
  unit: () => vitest(SUITE),
  desktop: () => vitest('tests/desktop/vitest.config.ts'),
  package: () => vitest('tests/package/vitest.config.ts'),
};
/** The long forms of the same suites: more kills, more turns, more cases. */
const SOAK = () => vitest(SUITE, { PARLEY_SOAK: '1' });

/** @param {readonly string[]} args */
async function run(args) {
  const only = args
    .find((word) => word.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  await setUp();
  fetchModels();
  for (const program of installTestTools()) say(`${program} is not on this machine: the suites that need it say what they skip.`);
  const steps = args.includes('--soak') ? { soak: SOAK } : STEPS;
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const [name, step] of Object.entries(steps)) {
    if (only !== undefined && !only.includes(name)) continue;
    if (name === 'package' && !fs.existsSync(path.join(root, 'tests/package/vitest.config.ts'))) continue;
    const startMs = Date.now();
    const outcome = step();
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    const seconds = ((Date.now() - startMs) / 1000).toFixed(1);
    const counts = `${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped in ${seconds} s`;
    say(counts);
    lines.push(counts);
    lines.push(...outcome.failures.map((failure) => `  failed: ${failure}`), ...outcome.skips.map((skip) => `  skipped: ${skip}`));
  }
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (failure) {
  if (!(failure instanceof SetUpError)) throw failure;
  say(failure.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
