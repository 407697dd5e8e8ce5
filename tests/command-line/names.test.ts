import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runNames } from '../../electron/command-line/names.ts';
import { nameCardSchema } from '../../electron/ipc/memory-schema.ts';
import { commandOutput } from './command-output.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-names-'));
beforeAll(() => void vi.stubEnv('PARLEY_PASSPHRASE', 'correct horse battery'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const { io, out, err } = commandOutput();
  const code = await runNames([...args, '--profile', join(folder, 'profile')], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('parley names', () => {
  it('adds a card, adds to it, and there is one of the user', async () => {
    const first = await run(
      'add',
      'Saoirse',
      '--relation',
      'sister',
      '--respelling',
      'SEER-sha',
      '--heard-as',
      'Searcher',
      '--heard-as',
      'Seersha',
    );
    expect(first).toEqual({ code: 0, out: 'Added: Saoirse (sister; said SEER-sha; heard as Searcher, Seersha)', err: '' });
    const again = await run('add', 'saoirse', '--ipa', 'ˈsɪɹʃə', '--json');
    expect(nameCardSchema.parse(JSON.parse(again.out))).toMatchObject({
      ...{ written: 'saoirse', relation: 'sister', respelling: 'SEER-sha', ipa: 'ˈsɪɹʃə', owner: 'person' },
      ...{ heardAs: ['Searcher', 'Seersha'], notWritten: ['Saoirse'] },
    });
    await run('add', 'Ivan', '--owner', 'me');
    expect((await run('add', 'Igor', '--owner', 'me')).out).toBe('Changed: Igor (you)');
    expect((await run('list')).out.split('\n')).toEqual([
      'Igor (you)',
      'saoirse (sister; said SEER-sha; /ˈsɪɹʃə/; heard as Searcher, Seersha)',
    ]);
    expect(JSON.parse((await run('list', '--json')).out).nameCards[0]).toMatchObject({ written: 'Igor', notWritten: ['Ivan'] });
  });

  it('keeps names of several words, and takes nothing invisible along', async () => {
    expect((await run('add', 'Anna', 'Maria\u200b\u202e')).out).toBe('Added: Anna Maria (a person)');
    expect((await run('remove', 'anna maria')).out).toBe('Removed for good: Anna Maria.');
    expect((await run('list')).out).not.toContain('Anna');
  });

  it('goes out and in as a table', async () => {
    const { out } = await run('export');
    expect(out.split(/\r?\n/)[0]).toContain('written');
    const file = join(folder, 'names.csv');
    writeFileSync(file, `${out}\nBen,brother\n,nobody\n`);
    const { code, out: taken, err } = await run('import', file);
    expect([code, taken]).toEqual([0, '3 name cards were taken.']);
    expect(err).toMatch(/Line \d+: there is no name\./);
    expect((await run('list')).out.split('\n')).toHaveLength(3);
    expect((await run('list')).out).toContain('Ben (brother)');
  });

  it.each<[string[], RegExp]>([
    [['add'], /There is no name/],
    [['add', '\u200b\u0007'], /A name is one to 60 characters that can be seen/],
    [['add', 'x'.repeat(300)], /A name is one to 60 characters/],
    [['add', 'Ben', '--owner', 'boss'], /does not fit at owner/],
    [['add', 'Ben', '--respelling', 'x'.repeat(100)], /does not fit at respelling/],
    [['remove', 'Nobody'], /no name card for "Nobody"/],
    [['import', '/nowhere'], /cannot be read \(ENOENT\)/],
    [['dance'], /no "names dance"; it is one of add, list, hear, remove, import, export/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
  });
});
