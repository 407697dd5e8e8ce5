import { describe, expect, it, vi } from 'vitest';
import { secondHearing } from '../../../../models/speech-to-speech/on-device/second-hearing.ts';
import type { OtherReading, Transcript } from '../../../../models/speech-to-text/speech-to-text.ts';

const heard = (text: string, more: Partial<Transcript> = {}): Transcript => ({
  ...{ text, heardText: null, averageLogProbability: -0.1, rejected: false },
  ...more,
});
const isRequest = (text: string) => /^roll a die\b/i.test(text);
const ROLLED: readonly OtherReading[] = [
  { text: 'Rolla died.', behindNats: 0 },
  { text: 'Roll a died.', behindNats: 0.6 },
  { text: 'Roll a die.', behindNats: 1.1 },
];

describe('hearing a second time', () => {
  it('takes the likeliest reading that asks for something, and keeps what was heard first', async () => {
    const transcript = await secondHearing(heard('Rolla died.'), { isRequest, readings: async () => ROLLED });
    expect(transcript).toMatchObject({ text: 'Roll a die.', heardText: 'Rolla died.' });
  });

  it.each([
    ['words that ask for something', heard('Roll a die, please.')],
    ['words into which a name was put', heard('Rolla, died.', { heardText: 'Roller died.' })],
    ['nothing', heard('', { rejected: true })],
  ])('does not listen again to %s', async (_, transcript) => {
    const readings = vi.fn(async () => ROLLED);
    expect(await secondHearing(transcript, { isRequest, readings })).toBe(transcript);
    expect(readings).not.toHaveBeenCalled();
  });

  it.each([
    ['the request is too unlikely', async () => [{ text: 'Roll a die.', behindNats: 3.5 }]],
    ['no reading asks for anything', async () => ROLLED.slice(0, 2)],
    ['there are none', async () => []],
    ['they fail', () => Promise.reject(new Error('the worker died'))],
  ])('leaves the words as they are where %s', async (_, readings) => {
    const first = heard('Rolla died.');
    expect(await secondHearing(first, { isRequest, readings })).toBe(first);
  });
});
