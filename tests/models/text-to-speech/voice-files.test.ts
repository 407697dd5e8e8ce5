import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyVoice, FIRST_VOICE, installedVoices } from '../../../models/text-to-speech/voice-files.ts';

const config = {
  audio: { sample_rate: 22_050, quality: 'medium' },
  espeak: { voice: 'en-gb-x-rp' },
  dataset: 'alba',
  num_speakers: 1,
  phoneme_type: 'espeak',
  phoneme_id_map: { _: [0], '^': [1], $: [2], ' ': [3], a: [4] },
};
const NET = Buffer.from([0x08, 0x08, 0x12]);

let models: string;
let own: string;
beforeEach(() => {
  models = mkdtempSync(join(tmpdir(), 'parley-voices-'));
  own = mkdtempSync(join(tmpdir(), 'parley-own-'));
});
afterEach(() => {
  for (const folder of [models, own]) rmSync(folder, { recursive: true, force: true });
});

/** A voice of the user's as it was fetched from somewhere. @returns its net */
function voice(name: string, changes: object = {}, net = NET): string {
  writeFileSync(join(own, `${name}.onnx`), net);
  writeFileSync(join(own, `${name}.onnx.json`), JSON.stringify({ ...config, ...changes }));
  return join(own, `${name}.onnx`);
}

describe('voices of the user’s own', () => {
  it('are taken by name, and listed behind the one that comes with Parley', async () => {
    mkdirSync(join(models, FIRST_VOICE.id));
    writeFileSync(join(models, FIRST_VOICE.id, FIRST_VOICE.file), NET);
    writeFileSync(join(models, FIRST_VOICE.id, `${FIRST_VOICE.file}.json`), JSON.stringify({ ...config, dataset: 'joe' }));
    mkdirSync(join(models, 'moonshine-tiny-en'));
    mkdirSync(join(models, 'piper-empty'));
    const { id, label } = await copyVoice(models, voice('en_GB-alba-medium'));
    expect([id, label]).toEqual(['piper-en-gb-alba-medium', 'Alba (en-gb-x-rp, medium)']);
    expect((await installedVoices(models)).map((one) => one.id)).toEqual([FIRST_VOICE.id, id]);
    const again = await copyVoice(models, voice('en_GB-alba-medium'));
    await again.drop();
    expect(readdirSync(models).toSorted()).toEqual(['moonshine-tiny-en', 'piper-empty', FIRST_VOICE.id]);
  });

  it.each([
    ['another language', { espeak: { voice: 'de' } }, 'it does not speak English'],
    ['many speakers', { num_speakers: 904 }, 'it holds several speakers'],
    ['other sounds', { phoneme_type: 'text' }, 'its sounds are not those of eSpeak'],
    ['half a table', { phoneme_id_map: { a: [1] } }, 'its table of sounds is not complete'],
  ])('are refused in one sentence: %s', async (_what, changes, why) => {
    await expect(copyVoice(models, voice('en_US-x-low', changes))).rejects.toThrow(`This voice cannot be used: ${why}`);
    expect(await installedVoices(models)).toEqual([]);
  });

  it('are refused when they are no nets, have no description, or would take the place of Parley’s own', async () => {
    await expect(copyVoice(models, voice('en_US-x-low', {}, Buffer.from('PK')))).rejects.toThrow('is no ONNX net');
    await expect(copyVoice(models, join(own, 'nowhere.onnx'))).rejects.toThrow('There is no file');
    writeFileSync(join(own, 'alone.onnx'), NET);
    await expect(copyVoice(models, join(own, 'alone.onnx'))).rejects.toThrow('must lie beside it');
    writeFileSync(join(own, 'alone.onnx.json'), '{');
    await expect(copyVoice(models, join(own, 'alone.onnx'))).rejects.toThrow('is not JSON');
    await expect(copyVoice(models, voice('en_US-joe-medium'))).rejects.toThrow('comes with Parley');
    await expect(copyVoice(models, join(own, 'voice.bin'))).rejects.toThrow('does not end in .onnx');
    await expect(copyVoice(models, voice('..'))).rejects.toThrow('no Piper voice');
  });
});
