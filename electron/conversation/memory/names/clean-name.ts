import { LONGEST_NAME } from '../../../ipc/memory-schema.ts';

/** Control characters, bidirectional overrides, zero-width characters, halves of pairs: they show nothing and hide everything. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Joins letters in Persian and Indic names, and emoji; kept between letters only. */
const JOINERS = /[\u200c\u200d]/;
const WRITABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * A name as it may be stored: composed (NFC), one line, nothing invisible. Cleaning a clean name changes nothing.
 * @returns null when nothing that can be written is left, or it is longer than LONGEST_NAME characters, as people count them;
 *   `nameRefusal` says why
 */
export function cleanName(text: string): string | null {
  const visible = visibleText(text);
  return [...visible].length > LONGEST_NAME || !WRITABLE.test(visible) ? null : visible;
}

/** The one sentence for the user about why a name cannot be stored; null when it can. */
export function nameRefusal(text: string): string | null {
  const visible = visibleText(text);
  if (text.trim() === '') return 'This name is empty. Write at least one letter.';
  if (visible === '') return 'This name has only characters that cannot be seen. Write at least one letter.';
  const { length } = [...visible];
  if (length > LONGEST_NAME) return `This name has ${length} characters, and the longest can have ${LONGEST_NAME}. Write a shorter one.`;
  return WRITABLE.test(visible) ? null : 'This name has only signs. Write at least one letter.';
}

function visibleText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(INVISIBLE, (character, offset: number, whole: string) =>
      JOINERS.test(character) && isLetter(whole[offset - 1]) && isLetter(whole[offset + 1]) ? character : '',
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character);
}

/** The same name whatever its capitals, marks and signs: "José" and "jose". */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
