import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEARING_SAMPLE_RATE_HZ } from '../../electron/ipc/audio-frame.ts';
import { writeWav } from '../../models/audio/wav.ts';
import { modelFolder } from '../../models/model-folder.ts';
import { openPiper } from '../../models/text-to-speech/piper.ts';
import { SPEAKERS, spoken } from '../recordings/spoken-set.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const reason = whyNoApp() ?? whyNoAudio();
if (reason !== null) console.warn(`Tables and orders in the window are not tested: ${reason}.`);

const ARTEFACTS = join(appFolder(), 'artefacts');
const LIST = ['Make a shopping list with milk and apples.', 'Add oranges to the list.', 'Take that back.'];
const ORDER = ['A cheeseburger and a large lemonade.', 'Remove the cheeseburger.', 'Take that back.'];

let audio: VirtualAudio;
let launched: LaunchedApp;
let page: Page;
const files = new Map<string, string>();

async function until(what: string, check: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!(await check())) {
    if (performance.now() > endMs) {
      await picture(`failed-${what.replace(/\W+/g, '-')}`);
      throw new Error(`It did not happen within ${withinMs} ms: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function picture(name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
}

const isIdle = async () => (await page.locator('.presence').getAttribute('data-presence')) === 'idle';
/** First cells of the rows on the screen. */
const rows = () =>
  page
    .locator('.canvas-table tbody tr')
    .evaluateAll((found) => found.map((row) => row.querySelector<HTMLInputElement>('input.cell')?.value ?? ''));

/** Holds the space bar while the sentence is spoken into the microphone, and waits for the answer to end. */
async function say(sentence: string): Promise<void> {
  const turns = page.locator('.captions .turn[data-role=assistant]:not([data-speaking])');
  const before = await turns.count();
  await page.keyboard.down('Space');
  await audio.say(files.get(sentence) ?? '');
  await new Promise((resolve) => setTimeout(resolve, 150));
  await page.keyboard.up('Space');
  await until(`answered: ${sentence}`, async () => (await turns.count()) > before && (await isIdle()));
}

describe.skipIf(reason !== null)('what is shown while one speaks, in the real window', () => {
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-canvas-'));
    const voice = await openPiper({ modelFolder: modelFolder(), workerFolder: join(appFolder(), 'out/main/workers') });
    const [speaker] = SPEAKERS;
    for (const [index, text] of [...LIST, ...ORDER].entries()) {
      if (speaker === undefined) break;
      const file = join(folder, `${index}.wav`);
      writeFileSync(file, writeWav(await spoken(voice, { text, pronunciations: {} }, speaker, null), HEARING_SAMPLE_RATE_HZ));
      files.set(text, file);
    }
    await voice.close();
    audio = openVirtualAudio();
    launched = await launchApp({ environment: audio.environment });
    page = launched.page;
    await page.getByRole('button', { name: 'Skip' }).click({ timeout: 20_000 });
    await until('the assistant is ready', isIdle, 60_000);
  }, 180_000);
  afterAll(async () => {
    await launched?.close();
    audio?.close();
  });

  it('makes a list by voice, adds to it and takes it back', async () => {
    const [make = '', add = '', back = ''] = LIST;
    await say(make);
    expect(await rows()).toEqual(['Milk', 'Apples']);
    await picture('canvas-list');
    await say(add);
    expect(await rows()).toEqual(['Milk', 'Apples', 'Oranges']);
    await say(back);
    expect(await rows()).toEqual(['Milk', 'Apples']);
    const shownAfter = await page.getByText(/^shown \d+\.\d s after you spoke$/).innerText();
    console.log(`the list was ${shownAfter}`);
  }, 180_000);

  it('is changed by hand and by keyboard alone, and the voice goes on from there', async () => {
    await page.getByLabel('Item of Milk').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Oat milk');
    await page.keyboard.press('Enter');
    await until('the hand wrote it', async () => (await rows())[0] === 'Oat milk');
    await page.locator('body').click({ position: { x: 5, y: 500 } });
    await say(LIST[2] ?? '');
    expect(await rows()).toEqual(['Milk', 'Apples']);
  }, 90_000);

  it('builds an order while one speaks, with the clerk, and changes it', async () => {
    const [order = '', remove = '', back = ''] = ORDER;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Dash');
    await page.keyboard.press('Enter');
    await until('the clerk is there', async () => /Dash/.test(await page.locator('header').innerText()));
    await page.locator('body').click({ position: { x: 5, y: 500 } });
    await say(order);
    expect(await rows()).toEqual(['Cheeseburger', 'Lemonade']);
    expect(await page.locator('.canvas-table tfoot').innerText()).toContain('$7.98');
    await picture('canvas-order');
    await say(remove);
    expect(await rows()).toEqual(['Lemonade']);
    await say(back);
    expect(await rows()).toEqual(['Cheeseburger', 'Lemonade']);
  }, 180_000);

  it('has no barrier for a screen reader, light and dark, here and on the shelf', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    }
    await picture('canvas-dark');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Tables & lists' }).waitFor();
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
    await picture('canvas-shelf');
  }, 60_000);
});
