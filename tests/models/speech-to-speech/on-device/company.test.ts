import { describe, expect, it } from 'vitest';
import { companyLine, fitsMood, moodOf } from '../../../../models/speech-to-speech/on-device/company.ts';
import { maySay, replyKind } from '../../../../models/speech-to-speech/on-device/reply-policy.ts';
import { plainSetup } from './setup.ts';

describe('company', () => {
  it.each([
    ['My car broke down again.', 'sad'],
    ['Today everything went wrong.', 'sad'],
    ['I am not happy with it.', 'sad'],
    ['My best friend is getting married.', 'glad'],
    ['The kids are in the garden.', 'plain'],
  ] as const)('hears that "%s" is %s news', (said, mood) => {
    expect(moodOf(said)).toBe(mood);
  });

  it('is neither gleeful over bad news nor sorry over good news', () => {
    expect(fitsMood('How delightful.', 'My grandfather died.')).toBe(false);
    expect(fitsMood("I'm sorry to hear that.", 'I got promoted!')).toBe(false);
    expect(fitsMood("I'm sorry to hear that.", 'My car broke down.')).toBe(true);
    expect(fitsMood('How lovely.', 'I got promoted!')).toBe(true);
  });

  it('sends nobody to a doctor whose body was not spoken of, and leaves emergencies to code', () => {
    expect(fitsMood('Take it slow today, and ask a doctor if it stays.', 'I burned my toast.')).toBe(false);
    expect(fitsMood('Take it slow today, and ask a doctor if it stays.', 'My back hurts a bit.')).toBe(true);
    expect(fitsMood('Please call emergency services right now.', 'My back hurts a bit.')).toBe(false);
  });

  it('always has a line of its own that may be said, and never the same twice running', () => {
    for (const said of ['My car broke down.', 'I got promoted!', 'We are at the lake.', 'Do you ever get bored?']) {
      const line = companyLine(said, []);
      const next = companyLine(said, [line]);
      expect(next).not.toBe(line);
      for (const each of [line, next])
        for (const sentence of each.split(/(?<=[.!?]) /))
          expect(maySay(sentence, { setup: plainSetup, utterance: said, earlierReplies: [] }), sentence).toBe(true);
    }
  });

  it.each([
    'The kids are finally asleep.',
    'Life is beautiful.',
    'Work was crazy today.',
    'You always cheer me up.',
    'I finished that book.',
  ])('talks about "%s"', (said) => {
    expect(replyKind(said)).toBe('small-talk');
  });

  it.each([
    'The capital of France',
    'Tell me the population of Chad',
    'Is Pluto a planet',
    'Who was the first president',
    'Book me a table',
    'Explain how rain is made',
    'The largest lake in Africa is called',
  ])('declines "%s"', (said) => {
    expect(replyKind(said)).toBe('decline');
  });
});
