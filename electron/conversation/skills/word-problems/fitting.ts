import { PEOPLE, type Quantity } from './quantity.ts';
import type { Asked, WordQuestion } from './question.ts';

/** What frames read: what was told around its numbers, and what is asked. */
export interface Problem {
  readonly quantities: readonly Quantity[];
  readonly question: WordQuestion;
  readonly words: readonly string[];
  /** Words of the statement, and of all of it. */
  readonly told: string;
  readonly text: string;
}

const MEASURES = new Set(
  'mile kilometre kilometer metre meter foot inch yard hour minute second day week month year night kilo gram gramme litre liter ounce stone pint gallon cup tonne ton degree page percent'.split(
    ' ',
  ),
);
/** One word for several kinds. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  kid: ['boy', 'girl', 'child'],
  child: ['boy', 'girl', 'kid'],
  person: [...PEOPLE],
  guest: [...PEOPLE],
  sibling: ['brother', 'sister'],
  animal: ['cat', 'dog', 'cow', 'sheep', 'hen', 'chicken', 'horse', 'pig', 'goat', 'rabbit', 'duck'],
  pet: ['cat', 'dog', 'rabbit', 'hamster', 'fish'],
};

/** Whether the question asks for one of these. */
export function asks({ question }: Problem, ...any: readonly Asked[]): boolean {
  return any.some((asked) => question.asks.has(asked));
}

/** The words between a quantity and the one before it. */
export function gapBefore({ quantities, words }: Problem, index: number): string {
  return words.slice(quantities[index - 1]?.end ?? 0, quantities[index]?.start).join(' ');
}

/** "Three for five pounds." */
export function isOffer(quantities: readonly Quantity[], words: readonly string[]): boolean {
  return quantities.some(({ end }, index) => words[end] === 'for' && quantities[index + 1]?.start === end + 1);
}

/** Money, or a bare number that may be. */
export function isPrice({ money, nouns }: Quantity): boolean {
  return money !== null || nouns.length === 0;
}

/** Of the same things, or of the same money. */
export function overlaps(one: Quantity, other: Quantity): boolean {
  return one.money === null ? one.nouns.some((noun) => other.nouns.includes(noun)) : one.money === other.money;
}

/** Of one kind, or one of them not named. */
export function goTogether(one: Quantity, other: Quantity): boolean {
  return (one.money === null && one.nouns.length === 0) || (other.money === null && other.nouns.length === 0) || overlaps(one, other);
}

/** Different things can be counted together; different measures, or things and money, cannot. */
export function addsTo(one: Quantity, other: Quantity): boolean {
  if (goTogether(one, other)) return true;
  const isThing = ({ money, nouns }: Quantity) => money === null && !nouns.some((noun) => MEASURES.has(noun));
  return isThing(one) && isThing(other);
}

/** Whether the question can mean a sum of these: boys are kids. */
export function countsFor({ of, isMoney }: WordQuestion, quantity: Quantity): boolean {
  if (isMoney) return isPrice(quantity);
  if (of === null || quantity.nouns.length === 0) return of === null || quantity.money === null;
  return quantity.nouns.includes(of) || (KINDS[of] ?? []).some((kind) => quantity.nouns.includes(kind));
}

/** Whether the question can mean this quantity: "how many chairs" means no tables, "what do I owe" no chairs. */
export function fits({ of, isMoney }: WordQuestion, { nouns, money }: Quantity): boolean {
  if (isMoney) return money !== null || nouns.length === 0;
  if (of === null) return true;
  return money === null && (nouns.length === 0 || nouns.includes(of));
}
