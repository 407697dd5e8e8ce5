import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { root, SetUpError, say } from './checkout.mjs';
import { installDependencies, requireNode } from './dependencies.mjs';
import { FLAT_MEMORY } from './flat-memory.mjs';

// `npm run -s parley -- ...`: builds only when something changed, and says nothing of its own on standard output.
try {
  requireNode();
  await installDependencies();
  await build();
  const { status } = spawnSync(process.execPath, [path.join(root, 'out/main/parley.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...FLAT_MEMORY },
  });
  process.exitCode = status ?? 1;
} catch (failure) {
  if (!(failure instanceof SetUpError)) throw failure;
  say(failure.message);
  process.exitCode = 1;
}
