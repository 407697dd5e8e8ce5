import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipaProblem } from '../../../models/text-to-speech/ipa.ts';
import { respellingToIpa } from '../../../models/text-to-speech/respelling.ts';

describe('plain respelling', () => {
  it.each([
    ['EE-gor', 'ˈiːɡɔːɹ'],
    ['SEER-sha', 'sˈiːɹʃɑː'],
    ['shi-VAWN', 'ʃiːvˈɔːn'],
    ['hwahn', 'hwˈɑːn'],
    ['Mary-Jane Smith', null],
  ])('%s', (respelling, ipa) => {
    if (ipa === null) expect(respellingToIpa(respelling)).toContain(' ');
    else expect(respellingToIpa(respelling)?.replaceAll('ˈ', '')).toBe(ipa.replaceAll('ˈ', ''));
  });

  it.each(['', '   ', 'Игорь', 'E3-gor', 'a b c d e f g'])('is none: %s', (respelling) => {
    expect(respellingToIpa(respelling)).toBeNull();
  });

  it('becomes signs that the voice has', () => {
    const syllables = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(syllables, (parts) => {
        const ipa = respellingToIpa(parts.join('-'));
        expect(ipa).not.toBeNull();
        const problem = ipaProblem(ipa ?? '');
        if (problem !== null) expect(problem).toMatch(/no vowel|nothing to say/);
      }),
    );
  });
});
