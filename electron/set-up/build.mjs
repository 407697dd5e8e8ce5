import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onceFor, root, SetUpError, say } from './checkout.mjs';
import { tool } from './dependencies.mjs';

/** Everything the built program depends on. */
const SOURCES = ['electron', 'renderer', 'models', 'native/global-keys', 'native/inference-worker', 'package-lock.json'];

/** Builds `out/` unless nothing changed since it was built. */
export async function build() {
  await onceFor('out/.built-from', SOURCES, () => {
    say('Building');
    const result = spawnSync(tool('electron-vite'), ['build', '--config', 'electron/electron.vite.config.ts', '--logLevel', 'error'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (result.status !== 0) throw new SetUpError(`The build failed:\n${result.stdout}${result.stderr}`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
