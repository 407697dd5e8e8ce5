import { toNumber } from '../words/exact-number.ts';
import { SMALL_NUMBER_WORDS } from '../words/number-speech.ts';
import type { Quantity } from './quantity.ts';

/** Builds the sum from the quantities and what the expression caught; null where they do not fit. */
type Sum = (quantities: readonly Quantity[], caught: readonly string[]) => string | null;

const divided: Sum = ([first, second]) => `${first?.text} divided by ${second?.text}`;
const swapped: Sum = ([first, second]) => `${second?.text} divided by ${first?.text}`;
const taken: Sum = ([first, second]) => (first && second && isLess(second, first) ? `${first.text} minus ${second.text}` : null);
const summed: Sum = (quantities) => quantities.map(({ text }) => text).join(' plus ');
/** Of these somebody is one or the other. */
const OTHER_KIND = new Set([
  'girls boys',
  'boys girls',
  'men women',
  'women men',
  'adults children',
  'children adults',
  'adults kids',
  'kids adults',
]);

/** What is asked for in so many words. `#` is a number with what it counts. */
const REQUESTS: readonly (readonly [shape: RegExp, numbers: number, sum: Sum])[] = [
  // "Divide the ninety pounds between the three kids."
  [
    /^(?:what is (?=# (?:split|shared|divided|between|among))|how much is (?=# (?:split|shared|divided|between|among))|(?:divide|share|split|cut) )(?:up |out )?(?:the |my |our |these |those |a bill of |a total of )*# (?:\S+ ){0,2}?(?:of \S+ )?(?:split |shared |divided )?(?:up |out )?(?:equally |evenly |fairly )?(?:(?:between|among|amongst|by|into|with|for) (?:the |my |our |all )*)?#(?: ways?| way| of us| of them)?(?: equally| evenly)?$/,
    2,
    divided,
  ],
  [/^how many times (?:does|do|will|would|can|could) # (?:go|fit)(?: in| into) #$/, 2, swapped],
  [
    /^(?:how many (\w+) (?:are there |do you get |go |fit )?(?:in|into|out of|make|to make|make up) #)$/,
    1,
    ([whole], [plural]) => (singularOf(plural) === null ? null : `${whole?.text} divided by ${singularOf(plural)}`),
  ],
  [
    /(?:^|\b(?:in|into|of) )(\w+s) of # (?:so )?how many \1 (?:from|out of|are there in|are in|can (?:i|we) (?:make|get) (?:from|out of)|do (?:i|we) get (?:from|out of)|in|make) (?:the )?#$/,
    2,
    (quantities) => whole(quantities[1], quantities[0]),
  ],
  [
    /^(?:what (?:do|does|is|are) )?#(?: (?:and|plus|with) #)+ (?:together|altogether|all together|in total)(?: (?:come to|make|makes|be|is))?$/,
    0,
    summed,
  ],
  [/^(?:add|sum|add up|add together) (?:the )?#(?: and)?(?: #| and #| to #)+(?: up| together| altogether)?$/, 0, summed],
  [
    /\bborn in (?:the year )?# (?:so )?how old (?:will|would|was|were|am|is) (?:i|he|she)(?: be| turn)? in (?:the year )?#$/,
    2,
    yearsBetween,
  ],
  [
    /# (?:\S+ ){0,3}?(?:and )?# (?:of (?:them|the \S+) )?(?:are|were) (\w+) (?:so )?how many (?:are|were) (\w+)$/,
    2,
    (quantities, [one, other]) =>
      OTHER_KIND.has(`${one} ${other}`) && !quantities[0]?.nouns.includes('person') ? taken(quantities, []) : null,
  ],
];

/** The sum that is asked for in a form of its own; null when it is none of them. */
export function readRequest(words: readonly string[], quantities: readonly Quantity[]): string | null {
  if (quantities.some(({ kind, per }) => kind !== 'amount' || per !== null)) return null;
  const form = shapeOf(words, quantities);
  for (const [shape, numbers, sum] of REQUESTS) {
    const found = numbers === 0 || quantities.length === numbers ? shape.exec(form) : null;
    if (found !== null) return sum(quantities, found.slice(1));
  }
  return null;
}

/** The words with `#` for each number and what it counts. */
export function shapeOf(words: readonly string[], quantities: readonly Quantity[]): string {
  return words
    .flatMap((word, at) => {
      const quantity = quantities.find(({ start, end }) => at >= start && at < end);
      if (quantity === undefined) return [word];
      return quantity.start === at ? ['#'] : [];
    })
    .join(' ');
}

/** "Nineteen fifty eight" was read as a price. */
function yearsBetween([born, then]: readonly Quantity[]): string | null {
  const [from, to] = [born, then].map((year) => (year === undefined ? 0 : Math.round(toNumber(year.value) * (year.isPair ? 100 : 1))));
  return from !== undefined && to !== undefined && from > 1000 && to > from && to < 3000 ? `${to} minus ${from}` : null;
}

/** "Fives": the number of which several are counted. */
function singularOf(plural: string | undefined): string | null {
  return SMALL_NUMBER_WORDS.slice(2, 13).find((word) => plural === (word === 'six' ? 'sixes' : `${word}s`)) ?? null;
}

function whole(all: Quantity | undefined, part: Quantity | undefined): string | null {
  const times = all && part ? toNumber(all.value) / toNumber(part.value) : 0;
  return Number.isInteger(times) && times > 0 ? `${all?.text} divided by ${part?.text}` : null;
}

function isLess(one: Quantity, other: Quantity): boolean {
  return toNumber(one.value) < toNumber(other.value);
}
