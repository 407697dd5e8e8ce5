import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';

const why = whyNoApp();
if (why !== null) console.warn(`The tests of profiles are skipped: ${why}.`);

let launched: LaunchedApp;

const conversationPid = () =>
  launched.app.evaluate(
    ({ app }) => app.getAppMetrics().find((one) => /Parley conversation/.test(`${one.name} ${one.serviceName}`))?.pid ?? 0,
  );
/** The folders of the people after the first. */
const folders = () => {
  const folder = join(launched.profile, 'profiles');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const press = (name: string) => launched.page.getByRole('button', { name, exact: true }).click();

describe.skipIf(why !== null)('two people on one computer', () => {
  beforeAll(async () => {
    launched = await launchApp();
    await launched.page.getByRole('button', { name: 'Skip' }).click();
    await launched.page.getByLabel('Write instead of talking').waitFor();
  });
  afterAll(() => launched?.close());

  it('are added in Settings, on a page without barriers', async () => {
    const { page } = launched;
    await press('Settings');
    await page.getByPlaceholder('Name', { exact: true }).fill('Anna');
    await press('Add a person');
    await page.getByRole('button', { name: 'Switch to Anna' }).waitFor();
    expect(folders()).toHaveLength(1);
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  });

  it('are switched: another process, another folder, the welcome of somebody new', async () => {
    const { page } = launched;
    const pid = await conversationPid();
    await press('Switch to Anna');
    await page.getByText('Hold a key, talk, hear the answer.').waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByLabel('Write instead of talking').waitFor();
    await expect.poll(conversationPid).not.toBe(pid);
    const [anna] = folders();
    await expect.poll(() => readdirSync(anna ?? '').filter((name) => name.endsWith('.db'))).toHaveLength(1);
    await page.getByTitle('Profile: Anna').waitFor();
  });

  it('do not see each other’s words', async () => {
    const { page } = launched;
    const say = async (words: string) => {
      await page.getByLabel('Write instead of talking').fill(words);
      await page.keyboard.press('Enter');
      await page.getByText(words).first().waitFor();
    };
    await say('What time is it?');
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: 'Switch to Me' }).click();
    await page.getByTitle('Profile: Me').waitFor();
    await page.getByLabel('Write instead of talking').waitFor();
    expect(await page.getByText('What time is it?').filter({ hasNotText: 'Try' }).count()).toBe(0);
    await press('History');
    await page.getByText('No conversations yet. Say hello, and the first one will be here.').waitFor();
  });

  it('are removed with everything, after their name was written', async () => {
    const { page } = launched;
    await press('Settings');
    await press('Remove Anna');
    await page.getByLabel(/Write Anna to remove this person/).fill('Anna');
    await press('Remove for good');
    await expect.poll(folders).toEqual([]);
    expect(await page.getByTitle('Profile: Me').count()).toBe(0);
  });

  it('are told honestly what this system cannot do about screenshots', async () => {
    const text = /This system offers no way to do that/;
    expect(await launched.page.getByText(text).count()).toBe(process.platform === 'linux' ? 1 : 0);
  });
});
