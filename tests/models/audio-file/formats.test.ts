import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resample } from '../../../models/audio/resample.ts';
import { readWav } from '../../../models/audio/wav.ts';
import { mediaFile, readSound, recordingFile } from './read-sound.ts';

const original = readWav(readFileSync(recordingFile('set-a-timer.wav'))).samples;

const FORMATS = [
  ['speech.mp3', 'MP3', 'mp3'],
  ['speech.m4a', 'MP4', 'aac'],
  ['speech.aac', 'ADTS', 'aac'],
  ['speech.ogg', 'Ogg', 'vorbis'],
  ['speech.opus', 'Ogg', 'opus'],
  ['speech.flac', 'FLAC', 'flac'],
  ['speech.webm', 'WebM', 'opus'],
  ['speech.mp4', 'MP4', 'aac'],
  ['speech.mov', 'QuickTime File Format', 'pcm-s16'],
  ['speech.mkv', 'Matroska', 'flac'],
] as const;

describe('sound files of every kind', () => {
  it.each(FORMATS)('%s is read as %s with %s, like the original and at the right time', async (name, container, codec) => {
    const sound = await readSound(mediaFile(name));
    expect({ container: sound.container, codec: sound.codec, notices: sound.notices }).toEqual({ container, codec, notices: [] });
    const mono = resample(sound.channels[0] ?? new Float32Array(), sound.sampleRateHz, 16_000);
    const { lagMs, likeness } = bestLag(original, mono);
    expect(Math.abs(lagMs)).toBeLessThanOrEqual(10);
    expect(likeness).toBeGreaterThan(0.9);
    expect(Math.abs(mono.length - original.length) / 16).toBeLessThan(80);
  });

  it.each(FORMATS)('%s gives from the middle what it gives from the beginning', async (name) => {
    const whole = await readSound(mediaFile(name));
    for (const from of [whole.sampleRateHz, 2 * whole.sampleRateHz, 2 * whole.sampleRateHz + 777]) {
      const rest = await readSound(mediaFile(name), from);
      const expected = whole.channels[0]?.subarray(from) ?? new Float32Array();
      const found = rest.channels[0] ?? new Float32Array();
      expect(found.length).toBe(expected.length);
      let worst = 0;
      for (const [index, value] of found.entries()) worst = Math.max(worst, Math.abs(value - (expected[index] ?? 0)));
      expect(worst).toBeLessThan(1e-6);
    }
  });
});

/** Where two sounds lie best on each other, by normalised correlation within 100 ms. */
function bestLag(first: Float32Array, second: Float32Array): { lagMs: number; likeness: number } {
  let best = { lagMs: 0, likeness: -1 };
  for (let lag = -1600; lag <= 1600; lag += 4) {
    let cross = 0;
    let one = 0;
    let two = 0;
    for (let index = 2000; index < first.length - 2000; index += 3) {
      const a = first[index] ?? 0;
      const b = second[index + lag] ?? 0;
      cross += a * b;
      one += a * a;
      two += b * b;
    }
    const likeness = cross / Math.sqrt(one * two + 1e-12);
    if (likeness > best.likeness) best = { lagMs: lag / 16, likeness };
  }
  return best;
}
