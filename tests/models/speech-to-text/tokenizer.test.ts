import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../../models/speech-to-text/tokenizer.ts';
import { FIRST_PIECE, vocabularyFile } from './small-vocabulary.ts';

const PIECES = ['▁', 'a', 'n', 'A', 'an', 'na', 'An', '▁An', '▁Anna', 'nna', 'Anna', '.', "'", '▁a'];
const id = (piece: string) => FIRST_PIECE + PIECES.indexOf(piece);
const tokenizer = new Tokenizer(vocabularyFile(PIECES));

describe('the vocabulary of the recogniser', () => {
  it('merges the pair that comes first in the vocabulary', () => {
    // n+a merges first, then A+n, ▁+An, and the whole; 'nna' and 'Anna' come after 'an' and are never reached.
    expect(tokenizer.encode('Anna')).toEqual([id('▁Anna')]);
    expect(tokenizer.encode('Anan')).toEqual([id('▁An'), id('an')]);
  });

  it('writes signs it does not have as their bytes', () => {
    expect(tokenizer.encode('é')).toEqual([id('▁'), 0xc3 + 3, 0xa9 + 3]);
  });

  it.each(['Anna', 'Anna an Anna.', 'é', '日本語 a'])('gives back what it was given: %s', (text) => {
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
  });

  it('puts no markers into the text, above or below the pieces', () => {
    expect(tokenizer.decode([0, 1, 2, id('▁Anna'), 32_000, 32_767])).toBe('Anna');
    expect(tokenizer.decode([])).toBe('');
  });

  it('survives half a letter', () => {
    expect(tokenizer.decode([0xc3 + 3])).toBe('\u{fffd}');
  });

  it('knows where a word ends', () => {
    expect([id('▁a'), id('.'), id("'"), 2].map((token) => tokenizer.breaksWord(token))).toEqual([true, true, true, true]);
    expect([id('na'), id('A')].map((token) => tokenizer.breaksWord(token))).toEqual([false, false]);
  });

  it('tells text from bytes and markers', () => {
    expect([2, 3, 258, 259, 31_999, 32_000].map((token) => tokenizer.isText(token))).toEqual([false, false, false, true, true, false]);
  });

  it('refuses a file that is cut or has another number of records', () => {
    const file = vocabularyFile(PIECES);
    expect(() => new Tokenizer(file.subarray(0, -1))).toThrow(/middle of a record/);
    expect(() => new Tokenizer(file.subarray(0, -7))).toThrow(/32767 records/);
    expect(() => new Tokenizer(new Uint8Array())).toThrow(/0 records/);
  });
});
