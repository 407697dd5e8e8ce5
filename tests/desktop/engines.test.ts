import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StrictEndpoint, streamChat, strictEndpoint } from '../models/http-endpoint/strict-endpoint.ts';
import { openDialectServer } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import type { ScriptedServer } from '../models/speech-to-speech/hosted/servers/scripted-server.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

const why = whyNoApp();
if (why !== null) console.warn(`The tests of engines are skipped: ${why}.`);

/** Found nowhere but at the server it is for. */
const CANARY = 'sk-CANARYq7Zt3wXv9Lm2Rb8Kd5Hn1';
const REPLY = 'The kettle of the server is blue.';
const MIND_KEY = 'sk-CANARY5kP0sYb7Wm4Xn9Tq2Vh6Zc';

let launched: LaunchedApp;
let server: ScriptedServer;
let mind: StrictEndpoint;
let page: Page;
let authorization: string | undefined;

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const violations = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
const write = async (words: string) => {
  await page.keyboard.press('Escape');
  await page.getByLabel('Write instead of talking').fill(words);
  await page.keyboard.press('Enter');
};

async function picture(name: string): Promise<void> {
  const folder = join(appFolder(), 'artefacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Every way a key could be written down. */
function writings(key: string): string[] {
  const bytes = Buffer.from(key);
  return [
    key,
    key.slice(0, 11),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    encodeURIComponent(key),
    bytes.toString('latin1').split('').join('\0'),
  ];
}

function foundIn(content: Buffer | string): boolean {
  const bytes = Buffer.from(content);
  return [CANARY, MIND_KEY].flatMap(writings).some((writing) => bytes.includes(Buffer.from(writing, 'latin1')));
}

/** Processes of the app: main, page, helpers, conversation. */
async function processIds(): Promise<number[]> {
  return launched.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
}

/** Open connections of this computer to the server's port, seen from the other end. */
function connectionsTo(port: number): number {
  const remote = port.toString(16).toUpperCase().padStart(4, '0');
  const ESTABLISHED = '01';
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , to, state]) => to?.endsWith(`:${remote}`) && state === ESTABLISHED).length;
}

