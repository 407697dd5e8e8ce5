import type { Quantity } from '../word-problems/quantity.ts';
import { compare } from '../words/exact-number.ts';

type Sum = (quantities: readonly Quantity[]) => string | null;

/** The largest of all, then the others. */
const fromLargest = (quantities: readonly Quantity[]): readonly Quantity[] => {
  const largest = quantities.reduce((most, one) => (compare(one.value, most.value) > 0 ? one : most));
  return [largest, ...quantities.filter((one) => one !== largest)];
};
const joined = (quantities: readonly Quantity[], sign: string) => quantities.map(({ text }) => text).join(` ${sign} `);

const ofAmounts =
  (most: number, sum: Sum): Sum =>
  (quantities) =>
    quantities.length >= 2 && quantities.length <= most && quantities.every(({ kind }) => kind === 'amount') ? sum(quantities) : null;

const ofShare =
  (sum: (share: Quantity, whole: Quantity) => string): Sum =>
  (quantities) => {
    const [share, whole] = fromShare(quantities);
    return quantities.length === 2 && share !== undefined && whole !== undefined ? sum(share, whole) : null;
  };

function fromShare(quantities: readonly Quantity[]): readonly [Quantity | undefined, Quantity | undefined] {
  return [quantities.find(({ kind }) => kind === 'percent'), quantities.find(({ kind }) => kind === 'amount')];
}

/** Nobody names more in one breath. */
const MOST = 12;

/** What becomes of the numbers, by the kinds that the net of meaning tells apart (`models/meaning`). */
const SUMS: Readonly<Record<string, Sum>> = {
  plus: ofAmounts(MOST, (all) => joined(all, 'plus')),
  minus: ofAmounts(MOST, (all) => joined(fromLargest(all), 'minus')),
  times: ofAmounts(3, (all) => joined(all, 'times')),
  divided: ofAmounts(2, (all) => joined(fromLargest(all), 'divided by')),
  average: ofAmounts(MOST, (all) => `(${joined(all, '+')}) / ${all.length}`),
  'percent-of': ofShare((share, whole) => `${share.text} of ${whole.text}`),
  'percent-off': ofShare((share, whole) => `${share.text} off ${whole.text}`),
  'percent-on': ofShare((share, whole) => `${whole.text} plus ${share.text} of ${whole.text}`),
  'percent-is': ofAmounts(2, (all) => joined(fromLargest(all).toReversed(), 'as a percentage of')),
};

/** @returns null where the numbers do not fit the kind, or the kind is none of these */
export function sumOfKind(kind: string, quantities: readonly Quantity[]): string | null {
  return SUMS[kind]?.(quantities) ?? null;
}
