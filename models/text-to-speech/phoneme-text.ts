import { isEverydayWord } from '../names/everyday-words.ts';

/** A stretch of a clause between punctuation marks: words to be phonemized, or one with a known pronunciation. */
export interface Stretch {
  readonly text: string;
  /** IPA given by a name card; null = ask the phonemizer. */
  readonly ipa: string | null;
  /** The mark that follows, '' at the end of the words. */
  readonly mark: string;
}

const MARK = /[.,!?;:]+(?=\s|$)|\s[-–—]\s|[—]/g;
const SPOKEN_MARKS = new Set(['.', ',', '!', '?', ';', ':']);

/**
 * Splits a clause for the phonemizer, which drops punctuation: the marks are put back between the stretches, because the
 * voice was trained with them.
 */
export function stretchesOf(clause: string, pronunciations: Readonly<Record<string, string>>): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of clause.matchAll(MARK)) {
    addStretch(stretches, clause.slice(from, match.index), markOf(match[0]), pronunciations);
    from = match.index + match[0].length;
  }
  addStretch(stretches, clause.slice(from), '', pronunciations);
  return stretches;
}

function markOf(found: string): string {
  const first = found.trim().charAt(0);
  return SPOKEN_MARKS.has(first) ? first : ',';
}

function addStretch(stretches: Stretch[], text: string, mark: string, pronunciations: Readonly<Record<string, string>>): void {
  const parts = splitAtNames(text, pronunciations).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  parts.forEach((part, index) => {
    stretches.push({ text: part.text.trim(), ipa: part.ipa, mark: index === parts.length - 1 ? mark : '' });
  });
}

/** Names with their possessive, in any capitals; what is no name is left to the phonemizer. */
function splitAtNames(text: string, pronunciations: Readonly<Record<string, string>>): Omit<Stretch, 'mark'>[] {
  const known = new Map(Object.entries(pronunciations).map(([name, ipa]) => [nameKey(name), { name, ipa }]));
  if (known.size === 0) return [{ text, ipa: null }];
  // The longest first: "Mary Jane" is not "Mary" and "Jane".
  const names = [...known.keys()].sort((left, right) => right.length - left.length);
  const alternatives = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives})(['’]s)?(?![\\p{L}\\p{N}])`, 'giu');
  const parts: Omit<Stretch, 'mark'>[] = [];
  let from = 0;
  for (const match of text.normalize('NFC').matchAll(pattern)) {
    const [whole, found = '', possessive] = match;
    const card = known.get(nameKey(found));
    if (card === undefined || isAnotherWord(found, card.name)) continue;
    parts.push({ text: text.normalize('NFC').slice(from, match.index), ipa: null });
    parts.push({ text: whole, ipa: possessive === undefined ? card.ipa : `${card.ipa}${possessiveSound(card.ipa)}` });
    from = match.index + whole.length;
  }
  return [...parts, { text: text.normalize('NFC').slice(from), ipa: null }];
}

function nameKey(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/** "She said" is not Said: the everyday word stays what it is, while "igor" typed in a hurry is Igor. */
function isAnotherWord(found: string, name: string): boolean {
  return found === found.toLowerCase() && name !== name.toLowerCase() && isEverydayWord(found);
}

function possessiveSound(ipa: string): string {
  const last = ipa.replaceAll(/[ː\s]+$/gu, '').at(-1) ?? '';
  if (/[szʃʒ]/u.test(last)) return 'ɪz';
  return /[ptkfθ]/u.test(last) ? 's' : 'z';
}

/** Joins phonemized stretches to the line the voice reads. */
export function phonemeLine(stretches: readonly Stretch[], phonemes: readonly string[]): string {
  let line = '';
  stretches.forEach(({ mark }, index) => {
    line += `${(phonemes[index] ?? '').trim()}${mark} `;
  });
  // An older eSpeak writes oːɹ where the voice learnt ɔːɹ.
  return line.trim().replaceAll('oːɹ', 'ɔːɹ').replace(/\s+/g, ' ');
}
