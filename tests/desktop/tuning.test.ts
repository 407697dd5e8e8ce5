import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const reason = whyNoApp() ?? whyNoAudio();
if (reason !== null) console.warn(`Tuning in the window is not tested: ${reason}.`);

const ARTEFACTS = join(appFolder(), 'artefacts');
const recording = (name: string) => join(appFolder(), 'tests/recordings', `${name}.wav`);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(reason !== null)('tune to me, in the window', { timeout: 120_000 }, () => {
  let audio: VirtualAudio;
  let launched: LaunchedApp;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-tuning-'));
    audio = openVirtualAudio();
    mkdirSync(ARTEFACTS, { recursive: true });
    await open();
  });
  afterAll(async () => {
    await launched?.close();
    audio?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(): Promise<void> {
    // Its keyring is not there: a passphrase would keep the profile; what is tested here is the page.
    launched = await launchApp({ environment: audio.environment, profile: join(folder, 'profile') });
    ({ page } = launched);
    await page.waitForSelector('.shell');
    const skip = page.getByRole('button', { name: 'Skip' });
    await sleep(500);
    if ((await skip.count()) > 0) await skip.click();
    await page.waitForSelector('.presence[data-presence=idle]', { timeout: 150_000 });
    await page.waitForSelector('.microphone[data-microphone=open], .microphone[data-microphone=silent]', { timeout: 30_000 });
  }

  const picture = (name: string) => page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
  const axe = async () =>
    (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  const heading = (name: string) => page.getByRole('heading', { name }).waitFor({ timeout: 45_000 });
  /** A step ends by itself as well, on a slow machine before this. */
  const finish = () =>
    page
      .getByRole('button', { name: 'Done' })
      .click({ timeout: 1000 })
      .catch(() => undefined);
  const microphone = () => page.locator('.microphone').getAttribute('data-microphone');

  it('is found by the palette, and begins by the keyboard', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Tune to me');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'How it is now' }).waitFor();
    await page.getByText('It waits 1.00 times as long as for everybody.').waitFor();
    await picture('tuning-rest');
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: 'Begin' }).focus();
    await page.keyboard.press('Enter');
    await heading('Your pauses');
  });

  it('hears pauses, with the microphone shown as live and nothing of it taken for a turn', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Done' }).waitFor();
    expect(await microphone()).toBe('live');
    for (const name of ['tell-me-a-story', 'what-can-you-do', 'hello-how-are-you', 'what-time-is-it', 'tell-me-a-story']) {
      await audio.say(recording(name));
      await sleep(100);
    }
    await picture('tuning-hearing');
    expect(await axe()).toEqual([]);
    await finish();
    await heading('Your “mhm”');
    expect(await microphone()).not.toBe('live');
    expect(await page.getByRole('row', { name: /Pauses it would have cut off, of [4-9]/ }).count()).toBe(1);
  });

  it('hears what is said while listening', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Done' }).waitFor();
    for (const words of ['Yeah.', 'Okay.', 'Uh-huh.']) {
      const file = join(folder, 'listening.wav');
      execFileSync('espeak-ng', ['-v', 'en-us', '-w', file, words]);
      await audio.say(file);
      await sleep(700);
    }
    await finish();
    await heading('Your room');
    expect(await page.getByRole('row', { name: /Sounds that would have ended a reply, of [2-9]/ }).count()).toBe(1);
  });

  it('says some sentences into the room, and shows before and after', async () => {
    const speaker = audio.record('parley_speaker');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Done' }).waitFor();
    // The step ends by itself when it has said its sentences.
    await page.getByRole('button', { name: 'Use this' }).waitFor({ timeout: 60_000 });
    expect(speaker.firstSoundMs()).not.toBeNull();
    speaker.stop();
    for (const appearance of ['light', 'dark']) {
      await page.evaluate((look) => {
        document.documentElement.dataset['appearance'] = look;
      }, appearance);
      await sleep(300);
      await picture(`tuning-found-${appearance}`);
      expect(await axe()).toEqual([]);
    }
  });

  it('uses it when that is wished, and goes back', async () => {
    await page.getByRole('button', { name: 'Use this' }).click();
    await page.getByText('Parley uses this from now on, for you alone.').waitFor();
    const now = () => page.locator('.card .list').innerText();
    const tuned = await now();
    expect(tuned).not.toContain('It waits 1.00 times');
    expect(tuned).toContain('Nothing of its voice comes back to the microphone.');
    await picture('tuning-kept');
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    await page.getByText('It is as it was before.').waitFor();
    expect(await now()).toContain('It waits 1.00 times');
    expect(await page.locator('.captions .turn').count()).toBe(0);
  });

  it('lets nothing of it break the policy of the page', () => {
    expect(launched.consoleLines.filter((line) => /Content Security Policy|Refused to/.test(line))).toEqual([]);
  });
});
