import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWav } from '../../models/audio/wav.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const reason = whyNoApp() ?? whyNoAudio();
if (reason !== null) console.warn(`Recording in the window is not tested: ${reason}.`);

const recording = (name: string) => join(appFolder(), 'tests/recordings', name);

describe.skipIf(reason !== null)('recording a memo in the real window', () => {
  let audio: VirtualAudio;
  let launched: LaunchedApp;
  let page: Page;
  beforeAll(async () => {
    audio = openVirtualAudio();
    launched = await launchApp({ environment: audio.environment });
    page = launched.page;
    await page.getByRole('button', { name: 'Skip' }).click({ timeout: 60_000 });
    await page.keyboard.press('Control+T');
  }, 180_000);
  afterAll(async () => {
    await launched?.close();
    audio?.close();
  });

  it('hears words while it records, keeps the sound, and shows all the while that it listens', async () => {
    const badge = page.locator('.badge.microphone');
    await page.getByRole('button', { name: 'Record a memo' }).click();
    await page.locator('.badge.microphone[data-microphone="live"]').waitFor({ timeout: 60_000 });
    // The microphone takes its time to open the first time; said again until it is heard.
    const heard = page.locator('section[aria-label="Recording"] p').filter({ hasText: /timer/i });
    for (let count = 0; count < 6 && (await heard.count()) === 0; count++) {
      await audio.say(recording('set-a-timer.wav'));
      await heard.waitFor({ timeout: 12_000 }).catch(() => undefined);
    }
    expect(await heard.count()).toBe(1);
    expect(await badge.getAttribute('data-microphone')).toBe('live');
    mkdirSync(join(appFolder(), 'artefacts'), { recursive: true });
    await page.screenshot({ path: join(appFolder(), 'artefacts', 'recordings-recording.png') });
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Record a memo' }).waitFor({ timeout: 60_000 });
    await page.locator('.job[data-state="done"]').waitFor({ timeout: 60_000 });
    expect(await badge.getAttribute('data-microphone')).not.toBe('live');
    // The assistant answered nothing of it.
    expect(await page.getByText('Five minutes').count()).toBe(0);
    const folder = join(launched.profile, 'recordings', 'sound');
    const [file = ''] = readdirSync(folder);
    const kept = readFileSync(join(folder, file));
    // A second and more of sound, and nothing of it readable beside Parley.
    expect(kept.length).toBeGreaterThan(32_000);
    expect(kept.toString('latin1', 0, 8)).toBe('PARLEYS1');
    expect(kept.includes('RIFF')).toBe(false);
    // In Parley it is heard and drawn as any other.
    await page.getByRole('button', { name: /^Open memo/ }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.locator('.word[data-sounding]').first().waitFor({ timeout: 30_000 });
    // Its way out to other programs.
    const out = join(launched.profile, 'out.wav');
    await launched.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, out);
    await page.getByRole('button', { name: 'Save as' }).click();
    await page.getByRole('menuitem', { name: 'The sound itself (WAV)' }).click();
    for (const endMs = Date.now() + 20_000; !existsSync(out) && Date.now() < endMs; ) await page.waitForTimeout(100);
    expect(readWav(readFileSync(out)).samples.some((sample) => Math.abs(sample) > 0.05)).toBe(true);
  }, 400_000);

  it('records a meeting: the microphone and what the computer plays, each as a speaker of its own', async () => {
    await page.keyboard.press('Control+T');
    await page
      .getByRole('button', { name: 'All recordings' })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await page.getByText('each as a speaker of its own').waitFor();
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Record a meeting' }).click();
    await page.locator('.badge.microphone[data-microphone="live"]').waitFor({ timeout: 60_000 });
    await page.getByText(/^Recording 0:0[1-9]/).waitFor({ timeout: 30_000 });
    await audio.say(recording('set-a-timer.wav'));
    await audio.play(recording('capital-of-france.wav'));
    await page.waitForTimeout(2_000);
    await page.screenshot({ path: join(appFolder(), 'artefacts', 'recordings-meeting.png') });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.locator('.job[data-state="done"]').filter({ hasText: 'meeting' }).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: /^Open meeting/ }).click();
    const said = async () =>
      await page
        .locator('.transcript-row')
        .evaluateAll((rows) =>
          rows.map(
            (row) => `${row.querySelector('select')?.selectedOptions[0]?.textContent}: ${row.querySelector('.segment-words')?.textContent}`,
          ),
        );
    await page
      .locator('.segment-words')
      .filter({ hasText: /France/ })
      .waitFor({ timeout: 30_000 });
    const rows = await said();
    console.log(rows.join('\n'));
    expect(rows.filter((row) => /timer/i.test(row)).every((row) => row.startsWith('Speaker 1'))).toBe(true);
    expect(rows.filter((row) => /France/.test(row)).every((row) => row.startsWith('Speaker 2'))).toBe(true);
    expect(rows.some((row) => /timer/i.test(row))).toBe(true);
    // What was given for this recording is not given again.
    expect(
      await page.evaluate(() =>
        navigator.mediaDevices.getDisplayMedia({ audio: true }).then(
          () => 'given',
          ({ name }) => name,
        ),
      ),
    ).not.toBe('given');
  }, 400_000);
});
