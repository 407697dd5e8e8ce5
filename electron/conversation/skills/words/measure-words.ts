import { add, divide, type ExactNumber, multiply, negate, ONE } from './exact-number.ts';
import { sayExact } from './number-speech.ts';
import { readNumberAt } from './number-words.ts';
import { spokenWords } from './spoken-words.ts';
import { LONGEST_UNIT_NAME, type Unit, unitsNamed } from './unit-table.ts';

/** A number of something, with all the units that the word may stand for ("ounces"). */
interface Amount {
  readonly count: ExactNumber;
  readonly units: readonly Unit[];
}
/** `six feet two inches` is two amounts. */
export type Measure = readonly Amount[];

/** Reads `ten km`, `half a mile`, `six feet two inches`, `a pound`; null when the text is no measure. */
export function readMeasure(text: string): Measure | null {
  return measureOf(spokenWords(text).map((word) => word.text));
}

/** Reads the name of a unit: `miles`, `degrees fahrenheit`. Empty when it is none. */
export function readUnit(text: string): readonly Unit[] {
  return unitsNamed(spokenWords(text).map((word) => word.text));
}

export function measureOf(words: readonly string[]): Measure | null {
  const amounts: Amount[] = [];
  for (let at = 0; at < words.length; ) {
    const join = at > 0 && words[at] === 'and' ? 1 : 0;
    const amount = readAmount(words, at + join, amounts);
    if (amount === null) return null;
    amounts.push(amount);
    at += join + amount.wordCount;
  }
  return amounts.length === 0 ? null : amounts;
}

/**
 * The measure in another unit; null when nothing that the words may mean fits together (kilometers into pounds).
 */
export function convert(measure: Measure, targets: readonly Unit[]): { readonly count: ExactNumber; readonly unit: Unit } | null {
  for (const unit of targets) {
    const amounts = measure.map(({ count, units }) => ({ count, unit: units.find(({ dimension }) => dimension === unit.dimension) }));
    let base: ExactNumber | null = null;
    for (const amount of amounts) {
      if (amount.unit === undefined) break;
      const inBase = add(multiply(amount.count, amount.unit.scale), amount.unit.offset);
      base = base === null ? inBase : add(base, inBase);
    }
    if (base === null || amounts.some((amount) => amount.unit === undefined)) continue;
    return { count: divide(add(base, negate(unit.offset)), unit.scale), unit };
  }
  return null;
}

/** `six feet and two inches`, `about six point two one miles`; null when the number is too long to say. */
export function sayMeasure(parts: readonly { readonly count: ExactNumber; readonly unit: Unit }[]): string | null {
  const spoken = parts.map(({ count, unit }) => {
    const number = sayExact(count, 4, 2);
    return number && `${number} ${number === 'one' || number === 'minus one' ? unit.singular : unit.plural}`;
  });
  return spoken.includes(null) ? null : spoken.join(' and ');
}

interface CountedAmount extends Amount {
  readonly wordCount: number;
}

function readAmount(words: readonly string[], from: number, earlier: Measure): CountedAmount | null {
  // "ten miles to kilometers" must not read as ten miles and two kilometers.
  const mayBeNumber = ['to', 'too', 'for'].includes(words[from] ?? '');
  // "It calls for a pound of butter" is one pound, not four.
  if (mayBeNumber && (earlier.length > 0 || ['a', 'an', 'one'].includes(words[from + 1] ?? ''))) return null;
  const number = readNumberAt(words, from) ?? readArticle(words, from);
  if (number === null) return null;
  const article = ['a', 'an'].includes(words[from + number.wordCount] ?? '') ? 1 : 0;
  const unitAt = from + number.wordCount + article;
  for (let length = LONGEST_UNIT_NAME; length > 0; length -= 1) {
    const units = unitsNamed(words.slice(unitAt, unitAt + length));
    if (units.length > 0 && isNext(earlier, units)) return { count: number.value, units, wordCount: unitAt + length - from };
  }
  return bareSmaller(words, from, number, earlier);
}

function readArticle(words: readonly string[], from: number): { value: ExactNumber; wordCount: number } | null {
  return ['a', 'an', 'one'].includes(words[from] ?? '') ? { value: ONE, wordCount: 1 } : null;
}

/** Parts of one measure are of one kind and get smaller. */
function isNext(earlier: Measure, units: readonly Unit[]): boolean {
  const last = earlier.at(-1)?.units[0];
  return last === undefined || units.some((unit) => unit.dimension === last.dimension && isSmaller(unit, last));
}

function isSmaller(unit: Unit, than: Unit): boolean {
  return unit.scale.numerator * than.scale.denominator < than.scale.numerator * unit.scale.denominator;
}

/** What is left out after them: "five foot eleven", "eleven stone four". */
const SMALLER: Readonly<Record<string, string>> = { feet: 'inches', stones: 'pounds' };

function bareSmaller(
  words: readonly string[],
  from: number,
  number: { value: ExactNumber; wordCount: number },
  earlier: Measure,
): CountedAmount | null {
  const smaller = earlier.length === 1 ? SMALLER[earlier[0]?.units[0]?.plural ?? ''] : undefined;
  if (smaller === undefined || from + number.wordCount !== words.length) return null;
  return { count: number.value, units: unitsNamed([smaller]), wordCount: number.wordCount };
}
