import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDialectServer } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import type { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

const why = whyNoApp();
if (why !== null) console.warn(`The tests of thinking are skipped: ${why}.`);

/** Found nowhere but in what the engine thinks. */
const CANARY = 'quagga';
const THOUGHTS = [
  'The question is how many days there are until the spring, counted from the last day of November. ',
  `A ${CANARY} would not count, but I can: December has thirty-one days, January thirty-one, and February twenty-eight.\n\n`,
  'Together that is ninety. Spring begins on the twentieth of March, so I add twenty. ',
  'That makes one hundred and ten, and the answer should be short.',
];
const REPLY = 'One hundred and ten days.';

let launched: LaunchedApp;
let server: ScriptedServer;
let page: Page;

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const violations = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
const line = () => page.locator('.thoughts summary');
const thoughts = () => page.getByLabel('What it thought');
const levels = () =>
  server.received.flatMap(({ setup }) => (setup === undefined ? [] : [JSON.stringify(setup).match(/"thinkingLevel":"(\w+)"/)?.[1]]));

async function picture(name: string): Promise<void> {
  const folder = join(appFolder(), 'artefacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function addThinkingEndpoint(): Promise<void> {
  await press(/^What answers: On this computer/);
  await press('Add an endpoint');
  await page.getByLabel('Name', { exact: true }).fill('Study');
  await page.getByLabel('Address').fill(server.url);
  await page.getByLabel('Dialect').selectOption('gemini-live');
  await page.getByLabel('Model (if the server needs one)').fill('gemini-3.8-live-extended-thinking');
  await page.getByLabel('Rate it hears').selectOption('16000');
  await press('Save the endpoint');
  await page.getByText('Study is saved.').waitFor();
}

async function ask(words: string): Promise<void> {
  await page.getByLabel('Write instead of talking').fill(words);
  await page.keyboard.press('Enter');
}

describe.skipIf(why !== null)('an engine that thinks', () => {
  beforeAll(async () => {
    server = await openDialectServer('gemini-live', { thoughts: () => THOUGHTS, thoughtMs: 1000, reply: () => REPLY, wordMs: 250 });
    launched = await launchApp();
    ({ page } = launched);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.locator('.presence[data-presence=idle]').waitFor({ timeout: 90_000 });
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  it('can be asked how hard to think; this computer’s own cannot, and offers no choice', async () => {
    expect(await page.locator('.think-harder').count()).toBe(0);
    await addThinkingEndpoint();
    await press('Use Study');
    await page.getByRole('button', { name: /^What answers: Study\. Choose/ }).waitFor({ timeout: 20_000 });
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Think', { exact: true }).inputValue()).toBe('low');
    expect(levels()).toEqual(['LOW']);
  });

  it('shows that it thinks, and what, to whoever opens it by key, as it comes', async () => {
    await ask('How many days are there until spring?');
    await page.getByText('Thinking', { exact: true }).and(line()).waitFor({ timeout: 20_000 });
    expect(await thoughts().isVisible()).toBe(false);
    await line().focus();
    await page.keyboard.press('Space');
    await thoughts().getByText('The question is').waitFor();
    await picture('thinking-light');
    await thoughts().getByText('the answer should be short').waitFor();
  });

  it('says how long it thought, keeps it open over the reply, and speaks nothing of it', async () => {
    await page.getByText(/^Study, answered in/).waitFor({ timeout: 20_000 });
    expect(await line().innerText()).toMatch(/^Thought for [3-9] s$/);
    expect(await thoughts().isVisible()).toBe(true);
    expect(await page.locator('.captions .words').allInnerTexts()).toEqual(['How many days are there until spring?', REPLY]);
    expect(await violations()).toEqual([]);
    await picture('thought-light');
    await line().click();
    expect(await thoughts().isVisible()).toBe(false);
    await picture('thought-folded');
  });

  it('thinks harder from the next pause on: its host is given a new line for it', async () => {
    await page.getByLabel('Think', { exact: true }).selectOption('high');
    await expect.poll(levels).toEqual(['LOW', 'HIGH']);
    await ask('And until summer?');
    await expect.poll(() => page.getByText(/^Study, answered in/).count(), { timeout: 20_000 }).toBe(2);
    expect(server.complaints).toEqual([]);
    // Nothing is kept but the last of them, and that in the window only.
    expect(await line().count()).toBe(1);
  });

  it('looks right in the dark', async () => {
    await press('Settings');
    await page.getByLabel('Appearance').selectOption('dark');
    await page.keyboard.press('Escape');
    await line().click();
    await thoughts().waitFor();
    expect(await violations()).toEqual([]);
    await picture('thought-dark');
  });

  it('leaves nothing of its thoughts in the profile, the logs or the console', () => {
    expect(launched.consoleLines.filter((text) => text.includes(CANARY))).toEqual([]);
    const files = readdirSync(launched.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const { parentPath, name } of files) expect([name, readFileSync(join(parentPath, name)).includes(CANARY)]).toEqual([name, false]);
  });
});
