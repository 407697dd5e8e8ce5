import { describe, expect, it } from 'vitest';
import { advanceName, NAME_BOOST, type NameProgress, nameTrie, OUTSIDE_NAMES } from '../../../models/speech-to-text/name-trie.ts';
import { Tokenizer } from '../../../models/speech-to-text/tokenizer.ts';
import { FIRST_PIECE, vocabularyFile } from './small-vocabulary.ts';

const PIECES = ['▁', 'A', 'n', 'a', 'W', 'i', 'l', '▁A', '▁W', 'is'];
const tokenizer = new Tokenizer(vocabularyFile(PIECES));
const id = (piece: string) => FIRST_PIECE + PIECES.indexOf(piece);
const trie = nameTrie(tokenizer, ['Ana', 'Wil']);
const NEXT_WORD = id('▁');

/** Every token all but certain, unless told otherwise. */
function walk(pieces: readonly string[], logProbability = -1): NameProgress {
  return pieces.reduce(
    (progress, piece) => advanceName(trie, progress, id(piece), logProbability, tokenizer.breaksWord(id(piece))),
    OUTSIDE_NAMES,
  );
}

describe('leaning towards names', () => {
  it('lends a boost for each token and keeps it once the name is complete and the word ends', () => {
    expect(walk(['▁A', 'n', 'a'])).toMatchObject({ pending: 3 * NAME_BOOST, earned: 0 });
    expect(walk(['▁A', 'n', 'a', '▁'])).toMatchObject({ pending: 0, earned: 3 * NAME_BOOST });
    expect(tokenizer.breaksWord(NEXT_WORD)).toBe(true);
  });

  it('takes all of it back when the name breaks off', () => {
    expect(walk(['▁A', 'n', 'i'])).toEqual(OUTSIDE_NAMES);
    expect(walk(['▁A', 'n', '▁'])).toEqual(OUTSIDE_NAMES);
  });

  it('takes it back when the word goes on after the name', () => {
    expect(walk(['▁A', 'n', 'a', 'l'])).toEqual(OUTSIDE_NAMES);
  });

  it('adds up over names, also when one follows the other at once', () => {
    expect(walk(['▁A', 'n', 'a', '▁W', 'i', 'l', '▁']).earned).toBeCloseTo(6 * NAME_BOOST);
  });

  it('never boosts what the net finds all but impossible: that would invent names', () => {
    expect(walk(['▁A', 'n', 'a', '▁'], -9.5)).toEqual(OUTSIDE_NAMES);
  });

  it('does nothing without names', () => {
    const empty = nameTrie(tokenizer, []);
    expect(advanceName(empty, OUTSIDE_NAMES, id('▁A'), -1, true)).toEqual(OUTSIDE_NAMES);
    expect(empty.complete).toBe(false);
  });
});
