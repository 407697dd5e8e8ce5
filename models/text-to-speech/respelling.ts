/** Spellings of vowels in plain respelling and their sounds in the voice's phonemes, longest first. */
const VOWELS: readonly (readonly [string, string])[] = [
  ['eigh', 'eɪ'], ['eye', 'aɪ'], ['igh', 'aɪ'], ['air', 'ɛɹ'], ['ear', 'ɪɹ'], ['oor', 'ʊɹ'], ['aw', 'ɔː'], ['au', 'ɔː'], ['ee', 'iː'], ['ea', 'iː'],
  ['oo', 'uː'], ['ah', 'ɑː'], ['aa', 'ɑː'], ['ay', 'eɪ'], ['ai', 'eɪ'], ['ei', 'eɪ'], ['ey', 'eɪ'], ['oh', 'oʊ'], ['oa', 'oʊ'], ['oe', 'oʊ'], ['ow', 'aʊ'],
  ['ou', 'aʊ'], ['oy', 'ɔɪ'], ['oi', 'ɔɪ'], ['uh', 'ʌ'], ['eh', 'ɛ'], ['ih', 'ɪ'], ['ar', 'ɑːɹ'], ['or', 'ɔːɹ'], ['er', 'ɚ'], ['ur', 'ɚ'], ['ir', 'ɚ'], ['ew', 'uː'],
  ['ue', 'uː'], ['ie', 'iː'], ['y', 'ɪ'], ['a', 'æ'], ['e', 'ɛ'], ['i', 'ɪ'], ['o', 'ɑː'], ['u', 'ʌ'],
]; // biome-ignore format: a table
/** A syllable that ends with its vowel is open: "so" is not "sock". */
const OPEN: Readonly<Record<string, string>> = { a: 'ɑː', e: 'iː', i: 'iː', o: 'oʊ', u: 'uː', y: 'i' };
const CONSONANTS: readonly (readonly [string, string])[] = [
  ['tch', 'tʃ'], ['sh', 'ʃ'], ['ch', 'tʃ'], ['th', 'θ'], ['zh', 'ʒ'], ['kh', 'x'], ['ph', 'f'], ['ng', 'ŋ'], ['ck', 'k'], ['qu', 'kw'], ['wh', 'w'], ['dj', 'dʒ'],
  ['ts', 'ts'], ['j', 'dʒ'], ['g', 'ɡ'], ['y', 'j'], ['r', 'ɹ'], ['c', 'k'], ['q', 'k'], ['x', 'ks'],
]; // biome-ignore format: a table
const STRESS = 'ˈ';

/**
 * Plain respelling to IPA: "EE-gor" -> "ˈiːɡɔːɹ". Syllables are joined by hyphens or spaces, the stressed one is in
 * capitals, else the first is. The sounds are those that the English voice has.
 * @returns null when a letter is not of the Latin alphabet, or there are no letters
 */
export function respellingToIpa(respelling: string): string | null {
  const words = respelling.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 6 || !/^[\p{Script=Latin}'’\-\s]+$/u.test(respelling)) return null;
  return words.map(wordToIpa).join(' ');
}

function wordToIpa(word: string): string {
  const syllables = word.split('-').filter(Boolean);
  const capital = syllables.findIndex((syllable) => /\p{L}/u.test(syllable) && syllable === syllable.toUpperCase() && syllables.length > 1);
  const stressed = Math.max(0, capital);
  return syllables.map((syllable, index) => (index === stressed ? STRESS : '') + syllableToIpa(syllable)).join('');
}

function syllableToIpa(syllable: string): string {
  const letters = syllable
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase();
  let ipa = '';
  for (let at = 0; at < letters.length; ) {
    const { sound, length } = soundAt(letters, at);
    ipa += sound;
    at += length;
  }
  return ipa;
}

function soundAt(letters: string, at: number): { readonly sound: string; readonly length: number } {
  const rest = letters.slice(at);
  const letter = rest[0] ?? '';
  // "y" before a vowel is a consonant.
  const isVowel = /[aeiou]/.test(letter) || (letter === 'y' && (at > 0 || rest.length === 1) && !/^y[aeiou]/.test(rest));
  if (isVowel) {
    const open = rest.length === 1 ? OPEN[letter] : undefined;
    if (open !== undefined) return { sound: open, length: 1 };
    const [spelling, sound] = VOWELS.find(([spelling]) => rest.startsWith(spelling)) ?? [letter, letter];
    return { sound, length: spelling.length };
  }
  // A doubled consonant sounds once, and h behind a vowel not at all.
  if (rest[1] === letter) return { sound: soundAt(letters, at + 1).sound, length: 2 };
  if (letter === 'h' && at > 0 && !/[aeiouy]/.test(rest[1] ?? '')) return { sound: '', length: 1 };
  const [spelling, sound] = CONSONANTS.find(([spelling]) => rest.startsWith(spelling)) ?? [letter, letter];
  return { sound, length: spelling.length };
}
