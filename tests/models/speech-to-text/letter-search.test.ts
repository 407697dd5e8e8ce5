import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeSpelled, spellingStarts } from '../../../models/speech-to-text/letter-search.ts';

describe('a spelling', () => {
  it.each([
    "That spell, that's a, o, I, r, s, e.",
    "No, it's spell dot G. O. R.",
    "No, it's Belle V. R. I. K.",
    'N-i-a-m-h.',
    "It's telly, are I k.",
  ])('may be in %s', (text) => {
    expect(mayBeSpelled(text)).toBe(true);
  });

  it.each([
    'My name is Igor.',
    'I see you are here.',
    'I am a man.',
    'What time is it?',
    'Vitamin C and a D.',
    'Stephen with a P H.',
    'You see a bee.',
    '',
  ])('is not in %s', (text) => {
    expect(mayBeSpelled(text)).toBe(false);
  });
});

describe('the beginning of a spelling', () => {
  it.each([
    ["That spell, that's a, o, I, r, s, e.", "That's spelled"],
    ["No, it's spell dot G. O. R.", "No, it's spelled"],
    ["No, it's Belle V. R. I. K.", "No, it's spelled"],
    ['My name is tell best, o f i a.', 'My name is spelled'],
    ['You can spell it out, you, K, E.', 'You can spell it'],
    ['Not spellmen, I-a-m-a.', "That's spelled"],
  ])('%s may be "%s"', (text, start) => {
    expect(spellingStarts(text)).toContain(start);
  });

  it('is one of a few, whatever was heard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const starts = spellingStarts(text);
        expect(starts.length).toBeLessThanOrEqual(12);
        expect(new Set(starts).size).toBe(starts.length);
      }),
    );
  });
});
