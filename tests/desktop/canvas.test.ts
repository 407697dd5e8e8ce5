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
import { talkAtScreen } from '../conversation/skills/talk-at-screen.ts';
import { SPEAKERS, spoken } from '../recordings/spoken-set.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const reason = whyNoApp() ?? whyNoAudio();
if (reason !== null) console.warn(`Tables and orders in the window are not tested: ${reason}.`);

const ARTEFACTS = join(appFolder(), 'artefacts');
const BACK = 'Take that back.';
const LIST = ['Make a shopping list.', 'Put batteries on the shopping list.', 'Put apples on the shopping list.'] as const;
const ORDER = ['A cheeseburger, a large fries and a medium lemonade.', 'And an apple pie.', 'Cancel the fries.'] as const;

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

/** The user's words as they were recognised, oldest first. */
const heard = async () => {
  const shown = await page.locator('.captions .turn[data-role=user]:not([data-partial]) .words').allInnerTexts();
  // Beside a word that was put right stands what the recogniser made of it.
  return shown.map((words) => words.replaceAll(/\s*\(Heard as “[^”]*”\)\s*/g, ' ').trim());
};

/** What these words leave on the screen when they are typed: the recogniser's mistakes are not this test's. */
async function leftBy(sentences: readonly string[], takesOrders: boolean): Promise<string[]> {
  const { say: type, shelf } = talkAtScreen({ takesOrders });
  for (const sentence of sentences) await type(sentence);
  return shelf.current?.rows.map(({ cells }) => cells[0] ?? '') ?? [];
}

/** Holds the space bar while the sentence is spoken into the microphone, and waits for the answer to end. */
async function say(sentence: string): Promise<void> {
  const turns = page.locator('.captions .turn[data-role=assistant]:not([data-speaking])');
  const before = await turns.count();
  await page.keyboard.down('Space');
  await until('the microphone is live', async () => (await page.locator('.microphone').getAttribute('data-microphone')) === 'live', 5000);
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
    for (const [index, text] of [...LIST, ...ORDER, BACK].entries()) {
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
    for (const sentence of [...LIST, BACK]) await say(sentence);
    const words = await heard();
    expect(await rows(), words.join(' / ')).toEqual(await leftBy(words, false));
    await picture('canvas-list');
    expect(words.length).toBe(LIST.length + 1);
  }, 180_000);

  it('is changed by hand, and taken back by the keyboard alone', async () => {
    await page.getByLabel('Write instead of talking').fill('Make a list with milk and apples.');
    await page.keyboard.press('Enter');
    await until('the list is there', async () => (await rows()).join() === 'Milk,Apples');
    const before = await rows();
    await page.locator('.canvas-table tbody input.cell').first().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Torch');
    await page.keyboard.press('Enter');
    await until('the hand wrote it', async () => (await rows())[0] === 'Torch');
    await page.getByRole('button', { name: 'Take back' }).focus();
    await page.keyboard.press('Enter');
    await until('it is taken back', async () => (await rows())[0] === before[0]);
    expect(await rows()).toEqual(before);
  }, 90_000);

  it('is ticked off in words and by the keyboard alone', async () => {
    const ticked = () =>
      page.locator('.canvas-table .tick input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
    await page.getByLabel('Write instead of talking').fill('Tick off the milk.');
    await page.keyboard.press('Enter');
    await until('milk is ticked', async () => (await ticked()).join() === 'true,false');
    await page.locator('.canvas-table .tick input').last().focus();
    await page.keyboard.press('Space');
    await until('apples are ticked', async () => (await ticked()).join() === 'true,true');
    await picture('canvas-ticked');
    await page.keyboard.press('Space');
    await until('apples are not', async () => (await ticked()).join() === 'true,false');
    expect(await rows()).toEqual(['Milk', 'Apples']);
  }, 90_000);

  it('builds an order while one speaks, with the clerk, and changes it', async () => {
    const before = await heard();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Dash');
    await page.keyboard.press('Enter');
    await until('the clerk is there', async () => /Dash/.test(await page.locator('header').first().innerText()));
    await page.locator('body').click({ position: { x: 5, y: 500 } });
    for (const sentence of ORDER) await say(sentence);
    const words = (await heard()).slice(before.length);
    expect(await rows(), words.join(' / ')).toEqual(await leftBy(words, true));
    const prices = await page
      .getByLabel(/^Price of /)
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLInputElement).value.slice(1))));
    const total = prices.reduce((sum, price) => sum + price, 0).toFixed(2);
    expect(await page.locator('.canvas-table tfoot').innerText(), words.join(' / ')).toContain(`$${total}`);
    await picture('canvas-order');
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
