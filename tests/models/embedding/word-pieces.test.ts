import { describe, expect, it } from 'vitest';
import { WordPieces } from '../../../models/embedding/word-pieces.ts';

const vocabulary = ['[UNK]', '[CLS]', '[SEP]', 'un', '##aff', '##able', 'hello', ',', '!', "'", 's', 'cafe', '李', '\u5170'];
const json = JSON.stringify({
  model: { type: 'WordPiece', continuing_subword_prefix: '##', vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])) },
});

describe('word pieces', () => {
  const pieces = WordPieces.parse(json);
  const read = (text: string) => pieces.ids(text, 16).map((id) => vocabulary[id]);

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
    expect(pieces.ids('hello '.repeat(50), 5)).toEqual([1, 6, 6, 6, 2]);
  });

  it.each(['{}', 'no json', JSON.stringify({ model: { type: 'BPE', vocab: {}, continuing_subword_prefix: '##' } })])(
    'of another tokenizer are refused: %s',
    (other) => {
      expect(() => WordPieces.parse(other)).toThrow();
    },
  );
});
