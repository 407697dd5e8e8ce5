/** Every sound sign of the Piper voices (their `phoneme_id_map` without punctuation and digits), decomposed. */
const SIGNS = new Set(
  'abcdefhijklmnopqrstuvwxyzæçðøħŋœɐɑɒɓɔɕɖɗɘəɚɛɜɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞βθχᵻⱱ\u0327\u0303\u032a\u032f\u0329ʰˤε',
);
const VOWEL = /[aeiouyæøœɐɑɒɔɘəɚɛɜɞɤɨɪɯɵɶʉʊʌʏᵻε]/u;
const STRESS = /[ˈˌ]/u;
/** What people and dictionaries write for a sign the voice knows by another; '' is dropped. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  g: 'ɡ', r: 'ɹ', "'": 'ˈ', '’': 'ˈ', '`': 'ˈ', ',': 'ˌ', ':': 'ː', 'ɝ': 'ɚ', 'ʧ': 'tʃ', 'ʤ': 'dʒ', 'ʦ': 'ts', 'ʣ': 'dz', 'ɱ': 'm',
  '/': '', '[': '', ']': '', '.': '', '-': '', '(': '', ')': '', '\u0361': '', '\u035c': '', '\u0306': '', '\u031a': '',
}; // biome-ignore format: a table
const LONGEST_IPA = 80;

/**
 * IPA as the voice reads it: signs it knows by another name exchanged, ties and brackets left out, the stress mark right
 * before its vowel (as eSpeak, whose signs the voice learnt, writes it). Signs the voice does not know are left out.
 */
export function voiceIpa(ipa: string): string {
  const known = [...exchanged(ipa)].filter((sign) => sign === ' ' || SIGNS.has(sign)).join('');
  // A word of stress alone is nothing.
  const spoken = known
    .split(/\s+/)
    .map(stressBeforeVowel)
    .filter((word) => word !== '')
    .join(' ');
  // What was left out or moved may have stood between two combining signs: their order is made canonical again.
  return spoken.normalize('NFD');
}

/** Why the voice cannot say this IPA as it is written, for the person who wrote it; null when it can. */
export function ipaProblem(ipa: string): string | null {
  if (ipa.trim() === '') return 'There is nothing to say. Write how the name sounds, or leave the field empty.';
  if ([...ipa].length > LONGEST_IPA) return `This is longer than ${LONGEST_IPA} signs. Write only how the name sounds.`;
  const unknown = [...exchanged(ipa)].find((sign) => !/\s/u.test(sign) && !SIGNS.has(sign));
  if (unknown !== undefined) return `The voice has no sound for “${unknown}”. Use another sign for it, or write the name in plain letters.`;
  return VOWEL.test(exchanged(ipa)) ? null : 'There is no vowel in it, so the voice cannot say it. Add one.';
}

function exchanged(ipa: string): string {
  return [...ipa.normalize('NFD')].map((sign) => WRITTEN_FOR[sign] ?? sign).join('');
}

function stressBeforeVowel(word: string): string {
  let marked = '';
  let waiting = '';
  for (const sign of word) {
    if (STRESS.test(sign)) {
      waiting = sign;
      continue;
    }
    if (waiting !== '' && VOWEL.test(sign)) {
      marked += waiting;
      waiting = '';
    }
    marked += sign;
  }
  return marked;
}
