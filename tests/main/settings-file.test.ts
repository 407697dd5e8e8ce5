import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Problem } from '../../electron/ipc/derive-ipc.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../electron/ipc/window-schema.ts';
import { repairSettings, SettingsFile } from '../../electron/main/settings-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open = (file: string) => {
  const problems: Problem[] = [];
  return { settings: new SettingsFile(file, (problem) => problems.push(problem)), problems };
};

it('starts with the defaults and writes nothing until something changes', () => {
  const file = join(folder, 'new', 'settings.json');
  const { settings, problems } = open(file);
  expect(settings.current).toEqual(DEFAULT_SETTINGS);
  expect([existsSync(file), problems]).toEqual([false, []]);
});

it('changes one field and leaves the others as the user set them', () => {
  const file = join(folder, 'one', 'settings.json');
  const { settings } = open(file);
  settings.change({ personaId: 'ember', cues: false });
  settings.change({ volume: 0.25, rate: undefined });
  expect(open(file).settings.current).toEqual({ ...DEFAULT_SETTINGS, personaId: 'ember', cues: false, volume: 0.25 });
  expect(existsSync(`${file}.new`)).toBe(false);
});

it('a partial change brings no other field along', () => {
  expect(settingsSchema.partial().parse({ volume: 0.5 })).toEqual({ volume: 0.5 });
});

it('keeps the good fields of a damaged file, and a copy of it', () => {
  const file = join(folder, 'settings.json');
  const damaged = JSON.stringify({ ...DEFAULT_SETTINGS, personaId: 'ember', volume: 'loud', rate: 99, surprise: 1 });
  writeFileSync(file, damaged);
  const { settings, problems } = open(file);
  expect(settings.current).toEqual({ ...DEFAULT_SETTINGS, personaId: 'ember' });
  expect(problems.map(({ id }) => id)).toEqual(['settings-damaged']);
  settings.change({ cues: false });
  expect(readFileSync(`${file}.broken`, 'utf8')).toBe(damaged);
});

it('makes complete settings of whatever lies in the file', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.constantFrom('{"__proto__":{"volume":0}}', '[]', 'null', '')), (text) => {
      expect(settingsSchema.safeParse(repairSettings(text).settings).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('goes on with unsaved changes where the folder cannot be written, and says where and why', () => {
  const plain = join(folder, 'plain');
  writeFileSync(plain, '');
  const { settings, problems } = open(join(plain, 'settings.json'));
  expect(settings.change({ cues: false }).cues).toBe(false);
  expect(settings.current.cues).toBe(false);
  expect(problems.at(-1)?.message).toContain(`cannot be saved at ${plain}`);
});

it('tells its listeners until they stop', () => {
  const { settings } = open(join(folder, 'told', 'settings.json'));
  const told: boolean[] = [];
  const stop = settings.onChange(({ cues }) => told.push(cues));
  settings.change({ cues: false });
  stop();
  settings.change({ cues: true });
  expect(told).toEqual([false]);
});
