import { describe, expect, it, vi } from 'vitest';
import { builtInSkills } from '../../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../../electron/conversation/skills/serve-skills.ts';
import { askedIn as askedOf } from '../../../../models/speech-to-speech/on-device/best-tool.ts';
import { type Asked, secondHearing } from '../../../../models/speech-to-speech/on-device/second-hearing.ts';
import type { OtherReading, Transcript } from '../../../../models/speech-to-text/speech-to-text.ts';

const heard = (text: string, more: Partial<Transcript> = {}): Transcript => ({
  ...{ text, heardText: null, averageLogProbability: -0.1, rejected: false },
  ...more,
});
const tools = toolDefinitions(builtInSkills);
const askedIn = async (text: string): Promise<Asked> => {
  if (/on fire/.test(text)) return 'danger';
  if (/^roll a die\b|out the milk/i.test(text)) return 'something';
  return /out the/.test(text) ? 'what is not there' : 'nothing';
};
const ROLLED: readonly OtherReading[] = [
  { text: 'Rolla died.', behindNats: 0 },
  { text: 'Roll a died.', behindNats: 0.6 },
  { text: 'Roll a die.', behindNats: 1.1 },
];

describe('hearing a second time', () => {
  it('takes the likeliest reading that asks for something, and keeps what was heard first', async () => {
    const transcript = await secondHearing(heard('Rolla died.'), { askedIn, readings: async () => ROLLED });
    expect(transcript).toMatchObject({ text: 'Roll a die.', heardText: 'Rolla died.' });
  });

  it.each([
    ['words that ask for something', heard('Roll a die, please.')],
    ['words into which a name was put', heard('Rolla, died.', { heardText: 'Roller died.' })],
    ['nothing', heard('', { rejected: true })],
    ['who tells a name', heard('Hello, my name is Rolla.')],
    ['words that were heard surely', heard('Rolla died.', { averageLogProbability: -0.02 })],
  ])('does not listen again to %s', async (_, transcript) => {
    const readings = vi.fn(async () => ROLLED);
    expect(await secondHearing(transcript, { askedIn, readings })).toBe(transcript);
    expect(readings).not.toHaveBeenCalled();
  });

  it.each([
    [0.3, 'The house is on fire.'],
    [1.5, 'The house has on tire.'],
  ])('believes danger only where it is about as likely: %f nats behind', async (behindNats, text) => {
    const readings = async () => [{ text: 'The house is on fire.', behindNats }];
    expect((await secondHearing(heard('The house has on tire.'), { askedIn, readings })).text).toBe(text);
  });

  it.each([
    ['danger', 'The kitchen is on fire.'],
    ['danger', 'My boss just grabbed his chest and sat down on the floor.'],
    ['something', 'Roll a die.'],
    ['nothing', 'Rolla died.'],
  ])('takes for %s, sure or doubtful: %s', (asked, text) => {
    expect(askedOf(tools, text)).toBe(asked);
  });

  it.each([
    [0.3, 'My boss just grabbed his chest and sat down on the floor.'],
    [1.5, 'My boss just grabbed his vest and sat down on the floor.'],
  ])('believes a doubt of danger no further than danger: %f nats behind', async (behindNats, text) => {
    const readings = async () => [{ text: 'My boss just grabbed his chest and sat down on the floor.', behindNats }];
    const first = heard('My boss just grabbed his vest and sat down on the floor.');
    expect((await secondHearing(first, { askedIn: async (words) => askedOf(tools, words), readings })).text).toBe(text);
  });

  it('prefers what names something that is there, and else stays with what was heard', async () => {
    const crossed = ['Cross out the note.', 'Cross out the nook.', 'Cross out the milk.'].map((text, behindNats) => ({ text, behindNats }));
    const taken = await secondHearing(heard('Cross out the note.'), { askedIn, readings: async () => crossed });
    expect(taken).toMatchObject({ text: 'Cross out the milk.', heardText: 'Cross out the note.' });
    const first = heard('Cross out the note.');
    expect(await secondHearing(first, { askedIn, readings: async () => crossed.slice(0, 2) })).toBe(first);
    const nothing = await secondHearing(heard('Grass and a node.'), { askedIn, readings: async () => crossed.slice(0, 2) });
    expect(nothing.text).toBe('Cross out the note.');
  });

  it('takes a request that names what is shown and sounds like what was heard, whatever was asked for first', async () => {
    const shown = [{ text: 'Cross out the milk.', behindNats: 1.2 }];
    const readings = vi.fn(async () => ROLLED);
    for (const text of ['Cross out the mill.', 'Roll a die.', 'Grass out the mill.']) {
      const first = heard(text, { shown, averageLogProbability: -0.02 });
      expect(await secondHearing(first, { askedIn, readings })).toMatchObject({ text: 'Cross out the milk.', heardText: text });
    }
    expect(readings).not.toHaveBeenCalled();
  });

  it('takes it from further off where the likeliest words ask for nothing', async () => {
    const shown = [{ text: 'Cross out the milk.', behindNats: 5.5 }];
    const taken = (text: string) => secondHearing(heard(text, { shown }), { askedIn, readings: async () => [] });
    expect((await taken('Grass out the mill.')).text).toBe('Cross out the milk.');
    expect((await taken('Roll a die.')).text).toBe('Roll a die.');
  });

  it.each([
    ['it was danger', heard('The house is on fire.'), 'Cross out the milk.'],
    ['a name was put in', heard('Rolla, died.', { heardText: 'Roller died.' }), 'Cross out the milk.'],
    ['what it names is not there', heard('Roll a die.'), 'Cross out the mule.'],
  ])('does not take it where %s', async (_, transcript, text) => {
    const first = { ...transcript, shown: [{ text, behindNats: 1.2 }] };
    expect(await secondHearing(first, { askedIn, readings: async () => [] })).toBe(first);
  });

  it.each([
    ['the request is too unlikely', async () => [{ text: 'Roll a die.', behindNats: 3.5 }]],
    ['no reading asks for anything', async () => ROLLED.slice(0, 2)],
    ['there are none', async () => []],
    ['they fail', () => Promise.reject(new Error('the worker died'))],
  ])('leaves the words as they are where %s', async (_, readings) => {
    const first = heard('Rolla died.');
    expect(await secondHearing(first, { askedIn, readings })).toBe(first);
  });
});
