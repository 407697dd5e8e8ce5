import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSpeech } from '../models/speech-to-speech/hosted/coded-speech.ts';
import { openDialectServer } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import type { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { holdAndSay } from './hold-and-say.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const why = whyNoApp() ?? whyNoAudio();
if (why !== null) console.warn(`The tests of the race are skipped: ${why}.`);

const QUESTION = 'What is the capital of France?';
/** How long each server thinks: further apart than a busy machine is late. */
const [QUICK_MS, SLOW_MS] = [50, 2500];
/** Spoken for some seconds, so that there is time to choose another engine meanwhile. */
const LONG_REPLY = 'The cellar says that it is Paris, and it says so slowly, word by word, to the very end.';

let audio: VirtualAudio;
let launched: LaunchedApp;
let page: Page;
let quick: ScriptedServer;
let slow: ScriptedServer;

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const violations = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
const answers = (name: string) => page.getByRole('button', { name: new RegExp(`^What answers: ${name}[.,]`) });
const assistantTurns = () =>
  page.locator('.captions .turn[data-role=assistant]:not([data-partial]):not([data-speaking]) .words').allInnerTexts();

async function picture(name: string): Promise<void> {
  const folder = join(appFolder(), 'artefacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function addEndpoint(name: string, address: string): Promise<void> {
  await press('Add an endpoint');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Address').fill(address);
  await page.keyboard.press('Enter');
  await page.getByText(`${name} is saved. Test it before you use it.`).waitFor();
}

/** Everything a server heard, as PCM16 at its own rate. */
const heardBy = ({ received }: ScriptedServer) =>
  Buffer.concat(
    received.filter(({ type }) => type === 'input_audio_buffer.append').map(({ audio: sound }) => Buffer.from(String(sound), 'base64')),
  );

function loudestOf(pcm16: Buffer): number {
  let loudest = 0;
  for (let at = 0; at + 1 < pcm16.length; at += 2) loudest = Math.max(loudest, Math.abs(pcm16.readInt16LE(at)) / 32_768);
  return loudest;
}

describe.skipIf(why !== null)('a race in the real window', () => {
  beforeAll(async () => {
    const script = { hear: () => QUESTION, wordMs: 400 };
    quick = await openDialectServer('realtime', { ...script, replyDelayMs: QUICK_MS, reply: () => LONG_REPLY });
    slow = await openDialectServer('realtime', { ...script, replyDelayMs: SLOW_MS, reply: () => 'The kitchen says that it is Paris.' });
    audio = openVirtualAudio();
    launched = await launchApp({ environment: audio.environment });
    ({ page } = launched);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.locator('.presence[data-presence=idle]').waitFor({ timeout: 90_000 });
    await press(/^What answers: On this computer/);
    await addEndpoint('Kitchen', slow.url);
    await addEndpoint('Cellar', quick.url);
  }, 180_000);
  afterAll(async () => {
    await launched?.close();
    audio?.close();
    await quick?.close();
    await slow?.close();
  });

  it('gives one recorded sentence to every engine that takes part', async () => {
    await press('Record a sentence');
    await page.getByText('Recording, up to ten seconds.').waitFor();
    await audio.say(join(appFolder(), 'tests/recordings/capital-of-france.wav'));
    await press('Stop recording');
    await page.getByLabel('Let On this computer take part').uncheck();
    await press('Start the race');
    const rows = page.getByRole('region', { name: 'Race' }).locator('tbody tr');
    await expect.poll(() => rows.count(), { timeout: 60_000 }).toBe(2);
    await page.getByText('Racing. Each engine').waitFor({ state: 'hidden' });
    // Both heard the same, and it was the voice in the microphone.
    const [one, other] = [heardBy(quick), heardBy(slow)];
    expect(one.length).toBeGreaterThan(24_000);
    expect(one.equals(other)).toBe(true);
    expect(loudestOf(one)).toBeGreaterThan(0.03);
    expect(decodeSpeech(one, 24_000).ms).toBeLessThan(10_000);
  }, 90_000);

  it('shows side by side how soon each spoke, what it heard and what it said, and which was first', async () => {
    const row = (name: string) => page.getByRole('region', { name: 'Race' }).locator('tbody tr').filter({ hasText: name });
    const firstSound = async (name: string) => Number((await row(name).locator('td').nth(1).innerText()).replace(/\D/g, ''));
    expect(await firstSound('Kitchen')).toBeGreaterThan(SLOW_MS);
    expect(await firstSound('Cellar')).toBeLessThan(SLOW_MS);
    expect(await row('Cellar').innerText()).toContain('first to speak');
    expect(await row('Kitchen').innerText()).not.toContain('first to speak');
    for (const [name, said] of [
      ['Kitchen', 'The kitchen says that it is Paris.'],
      ['Cellar', LONG_REPLY],
    ] as const) {
      expect(await row(name).locator('td').nth(3).innerText()).toBe(QUESTION);
      expect(await row(name).locator('td').nth(4).innerText()).toContain(said);
    }
    expect(await violations()).toEqual([]);
    await row('Cellar').scrollIntoViewIfNeeded();
    await picture('race');
  });

  it('lets each voice be heard again', async () => {
    const speaker = audio.record();
    await press('Hear Kitchen');
    await expect.poll(() => speaker.firstSoundMs(), { timeout: 15_000 }).not.toBeNull();
    speaker.stop();
  });

  it('makes the winner what answers from now on', async () => {
    await press('Use Cellar from now on');
    await answers('Cellar').waitFor({ timeout: 20_000 });
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Race' }).waitFor({ state: 'hidden' });
    const heard = page.getByText(QUESTION).first();
    // Seldom, and only in whole runs, none of the sound comes in just behind the race (why is not known): then one says it again.
    for (let tries = 1; tries <= 2 && !(await heard.isVisible()); tries++) {
      await holdAndSay(page, audio, 'capital-of-france');
      await heard.waitFor({ timeout: 12_000 }).catch(() => console.warn(`Not heard the ${tries}. time.`));
    }
    await heard.waitFor({ timeout: 1000 });
  }, 60_000);

  it('is no end of a choice: the palette changes engines in mid-call, and what is being said is said to its end', async () => {
    await page.locator('.captions [data-speaking]').first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Find anything' }).fill('Use Kitchen');
    await page.keyboard.press('Enter');
    expect(await page.locator('.captions [data-speaking]').count()).toBeGreaterThan(0);
    await answers('Kitchen').waitFor({ timeout: 30_000 });
    await expect.poll(assistantTurns, { timeout: 30_000 }).toEqual([LONG_REPLY]);
    // The other engine has the conversation: the question it never heard, and the answer it did not give.
    await expect.poll(() => slow.conversations.at(-1), { timeout: 20_000 }).toEqual([QUESTION]);
    await page.getByLabel('Write instead of talking').fill('And of Spain?');
    await page.keyboard.press('Enter');
    await expect.poll(assistantTurns, { timeout: 30_000 }).toEqual([LONG_REPLY, 'The kitchen says that it is Paris.']);
    expect(slow.conversations.at(-1)).toEqual([QUESTION, 'And of Spain?']);
    const told = JSON.stringify(slow.received);
    expect(told).toContain(LONG_REPLY);
    await picture('swapped-in-mid-call');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Find anything' }).fill('Use ');
    await page.getByRole('button', { name: 'Use Cellar', exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    await picture('palette-engines');
  }, 90_000);
});
