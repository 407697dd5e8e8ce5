const SHE =
  /\b(?:she|her|mum|mom|mother|sister|daughter|grand(?:ma|mother|daughter)|gran|granny|nan|aunt(?:ie)?|niece|wife|girlfriend|girl|fiancee|lady|woman)\b/;
const HE =
  /\b(?:he|him|his|dad|father|brother|son|grand(?:pa|father|son|ad)|grandad|uncle|nephew|husband|boyfriend|boy|fiance|lad|man|guy)\b/;
const SEVERAL = /\b(?:they|them|twins|kids|children|parents|friends|neighbou?rs|sisters|brothers|sons|daughters|dogs|cats)\b/;
const PRONOUNS = { she: ['She', 'her'], he: ['He', 'him'], they: ['They', 'them'] } as const;

/** @returns the line with who was told of in place of `{They}` and `{them}` */
export function named(line: string, words: string): string {
  const [who, them] = PRONOUNS[SEVERAL.test(words) ? 'they' : SHE.test(words) ? 'she' : HE.test(words) ? 'he' : 'they'];
  return line.replaceAll('{They}', who).replaceAll('{them}', them);
}
