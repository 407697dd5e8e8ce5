import { describe, expect, it } from 'vitest';
import { markArguments, wordRoles } from '../../../models/meaning/tuning/word-roles.ts';

describe('roles of words', () => {
  it.each([
    ['stick <brown bread> on there', 'stick brown bread on there', 'none thing in-thing none none'],
    ['put <wipes> on there and <satsumas>', 'put wipes on there and satsumas', 'none thing none none none thing'],
    ['start a (garden centre) list, <twine>', 'start a garden centre list twine', 'none none name in-name none thing'],
    [
      "a table with *player* and *goals*, what's next",
      "a table with player and goals what's next",
      'none none none columns none columns none none',
    ],
    ["is <hallelujah>'s spelling odd", "is hallelujah's spelling odd", 'none thing none none'],
    ['<tea><milk>', 'tea milk', 'thing thing'],
    ['nothing at all', 'nothing at all', 'none none none'],
  ])('are read from marks: %s', (marked, words, roles) => {
    expect(wordRoles(marked)).toEqual({ words, roles: roles.split(' ') });
  });

  it('are found for the arguments of a call, all of them or none', () => {
    expect(
      markArguments('call it party and put candles on it', [
        ['name', 'Party'],
        ['thing', 'candles'],
      ]),
    ).toBe('call it (party) and put <candles> on it');
    expect(markArguments('call it party', [['thing', 'candles']])).toBeNull();
  });
});
