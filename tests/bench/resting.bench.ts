import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../desktop/launch-app.ts';
import { openVirtualAudio } from '../desktop/virtual-audio.ts';
import { openDisplay } from '../desktop/virtual-display.ts';
import { openDialectServer } from '../models/speech-to-speech/hosted/servers/open-dialect-server.ts';
import { bareWindow } from './plain-start.ts';
import { idlePercent, pssMegabytes } from './process-figures.ts';
import { report, wanted } from './rows.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Whatever a start leaves to do is done by then. */
const SETTLED_MS = 20_000;
const TRAY_MB = 160;
const BESIDE_A_BARE_WINDOW_MB = 40;

describe.skipIf(!['e3', 'e4'].some(wanted))('at rest', () => {
  it('e3 e4: a service answers, nothing of this computer is loaded; then with the microphone closed between turns', async () => {
    const display = await openDisplay();
    const audio = openVirtualAudio();
    const environment = { ...audio.environment, DISPLAY: display.display };
    const profile = mkdtempSync(join(tmpdir(), 'parley-bench-resting-'));
    const server = await openDialectServer('realtime', { hear: () => 'hello', reply: () => 'hello', wordMs: 60 });
    try {
      const bare = await bareWindow(environment);
      await chooseService(environment, profile, server.url);
      const launched = await launchApp({ environment, profile });
      try {
        await measure(launched, bare.megabytes);
      } finally {
        await launched.close();
      }
    } finally {
      await server.close();
      audio.close();
      display.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

async function chooseService(environment: Record<string, string>, profile: string, address: string): Promise<void> {
  const launched = await launchApp({ environment, profile });
  const { page } = launched;
  try {
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.locator('.presence[data-presence=idle]').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: /^What answers: On this computer/ }).click();
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Kitchen');
    await page.getByLabel('Address').fill(address);
    await page.keyboard.press('Enter');
    await page.getByText('Kitchen is saved.').waitFor();
    await page.getByRole('button', { name: 'Use Kitchen', exact: true }).click();
    await page.getByRole('button', { name: /^What answers: Kitchen\. Choose/ }).waitFor({ timeout: 30_000 });
  } finally {
    await launched.close();
  }
}

async function measure(launched: LaunchedApp, bareMegabytes: number): Promise<void> {
  const pid = launched.app.process().pid ?? 0;
  const show = (isShown: boolean) =>
    launched.app.evaluate(({ BrowserWindow }, shown) => {
      const [window] = BrowserWindow.getAllWindows();
      if (shown) window?.show();
      else window?.hide();
    }, isShown);
  const naive = { naive: [bareMegabytes], naiveWay: 'a bare Electron window of the same run' };
  await launched.page.waitForSelector('.shell');
  await sleep(SETTLED_MS);
  report({
    ...{ row: 'e3', item: 'memory, a service answers, window open', unit: 'MB PSS', ...naive },
    ...{ goal: { p50: Math.round(bareMegabytes) + BESIDE_A_BARE_WINDOW_MB }, values: [pssMegabytes(pid)] },
  });
  await show(false);
  await sleep(SETTLED_MS);
  report({
    ...{ row: 'e3', item: 'memory, a service answers, hidden in the tray', unit: 'MB PSS', ...naive },
    ...{ goal: { p50: TRAY_MB }, values: [pssMegabytes(pid)] },
  });
  await show(true);
  await launched.page.keyboard.press('Control+,');
  await launched.page.getByLabel(/^Keep the microphone open/).setChecked(false);
  await launched.page.keyboard.press('Escape');
  await launched.page.waitForSelector('.microphone[data-microphone=closed]');
  await show(false);
  await sleep(SETTLED_MS);
  report({
    ...{ row: 'e4', item: 'idle in the tray, microphone closed between turns', unit: '% of one core' },
    ...{ goal: { p50: 0.1 }, values: [await idlePercent(pid), await idlePercent(pid)] },
  });
}
