import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProfile, type Profile } from '../../../electron/conversation/store/open-profile.ts';
import { openPrivateStore } from '../../../electron/conversation/store/private-store.ts';
import type { LedgerEntry } from '../../../electron/ipc/engine-schema.ts';
import { memoryStore } from '../../scenarios/memory-store.ts';

let folder: string;
let profile: Profile;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-ledger-'));
  profile = await openProfile({ profileFolder: folder, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'keyring' });
});
afterEach(async () => {
  await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
function entry(changes: Partial<LedgerEntry> = {}): LedgerEntry {
  count += 1;
  return {
    ...{
      id: `entry-${count}`,
      at: '2026-05-10T10:00:00.000Z',
      engineId: 'xai',
      host: 'api.x.ai',
      purpose: 'conversation',
      conversationId: null,
    },
    ...{ turnId: null, audioSentMs: 2000, audioReceivedMs: 3000, charactersSent: 100, openMs: 5000, inputTokens: 10, outputTokens: 20 },
    ...{ costMicros: 500, ...changes },
  };
}

const march = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') };
const may = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') };

describe.each([
  ['on the disk', () => profile.store],
  ['of a private conversation', () => openPrivateStore()],
  ['of the scenarios', () => memoryStore()],
])('the ledger %s', (_, open) => {
  it('gives back what it was given, newest first', () => {
    const store = open();
    const [first, second] = [entry(), entry({ costMicros: null, purpose: 'race', turnId: 't' })];
    store.ledger.add(first);
    store.ledger.add(second);
    expect(store.ledger.newest(10)).toEqual([second, first]);
    expect(store.ledger.newest(1)).toEqual([second]);
  });

  it('sums by engine within a span, and says how much it could not price', () => {
    const store = open();
    for (const one of [entry(), entry({ costMicros: null }), entry({ engineId: 'own', host: 'kitchen:8000', costMicros: 0 })])
      store.ledger.add(one);
    store.ledger.add(entry({ at: '2026-06-01T00:00:00.000Z' }));
    const sums = store.ledger.sums(may);
    expect(sums).toHaveLength(2);
    expect(sums.find(({ engineId }) => engineId === 'xai')).toEqual({
      ...{ engineId: 'xai', host: 'api.x.ai', entries: 2, audioSentMs: 4000, audioReceivedMs: 6000, charactersSent: 200 },
      ...{ inputTokens: 20, outputTokens: 40, costMicros: 500, unpriced: 1 },
    });
    expect(store.ledger.sums(march)).toEqual([]);
  });
});

it('outlives the conversation it tells of, and no longer names it', () => {
  const { store } = profile;
  const conversationId = store.startConversation({ personaId: 'nova', engineId: 'xai', at: new Date(), expiresAt: null });
  store.ledger.add(entry({ conversationId }));
  expect(store.ledger.sums({ ...may, conversationId })).toHaveLength(1);
  store.deleteConversation(conversationId);
  expect(store.ledger.newest(10)).toMatchObject([{ conversationId: null, host: 'api.x.ai' }]);
});

it('is carried over when a profile is kept by a passphrase', async () => {
  const other = mkdtempSync(join(tmpdir(), 'parley-ledger-'));
  const run = await openProfile({ profileFolder: other, dataKey: randomBytes(32).toString('hex'), keyOrigin: 'session' });
  const conversationId = run.store.startConversation({ personaId: 'nova', engineId: 'xai', at: new Date(), expiresAt: null });
  run.store.ledger.add(entry({ conversationId }));
  await run.enterPassphrase('a long passphrase');
  expect(run.store.ledger.newest(10)).toMatchObject([{ conversationId }]);
  await run.close();
  rmSync(other, { recursive: true, force: true });
});
