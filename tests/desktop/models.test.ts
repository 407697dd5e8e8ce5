import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelFolder } from '../../models/model-folder.ts';
import { writeTalkingGguf } from '../models/language/talking-gguf.ts';
import { appFolder, type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

const BASE = join(modelFolder(), 'gemma-3-270m-q4/gemma-3-270m-q4_k_m.gguf');
const why = whyNoApp() ?? (existsSync(BASE) ? null : `${BASE} is not there (npm run -s parley -- models get)`);
if (why !== null) console.warn(`The tests of larger models are skipped: ${why}.`);

/** Loading and measuring a model on a busy machine. */
const TRIAL_MS = 120_000;

let launched: LaunchedApp;
let page: Page;
let models: string;

const violations = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
const own = (name: string) => page.locator('.engine').filter({ hasText: name }).first();

async function picture(name: string): Promise<void> {
  const folder = join(appFolder(), 'artefacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.skipIf(why !== null)('larger models in the window', () => {
  beforeAll(async () => {
    models = mkdtempSync(join(tmpdir(), 'parley-models-'));
    for (const each of readdirSync(modelFolder())) if (each !== 'own') symlinkSync(join(modelFolder(), each), join(models, each));
    launched = await launchApp({ environment: { PARLEY_MODELS: models } });
    ({ page } = launched);
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByLabel('Write instead of talking').waitFor();
  }, TRIAL_MS);
  afterAll(async () => {
    await launched?.close();
    if (models !== undefined) rmSync(models, { recursive: true });
  });

  it('begin at an honest label of the small one, one click away', async () => {
    await page.getByRole('button', { name: /^What answers: On this computer/ }).click();
    await page.getByText('It knows no facts, makes no plans of its own').waitFor();
    expect(await violations()).toEqual([]);
    await picture('mind-label');
    await page.getByRole('button', { name: 'Get a larger model' }).click();
    await page.getByRole('heading', { name: 'Larger models for this computer' }).waitFor();
    await page.getByText('None yet. Put a GGUF file').waitFor();
    await page.getByText('Qwen3 8B').waitFor();
    expect(await violations()).toEqual([]);
    await picture('models-none');
  });

  it(
    'that are put into the folder are found, with what they cannot do',
    async () => {
      writeTalkingGguf(BASE, join(models, 'own', 'Talking small.gguf'));
      symlinkSync(BASE, join(models, 'own', 'base.gguf'));
      writeFileSync(join(models, 'own', 'page.gguf'), '<html>sign in</html>');
      await page.getByRole('button', { name: 'Look again' }).click();
      await page.getByText('This is no GGUF file, or a damaged one.').waitFor({ timeout: TRIAL_MS });
      await page.getByText('It has no chat template').waitFor();
      expect(await page.getByRole('button', { name: 'Try page' }).isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Use Talking small', exact: true }).isDisabled()).toBe(true);
    },
    TRIAL_MS,
  );

  it(
    'are tried, stopped and tried again; the speed is measured here',
    async () => {
      const card = own('Talking small');
      await card.getByRole('button', { name: 'Try Talking small' }).click();
      await card.getByRole('button', { name: 'Stop trying' }).click();
      await card.getByText('Stopped.').waitFor({ timeout: TRIAL_MS });
      await card.getByRole('button', { name: 'Try Talking small' }).click();
      await card.getByText(/Loading the model|Reading the question|tokens written/).waitFor();
      await card.getByText(/tokens a second written/).waitFor({ timeout: TRIAL_MS });
      expect(await card.getByText(/tokens a second written/).innerText()).toMatch(
        /^[\d.]+ tokens a second written, \d+ read; loaded in [\d.]+ s\./,
      );
      expect(await violations()).toEqual([]);
      await picture('models-tried');
    },
    2 * TRIAL_MS,
  );

  it(
    'answer when they are chosen, and give way again',
    async () => {
      await own('Talking small').getByRole('button', { name: 'Use Talking small' }).click();
      await page.getByRole('button', { name: /^What answers: Talking small/ }).waitFor({ timeout: TRIAL_MS });
      await page.keyboard.press('Escape');
      await page.getByLabel('Write instead of talking').fill('What time is it?');
      await page.keyboard.press('Enter');
      await page
        .getByText(/It's .* (?:in the|at) |o'clock|noon|midnight/)
        .first()
        .waitFor({ timeout: TRIAL_MS });
      await picture('models-answering');
      await page.getByRole('button', { name: /^What answers: Talking small/ }).click();
      await page.getByRole('button', { name: 'Use On this computer' }).click();
      await page.getByRole('button', { name: /^What answers: On this computer/ }).waitFor({ timeout: TRIAL_MS });
    },
    2 * TRIAL_MS,
  );
});
