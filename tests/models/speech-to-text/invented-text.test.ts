import { describe, expect, it } from 'vitest';
import { isInvented } from '../../../models/speech-to-text/invented-text.ts';

describe('text that no voice produced', () => {
  it.each([
    '',
    ' ',
    '...',
    '♪♪',
    '-',
    'You',
    'you.',
    ' You! ',
    '© 2019 Somebody',
    'Transcription by a friend',
    'Transcript Emily Beynon',
    'Subtitles by the community',
  ])('is known: "%s"', (text) => {
    expect(isInvented(text, false)).toBe(true);
  });

  it.each(['Stop.', 'Thank you.', 'You are late.', 'I', '7', 'Subtitles on, please.', 'A transcript of the call', 'Привет'])(
    'is not "%s"',
    (text) => {
      expect(isInvented(text, false)).toBe(false);
    },
  );

  it('is whatever never came to an end', () => {
    expect(isInvented('What time is it?', true)).toBe(true);
  });
});
