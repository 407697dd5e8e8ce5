import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from './build.mjs';
import { root, SetUpError, say } from './checkout.mjs';
import { installDependencies, requireNode } from './dependencies.mjs';
import { FLAT_MEMORY } from './flat-memory.mjs';

const LOOK_EVERY_MS = 500;

/**
 * The package runner passes a signal on to the shell between us, which dies of it and tells nobody: that it is gone is all
 * we hear.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithRunner(child) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    child.kill('SIGTERM');
  }, LOOK_EVERY_MS);
  child.once('exit', () => clearInterval(look));
}

// `npm run -s parley -- ...`: builds only when something changed, and says nothing of its own on standard output.
try {
  requireNode();
  await installDependencies();
  await build();
  const child = spawn(process.execPath, [path.join(root, 'out/main/parley.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...FLAT_MEMORY },
  });
  // Whoever stops this means the program it started, which ends in its own time.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  stopWithRunner(child);
  const [status] = await once(child, 'exit');
  process.exitCode = status ?? 1;
} catch (failure) {
  if (!(failure instanceof SetUpError)) throw failure;
  say(failure.message);
  process.exitCode = 1;
}
