import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameSound } from '../../../../electron/conversation/memory/names/name-sound.ts';
import { voiceIpa } from '../../../../models/text-to-speech/ipa.ts';
import { respellingToIpa } from '../../../../models/text-to-speech/respelling.ts';

const sound = (respelling: string | null, ipa: string | null = null) => nameSound({ respelling, ipa });

it('reads a name as it is written when nothing else is said of it', () => {
  expect(sound(null)).toEqual({ ipa: null, problem: null });
});

it('says a respelling as the voice will be given it', () => {
  expect(sound('EE-gor')).toEqual({ ipa: voiceIpa(respellingToIpa('EE-gor') ?? ''), problem: null });
});

it('prefers phonetic letters, with or without the marks dictionaries print around them', () => {
  for (const ipa of ['ˈsɪəɹʃə', '/ˈsɪəɹʃə/', ' [ˈsɪəɹʃə] ']) expect(sound('EE-gor', ipa)).toEqual({ ipa: 'sˈɪəɹʃə', problem: null });
  for (const ipa of ['ʒɐ̃w̃', 'n̩ˈɡuːɡi', 'ɕi.tɕi', 'aɪ̯']) expect(sound(null, ipa).problem).toBeNull();
});

it('names the sign that the voice has no sound for', () => {
  expect(sound(null, 'igO').problem).toMatch(/^The voice has no sound for “O”\./);
  expect(sound(null, 'SIrS@').problem).toMatch(/^The voice has no sound for “S”\./);
  expect(sound(null, 'ˈˈ').problem).toMatch(/^There is no vowel in it/);
  expect([sound('-').ipa, sound(null, 'a^').ipa]).toEqual([null, null]);
  expect(sound('123').problem).toMatch(/^Write it in up to six words/);
});

it('always gives a sound or a reason, never both', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, isIpa) => {
      const { ipa, problem } = isIpa ? sound(null, text) : sound(text);
      expect((ipa === null) !== (problem === null)).toBe(true);
    }),
  );
});
