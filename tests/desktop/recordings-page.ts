import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { resample } from '../../models/audio/resample.ts';
import { readWav, writeWav } from '../../models/audio/wav.ts';
import { appFolder } from './launch-app.ts';

const ARTEFACTS = join(appFolder(), 'artefacts');
const RATE_HZ = 16_000;

export const recordingPath = (name: string) => join(appFolder(), 'tests/recordings', name);
export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The pane of recordings, as a person uses it. */
export function recordingsPage(page: Page) {
  const picture = async (name: string) => {
    mkdirSync(ARTEFACTS, { recursive: true });
    await page.screenshot({ path: join(ARTEFACTS, `recordings-${name}.png`) });
  };
  const job = (name: string) => page.locator('.job').filter({ hasText: name });
  return {
    picture,
    job,
    until: async (what: string, check: () => Promise<boolean>, withinMs = 30_000): Promise<void> => {
      const endMs = performance.now() + withinMs;
      while (!(await check())) {
        if (performance.now() > endMs) {
          await picture(`failed-${what.replace(/\W+/g, '-')}`);
          const jobs = (await page.locator('.job').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
          throw new Error(`It did not happen within ${withinMs} ms: ${what}. Jobs: ${jobs.join('; ') || 'none'}.`);
        }
        await sleep(30);
      }
    },
    /** Lets files go over the window as a person does, who sees first that they may: by trusted events that carry real places. */
    drop: async (...paths: string[]): Promise<void> => {
      const client = await page.context().newCDPSession(page);
      const data = { items: [], files: paths, dragOperationsMask: 1 };
      const drag = (type: 'dragEnter' | 'dragOver' | 'drop') => client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
      await drag('dragEnter');
      await page.locator('.drop-place').waitFor();
      await drag('dragOver');
      await drag('drop');
      await page.locator('.drop-place').waitFor({ state: 'detached' });
      await client.detach();
    },
    axe: async () =>
      (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    stateOf: (name: string) =>
      job(name)
        .getAttribute('data-state', { timeout: 1000 })
        .catch(() => null),
    words: (segment: number) => page.locator(`.transcript-row[data-index="${segment}"] .word`),
    segmentText: (segment: number) => page.locator(`.transcript-row[data-index="${segment}"] .segment-words`).innerText(),
  };
}

/** A recording of several sentences, each at a known second; of several channels each says its own. */
export function makeTalk(path: string, names: readonly string[], everyS: number): void {
  const samples = new Float32Array(names.length * everyS * RATE_HZ);
  for (const [index, name] of names.entries()) samples.set(spoken(name).subarray(0, everyS * RATE_HZ), index * everyS * RATE_HZ);
  writeFileSync(path, writeWav(samples, RATE_HZ));
}

/** Two channels: one says the first recording at once, the other the second after five seconds. */
export function makeStereo(path: string, left: string, right: string): void {
  const mono = [spoken(left), spoken(right)];
  const frames = 10 * RATE_HZ;
  const data = Buffer.alloc(frames * 4);
  for (let frame = 0; frame < frames; frame++) {
    data.writeInt16LE(Math.round((mono[0]?.[frame] ?? 0) * 32_767), frame * 4);
    data.writeInt16LE(Math.round((mono[1]?.[frame - 5 * RATE_HZ] ?? 0) * 32_767), frame * 4 + 2);
  }
  writeFileSync(path, Buffer.concat([wavHead(data.length, RATE_HZ, 2), data]));
}

/** The head of a WAV file of 16 bits. */
export function wavHead(bytes: number, sampleRateHz: number, channels: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(sampleRateHz, 24);
  head.writeUInt32LE(sampleRateHz * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return head;
}

function spoken(name: string): Float32Array {
  const wav = readWav(readFileSync(recordingPath(name)));
  return resample(wav.samples, wav.sampleRateHz, RATE_HZ);
}
