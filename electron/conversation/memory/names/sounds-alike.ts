/** Letters that English readers give one sound; vowels all count as one. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/[ck]h|ck|q|c(?![eiy])/g, 'k'],
  [/c(?=[eiy])|z/g, 's'],
  [/gh/g, ''],
  [/[vw]/g, 'f'],
  [/[aeiouy]+/g, 'a'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];
/** A recogniser mixes up voiced and unvoiced: "Kubernetes" and "Cooper Netties". */
const UNVOICED: Readonly<Record<string, string>> = { b: 'p', d: 't', g: 'k', j: 's' };

/**
 * True when one name may have been heard for the other: "Eager" and "Igor", "Marco" and "Marko". By the skeleton of
 * consonants with vowels levelled, like Soundex (Russell and Odell, 1918) but over the whole name.
 */
export function soundsAlike(one: string, other: string): boolean {
  const [left, right] = [skeleton(one), skeleton(other)];
  if (left === '' || right === '') return false;
  return left === right || (Math.min(left.length, right.length) >= 4 && differsByOne(left, right));
}

/** True when a word sounds so much like another that nobody would tell them apart for their meaning: "Cooper Netties" for "Kubernetes". */
export function isHeardFor(heard: string, meant: string): boolean {
  const [left, right] = [unvoiced(heard), unvoiced(meant)];
  return left.length >= 3 && left === right;
}

function skeleton(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();
  const sounds = SOUNDS.reduce((text, [spelling, sound]) => text.replaceAll(spelling, sound), plain);
  // The vowel at the end is often not there, or not heard: "E. Gore", "Kate", "Ann" and "Anna".
  return sounds.length > 2 ? sounds.replace(/a$/, '') : sounds;
}

function unvoiced(name: string): string {
  return skeleton(name)
    .replaceAll(/[bdgj]/g, (sound) => UNVOICED[sound] ?? sound)
    .replaceAll(/(.)\1+/g, '$1');
}

function differsByOne(left: string, right: string): boolean {
  if (left.length > right.length) return differsByOne(right, left);
  if (right.length - left.length > 1) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const skip = left.length === right.length ? 1 : 0;
  return left.slice(at + skip) === right.slice(at + 1);
}
