import { voiceIpa } from '../../models/text-to-speech/ipa.ts';

/** IPA signs and the mnemonics of eSpeak NG's English voices, longest first. */
const MNEMONICS: readonly (readonly [string, string])[] = [
  ['tʃ', 'tS'], ['dʒ', 'dZ'], ['ɔːɹ', 'o@r'], ['ɑːɹ', 'A@r'], ['ɪɹ', 'i@3'], ['ɛɹ', 'e@r'], ['aɪ', 'aI'], ['aʊ', 'aU'], ['eɪ', 'eI'], ['oʊ', 'oU'], ['ɔɪ', 'OI'],
  ['iː', 'i:'], ['uː', 'u:'], ['ɑː', 'A:'], ['ɔː', 'O:'], ['ɜː', '3:'], ['ɚ', '3'], ['ə', '@'], ['ɪ', 'I'], ['ɛ', 'E'], ['æ', 'a'], ['ʌ', 'V'], ['ʊ', 'U'], ['i', 'i'],
  ['u', 'u:'], ['o', 'oU'], ['a', 'a'], ['e', 'eI'], ['ɹ', 'r'], ['ɡ', 'g'], ['ʃ', 'S'], ['ʒ', 'Z'], ['θ', 'T'], ['ð', 'D'], ['ŋ', 'N'], ['x', 'x'], ['ˈ', "'"], ['ˌ', ','],
]; // biome-ignore format: a table

/** A text for eSpeak NG with its names given as sounds: `my name is [['i:go@r]]`. */
export function espeakText({ text, pronunciations }: { text: string; pronunciations: Readonly<Record<string, string>> }): string {
  return Object.entries(pronunciations).reduce((spoken, [name, ipa]) => {
    const sounds = mnemonics(voiceIpa(ipa));
    return spoken.replaceAll(`${name}'s`, `[[${sounds}z]]`).replaceAll(name, `[[${sounds}]]`);
  }, text);
}

function mnemonics(ipa: string): string {
  let sounds = '';
  for (let at = 0; at < ipa.length; ) {
    const rest = ipa.slice(at);
    const [sign, mnemonic] = MNEMONICS.find(([sign]) => rest.startsWith(sign)) ?? [rest[0] ?? '', rest[0] ?? ''];
    sounds += mnemonic;
    at += sign.length;
  }
  return sounds;
}
