import { soundsAlike } from '../names/sounds-alike.ts';
import type { CorrectionContext } from './correction.ts';
import { readCorrections } from './read-correction.ts';

/** "Not Ivan" says what is wrong: it must go on saying it. */
const NAMED_AS_WRONG = String.raw`(?<!\b(?:[Nn]ot|[Nn]ever|isn't|[Dd]on't call me|[Dd]o not call me|[Ss]top calling me|[Ii]nstead of|than) )`;
const LETTER = String.raw`[\p{L}\p{M}\p{N}]`;

/**
 * Writes a name where wrong forms of it stand as whole words, keeping what surrounds them ("Ivan's" -> "Igor's"). Forms are
 * looked for as they are written, in lower case only where a text has no capitals. A form that is *named as wrong* ("not
 * Ivan") stays, or the sentence would say nothing. Doing it twice changes nothing more; where it would, the text stays.
 */
export function repairWords(text: string, wrongForms: readonly string[], written: string): string {
  const forms = wrongForms.filter((form) => form.trim() !== '' && form !== written);
  if (forms.length === 0) return text;
  const repaired = replaced(text, forms, written);
  // A name that has a wrong form in it would grow each time.
  return replaced(repaired, forms, written) === repaired ? repaired : text;
}

function replaced(text: string, forms: readonly string[], written: string): string {
  const flags = /\p{Lu}/u.test(text.replaceAll(/\bI\b/g, '')) ? 'gu' : 'giu';
  const longestFirst = forms.toSorted((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(`(?<!${LETTER})${NAMED_AS_WRONG}(?:${longestFirst.join('|')})(?!${LETTER})`, flags);
  return text.replaceAll(pattern, () => written);
}

/**
 * Repairs what was heard in an earlier turn of the user's. A form that sounds like the name ("Eager") was a mishearing wherever
 * it stands; another one ("Ivan") was one only where the turn told a name, or called somebody: "Ivan the Terrible" stays.
 */
export function repairTurn(text: string, wrongForms: readonly string[], written: string, context: CorrectionContext): string {
  const alike = wrongForms.filter((form) => soundsAlike(form, written));
  const others = wrongForms.filter((form) => !alike.includes(form));
  const told = others.filter((form) => isWhole(text, form) || tellsName(text, form, context));
  return repairWords(text, [...alike, ...told], written);
}

function isWhole(text: string, form: string): boolean {
  return (
    text
      .replaceAll(/[.,!?\s]+/g, ' ')
      .trim()
      .toLowerCase() ===
    form
      .replaceAll(/[.,!?\s]+/g, ' ')
      .trim()
      .toLowerCase()
  );
}

function tellsName(text: string, form: string, context: CorrectionContext): boolean {
  return readCorrections(text, context).some((correction) => 'written' in correction && correction.written === form);
}

function escaped(form: string): string {
  return form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