describe.skipIf(why !== null)('engines in the window', () => {
  beforeAll(async () => {
    server = await openDialectServer('realtime', { reply: () => REPLY, wordMs: 60 });
    server.refuse = (request) => {
      authorization = request.headers.authorization;
      return false;
    };
    mind = await strictEndpoint({ chat: (response) => streamChat(response, [{ content: 'It was Michelangelo.' }]) }, MIND_KEY);
    launched = await launchApp();
    ({ page } = launched);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByLabel('Write instead of talking').waitFor();
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
    await mind?.close();
  });

  it('are reached from the badge that says which one answers', async () => {
    await press(/^What answers: On this computer/);
    await page.getByRole('heading', { name: 'What answers' }).waitFor();
    for (const name of ['OpenAI Realtime', 'xAI Grok Voice', 'Gemini Live', 'OpenAI Live'])
      expect(await page.getByRole('button', { name: `Use ${name}`, exact: true }).isDisabled()).toBe(true);
    await page.getByText('xAI Grok Voice needs a key.').waitFor();
    expect(await violations()).toEqual([]);
    await picture('engines-light');
  });

  it('of one’s own are added by keyboard alone, and a wrong address reaches nobody', async () => {
    await page.getByRole('button', { name: 'Add an endpoint' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.type('Kitchen');
    await page.keyboard.press('Tab');
    await page.keyboard.type('kitchen.local');
    await page.keyboard.press('Enter');
    await page.getByText('An address begins with wss:// or ws://.').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByLabel('Address').fill(server.url);
    await page.keyboard.press('Enter');
    await page.getByText('Kitchen is saved. Test it before you use it.').waitFor();
    expect(server.connections).toEqual([]);
  });

  it('take a key that is never shown again, and are tested layer by layer', async () => {
    const card = page.locator('.engine').filter({ hasText: 'Kitchen' });
    await card.locator('summary').first().click();
    await card.getByLabel('Key of this endpoint').fill(CANARY);
    await card.getByRole('button', { name: 'Save the key' }).click();
    await card.getByText('The key is saved.').waitFor();
    await card.getByText('A key that ends in 5Hn1 is there.').waitFor();
    expect(await card.getByLabel('Key of this endpoint').inputValue()).toBe('');
    await card.getByRole('button', { name: 'Test Kitchen' }).click();
    await card.getByText('It works.').waitFor({ timeout: 15_000 });
    expect(authorization).toBe(`Bearer ${CANARY}`);
    expect(await card.locator('.engine-steps li').count()).toBe(4);
    expect(await violations()).toEqual([]);
    await picture('engines-tested');
  });

  it('answer once they are chosen, and what left this computer is written down', async () => {
    await press('Use Kitchen');
    await page.getByRole('button', { name: /^What answers: Kitchen\. Choose/ }).waitFor();
    await write('What colour is it?');
    await page.getByText(REPLY).first().waitFor({ timeout: 20_000 });
    await page
      .getByText(/^Kitchen, answered in/)
      .first()
      .waitFor({ timeout: 20_000 });
    expect(connectionsTo(server.port)).toBe(1);
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: 'What left this computer' }).click();
    await page
      .getByRole('cell', { name: `127.0.0.1:${server.port}` })
      .first()
      .waitFor();
    await page.getByRole('cell', { name: 'a turn' }).first().waitFor();
    expect(await violations()).toEqual([]);
    await picture('ledger-light');
  });

  it('may be this computer with a mind elsewhere: said role by role, and the conversation goes on with it', async () => {
    await press(/^What answers: Kitchen/);
    await press('Add a mind, ears or a voice elsewhere');
    await page.getByLabel('Name', { exact: true }).fill('Attic');
    await page.getByLabel('Address').fill(mind.url);
    await page.getByLabel('Model', { exact: true }).fill('attic-model');
    await page.getByLabel('Key (if the server wants one)').fill(MIND_KEY);
    expect(await violations()).toEqual([]);
    await picture('cascade-form');
    await press('Save the endpoint');
    await page.getByText('Attic is saved. Test it before you use it.').waitFor();
    await press('Use Attic');
    await page.getByRole('button', { name: /^What answers: Attic\. Choose/ }).waitFor({ timeout: 60_000 });
    await write('Who painted the ceiling of the Sistine Chapel?');
    await page.getByText('It was Michelangelo.').first().waitFor({ timeout: 60_000 });
    const [asked] = mind.asked;
    expect(asked?.headers['authorization']).toBe(`Bearer ${MIND_KEY}`);
    // The turn before, answered by another engine, came along.
    expect(JSON.stringify(asked?.body)).toContain('What colour is it?');
    await press(/^What answers: Attic/);
    await press('Use Kitchen');
    await page.getByRole('button', { name: /^What answers: Kitchen\. Choose/ }).waitFor({ timeout: 20_000 });
    await page.keyboard.press('Escape');
  });

  it('keep the key out of page, profile, logs, arguments, environment and crash reports', async () => {
    expect(foundIn(await page.content())).toBe(false);
    expect(foundIn(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])))).toBe(false);
    expect(launched.consoleLines.filter((line) => foundIn(line))).toEqual([]);
    for (const pid of await processIds())
      for (const file of ['cmdline', 'environ']) expect(foundIn(readFileSync(`/proc/${pid}/${file}`))).toBe(false);
    const files = readdirSync(launched.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const { parentPath, name } of files) expect([name, foundIn(readFileSync(join(parentPath, name)))]).toEqual([name, false]);
  });

  it('are all cut off by one switch: no connection is left, none is made, and this computer answers', async () => {
    await page.keyboard.press('Control+k');
    await press('Go offline');
    await expect.poll(() => connectionsTo(server.port)).toBe(0);
    const before = server.connections.length;
    await page.getByRole('button', { name: /^What answers: On this computer, Offline\./ }).waitFor({ timeout: 30_000 });
    await write('What time is it?');
    await page
      .getByText(/^It is .* (AM|PM)|^It's /)
      .first()
      .waitFor({ timeout: 30_000 });
    expect(server.connections).toHaveLength(before);
    expect(connectionsTo(server.port)).toBe(0);
    expect(launched.requests.filter((address) => !address.startsWith('app://') && !address.startsWith('blob:app://'))).toEqual([]);
  });

  it('look right in the dark', async () => {
    await press('Settings');
    await page.getByLabel('Appearance').selectOption('dark');
    await press(/^What answers:/);
    await page.getByRole('heading', { name: 'What answers' }).waitFor();
    expect(await violations()).toEqual([]);
    await picture('engines-dark');
    await press('What left this computer');
    await page.getByRole('cell', { name: 'a turn' }).first().waitFor();
    expect(await violations()).toEqual([]);
    await picture('ledger-dark');
  });
});
