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
  const parts = splitAtNames(text, Object.keys(pronunciations));
  const spoken = parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
  spoken.forEach((part, index) => {
    stretches.push({ text: part.trim(), ipa: pronunciations[part] ?? null, mark: index === spoken.length - 1 ? mark : '' });
  });
}

function splitAtNames(text: string, names: readonly string[]): string[] {
  if (names.length === 0) return [text];
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives})(?![\\p{L}\\p{N}])`, 'u'));
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
