const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const THING = '(?: one| row| item| line| entry| column| thing| bit)?';
const PLACE = new RegExp(
  `^(?:(?:row|number|item|line|column) (?<number>\\w+)|(?:one |thing |row |item )?(?:at |in |on )?(?:the )?(?:very )?(?<ordinal>\\w+?)${THING}(?: of (?:it|the list|the table))?)$`,
);
const SEVERAL = /^(?<end>first|last|top|bottom) (?<count>two|three|four|five|six)(?: ones| rows| items| lines| entries| things)?$/;

/**
 * What words like "third one", "number four", "last two", "one in the middle" count, from 0; null when they count nothing.
 * @param words lower case, without an article in front
 * @param length of what is counted; a place beyond it is told as it was said
 */
export function countedPlaces(words: string, length: number): readonly number[] | null {
  const groups = SEVERAL.exec(words)?.groups;
  if (groups === undefined) {
    const place = countedPlace(words, length);
    return place === null ? null : [place];
  }
  const count = NUMBERS.indexOf(groups['count'] ?? '') + 1;
  const from = groups['end'] === 'first' || groups['end'] === 'top' ? 0 : length - count;
  return Array.from({ length: count }, (_, at) => from + at);
}

function countedPlace(words: string, length: number): number | null {
  const { number, ordinal = '' } = PLACE.exec(words)?.groups ?? {};
  if (number !== undefined) {
    const count = /^\d+$/.test(number) ? Number(number) : NUMBERS.indexOf(number) + 1;
    return count > 0 ? count - 1 : null;
  }
  if (/^(?:last|bottom|final|end)$/.test(ordinal)) return length - 1;
  if (ordinal === 'top') return 0;
  // Of an even number there is no middle one.
  if (ordinal === 'middle') return length % 2 === 1 ? (length - 1) / 2 : null;
  const place = ORDINALS.indexOf(ordinal);
  return place < 0 ? null : place;
}
