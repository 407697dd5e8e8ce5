import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { appFolder } from './launch-app.ts';
import type { VirtualAudio } from './virtual-audio.ts';

/** The program hears a sound later than it was played, and a person lets go of the key later than the last word. */
const TAIL_MS = 200;

/** Holds the space bar, waits until the window listens, and speaks a recording of `tests/recordings`. */
export async function holdAndSay(page: Page, audio: VirtualAudio, name: string): Promise<void> {
  await page.keyboard.down('Space');
  await page.locator('[data-presence=listening]').waitFor({ timeout: 5000 });
  await audio.say(join(appFolder(), `tests/recordings/${name}.wav`));
  await sleep(TAIL_MS);
  await page.keyboard.up('Space');
}
