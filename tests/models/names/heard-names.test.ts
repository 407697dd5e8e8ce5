import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairHeard } from '../../../models/names/heard-names.ts';
import type { EngineName } from '../../../models/speech-to-speech/realtime-model.ts';

const card = (written: string, ipa: string | null = null, ...heardAs: string[]): EngineName => ({
  written,
  ipa,
  respelling: null,
  heardAs,
});
const NAMES = [
  card('Igor', 'ˈiːɡɔːɹ', 'eager', 'E. Gore'),
  card('Saoirse', 'ˈsɪɹʃə', 'Sersha'),
  card('Nguyen', 'wɪn', 'when'),
  card('Søren', 'ˈsɔːɹən'),
  card('Mary Jane'),
  card('Niamh', 'niːv'),
];
const repaired = (text: string) => repairHeard(text, NAMES).text;

describe('names that were heard otherwise', () => {
  it.each([
    ['My name is eager.', 'My name is Igor.'],
    ['Call eager at five.', 'Call Igor at five.'],
    ['Tell Eager that I am late.', 'Tell Igor that I am late.'],
    ["What is Sersha's number?", "What is Saoirse's number?"],
    ['I saw Seersha.', 'I saw Saoirse.'],
    ['Sersha, what time is it?', 'Saoirse, what time is it?'],
    ['Tell Soren that I am late.', 'Tell Søren that I am late.'],
    ['My name is soren.', 'My name is Søren.'],
    ['This is mary jane.', 'This is Mary Jane.'],
    ['My name is when.', 'My name is Nguyen.'],
    ['Ask Neeve and Sersha.', 'Ask Niamh and Saoirse.'],
    ['IGOR IS HERE', 'Igor IS HERE'],
  ])('%s', (heard, expected) => {
    expect(repairHeard(heard, NAMES)).toEqual({ text: expected, heardText: heard });
  });

  it.each([
    'I am eager to go.',
    'She is eager.',
    'Eager beavers work early.',
    'When is dinner?',
    'Tell me when it is ready.',
    'I will win.',
    'Set a timer for five minutes.',
    'My name is Igor.',
    'My name is Anna.',
    'Call me later.',
    'My neighbor Steven says hello.',
    '',
  ])('stays: %s', (heard) => {
    expect(repairHeard(heard, NAMES)).toEqual({ text: heard, heardText: null });
  });

  it('does nothing without cards', () => {
    expect(repairHeard('My name is eager.', [])).toEqual({ text: 'My name is eager.', heardText: null });
  });

  it('gives the more important of two names that fit', () => {
    const two = [card('Marko', 'ˈmɑːɹkoʊ'), card('Marco', 'ˈmɑːɹkoʊ')];
    expect(repairHeard('My name is Marcko.', two).text).toBe('My name is Marko.');
    expect(repairHeard('My name is Marco.', two).text).toBe('My name is Marco.');
  });

  it('leaves everything but names as it is, whatever is said and whatever the cards hold', () => {
    const names = fc.array(
      fc.record({ written: fc.string(), ipa: fc.option(fc.string()), respelling: fc.option(fc.string()), heardAs: fc.array(fc.string()) }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), names, (text, cards) => {
        const { text: found, heardText } = repairHeard(text, cards);
        expect(heardText === null ? found : heardText).toBe(text);
        if (heardText !== null) expect(cards.some(({ written }) => found.includes(written))).toBe(true);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const words = fc.constantFrom(
      'my',
      'name',
      'is',
      'eager',
      'Sersha',
      'call',
      'Soren',
      'when',
      'to',
      'Igor',
      'and',
      'Mary',
      'Jane',
      'tell',
      '.',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (said) => {
        const once = repaired(said.join(' '));
        expect(repairHeard(once, NAMES).heardText).toBeNull();
      }),
    );
  });
});
