import { describe, expect, it } from 'vitest';
import { WordPieces } from '../../../models/meaning/word-pieces.ts';

const vocabulary = ['[UNK]', '[CLS]', '[SEP]', 'un', '##aff', '##able', 'hello', ',', '!', "'", 's', 'cafe', '李', '\u5170'];

describe('word pieces', () => {
  const pieces = new WordPieces(vocabulary);
  const read = (text: string) => pieces.read(text, 16).ids.map((id) => vocabulary[id]);

  it.each([
    ['Hello, unaffable!', ['[CLS]', 'hello', ',', 'un', '##aff', '##able', '!', '[SEP]']],
    ["CAFÉ's", ['[CLS]', 'cafe', "'", 's', '[SEP]']],
    ['李\u5170', ['[CLS]', '李', '\u5170', '[SEP]']],
    ['xyz hello', ['[CLS]', '[UNK]', 'hello', '[SEP]']],
    [`${'hello'.repeat(30)}`, ['[CLS]', '[UNK]', '[SEP]']],
    ['hel\u200blo\u0000\n', ['[CLS]', 'hello', '[SEP]']],
    ['', ['[CLS]', '[SEP]']],
  ])('of "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('are at most as many as wanted, with both ends', () => {
    expect(pieces.read('hello '.repeat(50), 5).ids).toEqual([1, 6, 6, 6, 2]);
  });

  it('of what was said before stand in front, turn by turn, as far as there is room', () => {
    const read = (most: number) => pieces.read("hello, hello's", most, 'unaffable\ncafe').ids.map((id) => vocabulary[id]);
    const now = ['hello', ',', 'hello', "'", 's', '[SEP]'];
    expect(read(16)).toEqual(['[CLS]', 'un', '##aff', '##able', '[SEP]', 'cafe', '[SEP]', ...now]);
    expect(read(10)).toEqual(['[CLS]', '[SEP]', 'cafe', '[SEP]', ...now]);
    expect(read(7)).toEqual(['[CLS]', ...now]);
    expect(pieces.read('hello cafe', 16, 'unaffable').begins).toEqual([5, 6]);
  });

  it('are refused without those for a beginning, an end and what is unknown', () => {
    expect(() => new WordPieces(['hello', '[CLS]', '[SEP]'])).toThrow('[UNK]');
  });
});
