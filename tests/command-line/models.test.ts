import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runModels } from '../../electron/command-line/models.ts';
import { MODEL_CATALOG } from '../../models/model-catalog.ts';
import { commandOutput } from './command-output.ts';

describe('parley models', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-models-'));
    vi.stubEnv('PARLEY_MODELS', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists every model, its state and where models lie', async () => {
    const { io, out } = commandOutput();
    expect(await runModels([], io)).toBe(0);
    for (const { id } of MODEL_CATALOG) expect(out.some((line) => line.startsWith('missing') && line.includes(id))).toBe(true);
    expect(out.at(-1)).toBe(`in ${folder}`);
  });

  it('lists them for programs', async () => {
    const { io, out } = commandOutput();
    expect(await runModels(['list', '--json'], io)).toBe(0);
    const listed = JSON.parse(out.join('\n')) as { folder: string; models: { id: string; state: string; bytes: number }[] };
    expect(listed.folder).toBe(folder);
    expect(listed.models.map(({ id }) => id)).toEqual(MODEL_CATALOG.map(({ id }) => id));
    for (const { state, bytes } of listed.models) {
      expect(state).toBe('missing');
      expect(bytes).toBeGreaterThan(1_000_000);
    }
  });

  it('verifies: tells missing from damaged, how to repair, and fails', async () => {
    mkdirSync(join(folder, 'moonshine-tiny-en'));
    writeFileSync(join(folder, 'moonshine-tiny-en', 'tokenizer.bin'), 'this is no tokenizer');
    const { io, out, err } = commandOutput();
    expect(await runModels(['verify', 'moonshine-tiny-en'], io)).toBe(1);
    expect(out.find((line) => line.includes('tokenizer.bin'))).toMatch(/^damaged/);
    expect(out.find((line) => line.includes('encoder_model.ort'))).toMatch(/^missing/);
    expect(err).toEqual(['moonshine-tiny-en is not complete. Repair it: npm run -s parley -- models get moonshine-tiny-en']);
  });

  it.each<[string[], RegExp]>([
    [['dance'], /no "models dance"; it is one of list, get, verify, import/],
    [['get', 'whisper'], /no model "whisper"; there are moonshine-tiny-en/],
    [['verify', 'whisper'], /no model "whisper"/],
    [['import'], /Name a model and at least one file/],
    [['import', 'moonshine-tiny-en'], /Name a model and at least one file/],
    [['import', 'moonshine-tiny-en', '/nowhere/file'], /\/nowhere\/file cannot be read/],
    [['import', 'moonshine-tiny-en', '/etc/hostname'], /is no file of Moonshine tiny/],
  ])('says what is wrong with %j and fails', async (args, message) => {
    const { io, out, err } = commandOutput();
    expect(await runModels(args, io)).toBe(1);
    expect(err.join('\n')).toMatch(message);
    expect(out).toEqual([]);
  });
});
