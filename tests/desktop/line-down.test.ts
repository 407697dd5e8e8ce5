import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDialectServer } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import type { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { holdAndSay } from './hold-and-say.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const why = whyNoApp() ?? whyNoAudio();
if (why !== null) console.warn(`The tests of a line that is down are skipped: ${why}.`);

const QUESTION = 'What is the capital of France?';
const REPLY = 'The kitchen says that it is Paris.';

let audio: VirtualAudio;
let launched: LaunchedApp;
let page: Page;
let server: ScriptedServer;

const violations = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
const badge = (words: RegExp) => page.getByRole('button', { name: words });
const turns = (role: 'user' | 'assistant') =>
  page.locator(`.captions .turn[data-role=${role}]:not([data-partial]):not([data-speaking]) .words`).allInnerTexts();

async function picture(name: string): Promise<void> {
  const folder = join(appFolder(), 'artefacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The host is there, and lets nobody in. */
function goDown(): void {
  server.refuse = (_request, socket: Duplex) => {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n');
    return true;
  };
  for (const connection of server.connections) connection.terminate();
}

function comeBack(): void {
  server.refuse = null;
}

const say = (name: string) => holdAndSay(page, audio, name);

async function letThisComputerAnswer(isAllowed: boolean): Promise<void> {
  await badge(/^What answers:/).click();
  const toggle = page.getByLabel('When a service cannot be reached, let this computer answer');
  await toggle.setChecked(isAllowed);
  await page.keyboard.press('Escape');
}

describe.skipIf(why !== null)('a line that is down, in the real window', () => {
  beforeAll(async () => {
    server = await openDialectServer('realtime', { hear: () => QUESTION, reply: () => REPLY, wordMs: 60 });
    audio = openVirtualAudio();
    launched = await launchApp({ environment: audio.environment });
    ({ page } = launched);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.locator('.presence[data-presence=idle]').waitFor({ timeout: 90_000 });
    await badge(/^What answers: On this computer/).click();
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Kitchen');
    await page.getByLabel('Address').fill(server.url);
    await page.keyboard.press('Enter');
    await page.getByText('Kitchen is saved.').waitFor();
    await page.getByRole('button', { name: 'Use Kitchen', exact: true }).click();
    await badge(/^What answers: Kitchen\. Choose/).waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
  }, 180_000);
  afterAll(async () => {
    await launched?.close();
    audio?.close();
    await server?.close();
  });

  it('keeps what is said, says so, and has it answered once the line is back', async () => {
    await letThisComputerAnswer(false);
    goDown();
    await badge(/^What answers: Kitchen, no line, trying again/).waitFor({ timeout: 20_000 });
    await say('capital-of-france');
    await page.getByText('What you say is kept and answered as soon as there is one.').first().waitFor({ timeout: 30_000 });
    expect(await turns('assistant')).toEqual([]);
    expect(await violations()).toEqual([]);
    await picture('line-down');
    comeBack();
    await expect.poll(() => turns('assistant'), { timeout: 60_000 }).toEqual([REPLY]);
    expect(await turns('user')).toEqual([QUESTION]);
    // The words reached the host once, as sound: nothing else knows them.
    expect(server.conversations.at(-1)).toEqual([QUESTION]);
    await badge(/^What answers: Kitchen\. Choose/).waitFor({ timeout: 20_000 });
  }, 180_000);

  it('lets this computer answer meanwhile where that is allowed, and gives way when the line is back', async () => {
    await letThisComputerAnswer(true);
    goDown();
    await badge(/^What answers: On this computer/).waitFor({ timeout: 90_000 });
    await say('what-time-is-it');
    await expect.poll(async () => (await turns('assistant')).length, { timeout: 60_000 }).toBe(2);
    expect((await turns('assistant')).at(-1)).toMatch(/^It is |^It's /);
    expect((await turns('user')).at(-1)).toMatch(/what time is it/i);
    await picture('line-down-answered-here');
    comeBack();
    await badge(/^What answers: Kitchen\. Choose/).waitFor({ timeout: 90_000 });
    // It is told what was said without it.
    await expect.poll(() => server.conversations.at(-1)?.length, { timeout: 20_000 }).toBe(2);
    expect(server.conversations.at(-1)?.at(-1)).toMatch(/what time is it/i);
  }, 300_000);
});
