import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMissing } from '../models/real-places.ts';
import { electronFile, type LaunchedApp, launchApp, launchArguments, whyNoApp } from './launch-app.ts';
import { makeStereo, makeTalk, recordingPath, recordingsPage } from './recordings-page.ts';

const reason = whyNoApp();
if (reason !== null) console.warn(`The ways of recordings into the window are not tested: ${reason}.`);

describe.skipIf(reason !== null)('the ways in, and the queue', () => {
  let launched: LaunchedApp;
  let page: Page;
  let kit: ReturnType<typeof recordingsPage>;
  const folder = mkdtempSync(join(tmpdir(), 'parley-ways-'));
  const media = (name: string) => recordingPath(join('media', name));
  const isDone = (name: string) => async () => (await kit.stateOf(name)) === 'done';

  beforeAll(async () => {
    copyFileSync(media('speech.opus'), join(folder, 'at start.opus'));
    // A file is handed over before there is anybody to take it.
    launched = await launchApp({ args: [join(folder, 'at start.opus')] });
    page = launched.page;
    kit = recordingsPage(page);
  }, 120_000);
  afterAll(async () => {
    await launched?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a file that the program was started with', async () => {
    await kit.until('the file of the start is done', isDone('at start.opus'), 100_000);
  }, 120_000);

  it('takes a file of a second start, and of the dialog', async () => {
    copyFileSync(media('speech.mp3'), join(folder, 'second start.mp3'));
    copyFileSync(media('speech.m4a'), join(folder, 'dialog.m4a'));
    const display = await launched.app.evaluate(() => process.env['DISPLAY'] ?? '');
    const second = spawn(electronFile(), launchArguments(launched.profile, [join(folder, 'second start.mp3')]), {
      env: { ...process.env, DISPLAY: display },
      stdio: 'ignore',
    });
    await new Promise((resolve) => second.once('exit', resolve));
    await launched.app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      join(folder, 'dialog.m4a'),
    );
    await kit.press('Choose files');
    await kit.until('the second start is done', isDone('second start.mp3'));
    await kit.until('the dialog is done', isDone('dialog.m4a'));
  });

  it('takes a folder, passes over what is no sound, and says what is wrong with a file', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    copyFileSync(media('speech.flac'), join(inner, 'one.flac'));
    writeFileSync(join(inner, 'notes.txt'), 'Nothing to hear.');
    writeFileSync(join(folder, 'broken.mp3'), 'This is not sound.');
    await kit.drop(inner, join(folder, 'broken.mp3'));
    await kit.until('the folder is done', isDone('one.flac'));
    await kit.until('the broken one failed', async () => (await kit.stateOf('broken.mp3')) === 'failed');
    expect(await kit.job('broken.mp3').innerText()).toContain(
      'The file is not a sound or video file: it holds text. Choose a sound or video file.',
    );
    expect(await page.getByText('notes.txt').count()).toBe(0);
    await kit.picture('failed');
    expect(await kit.axe()).toEqual([]);
    await kit.press('Remove: broken.mp3');
    await kit.until('it is gone', async () => (await kit.job('broken.mp3').count()) === 0);
  });

  it('asks how to hear two channels, and gives each its speaker', async () => {
    makeStereo(join(folder, 'call.wav'), 'capital-of-france.wav', 'what-time-is-it.wav');
    await kit.drop(join(folder, 'call.wav'));
    await page.getByLabel('Each channel is a speaker').check();
    await kit.picture('offered');
    expect(await kit.axe()).toEqual([]);
    await kit.press('Transcribe');
    await kit.until('the call is done', isDone('call.wav'));
    await kit.press('Open call.wav');
    await kit.until('its words are there', async () => (await kit.words(1).count()) > 0);
    expect(await page.locator('select.segment-speaker option:checked').allInnerTexts()).toEqual(['Speaker 1', 'Speaker 2']);
    await kit.press('All recordings');
  });

  it.skipIf(isMissing('speaker-embedding'))(
    'tells two voices apart where that is asked for, and keeps a name given to one',
    async () => {
      const questions = ['capital-of-france', 'what-time-is-it', 'miles', 'twelve-times-seven'];
      makeTalk(
        join(folder, 'two voices.wav'),
        questions.flatMap((question) => [`${question}.wav`, `${question}-british.wav`]),
        4,
      );
      await page.getByText('How new files become text').click();
      await page.getByLabel('Voices are told apart').check();
      await kit.drop(join(folder, 'two voices.wav'));
      await kit.until('the voices are told apart', isDone('two voices.wav'), 120_000);
      await page.getByLabel('Nobody is told apart').check();
      await page.getByText('How new files become text').click();
      await kit.press('Open two voices.wav');
      await kit.until('its words are there', async () => (await kit.words(1).count()) > 0);
      const chosen = () => page.locator('select.segment-speaker option:checked').allInnerTexts();
      const speakers = await chosen();
      expect(new Set(speakers).size).toBe(2);
      expect(speakers.length).toBeGreaterThanOrEqual(8);
      // In turns: nobody speaks twice in a row.
      expect(speakers.filter((speaker, index) => speaker === speakers[index - 1])).toEqual([]);
      await kit.picture('two-voices');
      expect(await kit.axe()).toEqual([]);
      await kit.press('All recordings');
    },
    180_000,
  );

  it('pauses, goes on, cancels and tries again', async () => {
    const sentences = ['capital-of-france.wav', 'what-time-is-it.wav', 'set-a-timer.wav', 'miles.wav', 'twelve-times-seven.wav'];
    makeTalk(
      join(folder, 'long talk.wav'),
      Array.from({ length: 60 }, (_, index) => sentences[index % sentences.length] ?? ''),
      4,
    );
    await kit.drop(join(folder, 'long talk.wav'));
    await kit.until('it runs', async () => (await kit.stateOf('long talk.wav')) === 'running');
    await kit.until('how far it is is told', async () => /\d %.*of 4:00/.test(await kit.job('long talk.wav').innerText()));
    await kit.picture('running');
    await kit.press('Pause: long talk.wav');
    await kit.until('it is paused', async () => (await kit.stateOf('long talk.wav')) === 'paused');
    expect(await kit.axe()).toEqual([]);
    await kit.press('Go on: long talk.wav');
    await kit.until('it runs on', async () => (await kit.stateOf('long talk.wav')) === 'running');
    await kit.press('Cancel: long talk.wav');
    await kit.until('it is cancelled', async () => (await kit.stateOf('long talk.wav')) === 'cancelled');
    await kit.press('Try again: long talk.wav');
    await kit.until('it is done', isDone('long talk.wav'), 120_000);
  }, 180_000);

  it('shows the running conversation in the same view', async () => {
    await page.getByRole('button', { name: /^The running conversation/ }).click();
    await page.getByText('Nothing was said yet.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Write instead of talking').fill('What is twelve times seven?');
    await page.keyboard.press('Enter');
    await kit.until('it is answered', async () => (await page.locator('.captions .turn[data-role=assistant]').count()) > 0);
    await page.locator('body').click({ position: { x: 5, y: 400 } });
    await page.keyboard.press('Control+T');
    const text = () => page.locator('.transcript-text').innerText();
    await kit.until('both sides are there', async () => /What is twelve times seven\?.*eighty-four/s.test(await text()));
    await kit.picture('live');
    expect(await kit.axe()).toEqual([]);
  });

  it('refuses markup from strings, with the waveform too', async () => {
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<img src="x" alt="">';
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
  });
});
