import { decimalForm, type ExactNumber } from '../words/exact-number.ts';

/** A number in a word problem, with what it counts and how. */
export interface Quantity {
  readonly kind: 'amount' | 'percent' | 'fraction';
  readonly value: ExactNumber;
  /** As a sum holds it: "13.5", "20 percent", "a quarter". */
  readonly text: string;
  /** Words it takes, what it counts included. */
  readonly start: number;
  readonly end: number;
  /** What it counts, each word without its plural; none where that was not said. */
  readonly nouns: readonly string[];
  /** Currency, where it is money for certain. */
  readonly money: string | null;
  /** "three fifty": 3.50 among small sums, 350 among large ones. */
  readonly isPair: boolean;
  /** "seven euros *each*", "thirty minutes *a day*": what there must be a number of, or `each`. */
  readonly per: string | null;
  /** "four *of us*", "*between* three". */
  readonly shares: boolean;
}

/** What habits, wages and speeds are told by. */
export const TIMES = new Set(['hour', 'day', 'night', 'week', 'month', 'year']);
/** Who shares. */
export const PEOPLE = new Set(
  'person adult child kid boy girl man woman guest friend brother sister sibling student pupil colleague mate neighbour team grandchild cousin'.split(
    ' ',
  ),
);
/** What follows a number and is not what it counts. */
export const NO_NOUN = new Set(
  `a about above added after again all ate already also altogether am among amongst an and apiece are as at away back be because been before between both bought but by came can
   come comes cos cost costs could did do does down during each eaten equally evenly every for found from gave get gets give go goes going gone got had has have he her his how i if in
   into is it its leave left less long lost me more my now of off on once only or our out over paid pay per percent plus please read remaining shall share she should since
   so some sold spent still than that the their them then there these they this those though through to together today total tomorrow tonight under until up used us
   want was we went were what when where which while who will with without would yesterday you your split shared divided still older younger taller shorter heavier
   lighter cheaper dearer longer further fewer fly flew dropped died joined arrived turned showed signed ran fell drove wandered moved pulled escaped boarded hatched quit retired popped
   burst smashed cracked cancelled melted enrolled landed walked broke came drop join arrive leave monday tuesday wednesday thursday friday saturday sunday`.split(
    /\s+/,
  ),
);
/** Verbs between one thing and how many it has: they end what a number counts, too. */
export const HOLDS =
  /^(?:paid|had|got|ate|drank|gave|need|want|with|brought|brings?|eats?|wants?|uses?|pays?|holds?|has|contains?|makes?|costs?|feeds?|needs?|takes?|fits?|fills?|seats?|serves?|gets?|weighs?|lasts?|is)$/;

/** "Three twelve hour shifts": how many there are of what follows at once. */
export function isOfEach(before: Quantity | undefined, { start, nouns }: Quantity): boolean {
  return before !== undefined && before.end === start && before.nouns.length === 0 && nouns.length > 0;
}

/** The word of a thing without its plural. */
export function singular(word: string): string {
  if (word === 'people') return 'person';
  if (word === 'children') return 'child';
  if (/(?:ch|sh|x|ss|ato|^bus)es$/.test(word)) return word.slice(0, -2);
  if (/^(?:kni|wi|li)ves$/.test(word)) return `${word.slice(0, -3)}fe`;
  if (/^(?:loa|shel|hal|cal|wol|lea|scar|thie|el)ves$/.test(word)) return `${word.slice(0, -3)}f`;
  if (/[^aeiou]ies$/.test(word)) return word === 'cookies' ? 'cookie' : `${word.slice(0, -3)}y`;
  return /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** Digits of the number for a sum. Null when they do not end. */
export function digitsOf(value: ExactNumber): string | null {
  const { text, exact } = decimalForm(value, 6, 6);
  return exact ? text : null;
}

/** Whether what a number counts ends before this word. */
export function stopsNoun(word: string): boolean {
  return NO_NOUN.has(word) || HOLDS.test(word);
}
