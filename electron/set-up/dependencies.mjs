import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { onceFor, root, SetUpError, say } from './checkout.mjs';

const WANTED_NODE = [20, 18];

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = WANTED_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetUpError(
    `Parley needs Node ${WANTED_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and run npm start again.`,
  );
}

/** `npm ci`, once per lock file. No package runs code while it is installed (.npmrc). */
export async function installDependencies() {
  await onceFor('node_modules/.parley/dependencies', ['package-lock.json', 'package.json', 'native/stubs', 'native/patches'], async () => {
    say('Installing dependencies (about a minute the first time)');
    const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    if (result.status !== 0)
      throw new SetUpError(
        'The dependencies could not be installed: npm ci failed. Check the network and the space on the disk, then run npm start again.',
      );
    const { patchDependencies } = await import('./patch-dependencies.mjs');
    await patchDependencies(root);
  });
}

/** The command line of a tool among the dependencies. @param {string} name */
export function tool(name) {
  return path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}
