import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

const reason = whyNoApp();
if (reason !== null) console.warn(`The screen of personas is not tested: ${reason}.`);

describe.skipIf(reason !== null)('the screen of personas', () => {
  let launched: LaunchedApp;
  let page: Page;
  const file = join(tmpdir(), `parley-persona-${process.pid}.json`);

  beforeAll(async () => {
    launched = await launchApp();
    ({ page } = launched);
    await page.getByRole('button', { name: 'Talk to: Nova' }).waitFor();
    await page.keyboard.press('Control+Shift+P');
    await page.getByRole('button', { name: 'Open Nova' }).waitFor();
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(file, { force: true });
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const axe = async () =>
    (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  const done = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

  it('shows all that came with Parley, in the light and in the dark', async () => {
    expect(await page.locator('.persona-open').count()).toBe(10);
    for (const appearance of ['light', 'dark']) {
      await page.evaluate((look) => {
        document.documentElement.dataset['appearance'] = look;
      }, appearance);
      expect(await axe()).toEqual([]);
    }
  });

  it('copies one, keeps the change, deletes it and brings it back', async () => {
    await press('Open Hazel');
    await press('Make a copy');
    await done('Hazel 2 is a copy of Hazel.');
    expect(await axe()).toEqual([]);
    await page.getByLabel('Greeting, once a day').fill('Front desk.');
    await press('Save');
    await done('Hazel 2 is saved.');
    await press('Open Hazel 2');
    await press('Delete');
    await done('Hazel 2 is deleted.');
    await page.getByRole('button', { name: 'Open Hazel 2' }).waitFor({ state: 'detached' });
    await press('Undo');
    await done('Hazel 2 is back.');
    await press('Open Hazel 2');
    expect(await page.getByLabel('Greeting, once a day').inputValue()).toBe('Front desk.');
    await press('All personas');
  });

  it('imports a file, and opens it to be read first', async () => {
    const mia = JSON.parse(readFileSync(join(appFolder(), 'assets/personas/mia.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...mia, name: 'Ada', character: 'Ada\u200B is a <b>coach</b>.' }));
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('One hidden sign was taken out of its texts.').waitFor();
    expect(await page.getByLabel('Character', { exact: true }).inputValue()).toBe('Ada is a <b>coach</b>.');
    expect(await page.getByRole('switch', { name: /Knows what Parley knows/ }).getAttribute('aria-checked')).toBe('false');
    expect(await axe()).toEqual([]);
    await press('Delete');
    await done('Ada is deleted.');
  });

  it('hands the conversation over from the header, by key', async () => {
    await page.getByRole('button', { name: 'Talk to: Nova' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: /Winston/ }).waitFor();
    expect(await axe()).toEqual([]);
    await page.keyboard.type('Win');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Talk to: Winston' }).waitFor();
  });

  it('lets nothing of it break the policy of the page', () => {
    expect(launched.consoleLines.filter((line) => /Content Security Policy|Refused to/.test(line))).toEqual([]);
  });
});
