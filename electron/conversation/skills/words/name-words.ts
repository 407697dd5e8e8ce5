/** Words that begin no name: "my name is hard to spell", "call me later". */
const NOT_NAMES = new Set(
  `a an the this that these those my your his her its our their what which who whom whose where when why how
  not no yes on in at by for from of off to up out with without about as if is are was be been being do does did
  will would can could shall should may might must or and but so than then too very really quite just only also
  i you he she it we they me him them us one two three nothing something anything everything someone anyone
  hard easy difficult long short common rare weird strange funny famous important unusual boring beautiful pretty
  spelled spelt written pronounced misspelled mispronounced wrong right correct different unknown secret mud
  later tomorrow today tonight back soon again anytime sometime maybe never always now crazy stupid old lazy
  when whenever after before until because please right there here taxi cab ambulance doctor mom dad
  sorry afraid sure glad happy sad tired hungry like whatever anything names name first last middle
  names'`.split(/\s+/),
);
const PARTICLES = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'di',
  'da',
  'del',
  'la',
  'le',
  'bin',
  'ibn',
  'al',
  'el',
  'dos',
  'du',
  'ten',
  'ter',
  'mac',
  'y',
]);
const PEOPLES = new Set(
  `american australian austrian belgian brazilian british canadian catholic chinese danish dutch english european finnish french
  german greek hindu indian irish italian japanese jewish korean mexican muslim norwegian polish portuguese russian scottish spanish
  swedish swiss turkish ukrainian vegan welsh`.split(/\s+/),
);
const NAME_PART = /^(?:\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*|\p{L}\.|(?:dr|mr|mrs|ms|prof|st)\.)$/iu;
const MOST_PARTS = 4;
const LONGEST_NAME = 60;

/**
 * Reads a person's name out of the words that stand where a name stands. Recognisers write names with capitals, so
 * where the utterance has capitals the name must have them too; typed lower case may be one or two words.
 * @param text the words as they were written
 * @param utterance the whole utterance they came from
 * @returns the name as it should be written, or null when it is none
 */
export function readName(text: string, utterance: string): string | null {
  const parts = text
    .trim()
    .replace(/[,;:!?]+$/, '')
    .replace(/(?<!\b(?:dr|mr|mrs|ms|prof|st|\p{L}))\.+$/iu, '')
    .split(/\s+/);
  if (text.length > LONGEST_NAME || parts.length > MOST_PARTS) return null;
  if (!parts.every((part) => NAME_PART.test(part))) return null;
  if (parts.some((part) => NOT_NAMES.has(part.toLowerCase().replace('’', "'")))) return null;
  const named = parts.every((part) => !/^\p{Ll}/u.test(part) || PARTICLES.has(part)) && parts.some((part) => /^\p{Lu}/u.test(part));
  if (named) return parts.join(' ');
  const usesCapitals = /\p{Lu}/u.test(utterance.replaceAll(/\bI\b/g, ''));
  if (usesCapitals || parts.length > 2) return null;
  return parts.map(capitalised).join(' ');
}

/** Reads a name behind "hi, I'm": only with capitals, and no people or faith ("hi, I'm German"). */
export function readIntroducedName(text: string): string | null {
  return /^\p{Lu}/u.test(text) && !PEOPLES.has(text.toLowerCase()) ? readName(text, `I ${text}`) : null;
}

/** Reads the name of a persona: one word in any writing, or several with capitals. */
export function readPersonaName(text: string): string | null {
  const parts = text
    .trim()
    .replace(/[.,;:!?]+$/, '')
    .split(/\s+/);
  if (parts.length > 3 || !parts.every((part) => NAME_PART.test(part) && !NOT_NAMES.has(part.toLowerCase()))) return null;
  if (parts.length > 1 && !parts.every((part) => /^\p{Lu}/u.test(part))) return null;
  return parts.join(' ');
}

/**
 * The person somebody meant by a name that may have been misheard: the same name, else the only one within a third of
 * its letters. Null when nobody is near, or several are.
 */
export function nearestNamed<Named extends { readonly name: string }>(wanted: string, candidates: readonly Named[]): Named | null {
  const spoken = wanted.toLowerCase();
  const same = candidates.find(({ name }) => name.toLowerCase() === spoken);
  if (same !== undefined) return same;
  const near = candidates.filter(({ name }) => editDistance(name.toLowerCase(), spoken) <= Math.floor(name.length / 3));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function capitalised(word: string): string {
  return PARTICLES.has(word)
    ? word
    : word.replaceAll(/(^|[-'’])(\p{Ll})/gu, (_, join: string, letter: string) => join + letter.toUpperCase());
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
