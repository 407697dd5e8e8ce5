import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { SetUpError, say } from './checkout.mjs';

/** What a bare Debian 12 lacks to run Electron. */
const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0', 'libxss1', 'libnotify4'];
/** What the tests need besides: a screen, sound, keys, other voices. */
const TEST_TOOLS = {
  Xvfb: 'xvfb',
  xauth: 'xauth',
  pulseaudio: 'pulseaudio',
  paplay: 'pulseaudio-utils',
  xdotool: 'xdotool',
  'espeak-ng': 'espeak-ng',
};

/**
 * Installs what the Electron binary lacks (as root on Debian-like systems), or says the exact command.
 * @param {string} binary
 */
export function requireLibraries(binary) {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(binary);
  if (missing.length === 0) return;
  install(LIBRARIES, `Electron lacks system libraries (${missing.slice(0, 3).join(', ')})`);
}

/** @returns the names of programs the tests need and this machine lacks after trying to install them */
export function installTestTools() {
  const missing = () => Object.entries(TEST_TOOLS).filter(([program]) => spawnSync('which', [program]).status !== 0);
  if (process.platform !== 'linux' || missing().length === 0) return [];
  try {
    install(
      missing().map(([, name]) => name),
      'The tests need a virtual screen and sound',
    );
  } catch (failure) {
    say(failure instanceof Error ? failure.message : String(failure));
  }
  return missing().map(([program]) => program);
}

/** @param {string} binary @returns {string[]} */
function missingLibraries(binary) {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/(\S+) => not found/g)].map(([, name]) => name ?? '');
}

/** @param {readonly string[]} packages @param {string} why */
function install(packages, why) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get'))
    throw new SetUpError(`${why}. Install them and run npm start again: sudo ${command}`);
  say(`${why}: installing ${packages.join(', ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment });
  const result = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  if (result.status !== 0) throw new SetUpError(`${why}, and installing them failed. Run it by hand: ${command}`);
}
