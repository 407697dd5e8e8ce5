import { fill, sentences } from '../sentences.ts';

const words = sentences.ledger;

/** Small sums need their fractions: a turn costs tenths of a cent. */
export function money(micros: number): string {
  const dollars = micros / 1_000_000;
  const digits = dollars !== 0 && Math.abs(dollars) < 0.1 ? 4 : 2;
  return dollars.toLocaleString(undefined, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

export function seconds(ms: number): string {
  return fill(words.seconds, { seconds: (ms / 1000).toLocaleString(undefined, { maximumFractionDigits: 1 }) });
}

export function count(amount: number): string {
  return amount.toLocaleString();
}

export function gigabytes(bytes: number): string {
  return fill(words.gigabytes, { amount: (bytes / 1_000_000_000).toLocaleString(undefined, { maximumFractionDigits: 1 }) });
}

/** What is not priced is not free. */
export function cost(of: { readonly costMicros: number; readonly unpriced: number; readonly entries: number }): string {
  if (of.unpriced === 0) return money(of.costMicros);
  if (of.unpriced === of.entries) return words.unknownCost;
  return fill(words.partlyKnown, { cost: money(of.costMicros), count: of.unpriced });
}
