/** Spellings of one sound: the letter asked for stands where one of the others does. */
const SAME_SOUND: readonly (readonly string[])[] = [
  ['ck', 'k', 'c', 'q', 'ch'],
  ['ph', 'f', 'v'],
  ['z', 's', 'c'],
  ['ie', 'ey', 'y', 'i', 'ee'],
  ['j', 'g', 'y'],
  ['e', 'a'],
];
/** Names of letters as a recogniser writes them behind "with a". */
const LETTER_NAMES: Readonly<Record<string, string>> = {
  see: 'c',
  kay: 'k',
  cay: 'k',
  jay: 'j',
  why: 'y',
  eye: 'i',
  age: 'h',
  aitch: 'h',
  haitch: 'h',
  zed: 'z',
  zee: 'z',
  ess: 's',
  ell: 'l',
  em: 'm',
  en: 'n',
  ex: 'x',
  vee: 'v',
};
export const LETTER_WORDS = Object.keys(LETTER_NAMES).join('|');
const REMARK = {
  without: /^(?:without|with no|no) (?:an? |the |any )?(?<letter>\p{L})$/u,
  single: /^(?:with )?(?:only |just )?(?:one|1|a single) (?<letter>\p{L})s?$/u,
  doubled: /^(?:with )?(?:two|2|a double|double) (?<letter>\p{L})\s?(?:s|z)?$/u,
  letter:
    /^with (?:an? |the )?(?<letter>ph|ch|ck|\p{L})(?: (?:not|instead of|and not) (?:with )?(?:an? |the )?(?<old>ph|ch|ck|\p{L}))?(?: (?<where>at the end|at the beginning|at the start|in the middle))?$/u,
};

/**
 * Changes a name by a remark about its letters: ("Marco", "with a k") -> "Marko", ("Ana", "double n") -> "Anna",
 * ("John", "without an h") -> "Jon".
 * @returns null when the remark does not fit the name
 */
export function respellBy(name: string, remark: string): string | null {
  const words = remark
    .toLowerCase()
    .replaceAll(/[.,;!?']/g, ' ')
    .replaceAll(new RegExp(`\\b(?:${LETTER_WORDS})\\b`, 'g'), (name) => LETTER_NAMES[name] ?? name)
    .replaceAll(/\b([pc])[\s-]([hk])\b/g, '$1$2')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const lower = name.toLowerCase();
  const without = REMARK.without.exec(words)?.groups?.['letter'];
  if (without !== undefined) return lower.includes(without) ? changed(name, without, '') : name;
  const single = REMARK.single.exec(words)?.groups?.['letter'];
  if (single !== undefined) return changed(name, single + single, single) ?? (lower.includes(single) ? name : null);
  const doubled = REMARK.doubled.exec(words)?.groups?.['letter'];
  if (doubled !== undefined) return lower.includes(doubled + doubled) ? name : changed(name, doubled, doubled + doubled);
  const { letter, old, where } = REMARK.letter.exec(words)?.groups ?? {};
  if (letter === undefined) return null;
  if (old !== undefined && lower.includes(old)) return changed(name, old, letter);
  return soundingLike(name, letter, where);
}

function soundingLike(name: string, wanted: string, where: string | undefined): string | null {
  const lower = name.toLowerCase();
  if (where === 'at the end' && !lower.endsWith(wanted)) return endingWith(name, wanted);
  if (lower.includes(wanted)) return name;
  for (const sound of SAME_SOUND) {
    if (!sound.includes(wanted)) continue;
    const other = sound.find((spelling) => spelling !== wanted && lower.includes(spelling));
    if (other === undefined) continue;
    // "Ivan with a Y", "Katherine with a C": the letter that is heard first is the one people speak of.
    return lower.startsWith(other) ? changed(name, other, wanted, 0) : changed(name, other, wanted);
  }
  if (wanted !== 'h') return null;
  // "Jon with an h" is John, "Sara with an h" is Sarah.
  return /[aeiou]$/i.test(name) ? `${name}h` : name.replace(/([aeiou])(?=[^aeiou]+$)/i, '$1h');
}

/** "Mary with ie at the end" swaps a vowel, "Ann with an e at the end" adds one. */
function endingWith(name: string, wanted: string): string {
  return /[aeiouy]$/i.test(name) && /[aeiouy]$/.test(wanted) ? name.replace(/[aeiouy]+$/i, wanted) : name + wanted;
}

function changed(name: string, from: string, to: string, at = name.toLowerCase().lastIndexOf(from)): string | null {
  if (at === -1) return null;
  const next = name.slice(0, at) + to + name.slice(at + from.length);
  return next === '' ? null : (next[0] ?? '').toUpperCase() + next.slice(1);
}
