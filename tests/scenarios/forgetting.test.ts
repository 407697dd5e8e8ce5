import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProfile, type Profile } from '../../electron/conversation/store/open-profile.ts';
import { everyByte, tracesOf } from '../conversation/store/decrypted-bytes.ts';
import { Stage } from './stage.ts';

const key = randomBytes(32).toString('hex');
let folder: string;
let profile: Profile;
let stage: Stage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-forgetting-'));
  profile = await openProfile({ profileFolder: folder, dataKey: key, keyOrigin: 'keyring' });
  stage = await Stage.open({ store: profile.store });
});
afterEach(async () => {
  await stage.close();
  await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A word that is nowhere by chance. */
const canary = () => Array.from(randomBytes(24), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
const traces = (word: string) => tracesOf([word], everyByte(folder, key));
const lastSaid = () =>
  profile.store
    .readTurns(stage.session.conversationId ?? '')
    .filter(({ role }) => role === 'user')
    .at(-1)?.text;

async function remember(words: string): Promise<void> {
  await stage.session.sendText(`Remember that ${words}.`);
  await stage.tool('memory.remember', { what: words });
  await stage.reply('I will remember that.');
}

describe('a request to forget', () => {
  it('keeps none of the words it asks to forget, in any byte of the profile', async () => {
    const word = canary();
    await remember(`my locker code is ${word}`);
    expect(traces(word)).not.toEqual([]);
    await stage.session.sendText(`Please forget that my locker code is ${word}.`);
    await stage.tool('memory.forget', { what: `my locker code is ${word}` });
    await stage.reply('I have forgotten that.');
    expect(lastSaid()).toBe('Please forget that [forgotten].');
    expect(traces(word)).toEqual([]);
  });

  it('loses all its words where it says it otherwise than it was understood', async () => {
    const word = canary();
    await remember(`my locker code is ${word}`);
    await stage.session.sendText(`Forget that my locker   code is, ${word}!`);
    await stage.tool('memory.forget', { what: `my locker code is ${word}` });
    await stage.reply('I have forgotten that.');
    expect(lastSaid()).toBe('[forgotten]');
    expect(traces(word)).toEqual([]);
  });

  it('stays as it was said when there was nothing to forget', async () => {
    await stage.session.sendText('Forget that I like tea.');
    await stage.tool('memory.forget', { what: 'I like tea' });
    await stage.reply("I don't know anything about that.");
    expect(lastSaid()).toBe('Forget that I like tea.');
    expect(stage.calls().filter((call) => call === 'connect')).toHaveLength(1);
  });

  it('leaves nothing of it in the engine either, which begins anew when the reply is over', async () => {
    const word = canary();
    await remember(`my locker code is ${word}`);
    await stage.session.sendText(`Forget that my locker code is ${word}.`);
    await stage.tool('memory.forget', { what: `my locker code is ${word}` });
    await stage.reply('I have forgotten that.');
    expect(stage.calls().at(-1)).toBe('connect');
    expect(JSON.stringify(stage.engine.setup?.history)).not.toContain(word);
    expect(stage.session.state.presence).toBe('idle');
  });
});
