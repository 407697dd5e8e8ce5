import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipaProblem, voiceIpa } from '../../../models/text-to-speech/ipa.ts';
import { isMissing, realPlaces } from '../real-places.ts';

describe('IPA for the voice', () => {
  it.each([
    ['ˈiːɡɔːɹ', 'ˈiːɡɔːɹ'],
    ['/ˈsɪr.ʃə/', 'sˈɪɹʃə'],
    ["'i:gor", 'ˈiːɡoɹ'],
    ['ˈmɛɹi ˈdʒeɪn', 'mˈɛɹi dʒˈeɪn'],
    ['t͡ʃiˈaɡo', 'tʃiˈaɡo'],
    ['ɷeɪ', 'eɪ'],
    ['', ''],
  ])('%s', (ipa, expected) => {
    expect(voiceIpa(ipa)).toBe(expected);
  });

  it.each(['ˈiːɡɔːɹ', '[ˈsɪr.ʃə]', 'ʒuˈaʊ', 'fɹɑ̃ˈswaz'])('can be said: %s', (ipa) => {
    expect(ipaProblem(ipa)).toBeNull();
  });

  it.each([
    ['', 'nothing to say'],
    ['   ', 'nothing to say'],
    ['ɷeɪ', 'no sound for “ɷ”'],
    ['Igor', 'no sound for “I”'],
    ['i5', 'no sound for “5”'],
    ['😀', 'no sound for “😀”'],
    ['bdɡ', 'no vowel'],
    ['a'.repeat(81), 'longer than 80'],
  ])('cannot be said, and why: %s', (ipa, why) => {
    expect(ipaProblem(ipa)).toContain(why);
  });

  it('is never changed by being made ready twice, though unknown signs stood between combining ones', () => {
    const sign = fc.oneof(
      fc.constantFrom(...'aoˈˌː ɷ🙂', '\u0327', '\u0303', '\u032a', '\u0361'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (ipa) => {
        expect(voiceIpa(voiceIpa(ipa))).toBe(voiceIpa(ipa));
      }),
      { numRuns: 2_000 },
    );
  });

  it.skipIf(isMissing('text-to-speech'))('has only signs of the voice, and all of them', () => {
    const file = join(realPlaces.modelFolder, 'piper-en-us-joe-medium/en_US-joe-medium.onnx.json');
    const known = Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { phoneme_id_map: object }).phoneme_id_map);
    const sounds = known.filter((sign) => /[\p{L}\p{M}ˈˌːˑ˞]/u.test(sign) && sign !== 'ç');
    // Exchanged for another sign, or a click no dictionary of names has.
    const others = [...'grɱ', 'ǀ', 'ǁ', 'ǂ', 'ǃ'];
    expect(sounds.filter((sign) => voiceIpa(`a${sign}a`) !== `a${sign}a` && !/[ˈˌ]/.test(sign))).toEqual(
      known.filter((sign) => others.includes(sign)),
    );
  });
});
