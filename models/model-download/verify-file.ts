import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CatalogFile, CatalogModel } from '../model-catalog.ts';

/** 'unverified': all there, but its hash was not looked at since it changed. */
export type FileState = 'here' | 'missing' | 'damaged' | 'unverified';

/** SHA-256 of a file, as 64 hex digits, without holding it in memory. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Reads the whole file and compares. */
export async function verifyFile(folder: string, file: CatalogFile): Promise<FileState> {
  const path = join(folder, file.name);
  const found = await stat(path).catch(() => null);
  if (found === null) return 'missing';
  return found.size === file.bytes && (await sha256Of(path)) === file.sha256 ? 'here' : 'damaged';
}

const STAMP = '.verified.json';
const stampSchema = z.record(z.string(), z.strictObject({ bytes: z.number(), modifiedMs: z.number(), sha256: z.string() }));

/**
 * What is known of a model without reading 360 MB: files whose size, time and hash are the ones noted when they were
 * verified. A file that changed since is 'unverified'.
 */
export async function quickState(folder: string, model: CatalogModel): Promise<FileState> {
  const stamp = await readStamp(folder);
  const states = await Promise.all(
    model.files.map(async (file): Promise<FileState> => {
      const found = await stat(join(folder, file.name)).catch(() => null);
      if (found === null) return 'missing';
      const noted = stamp[file.name];
      const same = noted?.sha256 === file.sha256 && noted.bytes === found.size && noted.modifiedMs === found.mtimeMs;
      if (found.size !== file.bytes) return 'damaged';
      return same ? 'here' : 'unverified';
    }),
  );
  return (['missing', 'damaged', 'unverified'] as const).find((state) => states.includes(state)) ?? 'here';
}

/** A stamp that was cut off by a crash, or is not there, says nothing. */
async function readStamp(folder: string): Promise<z.output<typeof stampSchema>> {
  try {
    return stampSchema.parse(JSON.parse(await readFile(join(folder, STAMP), 'utf8')));
  } catch {
    return {};
  }
}

/** Reads every file, notes the result for `quickState`. @returns the state of each file by name */
export async function verifyModel(folder: string, model: CatalogModel): Promise<Readonly<Record<string, FileState>>> {
  const states: Record<string, FileState> = {};
  const stamp: z.output<typeof stampSchema> = {};
  for (const file of model.files) {
    states[file.name] = await verifyFile(folder, file);
    if (states[file.name] !== 'here') continue;
    const { size, mtimeMs } = await stat(join(folder, file.name));
    stamp[file.name] = { bytes: size, modifiedMs: mtimeMs, sha256: file.sha256 };
  }
  // Also when nothing is right any more: an old stamp would go on vouching for a file that rotted in place.
  await writeFile(join(folder, STAMP), JSON.stringify(stamp)).catch(() => undefined);
  return states;
}
