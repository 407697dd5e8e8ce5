import type { EngineName } from '../speech-to-speech/realtime-model.ts';
import { respellingToIpa } from '../text-to-speech/respelling.ts';
import { soundsOfIpa } from './sounds.ts';

/** How an English writer spells sounds: plainly, and the way names from elsewhere are written. */
const PLAIN: Readonly<Record<string, string>> = {
  i: 'ee', I: 'i', e: 'ay', E: 'e', a: 'a', A: 'o', O: 'aw', o: 'o', U: 'oo', u: 'oo', V: 'u', '@': 'a', Y: 'y', W: 'ow', X: 'oy',
  T: 'th', D: 'th', S: 'sh', Z: 'zh', C: 'ch', J: 'j', N: 'ng', k: 'k', y: 'y',
}; // biome-ignore format: a table
const FOREIGN: Readonly<Record<string, string>> = { ...PLAIN, i: 'i', e: 'e', A: 'a', O: 'o', u: 'u', U: 'u', Y: 'ai', W: 'au', X: 'oi' };

/**
 * Ways to write a name as it sounds, for a recogniser that has never seen how it is written: "Sirsha", "Neeve". At most
 * two, the plainer first; none when the card does not say how it sounds.
 */
export function spellingsOf(name: EngineName): string[] {
  const ipa = name.ipa ?? (name.respelling === null ? null : respellingToIpa(name.respelling));
  if (ipa === null) return [];
  const words = ipa.trim().split(/\s+/).map(soundsOfIpa);
  const spell = (letters: Readonly<Record<string, string>>) => words.map((sounds) => capitalised(spelled(sounds, letters))).join(' ');
  return [...new Set([spell(PLAIN), spell(FOREIGN)])].filter((spelling) => spelling !== '' && spelling !== name.written);
}

function spelled(sounds: string, letters: Readonly<Record<string, string>>): string {
  const word = [...sounds].map((sound) => letters[sound] ?? sound).join('');
  // No English word ends in v.
  return word.replace(/v$/, word.endsWith('eev') ? 've' : 'v');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
