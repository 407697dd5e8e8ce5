import { appendFileSync } from 'node:fs';

/** One figure. Milliseconds unless the unit says otherwise; smaller is better but for `x real time`. */
export interface Row {
  readonly row: string;
  readonly item: string;
  readonly unit: string;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly trials: number;
  /** The plain way of doing the same thing, in the same run; null = there is none, or it could not be had here. */
  readonly naiveP50: number | null;
  readonly naive: string;
  readonly note: string;
  /** What it should reach; null = no goal of its own. */
  readonly goalP50: number | null;
  readonly goalP95: number | null;
}

export const quick = process.env['PARLEY_BENCH_QUICK'] === '1';

/** True when this row was asked for. */
export function wanted(row: string): boolean {
  const rows = process.env['PARLEY_BENCH_ROWS'];
  return !rows || rows.split(',').includes(row);
}

/** Percentile by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function report(
  row: Pick<Row, 'row' | 'item' | 'unit'> & {
    values: readonly number[];
    naive?: readonly number[];
    naiveWay?: string;
    note?: string;
    trials?: number;
    goal?: { readonly p50?: number; readonly p95?: number };
  },
): void {
  const round = (value: number) => Math.round(value * 10) / 10;
  const naive = row.naive ?? [];
  const figures: Row = {
    row: row.row,
    item: row.item,
    unit: row.unit,
    p50: round(percentile(row.values, 0.5)),
    p95: round(percentile(row.values, 0.95)),
    max: round(Math.max(...row.values)),
    // A share is one figure over many trials.
    trials: row.trials ?? row.values.length,
    naiveP50: naive.length === 0 ? null : round(percentile(naive, 0.5)),
    naive: row.naiveWay ?? '',
    note: row.note ?? '',
    goalP50: row.goal?.p50 ?? null,
    goalP95: row.goal?.p95 ?? null,
  };
  console.log(
    `${figures.row} ${figures.item}: p50 ${figures.p50} p95 ${figures.p95} max ${figures.max} ${figures.unit} (${figures.trials}), naive ${figures.naiveP50 ?? 'not measured'}`,
  );
  const file = process.env['PARLEY_BENCH_OUT'];
  if (file) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}
