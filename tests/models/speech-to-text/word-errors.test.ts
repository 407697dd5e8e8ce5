import { describe, expect, it } from 'vitest';
import { heardWords, numberInWords, wordErrorRate, wordErrors } from './word-errors.ts';

describe('the count of word errors', () => {
  it.each([
    ['What time is it?', 'what time is it'],
    ['Set a timer for 5 minutes.', 'set a timer for five minutes'],
    ['What is 12 x 7?', 'what is twelve times seven'],
    ["What's 10 kilometers?", 'what is ten kilometres'],
    ['It costs 1,250 euros', 'it costs one thousand two hundred fifty euros'],
    ["the dogs' bowl", 'the dogs bowl'],
    ['...', ''],
  ])('hears %s as %s', (written, heard) => {
    expect(heardWords(written).join(' ')).toBe(heard);
  });

  it.each([
    [0, 'zero'],
    [19, 'nineteen'],
    [20, 'twenty'],
    [84, 'eighty four'],
    [305, 'three hundred five'],
    [21_000, 'twenty one thousand'],
  ])('writes %d as %s', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it.each([
    ['what time is it', 'What time is it?', 0],
    ['what time is it', 'what time it', 1],
    ['what time is it', 'what time is it now', 1],
    ['what time is it', 'what dime is it', 1],
    ['what time is it', '', 4],
    ['', 'you', 1],
    ['a b c d', 'b c d e', 2],
  ])('%s heard as %s has %d errors', (said, heard, errors) => {
    // With nothing said, whatever is heard was invented.
    expect(wordErrors(said, heard).errors).toBe(errors);
  });

  it('weighs sentences by their length', () => {
    expect(wordErrorRate([wordErrors('a b c', 'a b c'), wordErrors('d', 'e')])).toBe(0.25);
  });
});
