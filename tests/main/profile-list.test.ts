import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../electron/ipc/derive-ipc.ts';
import { profilesSchema } from '../../electron/ipc/window-schema.ts';
import { ProfileList } from '../../electron/main/profile-list.ts';

let root: string;
let problems: Problem[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-profiles-'));
  problems = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const open = () => new ProfileList(root, (problem) => problems.push(problem));
const names = (list: ProfileList) => list.profiles.profiles.map(({ name }) => name);
const file = () => join(root, 'profiles.json');

describe('the profiles of a computer', () => {
  it('begin with the one that was always there, where it always was, without writing anything', () => {
    writeFileSync(join(root, 'parley.db'), 'words');
    const list = open();
    expect(list.profiles).toEqual({ currentId: 'first', profiles: [{ id: 'first', name: 'Me', colour: 'sea' }] });
    expect(list.folderOf('first')).toBe(root);
    expect(readdirSync(root)).toEqual(['parley.db']);
  });

  it('are added with a folder and a colour of their own, renamed, chosen, and there the next time', () => {
    const list = open();
    const [anna, ben] = [list.add('Anna'), list.add('Ben')];
    expect(new Set(list.profiles.profiles.map(({ colour }) => colour)).size).toBe(3);
    expect(existsSync(list.folderOf(anna.id))).toBe(true);
    list.rename('first', 'Igor');
    list.choose(ben.id);
    const again = open();
    expect(names(again)).toEqual(['Igor', 'Anna', 'Ben']);
    expect(again.current.name).toBe('Ben');
    expect(problems).toEqual([]);
  });

  it('have names that sound different', () => {
    const list = open();
    list.add('José');
    for (const name of ['José', 'jose', 'JOSE!', "Jose's"]) expect(() => list.add(name)).toThrow(/already/);
    expect(() => list.rename('first', 'jose')).toThrow(/already/);
    list.add('💥');
    list.add('🌊');
    list.rename('first', 'me');
    expect(names(list)).toEqual(['me', 'José', '💥', '🌊']);
  });

  it('are found by a spoken name', () => {
    const list = open();
    const anna = list.add('Anna');
    for (const name of ['anna', "Anna's", 'Anna’s', 'ANNA']) expect(list.named(name)).toEqual(anna);
    for (const name of ['Hannah', '', 'Ann']) expect(list.named(name)).toBeNull();
  });

  it('say clearly what cannot be done', () => {
    const list = open();
    expect(() => list.choose('nobody')).toThrow('That profile is not there any more.');
    expect(() => list.rename('nobody', 'X')).toThrow('not there');
    expect(() => list.remove('nobody')).toThrow('not there');
    expect(() => list.remove('first')).toThrow('Me is the profile that is open now');
  });
});

describe('removing a profile', () => {
  const fill = (folder: string) => {
    for (const name of ['parley.db', 'parley.db-wal', 'parley.turns', 'parley-damaged-2026.db', 'passphrase-key.json', 'settings.json'])
      writeFileSync(join(folder, name), name);
    writeFileSync(join(folder, 'data-key.safe'), 'the wrapped key');
    for (const name of ['spool', 'logs']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'spool', 'x.audio'), 'audio');
    writeFileSync(join(folder, 'logs', 'conversation.log'), 'numbers');
  };

  it('takes key and folder, and nothing of the others', () => {
    const list = open();
    const [anna, ben] = [list.add('Anna'), list.add('Ben')];
    for (const { id } of [anna, ben]) fill(list.folderOf(id));
    fill(root);
    list.remove(anna.id);
    expect(existsSync(list.folderOf(anna.id))).toBe(false);
    expect(readdirSync(list.folderOf(ben.id))).toHaveLength(9);
    expect(readFileSync(join(root, 'data-key.safe'), 'utf8')).toBe('the wrapped key');
    expect(names(open())).toEqual(['Me', 'Ben']);
  });

  it('takes only its own things of the first, whose folder holds those of all', () => {
    const list = open();
    const anna = list.add('Anna');
    for (const id of ['first', anna.id]) fill(list.folderOf(id));
    writeFileSync(join(root, 'window-place.json'), '{}');
    writeFileSync(join(root, 'logs', 'main.log'), '');
    list.choose(anna.id);
    list.remove('first');
    expect(readdirSync(root).toSorted()).toEqual(['logs', 'profiles', 'profiles.json', 'window-place.json']);
    expect(readdirSync(join(root, 'logs'))).toEqual(['main.log']);
    expect(readdirSync(list.folderOf(anna.id))).toHaveLength(9);
    expect([names(open()), open().current.name]).toEqual([['Anna'], 'Anna']);
  });

  it('destroys the key before anything else', () => {
    const list = open();
    const anna = list.add('Anna');
    const folder = list.folderOf(anna.id);
    fill(folder);
    // A key file that cannot be overwritten stops it: nothing else is gone.
    rmSync(join(folder, 'data-key.safe'));
    mkdirSync(join(folder, 'data-key.safe'));
    expect(() => list.remove(anna.id)).toThrow();
    expect(existsSync(join(folder, 'parley.db'))).toBe(true);
    // The next start ends what was begun.
    rmSync(join(folder, 'data-key.safe'), { recursive: true });
    expect(names(open())).toEqual(['Me']);
    expect(existsSync(folder)).toBe(false);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ removedIds: [] });
  });
});

describe('a damaged list', () => {
  it.each(['', 'not json', '{}', '[]', '{"version":2}', JSON.stringify({ version: 1, currentId: 'x', profiles: [], removedIds: [] })])(
    'of %j opens the first profile, keeps a copy, and finds the others by their folders',
    (text) => {
      const anna = open().add('Anna');
      writeFileSync(file(), text);
      const list = open();
      expect(list.profiles).toMatchObject({ currentId: 'first', profiles: [{ id: 'first' }, { id: anna.id, name: 'Profile 2' }] });
      expect(problems.map(({ id }) => id)).toEqual(['profiles-damaged']);
      expect(readFileSync(`${file()}.broken`, 'utf8')).toBe(text);
    },
  );

  it('never leads out of the folder, whatever ids it names', () => {
    for (const id of ['../../etc', '/etc', '..', 'a/b', 'FIRST', '00000000-0000-0000-0000-00000000000/']) {
      const profile = { id, name: 'Evil', colour: 'sea' };
      for (const removedIds of [[], [id]]) {
        const first = { id: 'first', name: 'Me', colour: 'sea' };
        writeFileSync(file(), JSON.stringify({ version: 1, currentId: 'first', profiles: [first, profile], removedIds }));
        expect(names(open())).toEqual(['Me']);
      }
    }
  });

  it('is never more than a list', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        writeFileSync(file(), text);
        expect(profilesSchema.safeParse(open().profiles).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('says where and why it cannot be saved', () => {
    writeFileSync(join(root, 'plain'), '');
    const list = new ProfileList(join(root, 'plain'), () => undefined);
    expect(() => list.rename('first', 'Igor')).toThrow(/cannot be saved at .*plain/);
    expect(names(list)).toEqual(['Me']);
  });
});
