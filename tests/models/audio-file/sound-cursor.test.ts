import { describe, expect, it } from 'vitest';
import { openSound } from '../../../models/audio-file/open-sound.ts';
import { SoundCursor } from '../../../models/audio-file/sound-cursor.ts';
import { mediaFile, readSound } from './read-sound.ts';

const FORMATS = ['aac', 'flac', 'm4a', 'mkv', 'mov', 'mp3', 'mp4', 'ogg', 'opus', 'webm'];

describe('any place of a recording', () => {
  it.each(FORMATS)('sounds as in a pass from the beginning, whatever was heard before: %s', async (kind) => {
    const path = mediaFile(`speech.${kind}`);
    const { channels } = await readSound(path);
    const whole = (channels[0] ?? new Float32Array()).map(
      (_, frame) => channels.reduce((sum, samples) => sum + (samples[frame] ?? 0), 0) / channels.length,
    );
    const { source } = await openSound(path, null);
    const cursor = new SoundCursor(source);
    const { sampleRateHz: rateHz } = source.track;
    // Forwards, on where the last ended, backwards, over a second, and beyond the end.
    const places = [0.3, 0.5, 1.7, 0, 2.05, 1.999, 60].map((seconds) => Math.round(seconds * rateHz));
    for (const from of places) {
      const found = await cursor.read(from, Math.round(rateHz / 5));
      const expected = whole.subarray(from, from + Math.round(rateHz / 5));
      expect(found.length).toBe(expected.length);
      let worst = 0;
      for (const [index, value] of found.entries()) worst = Math.max(worst, Math.abs(value - (expected[index] ?? 0)));
      expect(worst).toBeLessThan(1e-6);
    }
    await cursor.close();
    await source.close();
  });
});
