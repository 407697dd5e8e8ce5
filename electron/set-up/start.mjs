import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, SetUpError, say } from './checkout.mjs';
import { fetchModels, setUp } from './steps.mjs';

const QUESTION = 'tests/recordings/what-time-is-it.wav';
const REPLY = 'parley-reply.wav';

/** `npm start`: sets up whatever is missing, then opens Parley, or talks on the command line where there is no display. */
async function start() {
  const args = process.argv.slice(2);
  const binary = await setUp();
  fetchModels();
  if (args.includes('--set-up-only')) return 0;
  const displayless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (displayless || args.includes('--no-window')) return talkWithoutWindow();
  // Chromium refuses to run as root with its sandbox; nobody else gives it up.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [root, ...sandbox, ...args], { cwd: root, stdio: 'inherit' });
  return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function talkWithoutWindow() {
  say(`There is no display, so here is a conversation with the recorded question ${QUESTION}:`);
  const result = spawnSync(process.execPath, ['out/main/parley.js', 'talk', '--in', path.join(root, QUESTION), '--out', REPLY], {
    cwd: root,
    stdio: 'inherit',
  });
  if (result.status === 0) {
    say(`The spoken reply is in ${REPLY}.`);
    say('For the window: start it on a desktop, set DISPLAY, or run: xvfb-run -a npm start');
  }
  return result.status ?? 1;
}

try {
  process.exitCode = await start();
} catch (failure) {
  if (!(failure instanceof SetUpError)) throw failure;
  say(failure.message);
  process.exitCode = 1;
}
