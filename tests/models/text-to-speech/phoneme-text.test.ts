import { describe, expect, it } from 'vitest';
import { phonemeLine, stretchesOf } from '../../../models/text-to-speech/phoneme-text.ts';

const plain = (clause: string) => stretchesOf(clause, {}).map(({ text, mark }) => [text, mark]);

describe('a clause for the phonemizer', () => {
  it.each<[string, [string, string][]]>([
    [
      'Hello, world!',
      [
        ['Hello', ','],
        ['world', '!'],
      ],
    ],
    [
      'Well: yes; no?',
      [
        ['Well', ':'],
        ['yes', ';'],
        ['no', '?'],
      ],
    ],
    ['Really?!', [['Really', '?']]],
    ['Wait...', [['Wait', '.']]],
    ['It is 3.5 miles.', [['It is 3.5 miles', '.']]],
    ['At 5:30 sharp', [['At 5:30 sharp', '']]],
    [
      'One - two – three — four',
      [
        ['One', ','],
        ['two', ','],
        ['three', ','],
        ['four', ''],
      ],
    ],
    ['a well-known thing', [['a well-known thing', '']]],
    ['... !', []],
    ['', []],
  ])('is split at marks that are spoken: %s', (clause, expected) => {
    expect(plain(clause)).toEqual(expected);
  });

  it('takes names with a known pronunciation out', () => {
    expect(stretchesOf('Hello Siobhan, hi.', { Siobhan: 'ʃɪvˈɔːn' })).toEqual([
      { text: 'Hello', ipa: null, mark: '' },
      { text: 'Siobhan', ipa: 'ʃɪvˈɔːn', mark: ',' },
      { text: 'hi', ipa: null, mark: '.' },
    ]);
  });

  it('finds names only as whole words, whatever signs they hold', () => {
    expect(stretchesOf('Annabel met Ann', { Ann: 'æn' }).map(({ text }) => text)).toEqual(['Annabel met', 'Ann']);
    expect(stretchesOf('Ask C++ now', { 'C++': 'sˌiːplˌʌsplˈʌs' }).some(({ ipa }) => ipa !== null)).toBe(true);
    expect(() => stretchesOf('(what', { '(': 'x' })).not.toThrow();
  });

  it.each([
    ["Igor's dog met IGOR.", ['ˈiːɡɔːɹz', null, 'ˈiːɡɔːɹ']],
    ['Hello igor', [null, 'ˈiːɡɔːɹ']],
    ['Alex’s and Pat’s', ['ˈælɪksɪz', null, 'pˈæts']],
    ['He said Said met Mary  Jane, Mary', [null, 'saɪˈiːd', null, 'mˈɛɹi dʒˈeɪn', 'mˈɛɹi']],
    ['Ask Søren', [null, 'sˈɔːɹən']],
  ])('finds names in any capitals, with a possessive, of several words: %s', (clause, expected) => {
    const known = {
      Igor: 'ˈiːɡɔːɹ',
      Alex: 'ˈælɪks',
      Pat: 'pˈæt',
      Said: 'saɪˈiːd',
      Mary: 'mˈɛɹi',
      'Mary Jane': 'mˈɛɹi dʒˈeɪn',
      Søren: 'sˈɔːɹən',
    };
    expect(stretchesOf(clause, known).map(({ ipa }) => ipa)).toEqual(expected);
  });

  it('is joined again with its marks', () => {
    const stretches = stretchesOf('Hello, more!', {});
    expect(phonemeLine(stretches, [' həlˈoʊ ', 'mˈoːɹ'])).toBe('həlˈoʊ, mˈɔːɹ!');
    expect(phonemeLine([], [])).toBe('');
  });
});
