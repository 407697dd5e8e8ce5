import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runPersonas } from '../../electron/command-line/personas.ts';
import { commandOutput } from './command-output.ts';

describe('parley personas', () => {
  let folder: string;
  const assets = () => 'assets';
  const run = async (...args: string[]) => {
    const { io, out, err } = commandOutput();
    const code = await runPersonas(args, io, assets);
    return { code, out: out.join('\n'), err: err.join('\n') };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-personas-'));
    vi.stubEnv('PARLEY_PASSPHRASE', 'a long passphrase');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists and shows those that came with Parley, without a profile', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out.split('\n')).toHaveLength(10);
    expect(out).toMatch(/^alder +Ms\. Alder +built in, teacher, tutor$/m);
    const shown = await run('show', 'hazel');
    expect(shown.out).toContain('health     I am not a doctor');
    const listed = JSON.parse((await run('list', '--json')).out) as { personas: { id: string; builtIn: boolean }[] };
    expect(listed.personas.every(({ builtIn }) => builtIn)).toBe(true);
  });

  it('exports to a file or to standard output, and imports what it exported; the next run has it', async () => {
    const file = join(folder, 'mia.json');
    expect(await run('export', 'mia', '--out', file)).toMatchObject({ code: 0, out: `Mia is in ${file}.` });
    expect(`${(await run('export', 'mia')).out}\n`).toBe(readFileSync(file, 'utf8'));
    const profile = join(folder, 'profile');
    const taken = await run('import', file, '--profile', profile);
    expect(taken).toMatchObject({ code: 0, out: 'Mia 2 is here, as "mia-2".' });
    expect(taken.err).toContain('Mia 2 knows nothing about you until you allow it.');
    expect((await run('list', '--profile', profile)).out).toMatch(/^mia-2 +Mia 2 +yours/m);
    expect(JSON.parse((await run('show', 'mia-2', '--json', '--profile', profile)).out)).toMatchObject({
      format: 'parley-persona',
      knowsAboutMe: false,
    });
  });

  it('refuses a file of 50 MB in one sentence, without reading it', async () => {
    const file = join(folder, 'huge.json');
    writeFileSync(file, Buffer.alloc(50_000_000, 'x'));
    const { code, err } = await run('import', file, '--profile', join(folder, 'profile'));
    expect(code).toBe(1);
    expect(err).toBe(`${file} was not imported: it is larger than 1 MB, and a persona never is.`);
  });

  it.each<[string[], RegExp]>([
    [['dance'], /no "personas dance"; it is one of list, show, import, export/],
    [['show'], /Name a persona: personas show ID/],
    [['show', 'gandalf'], /no persona "gandalf"; there are/],
    [['import', 'x.json'], /needs a profile that keeps it/],
  ])('says what is wrong with %j and fails', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(message);
  });

  it('imports nothing that would be gone at once', async () => {
    vi.stubEnv('PARLEY_PASSPHRASE', undefined);
    const file = join(folder, 'mia.json');
    await run('export', 'mia', '--out', file);
    const { code, err } = await run('import', file, '--profile', join(folder, 'profile'));
    expect(code).toBe(1);
    expect(err).toContain('needs a profile that keeps it');
  });
});
