import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansOf } from '../../../models/meaning/word-spans.ts';

const NAMES = ['none', 'thing', 'in-thing', 'name', 'in-name'];
/** A row of chances for each piece: most of it for one name. */
const rows = (...names: readonly string[]) =>
  Float32Array.from(names.flatMap((one) => NAMES.map((name) => (name === one ? 0.75 : 0.0625))));

describe('spans of words', () => {
  it('begin with a role and go on while the words are in it', () => {
    const roles = rows('none', 'none', 'thing', 'in-thing', 'none', 'name', 'none');
    expect(spansOf(roles, NAMES, [1, 2, 3, 4, 5])).toEqual([
      { role: 'thing', from: 1, to: 3, chance: 0.75 },
      { role: 'name', from: 4, to: 5, chance: 0.75 },
    ]);
  });

  it('are two where the second begins anew, or another role goes on', () => {
    expect(spansOf(rows('thing', 'thing'), NAMES, [0, 1])).toHaveLength(2);
    expect(spansOf(rows('thing', 'in-name'), NAMES, [0, 1]).map(({ role }) => role)).toEqual(['thing', 'name']);
    expect(spansOf(rows('thing', 'none', 'in-thing'), NAMES, [0, 1, 2])).toHaveLength(2);
  });

  it('read a word by its first piece', () => {
    expect(spansOf(rows('thing', 'none', 'none', 'in-thing'), NAMES, [0, 3])).toEqual([{ role: 'thing', from: 0, to: 2, chance: 0.75 }]);
  });

  it('lie one after the other within the words, whatever the chances are', () => {
    const pieces = fc.array(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, (chances) => {
        const spans = spansOf(Float32Array.from(chances.flat()), NAMES, [...chances.keys()]);
        let end = 0;
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(chances.length);
      }),
    );
  });
});
