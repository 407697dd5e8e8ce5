import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { NO_SPOOL } from '../../../electron/conversation/store/audio-spool.ts';
import { openProfile } from '../../../electron/conversation/store/open-profile.ts';
import { openPrivateStore } from '../../../electron/conversation/store/private-store.ts';
import { begin, fact, newTurn } from './said.ts';

/** Every file with its size, its times and its place on the disk: a write of one byte changes one of them. */
function picture(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
      return `${path} ${size} ${mtimeNs} ${ctimeNs} ${ino}`;
    });
}

it('writes not one byte to the profile during a private conversation', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-private-'));
  const profile = await openProfile({ profileFolder: folder, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'keyring' });
  begin(profile, 'An open word.');
  const temporary = mkdtempSync(join(tmpdir(), 'parley-private-temporary-'));
  for (const name of ['TMPDIR', 'SQLITE_TMPDIR']) vi.stubEnv(name, temporary);
  const before = picture(folder);

  const store = openPrivateStore();
  const audio = NO_SPOOL.open('a'.repeat(36), 'b'.repeat(36));
  for (let frame = 0; frame < 100; frame += 1) audio.append(new Float32Array(512).fill(0.1));
  const id = begin({ store }, ...Array.from({ length: 200 }, (_, index) => `Secret ${index} ${'.'.repeat(2000)}`));
  const { id: turnId } = store.commitTurn(id, newTurn('The secret.'));
  store.changeTurn(turnId, { text: 'Another secret.' });
  store.documents.put('fact', 'fact', fact('I have a secret'), 'secret');
  expect(store.listConversations({ query: 'secret', limit: 5 })).toHaveLength(1);
  expect(store.documents.find('fact', 'secret', 5)).toHaveLength(1);
  store.wipe();
  await audio.commit();
  store.close();

  expect(picture(folder)).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
  vi.unstubAllEnvs();
  // The picture sees a byte when there is one.
  begin(profile, 'An open word.');
  expect(picture(folder)).not.toEqual(before);
  await profile.close();
  for (const made of [folder, temporary]) rmSync(made, { recursive: true, force: true });
});

it('ends empty: the next one knows nothing of it', () => {
  const first = openPrivateStore();
  begin({ store: first }, 'A secret.');
  first.close();
  const second = openPrivateStore();
  expect(second.listConversations({ limit: 5 })).toEqual([]);
  second.close();
});
