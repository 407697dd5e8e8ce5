import { spawnSync } from 'node:child_process';
import { linkElectron } from '../../native/electron-runtime/link-electron.mjs';
import { build } from './build.mjs';
import { root, SetUpError, say } from './checkout.mjs';
import { installDependencies, requireNode } from './dependencies.mjs';
import { requireLibraries } from './system-libraries.mjs';

/**
 * Everything a fresh checkout needs, in order; each step is skipped when there is nothing to do.
 * @returns {Promise<string>} the path of the Electron binary
 */
export async function setUp() {
  requireNode();
  await installDependencies();
  const binary = await linkElectron(root, say);
  requireLibraries(binary);
  await build();
  return binary;
}

/** Brings the models of this computer; the built command line shows progress and licences. */
export function fetchModels() {
  const result = spawnSync(process.execPath, ['out/main/parley.js', 'models', 'get'], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0)
    throw new SetUpError('Parley cannot talk without its models. When the network is there again, npm start goes on where it stopped.');
}
