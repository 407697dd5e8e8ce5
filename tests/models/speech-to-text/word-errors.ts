const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** One word in two spellings is no error of a recogniser. */
const SPELLINGS: Readonly<Record<string, string>> = {
  kilometers: 'kilometres',
  km: 'kilometres',
  ok: 'okay',
  "what's": 'what is',
  "i'd": 'i would',
  "it's": 'it is',
  "i'm": 'i am',
  x: 'times',
  '×': 'times',
};

/** A whole number from 0 to 999,999 in words. */
export function numberInWords(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  if (value < 100) return [TENS[Math.floor(value / 10) - 2], ...(value % 10 === 0 ? [] : [ONES[value % 10]])].join(' ');
  const [unit, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const head = `${numberInWords(Math.floor(value / unit))} ${name}`;
  return value % unit === 0 ? head : `${head} ${numberInWords(value % unit)}`;
}

/** The words of a text without what nobody hears: case, punctuation, digits or words, two spellings of one word. */
export function heardWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\d+/g, (digits) => (digits.length > 6 ? digits : ` ${numberInWords(Number(digits))} `))
    .replace(/[^\p{L}\p{N}'×]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^'+|'+$/g, ''))
    .filter((word) => word !== '')
    .flatMap((word) => (SPELLINGS[word] ?? word).split(' '));
}

export interface WordErrors {
  readonly errors: number;
  readonly words: number;
}

/** Fewest words put in, left out or exchanged (Levenshtein) between what was said and what was heard. */
export function wordErrors(said: string, heard: string): WordErrors {
  const from = heardWords(said);
  const to = heardWords(heard);
  let row = to.map((_, index) => index + 1);
  from.forEach((word, line) => {
    let diagonal = line;
    let left = line + 1;
    row = row.map((above, column) => {
      left = Math.min(above + 1, left + 1, diagonal + (word === to[column] ? 0 : 1));
      diagonal = above;
      return left;
    });
  });
  return { errors: row.at(-1) ?? from.length, words: from.length };
}

/** Share of wrong words over many sentences, 0 = all right. */
export function wordErrorRate(counts: readonly WordErrors[]): number {
  const errors = counts.reduce((sum, count) => sum + count.errors, 0);
  return (
    errors /
    Math.max(
      1,
      counts.reduce((sum, count) => sum + count.words, 0),
    )
  );
}
