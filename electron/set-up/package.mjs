import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { linkElectron } from '../../native/electron-runtime/link-electron.mjs';
import { root, SetUpError, say } from './checkout.mjs';
import { tool } from './dependencies.mjs';
import { setUp } from './steps.mjs';

// `npm run package`: an unpacked application in release/, made without the network.
try {
  await setUp();
  const dist = path.dirname(fs.realpathSync(await linkElectron(root, say)));
  const version = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  const args = ['--dir', '--config', 'electron-builder.yml', `-c.electronDist=${dist}`, `-c.electronVersion=${version}`];
  const { status } = spawnSync(tool('electron-builder'), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new SetUpError('The application could not be packed; the lines above say why.');
  say('The application is in release/.');
} catch (failure) {
  if (!(failure instanceof SetUpError)) throw failure;
  say(failure.message);
  process.exitCode = 1;
}
