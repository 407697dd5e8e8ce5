import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transcript } from '../../electron/ipc/transcription-schema.ts';
import { resample } from '../../models/audio/resample.ts';
import { readWav } from '../../models/audio/wav.ts';
import { type LaunchedApp, launchApp, whyNoApp } from './launch-app.ts';
import { makeTalk, recordingPath, recordingsPage, sleep } from './recordings-page.ts';
import { openVirtualAudio, type VirtualAudio, whyNoAudio } from './virtual-audio.ts';

const reason = whyNoApp() ?? whyNoAudio();
if (reason !== null) console.warn(`Recordings in the window are not tested: ${reason}.`);

let audio: VirtualAudio;
let launched: LaunchedApp;
let page: Page;
let kit: ReturnType<typeof recordingsPage>;
const folder = mkdtempSync(join(tmpdir(), 'parley-recordings-'));

/** Where in a recording a stretch of sound comes from, and how alike they are there, 0..1; both mono at one rate. */
function whereFrom(heard: Float32Array, source: Float32Array, rateHz: number): { readonly ms: number; readonly likeness: number } {
  const STEP = 4;
  const best = { ms: 0, likeness: 0 };
  for (let shift = 0; shift + heard.length <= source.length; shift += STEP) {
    let [product, left, right] = [0, 0, 0];
    for (let index = 0; index < heard.length; index += STEP) {
      const [one, other] = [source[shift + index] ?? 0, heard[index] ?? 0];
      product += one * other;
      left += one * one;
      right += other * other;
    }
    const likeness = product / Math.sqrt(left * right || 1);
    if (likeness > best.likeness) Object.assign(best, { ms: (shift * 1000) / rateHz, likeness });
  }
  return best;
}

function killConversationProcess(): void {
  const pids = execFileSync('pgrep', ['-f', `utility-sub-type=node.mojom.NodeService.*${launched.profile}`], { encoding: 'utf8' });
  process.kill(Number(pids.trim().split('\n').at(-1)), 'SIGKILL');
}

