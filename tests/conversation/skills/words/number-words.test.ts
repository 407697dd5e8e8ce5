import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalForm } from '../../../../electron/conversation/skills/words/exact-number.ts';
import { sayCount, sayDigits, sayOrdinal, sayYear } from '../../../../electron/conversation/skills/words/number-speech.ts';
import { readNumber, readNumberAt, readOrdinal } from '../../../../electron/conversation/skills/words/number-words.ts';
import { spokenWords } from '../../../../electron/conversation/skills/words/spoken-words.ts';

const wordsOf = (text: string) => spokenWords(text).map((word) => word.text);

function read(text: string): string | null {
  const value = readNumber(wordsOf(text));
  return value && decimalForm(value, 12, 6).text;
}

describe('numbers in words', () => {
  it('are of at least one word: whoever looks for the next one would find it for ever', () => {
    for (const words of ['point', 'point taken', 'point to five', 'minus point']) expect(readNumberAt(wordsOf(words), 0)).toBeNull();
  });

  it.each([
    ['five', '5'],
    ['5', '5'],
    ['twenty-five', '25'],
    ['a hundred and two', '102'],
    ['one hundred two', '102'],
    ['twelve hundred', '1200'],
    ['1,250,000.5', '1250000.5'],
    ['three point one four', '3.14'],
    ['zero point oh seven', '0.07'],
    ['point five', '0.5'],
    ['two and a half', '2.5'],
    ['half', '0.5'],
    ['a quarter', '0.25'],
    ['three quarters', '0.75'],
    ['two and three quarters', '2.75'],
    ['a dozen', '12'],
    ['half a dozen', '6'],
    ['half a million', '500000'],
    ['3.5 million', '3500000'],
    ['two million three hundred thousand and one', '2300001'],
    ['one thousand and five', '1005'],
    ['5 hundred and 2', '502'],
    ['minus forty', '-40'],
    ['negative two point five', '-2.5'],
    ['for', '4'],
    ['to', '2'],
    ['twenty for', '24'],
  ])('reads "%s" as %s', (text, digits) => {
    expect(read(text)).toBe(digits);
  });

  it.each([
    '',
    'and',
    'hello',
    'two three',
    'five five',
    'twenty twenty',
    'a',
    'a five',
    'hundred and',
    'two and',
    'thousand million and',
    'twelve for',
  ])('reads no number in "%s"', (text) => {
    expect(read(text)).toBeNull();
  });

  it('keeps two numbers apart that stand side by side', () => {
    expect(readNumberAt(wordsOf('twenty to three'), 0)?.wordCount).toBe(1);
    expect(readNumberAt(wordsOf('seven eight'), 0)?.wordCount).toBe(1);
  });

  it('reads back every whole number that it says', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 23n), max: 10n ** 23n }), (value) => {
        expect(read(sayDigits(String(value)) ?? '')).toBe(String(value));
      }),
    );
  });

  it('reads back every decimal that it says, in words or digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.stringMatching(/^\d{0,5}[1-9]$/), (whole, decimals) => {
        expect(read(sayDigits(`${whole}.${decimals}`) ?? '')).toBe(`${whole}.${decimals}`);
        expect(read(`${whole}.${decimals}`)).toBe(`${whole}.${decimals}`);
      }),
    );
  });

  it('never fails on any words, and never claims more of them than there are', () => {
    const word = fc.constantFrom(
      'a',
      'and',
      'hundred',
      'thousand',
      'point',
      'half',
      'two',
      'twenty',
      '7',
      'to',
      'for',
      'minus',
      'dozen',
      'third',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(readNumberAt(words, 0)?.wordCount ?? 0).toBeLessThanOrEqual(words.length);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back every ordinal of a month', () => {
    for (let day = 1; day <= 31; day += 1) expect(readOrdinal(wordsOf(sayOrdinal(day)))).toBe(day);
    expect(readOrdinal(['24', 'th'])).toBe(24);
    expect(readOrdinal(['24'])).toBeNull();
  });

  it('says counts, ordinals and years as people do', () => {
    expect([sayCount(0), sayCount(19), sayCount(100), sayCount(1001)]).toEqual(['zero', 'nineteen', 'one hundred', 'one thousand and one']);
    expect([sayOrdinal(1), sayOrdinal(12), sayOrdinal(20), sayOrdinal(23)]).toEqual(['first', 'twelfth', 'twentieth', 'twenty-third']);
    expect([sayYear(2026), sayYear(1905), sayYear(2009), sayYear(1900)]).toEqual([
      'twenty twenty-six',
      'nineteen oh five',
      'two thousand and nine',
      'nineteen hundred',
    ]);
  });

  it('declines numbers that nobody can follow', () => {
    expect(sayDigits('1'.repeat(30))).toBeNull();
  });
});
