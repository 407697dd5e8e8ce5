import { COUNTRY_NAMES } from './knowledge/countries.ts';
import { PLANET_NAMES } from './knowledge/planet-skills.ts';
import { type SlotKindName, slotKinds } from './slot-kinds.ts';
import { nearestName } from './words/misheard-word.ts';
import { SCALE_WORDS, SMALL_NUMBER_WORDS, TENS_WORDS } from './words/number-speech.ts';
import { ZONE_PLACES } from './words/place-zone.ts';
import { UNIT_NAMES } from './words/unit-table.ts';

/** Slots that hold one of a closed list: what was heard may stand for the one that sounds like it. */
const NAMES: Partial<Record<SlotKindName, readonly string[]>> = {
  country: COUNTRY_NAMES,
  planet: PLANET_NAMES,
  'zone-place': ZONE_PLACES,
  unit: UNIT_NAMES.filter((name) => name.length > 3),
};
const NUMBERS = [...SMALL_NUMBER_WORDS, ...TENS_WORDS, ...SCALE_WORDS, 'hundred'].filter((word) => word.length > 1);
const TIMES = ['second', 'seconds', 'minute', 'minutes', 'hour', 'hours', 'day', 'days', 'half', 'quarter'];
/** Slots of several words, each of its own list. */
const WORDS: Partial<Record<SlotKindName, readonly string[]>> = {
  number: NUMBERS,
  duration: [...NUMBERS, ...TIMES],
  measure: [...NUMBERS, ...UNIT_NAMES.filter((name) => name.length > 3 && !name.includes(' '))],
  'clock-time': [...NUMBERS, 'half', 'quarter', 'past', 'morning', 'evening', 'afternoon', 'tomorrow'],
  expression: [
    ...NUMBERS,
    'times',
    'plus',
    'minus',
    'divided',
    'percent',
    'half',
    'squared',
    'cubed',
    'multiply',
    'multiplied',
    'subtract',
    'add',
  ],
};
const LONGEST = 8;

/**
 * What the words of a slot may have been before a recogniser wrote them down; null when nothing is near. One word of several may be wrong.
 * `certain`: how many are taken as they were heard.
 */
export function nearArgument(
  kind: SlotKindName,
  words: readonly string[],
  utterance: string,
): { readonly argument: string; readonly certain: number } | null {
  if (words.length === 0 || words.length > LONGEST) return null;
  const names = NAMES[kind];
  if (names !== undefined) {
    const argument = words.length > 4 ? null : nearestName(words.join(' '), names);
    return argument === null ? null : { argument, certain: 0 };
  }
  const list = WORDS[kind];
  for (const at of list === undefined ? [] : words.keys()) {
    const argument = mendedAt(at, { kind, list: list ?? [], words, utterance });
    if (argument !== null) return { argument, certain: words.length - 1 };
  }
  return null;
}

/** The argument with one word taken for the nearest of the list. */
function mendedAt(
  at: number,
  {
    kind,
    list,
    words,
    utterance,
  }: { readonly kind: SlotKindName; readonly list: readonly string[]; readonly words: readonly string[]; readonly utterance: string },
): string | null {
  const word = words[at] ?? '';
  const meant = list.includes(word) ? null : nearestName(word, list);
  if (meant === null) return null;
  const mended = words.with(at, meant);
  return slotKinds[kind]({ words: mended, written: mended.join(' '), utterance });
}
