import { access, constants, mkdir, readFile, statfs } from 'node:fs/promises';
import { availableParallelism, homedir, totalmem } from 'node:os';
import { join } from 'node:path';
import { MODEL_CATALOG } from '../../models/model-catalog.ts';
import { verifyModel } from '../../models/model-download/verify-file.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { ENGINE_PROFILES } from '../../models/speech-to-speech/hosted/engine-profiles.ts';
import { type Probe, probeHost } from '../conversation/staying-alive/probe-host.ts';
import type { CommandIo } from './command-io.ts';
import { desktopProfileFolder } from './kept-profile.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do; empty when all is well. */
  readonly whatToDo: string;
}

/** `parley doctor`: what is missing on this machine, one line each. Exit code 0 when nothing is. */
export async function runDoctor(args: readonly string[], io: CommandIo): Promise<number> {
  const findings = [
    node(),
    cores(),
    await processor(),
    memory(),
    ...(await models()),
    await disk(),
    await profile(),
    display(),
    ...(await engines()),
  ];
  if (args.includes('--json')) io.out(JSON.stringify({ findings, ok: findings.every(({ ok }) => ok) }, null, 2));
  else
    for (const { ok, check, found, whatToDo } of findings)
      io.out(`${ok ? 'ok     ' : 'problem'} ${check}: ${found}${ok ? '' : `. ${whatToDo}`}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 18);
  return { check: 'Node', ok, found: process.versions.node, whatToDo: 'Install Node 20.18 or newer.' };
}

function cores(): Finding {
  const count = availableParallelism();
  return { check: 'cores', ok: count >= 2, found: String(count), whatToDo: 'Replies will be slow on one core.' };
}

async function processor(): Promise<Finding> {
  const info = await readFile('/proc/cpuinfo', 'utf8').catch(() => '');
  const known = info !== '' && process.arch === 'x64';
  const ok = !known || /\bavx2\b/.test(info);
  return {
    check: 'processor',
    ok,
    found: `${process.arch}${known ? (ok ? ' with AVX2' : ' without AVX2') : ''}`,
    whatToDo: 'The models will run, but several times slower.',
  };
}

function memory(): Finding {
  const gigabytes = totalmem() / 1e9;
  return { check: 'memory', ok: gigabytes >= 3.5, found: `${gigabytes.toFixed(1)} GB`, whatToDo: 'The models of this computer need 4 GB.' };
}

async function models(): Promise<Finding[]> {
  return await Promise.all(
    MODEL_CATALOG.map(async (model) => {
      const states = Object.values(await verifyModel(join(modelFolder(), model.id), model));
      const worst = states.find((state) => state !== 'here') ?? 'here';
      return {
        check: `model ${model.id}`,
        ok: worst === 'here' || (worst === 'missing' && !model.required),
        found: worst === 'missing' && !model.required ? 'missing, not needed' : worst,
        whatToDo: `Run: npm run -s parley -- models get ${model.id}`,
      };
    }),
  );
}

async function disk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(homedir());
  const gigabytes = (bavail * bsize) / 1e9;
  return {
    check: 'disk',
    ok: gigabytes >= 1,
    found: `${gigabytes.toFixed(1)} GB free`,
    whatToDo: 'Make room: recordings of running turns are kept on disk.',
  };
}

async function profile(): Promise<Finding> {
  const folder = desktopProfileFolder();
  const writable = await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => true,
      () => false,
    );
  return { check: 'profile', ok: writable, found: folder, whatToDo: 'Allow writing there, or start with --profile=FOLDER.' };
}

/** Only services whose key is set are gone to: name, port and certificate. `engines test` also opens a session. */
async function engines(): Promise<Finding[]> {
  const wanted = ENGINE_PROFILES.filter(({ url, keyVariable }) => url !== null && process.env[keyVariable] !== undefined);
  return await Promise.all(
    wanted.map(async ({ id, url }) => {
      const probes: Probe[] = [];
      for await (const probe of probeHost(new URL(url ?? ''))) probes.push(probe);
      const last = probes.at(-1);
      const ok = last?.ok === true;
      return {
        check: `engine ${id}`,
        ok,
        found: ok ? 'can be reached' : `${last?.layer ?? 'dns'}: ${last?.found ?? 'nothing was found'}`,
        whatToDo: `Run: npm run -s parley -- engines test ${id}`,
      };
    }),
  );
}

function display(): Finding {
  const needed = process.platform === 'linux';
  const ok = !needed || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  return {
    check: 'display',
    ok,
    found: ok ? 'there' : 'none',
    whatToDo: 'Without one Parley talks on the command line; for a window set DISPLAY, or: xvfb-run -a npm start',
  };
}