describe.skipIf(reason !== null)('recordings in the real window', () => {
  const talk = join(folder, 'Talk of three.wav');

  beforeAll(async () => {
    makeTalk(talk, ['capital-of-france.wav', 'what-time-is-it.wav', 'set-a-timer.wav'], 5);
    audio = openVirtualAudio();
    launched = await launchApp({ environment: audio.environment });
    page = launched.page;
    kit = recordingsPage(page);
    await page.getByRole('button', { name: 'Skip' }).click({ timeout: 20_000 });
    await page.keyboard.press('Control+T');
    await page.getByText('Drop sound or video here, and it becomes text.').waitFor();
  }, 120_000);
  afterAll(async () => {
    await launched?.close();
    audio?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says how recordings come in, in the light and in the dark', async () => {
    for (const appearance of ['light', 'dark']) {
      await page.evaluate((look) => {
        document.documentElement.dataset['appearance'] = look;
      }, appearance);
      await kit.picture(`empty-${appearance}`);
      expect(await kit.axe()).toEqual([]);
    }
  });

  it('turns a dropped file into text and shows how far it is', async () => {
    await kit.drop(talk);
    // A busy display once lost what was let go of: then a person does it again.
    await kit
      .job('Talk of three')
      .waitFor({ timeout: 10_000 })
      .catch(() => kit.drop(talk));
    await kit.until('the talk is done', async () => (await kit.stateOf('Talk of three')) === 'done');
    expect(await kit.job('Talk of three').innerText()).toContain('Done');
    expect(await kit.axe()).toEqual([]);
    await kit.picture('list');
    await kit.press('Open Talk of three.wav');
    await kit.until('its words are shown', async () => (await page.locator('.segment-words').count()) >= 3);
    const text = (await page.locator('.segment-words').allInnerTexts()).join(' ');
    expect(text).toMatch(/France/);
    expect(text).toMatch(/timer/);
    await kit.picture('transcript');
    expect(await kit.axe()).toEqual([]);
  });

  it('lets nothing of it break the policy of the page', () => {
    expect(launched.consoleLines.filter((line) => /Content Security Policy|Refused to/.test(line))).toEqual([]);
  });

  it('never hands a path to the page', async () => {
    expect(await page.content()).not.toContain(folder);
  });

  it('saves it in every format where the person says', async () => {
    for (const [name, ending] of [
      ['Text', 'txt'],
      ['Subtitles (SRT)', 'srt'],
      ['Word document', 'docx'],
      ['Everything (JSON)', 'json'],
    ] as const) {
      const path = join(folder, `out.${ending}`);
      await launched.app.evaluate(({ session }, target) => {
        session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target));
      }, path);
      await kit.press('Save as');
      await page.getByRole('menuitem', { name }).click();
      await kit.until(`${ending} is written`, async () => {
        try {
          return readFileSync(path).length > 0;
        } catch {
          return false;
        }
      });
    }
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toMatch(/France/);
    expect(readFileSync(join(folder, 'out.srt'), 'utf8')).toMatch(/^1\n00:00:0/);
    expect(readFileSync(join(folder, 'out.docx')).subarray(0, 2).toString()).toBe('PK');
    await kit.press('Copy the text');
    await page.getByText('The text is in the clipboard.').waitFor();
    expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/France/);
  });

  it('lets the very word be heard that is clicked', async () => {
    const { samples, sampleRateHz } = readWav(readFileSync(talk));
    const transcript = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as Transcript;
    const wordMs = transcript.segments[2]?.words[2]?.startMs ?? 0;
    const speaker = audio.record();
    await kit.words(2).nth(2).click();
    await kit.until('the word is marked', async () => (await page.locator('.word[data-sounding]').count()) === 1);
    await kit.picture('playing');
    await sleep(1500);
    await kit.press('Pause');
    const recorded = speaker.stop();
    const heard = resample(recorded.samples, recorded.sampleRateHz, sampleRateHz);
    const begin = heard.findIndex((sample) => Math.abs(sample) > 0.02);
    const place = whereFrom(heard.slice(begin, begin + sampleRateHz * 0.5), samples, sampleRateHz);
    console.log(`“timer” is at ${wordMs} ms; what was heard comes from ${place.ms.toFixed(0)} ms (likeness ${place.likeness.toFixed(2)}).`);
    // A busy machine tears holes into the sound; the place where it fits best is the same with them.
    expect(place.likeness).toBeGreaterThan(0.4);
    expect(place.ms).toBeGreaterThan(wordMs - 20);
    expect(place.ms).toBeLessThan(wordMs + 150);
  });

  it('is edited by keys alone, and taken back', async () => {
    await kit.words(2).nth(0).focus();
    await page.keyboard.press('e');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Set the timer for fifteen minutes.');
    expect(await kit.axe()).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await kit.segmentText(2)).toBe('Set the timer for fifteen minutes.');
    await page.keyboard.press('Control+Z');
    expect(await kit.segmentText(2)).toBe('Set a timer for five minutes.');
    await page.keyboard.press('Control+Shift+Z');
    expect(await kit.segmentText(2)).toBe('Set the timer for fifteen minutes.');
    // The keyboard is where it was: the next word, and the segment parts before it.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('s');
    expect(await kit.segmentText(2)).toBe('Set');
    await page.keyboard.press('m');
    expect(await kit.segmentText(2)).toBe('Set the timer for fifteen minutes.');
    await page.keyboard.press('n');
    await page.getByLabel('Name of Speaker 1, everywhere').fill('Nadja');
    await page.keyboard.press('Enter');
    await page.locator('.transcript-row[data-index="0"] select').selectOption({ label: 'Nadja' });
    expect(await page.locator('.transcript-row[data-index="2"] select option:checked').innerText()).toBe('Nadja');
    await kit.picture('edited');
    expect(await kit.axe()).toEqual([]);
  });

  it('finds and replaces', async () => {
    await page.keyboard.press('Control+F');
    await page.getByLabel('Find', { exact: true }).fill('what');
    await page.getByText('1 of 2').waitFor();
    await page.getByLabel('Replace with').fill('Which');
    await kit.picture('find');
    expect(await kit.axe()).toEqual([]);
    await kit.press('Replace all');
    expect(await kit.segmentText(1)).toBe('Which time is it?');
    await page.keyboard.press('Escape');
  });

  it('keeps every edit when the process that keeps it is killed', async () => {
    killConversationProcess();
    await kit.until('the assistant is back', async () => (await page.locator('.header .persona-trigger').count()) > 0);
    await kit.press('All recordings');
    await kit.until('the list is there', async () => (await kit.stateOf('Talk of three')) === 'done');
    await kit.press('Open Talk of three.wav');
    await kit.until('its words are shown', async () => (await kit.words(2).count()) > 0);
    expect(await kit.segmentText(1)).toBe('Which time is it?');
    expect(await kit.segmentText(2)).toBe('Set the timer for fifteen minutes.');
  });

  it('is asked about in the conversation, and each answer leads to the very word', async () => {
    await kit.press('Ask about this');
    await page.getByText('Asking about Talk of three.wav').waitFor();
    expect(await kit.axe()).toEqual([]);
    await kit.until(
      'the assistant is ready',
      async () => (await page.locator('.presence').getAttribute('data-presence')) === 'idle',
      60_000,
    );
    await page.getByLabel('Write instead of talking').fill('What do they say about the timer?');
    await page.keyboard.press('Enter');
    const receipt = page.getByRole('button', { name: /^Hear it: 0:10 Nadja/ });
    await receipt.waitFor({ timeout: 30_000 });
    expect(await page.locator('.captions .turn[data-role=assistant]').last().innerText()).toContain('Set the timer for fifteen minutes.');
    await kit.picture('asked');
    expect(await kit.axe()).toEqual([]);
    await receipt.click();
    await kit.until('the word sounds', async () =>
      /^(timer|for|fifteen)$/.test(
        await page
          .locator('.word[data-sounding]')
          .innerText()
          .catch(() => ''),
      ),
    );
    await kit.press('Pause');
    // What a recording says is data: nothing of it is remembered.
    await page.keyboard.press('Control+M');
    await page
      .getByText('Nothing yet')
      .first()
      .waitFor({ timeout: 2000 })
      .catch(() => undefined);
    expect(await page.locator('main').innerText()).not.toMatch(/timer/i);
    await page.keyboard.press('Control+T');
  });

  it('records what is said straight to text, with the microphone live', async () => {
    await kit.press('All recordings').catch(() => undefined);
    await kit.press('Record a memo');
    await page.getByText('Recording 0:0').waitFor();
    await kit.until('the microphone is live', async () => (await page.locator('.microphone').getAttribute('data-microphone')) === 'live');
    await audio.say(recordingPath('set-a-timer.wav'));
    await sleep(1500);
    await kit.picture('recorder');
    expect(await kit.axe()).toEqual([]);
    await kit.press('Stop');
    await kit.until('the memo is text', async () => (await kit.stateOf('memo ')) === 'done', 60_000);
    await page.getByRole('button', { name: /^Open memo/ }).click();
    // Sound through a virtual card on a busy machine: a word may suffer, not the sentence.
    await page
      .locator('.transcript-text')
      .getByText(/minutes|timer/i)
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
    expect(await page.locator('.transcript-text').innerText()).toMatch(/minutes|timer/i);
  }, 120_000);
});
