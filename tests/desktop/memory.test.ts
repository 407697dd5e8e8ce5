import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

const reason = whyNoApp();
if (reason !== null) console.warn(`The screens of people and memory are not tested: ${reason}.`);

describe.skipIf(reason !== null)('what Parley knows, in its window', () => {
  let launched: LaunchedApp;
  let page: Page;
  const csv = join(tmpdir(), `parley-names-${process.pid}.csv`);

  beforeAll(async () => {
    launched = await launchApp();
    ({ page } = launched);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByLabel('Write instead of talking').waitFor();
  });
  afterAll(async () => {
    await launched?.close();
    rmSync(csv, { force: true });
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const go = (pane: string) => page.getByRole('navigation').getByRole('button', { name: pane, exact: true }).click();
  const say = async (words: string) => {
    await page.getByLabel('Write instead of talking').fill(words);
    await page.keyboard.press('Enter');
    await page.getByText(words).first().waitFor();
  };
  const conversationPid = () =>
    launched.app.evaluate(
      ({ app }) => app.getAppMetrics().find((one) => /Parley conversation/.test(`${one.name} ${one.serviceName}`))?.pid ?? 0,
    );
  /** In the light and in the dark. */
  const barriers = async () => {
    const found: string[] = [];
    for (const appearance of ['dark', 'light']) {
      await page.evaluate((look) => {
        document.documentElement.dataset['appearance'] = look;
      }, appearance);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      found.push(...violations.map(({ id, nodes }) => `${appearance}: ${id} ${nodes[0]?.html}`));
    }
    return found;
  };
  /** What the page gives to be saved. */
  const saved = async (button: string) => {
    const coming = launched.app.evaluate(
      ({ session }) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            const path = `/tmp/parley-saved-${Date.now()}`;
            item.setSavePath(path);
            item.once('done', () => resolve(path));
          });
        }),
    );
    await press(button);
    const path = await coming;
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    return text;
  };

  it('shows under the turn what was learned from it, with the way to take it back', async () => {
    await say('No, my name is Igor.');
    await page.getByText('Your name is Igor').first().waitFor();
    await say('I live in Berlin.');
    await page.getByText('You live in Berlin').first().waitFor();
    await say('I am allergic to peanuts.');
    await page.getByText('You are allergic to peanuts').first().waitFor();
    await say('My sister is called Ana.');
    await say('My favorite tea is Assam.');
    await page.getByText('Your favorite tea is Assam').first().waitFor();
    expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBeGreaterThan(2);
  });

  it('shows people and words, which leave as a table and come back from it', async () => {
    await go('People & words');
    await page.getByText('Ana', { exact: true }).waitFor();
    expect(await barriers()).toEqual([]);
    const table = await saved('Export CSV');
    expect(table).toContain('Igor');
    writeFileSync(
      csv,
      `${table.trimEnd()}\r\n${
        table
          .split('\r\n')
          .find((line) => line.includes('Ana'))
          ?.replaceAll('Ana', 'Siobhan') ?? ''
      }\r\n`,
    );
    await page.locator('input[type=file]').setInputFiles(csv);
    await page.getByText('Siobhan', { exact: true }).waitFor();
    await page.getByText('Siobhan', { exact: true }).click();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('shows every fact with who knows it, walked and decided by keys alone', async () => {
    await go('Memory');
    const nova = page.getByRole('switch', { name: 'Nova knows “I live in Berlin”', exact: true });
    await nova.waitFor();
    expect(await barriers()).toEqual([]);
    await nova.focus();
    await page.keyboard.press('Space');
    const excepted = page.getByRole('switch', { name: 'Nova knows “I live in Berlin”, decided for this alone' });
    await excepted.waitFor();
    expect(await excepted.getAttribute('aria-checked')).toBe('false');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^(?!Nova).* knows “I live in Berlin”$/);
  });

  it('is exported as JSON and as Markdown', async () => {
    expect(JSON.parse(await saved('Export as JSON'))).toMatchObject({
      facts: expect.arrayContaining([expect.objectContaining({ words: 'I live in Berlin' })]),
    });
    expect(await saved('Export as Markdown')).toContain('I live in Berlin');
  });

  it('is forgotten for good, and wholly deleted under a new key', async () => {
    await press('Forget “I live in Berlin”');
    await press('Forget for good');
    await page.getByText('Forgotten. It is nowhere any more.').waitFor();
    const process = await conversationPid();
    await press('Delete everything');
    await page.getByLabel(/^Type DELETE/).fill('DELETE');
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await page.getByText(/^Nothing yet/).waitFor({ timeout: 20_000 });
    await expect.poll(conversationPid).not.toBe(process);
    expect(await page.getByRole('switch', { name: 'Nova knows about me' }).getAttribute('aria-checked')).toBe('true');
    await go('People & words');
    await page.getByText(/^No names yet/).waitFor();
    await go('History');
    await page.getByText(/^No conversations yet/).waitFor();
    await go('Conversation');
    await say('I like pears.');
    await page.getByText('You like pears').first().waitFor();
  });
});
