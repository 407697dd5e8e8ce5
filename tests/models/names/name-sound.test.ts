import { describe, expect, it } from 'vitest';
import { LEAD_MS, soundsOfName } from '../../../models/names/name-sound.ts';
import { SAMPLES_A_FRAME } from '../../../models/speech-to-text/moonshine-net.ts';
import type { SoundFrames } from '../../../models/speech-to-text/sound-likeness.ts';

const A_MS = 16;
const WORD_MS = 240;

/** A voice that takes 240 ms a word, and says the nth word of a text as a tone of its own; a recogniser whose rows tell which tone sounds. */
function peers() {
  const asked: string[] = [];
  const say = async (text: string) => {
    asked.push(text);
    const words = text.split(' ').map((word, at) => ({ text: `${word} `, startMs: at * WORD_MS, endMs: (at + 1) * WORD_MS }));
    const samples = Float32Array.from({ length: words.length * WORD_MS * A_MS }, (_, at) => 0.1 * (1 + Math.floor(at / (WORD_MS * A_MS))));
    return { samples, words };
  };
  const soundFrames = async (samples: Float32Array): Promise<SoundFrames> => {
    const count = Math.floor(samples.length / SAMPLES_A_FRAME);
    const values = Float32Array.from({ length: count * 8 }, (_, at) => {
      const word = Math.round((samples[Math.floor(at / 8) * SAMPLES_A_FRAME + SAMPLES_A_FRAME / 2] ?? 0) * 10);
      return word === at % 8 ? 1 : 0;
    });
    return { values, count, size: 8 };
  };
  return { asked, say, recogniser: { soundFrames } };
}

/** Which tones sound in an example, before the mean was taken away: the largest number of each row. */
const tonesOf = ({ values, size, count }: SoundFrames) =>
  new Set(Array.from({ length: count }, (_, row) => [...values.subarray(row * size, (row + 1) * size)].findIndex((value) => value > 0.5)));

describe('how a name sounds', () => {
  const signal = new AbortController().signal;

  it('is learned alone and in a sentence, without the words around it', async () => {
    const { say, recogniser, asked } = peers();
    const frames: SoundFrames[] = [];
    const listening = {
      soundFrames: async (samples: Float32Array) => {
        const heard = await recogniser.soundFrames(samples);
        frames.push(heard);
        return heard;
      },
    };
    const found = await soundsOfName('Niamh', { say, manner: 'plain' }, listening, signal);
    expect(found).toHaveLength(2);
    expect(asked).toContain('Niamh.');
    const sentence = asked.find((text) => text.includes(' Niamh ')) ?? '';
    const place = sentence.split(' ').indexOf('Niamh');
    // The rows of the name in the sentence: as long as the word, and only its tone.
    expect(Math.abs((found[1]?.count ?? 0) - (WORD_MS * A_MS) / SAMPLES_A_FRAME)).toBeLessThanOrEqual(1);
    const whole = frames.at(-1) as SoundFrames;
    const from = Math.round(((LEAD_MS + place * WORD_MS) * A_MS) / SAMPLES_A_FRAME);
    const rows = { ...whole, values: whole.values.slice(from * 8, (from + 10) * 8), count: 10 };
    expect([...tonesOf(rows)].filter((tone) => tone === place + 1)).toEqual([place + 1]);
  });

  it('listens once to what names have in common, in each manner', async () => {
    const { say, recogniser, asked } = peers();
    await soundsOfName('Niamh', { say, manner: 'plain' }, recogniser, signal);
    const first = asked.length;
    await soundsOfName('Xochitl', { say, manner: 'plain' }, recogniser, signal);
    expect(asked.length - first).toBe(2);
    await soundsOfName('Xochitl', { say, manner: 'slow' }, recogniser, signal);
    expect(asked.length).toBe(2 * first + 2);
  });

  it('is nothing where the voice tells no times or says too little', async () => {
    const { recogniser } = peers();
    const say = async () => ({ samples: new Float32Array(800).fill(0.1), words: [] });
    expect(await soundsOfName('A', { say, manner: 'short' }, recogniser, signal)).toEqual([]);
  });

  it('listens again to what a disturbance cut short', async () => {
    const { say, recogniser, asked } = peers();
    let disturbed = true;
    const broken = async (text: string) => {
      if (disturbed) throw new Error('somebody speaks');
      return await say(text);
    };
    await expect(soundsOfName('Niamh', { say: broken, manner: 'plain' }, recogniser, signal)).rejects.toThrow('somebody speaks');
    disturbed = false;
    expect(await soundsOfName('Niamh', { say: broken, manner: 'plain' }, recogniser, signal)).toHaveLength(2);
    expect(asked.length).toBeGreaterThan(2);
  });
});
