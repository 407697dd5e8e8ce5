import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { makeTalk, recordingsPage } from './recordings-page.ts';

const reason = whyNoApp();
if (reason !== null) console.warn(`Jobs that outlive the window are not tested: ${reason}.`);

const SENTENCES = ['capital-of-france.wav', 'what-time-is-it.wav', 'set-a-timer.wav', 'miles.wav', 'twelve-times-seven.wav'];
const COUNT = 60;
const EVERY_S = 4;
const PASSPHRASE = 'a horse made of batteries';

describe.skipIf(reason !== null)('a job, in a window that goes away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-resume-'));
  const profile = join(folder, 'profile');
  const talk = join(folder, 'Long talk.wav');
  let launched: LaunchedApp;
  let page: Page;
  let kit: ReturnType<typeof recordingsPage>;
  afterAll(async () => {
    await launched?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Without a keyring the passphrase is what outlives the window. */
  const launch = async () => {
    launched = await launchApp({ profile });
    page = launched.page;
    kit = recordingsPage(page);
    await page
      .getByRole('button', { name: 'Skip' })
      .click({ timeout: 20_000 })
      .catch(() => undefined);
    await page.keyboard.press('Control+,');
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    await kit.until('the passphrase is asked for', async () => (await passphrase.count()) > 0, 30_000);
    await passphrase.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+T');
    await page.getByRole('button', { name: 'Record a memo' }).waitFor();
  };
  const percentOf = async (name: string) =>
    Number(
      /(\d+) %/.exec(
        await kit
          .job(name)
          .innerText({ timeout: 1000 })
          .catch(() => ''),
      )?.[1] ?? Number.NaN,
    );
  const isPast = (percent: number) => kit.until(`${percent} % are done`, async () => (await percentOf('Long talk')) >= percent, 240_000);
  const isDone = (name: string) => kit.until(`${name} is done`, async () => (await kit.stateOf(name)) === 'done', 300_000);
  const journal = () => {
    const name = readdirSync(join(profile, 'recordings')).find((one) => one.endsWith('.journal'));
    return name === undefined
      ? []
      : readFileSync(join(profile, 'recordings', name), 'utf8')
          .split('\n')
          .slice(0, -1);
  };
  const textOf = async (name: string) => {
    await kit.press(`Open ${name}.wav`);
    await page.locator('.segment-words').first().waitFor();
    await page.getByRole('button', { name: 'Copy the text' }).click();
    await page.getByText('The text is in the clipboard.').waitFor({ state: 'attached' });
    const text = await launched.app.evaluate(({ clipboard }) => clipboard.readText());
    await kit.press('All recordings');
    return text;
  };

  it('goes on where it was after quitting and after a kill, does no finished stretch again, and gives the same text', async () => {
    mkdirSync(profile);
    makeTalk(
      talk,
      Array.from({ length: COUNT }, (_, index) => SENTENCES[index % SENTENCES.length] ?? ''),
      EVERY_S,
    );
    await launch();
    await kit.drop(talk);
    await isPast(15);
    await launched.app.close();
    const afterQuit = journal();
    expect(afterQuit.length).toBeGreaterThan(1);

    await launch();
    await isPast(40);
    const ended = new Promise((resolve) => launched.app.process().once('exit', resolve));
    launched.app.process().kill('SIGKILL');
    await ended;
    const afterKill = journal();
    expect(afterKill.slice(0, afterQuit.length)).toEqual(afterQuit);
    expect(afterKill.length).toBeGreaterThan(afterQuit.length);

    await launch();
    await kit.until('it runs on', async () => (await percentOf('Long talk')) >= 30, 60_000);
    expect(journal().slice(0, afterKill.length)).toEqual(afterKill);
    await kit.picture('resumed');
    await isDone('Long talk');
    const resumed = await textOf('Long talk');

    // The same file once more, undisturbed.
    await page.getByRole('button', { name: /^Remove: Long talk/ }).click();
    await kit.press('Remove the text for good');
    await kit.until('it is gone', async () => (await kit.job('Long talk').count()) === 0);
    await kit.drop(talk);
    await isDone('Long talk');
    expect(await textOf('Long talk')).toBe(resumed);
    expect(resumed.length).toBeGreaterThan(COUNT * 10);
    expect(await kit.axe()).toEqual([]);
  }, 900_000);
});
