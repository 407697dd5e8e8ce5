import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeardFor, soundsAlike } from '../../../../electron/conversation/memory/names/sounds-alike.ts';

describe('names that sound alike', () => {
  it.each([
    ['Eager', 'Igor'],
    ['E. Gore', 'Igor'],
    ['Eagore', 'Igor'],
    ['Marco', 'Marko'],
    ['Ana', 'Anna'],
    ['Kate', 'Cait'],
    ['Steven', 'Stephen'],
    ['José', 'Jose'],
    ['Cooper Netties', 'Kubernetes'],
  ])('%s and %s', (one, other) => {
    expect(soundsAlike(one, other)).toBe(true);
    expect(soundsAlike(other, one)).toBe(true);
  });

  it.each([
    ['Ivan', 'Igor'],
    ['Friday', 'Thursday'],
    ['', 'Igor'],
    ['...', 'Igor'],
    ['Bob', 'Robert'],
  ])('not %s and %s', (one, other) => {
    expect(soundsAlike(one, other)).toBe(false);
  });

  it.each([
    ['Cooper Netties', 'Kubernetes', true],
    ['Austin', 'Boston', false],
    ['Saturn', 'Jupiter', false],
    ['Bach', 'Mozart', false],
  ])('%s is heard for %s: %s', (heard, meant, expected) => {
    expect(isHeardFor(heard, meant)).toBe(expected);
  });

  it('is the same both ways, and every name sounds like itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(soundsAlike(one, other)).toBe(soundsAlike(other, one));
        if (/[bdkmnr]/i.test(one)) expect(soundsAlike(one, one)).toBe(true);
      }),
    );
  });
});
