import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptedService } from '../models/hosted-transcription/scripted-service.ts';
import { type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { makeTalk, recordingsPage, sleep } from './recordings-page.ts';

const reason = whyNoApp();
if (reason !== null) console.warn(`Choosing a service in the window is not tested: ${reason}.`);

/** Longer than the shortest that is told of in a notification. */
const SLOW_MS = 21_000;
const KEY = 'sk-canary-4711-recordings';

interface Watched {
  bars: number[];
  notifications: { title: string; body: string; emit: (name: string) => void }[];
}

describe.skipIf(reason !== null)('a service instead of this computer, in the real window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-ways-'));
  const talk = join(folder, 'Board meeting.wav');
  let launched: LaunchedApp;
  let page: Page;
  let kit: ReturnType<typeof recordingsPage>;
  let service: Awaited<ReturnType<typeof scriptedService>>;

  beforeAll(async () => {
    makeTalk(talk, ['capital-of-france.wav', 'set-a-timer.wav'], 5);
    service = await scriptedService(async () => {
      await sleep(SLOW_MS);
      return { body: JSON.stringify({ text: 'The board meets on Monday.' }) };
    });
    launched = await launchApp();
    page = launched.page;
    kit = recordingsPage(page);
    await page.getByRole('button', { name: 'Skip' }).click({ timeout: 60_000 });
    await page.keyboard.press('Control+T');
    // What the system would show is written down instead.
    await launched.app.evaluate(({ BrowserWindow, Notification }) => {
      const watched: Watched = { bars: [], notifications: [] };
      (globalThis as unknown as { watched: Watched }).watched = watched;
      BrowserWindow.prototype.setProgressBar = (share) => void watched.bars.push(share);
      Notification.isSupported = () => true;
      Notification.prototype.show = function show(this: Electron.Notification) {
        const { title, body } = this;
        watched.notifications.push({ title, body, emit: (name) => void this.emit(name) });
      };
    });
  }, 180_000);
  afterAll(async () => {
    await launched?.close();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is named, with its key, and chosen for new files', async () => {
    await page.getByText('How new files become text').click();
    await page.getByRole('button', { name: 'Add a service' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Office');
    await page.getByLabel('Address').fill('http://speech.example/v1');
    await page.getByLabel('Model').fill('whisper-1');
    await kit.until('the address is refused', async () => {
      await kit.press('Add it');
      return (await page.getByText('An address begins with https://').count()) > 0;
    });
    expect(await kit.axe()).toEqual([]);
    await page.getByLabel('Address').fill(service.url);
    await kit.press('Add it');
    await page.locator('.service input[type=password]').fill(KEY);
    await page.keyboard.press('Enter');
    await page.getByText(/ends in|ending/).waitFor();
    await page.getByLabel('Where it becomes text').selectOption({ label: `Office: whisper-1 at ${new URL(service.url).host}` });
    await kit.picture('ways');
    expect(await kit.axe()).toEqual([]);
  });

  it('is told what leaves before anything does, and asked for the language', async () => {
    await kit.drop(talk);
    await page.getByText(`The sound of this file (0:10) leaves this computer for ${new URL(service.url).host}`).waitFor();
    expect(service.asked).toEqual([]);
    expect(await kit.axe()).toEqual([]);
    await kit.picture('leaves');
    await page.locator('form').getByLabel('Language').selectOption('de');
  });

  it('shows progress on the taskbar, and a notification when it ends while the window is hidden', async () => {
    await page.getByRole('button', { name: /^Send it to/ }).click();
    await kit.until('the service is asked', async () => service.asked.length > 0);
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const watched = () =>
      launched.app.evaluate(() => {
        const { bars, notifications } = (globalThis as unknown as { watched: Watched }).watched;
        return { bars, notifications: notifications.map(({ title, body }) => `${title}: ${body}`) };
      });
    await kit.until('it is told', async () => (await watched()).notifications.length > 0, 120_000);
    expect((await watched()).notifications).toEqual(['A recording is text now: Board meeting.wav is ready to read.']);
    const { bars } = await watched();
    expect(bars.at(-1)).toBe(-1);
    expect(bars.some((share) => share >= 0)).toBe(true);
    await launched.app.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.notifications[0]?.emit('click'));
    await kit.until('the window is back', () =>
      launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
    );
    await page.getByText('The board meets on Monday.').waitFor();
    await page.getByText(/of its sound left this computer for 127\.0\.0\.1/).waitFor();
  }, 180_000);

  it('sent nothing but sound, language, model and key, and wrote it into the ledger', async () => {
    const [asked] = service.asked;
    expect(asked?.authorization).toBe(`Bearer ${KEY}`);
    expect(asked?.fields.get('language')).toEqual(['de']);
    expect(JSON.stringify([...(asked?.fields ?? [])])).not.toMatch(/Board|meeting/);
    expect(await page.content()).not.toContain(KEY);
    await kit.press('All recordings');
    expect(await kit.job('Board meeting').innerText()).toContain(`at ${new URL(service.url).host}`);
    await page.keyboard.press('Control+,');
    await kit.press('What left this computer');
    await page.getByText('a recording').first().waitFor();
    expect(await page.locator('.wide-sheet').innerText()).toContain(new URL(service.url).host);
    expect(await kit.axe()).toEqual([]);
  });

  it('is transcribed once more on this computer', async () => {
    await page.keyboard.press('Control+T');
    await page.getByRole('button', { name: /^Transcribe again in another way: Board/ }).click();
    await page.locator('form').getByLabel('Where it becomes text').selectOption('on-device');
    await kit.press('Transcribe');
    await kit.until('both are done', async () => (await page.locator('.job[data-state="done"]').count()) === 2, 120_000);
    await page.getByRole('button', { name: 'Open Board meeting.wav' }).first().click();
    await page
      .getByText(/France/)
      .first()
      .waitFor();
  }, 180_000);
});
