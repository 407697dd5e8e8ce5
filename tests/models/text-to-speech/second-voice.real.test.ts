import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPiper, speaksIn } from '../../../models/text-to-speech/piper.ts';
import type { TextToSpeech } from '../../../models/text-to-speech/text-to-speech.ts';
import { copyVoice, FIRST_VOICE } from '../../../models/text-to-speech/voice-files.ts';
import { isMissing, realPlaces } from '../real-places.ts';

/**
 * A second voice file beside the first. No other Piper voice can be had from a package, so it is the real net of the first one
 * under another name, with a pace of its own in its description: what is shown is that the file and description of the
 * chosen voice are the ones that speak.
 */
describe.skipIf(isMissing('text-to-speech'))('a second real voice file', () => {
  const models = mkdtempSync(join(tmpdir(), 'parley-voices-'));
  const own = mkdtempSync(join(tmpdir(), 'parley-own-'));
  const first = join(realPlaces.modelFolder, FIRST_VOICE.id, FIRST_VOICE.file);
  const net = join(own, 'en_US-slowjoe-medium.onnx');
  let speaker: TextToSpeech;
  let secondId = '';

  beforeAll(async () => {
    symlinkSync(join(realPlaces.modelFolder, FIRST_VOICE.id), join(models, FIRST_VOICE.id));
    copyFileSync(first, net);
    const config = JSON.parse(readFileSync(`${first}.json`, 'utf8')) as { inference: object };
    writeFileSync(`${net}.json`, JSON.stringify({ ...config, dataset: 'slow joe', inference: { ...config.inference, length_scale: 1.5 } }));
    const copied = await copyVoice(models, net);
    secondId = copied.id;
    expect(await speaksIn(realPlaces, copied.modelFile)).toBe(true);
    speaker = await openPiper({ modelFolder: models, workerFolder: realPlaces.workerFolder });
  }, 60_000);
  afterAll(async () => {
    await speaker.close();
    for (const folder of [models, own]) rmSync(folder, { recursive: true, force: true });
  });

  it('speaks for whoever chose it, and nobody else', async () => {
    const seconds = async (voiceId: string) => {
      const { samples } = await speaker.speak('Good evening, my friend.', { voice: { voiceId, rate: 1, pitch: 1 }, steady: true });
      return samples.length / 24_000;
    };
    const [usual, slow, missing] = [await seconds(FIRST_VOICE.id), await seconds(secondId), await seconds('piper-not-here')];
    expect(slow / usual).toBeGreaterThan(1.2);
    expect(missing).toBe(usual);
  }, 60_000);

  it('is told from a file that is no voice', async () => {
    const broken = join(own, 'en_US-broken-low.onnx');
    writeFileSync(broken, Buffer.concat([Buffer.of(0x08), Buffer.alloc(2000, 7)]));
    copyFileSync(`${net}.json`, `${broken}.json`);
    expect(await speaksIn(realPlaces, broken)).toBe(false);
  }, 60_000);
});
