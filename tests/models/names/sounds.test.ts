import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEverydayWord } from '../../../models/names/everyday-words.ts';
import { namePlaces } from '../../../models/names/name-places.ts';
import { soundDistance, soundsOfIpa, soundsOfWords } from '../../../models/names/sounds.ts';

describe('sounds', () => {
  it.each([
    ['ˈiːɡɔːɹ', 'igOr'],
    ['sˈɪɹʃə', 'sirS@'],
    ['ʃəvˈɔːn', 'S@vOn'],
    ['mˈɛɹi dʒˈeɪn', 'mEriJen'],
    ['', ''],
  ])('of IPA: %s', (ipa, sounds) => {
    expect(soundsOfIpa(ipa)).toBe(sounds);
  });

  it.each([
    ['Neeve', 'niv'],
    ['knight', 'nYt'],
    ['phone', 'fon'],
    ['the Chase', 'D@Ces'],
    ['Søren', 'sOrEn'],
    ["Igor's", 'IgOrs'],
  ])('of letters: %s', (words, sounds) => {
    expect(soundsOfWords(words)).toBe(sounds);
  });

  it.each([
    ['Sersha', 'Siersha', 'Igor'],
    ['Neeve', 'Neev', 'later'],
    ['Kaido', 'Kaito', 'Kate'],
  ])('%s is nearer to %s than to %s', (one, near, far) => {
    const [from, to, other] = [one, near, far].map(soundsOfWords) as [string, string, string];
    expect(soundDistance(from, to)).toBeLessThan(soundDistance(from, other));
  });

  it('are as unlike this way round as that, and never more than wholly', () => {
    const sounds = fc.string({ unit: fc.constantFrom(...'pbtdkgfvTDszSZCJmnNlrwyhiIeEaAOoUuV@YWX') });
    fc.assert(
      fc.property(sounds, sounds, (one, other) => {
        const distance = soundDistance(one, other);
        expect(distance).toBeCloseTo(soundDistance(other, one));
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(soundDistance(one, one)).toBe(0);
      }),
    );
  });

  it('are found in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(soundsOfWords(text)).toMatch(/^[a-zA-Z@]*$/);
        expect(soundsOfIpa(text)).toMatch(/^[a-zA-Z@]*$/);
      }),
    );
  });
});

describe('everyday words', () => {
  it.each(['eager', 'Running', 'boxes', "it's", 'happily', 'stopped', 'stories', 'later'])('%s is one', (word) => {
    expect(isEverydayWord(word)).toBe(true);
  });
  it.each(['Igor', 'Saoirse', 'Sersha', 'Kubernetes', 'Anna', ''])('%s is none', (word) => {
    expect(isEverydayWord(word)).toBe(false);
  });
});

describe('places for names', () => {
  it('tell why a name may stand there', () => {
    expect(namePlaces("My name is when, and Sersha's dog sleeps.").map(({ word, kind }) => [word, kind])).toEqual([
      ['My', 'likely'],
      ['name', 'other'],
      ['is', 'told'],
      ['when', 'told'],
      ['and', 'likely'],
      ['Sersha', 'unknown'],
      ['dog', 'other'],
      ['sleeps', 'other'],
    ]);
  });
});
