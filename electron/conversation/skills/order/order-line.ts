import type { Menu, MenuItem } from '../../../ipc/menu-schema.ts';
import { sayCount } from '../words/number-speech.ts';

/** One line of an order: what it is, what it costs, how it stands in a row and how it is said. */

export interface Extra {
  readonly how: 'no' | 'extra';
  readonly name: string;
}

export interface OrderLine {
  readonly item: MenuItem;
  /** Null while it must still be asked for. */
  readonly size: string | null;
  readonly extras: readonly Extra[];
  readonly count: number;
}

/** All of the line together; 0 for each without a size. */
export function lineCents({ item, size, extras, count }: OrderLine): number {
  const each = item.priceCents ?? item.sizes.find(({ name }) => name === size)?.priceCents ?? 0;
  const more = extras.reduce((sum, { how, name }) => sum + (how === 'extra' ? extraCents(item, name) : 0), 0);
  return count * (each + more);
}

/** Cells in the order of an order's columns: item, size, extras, count, price. */
export function lineCells(line: OrderLine, { currency }: Menu): string[] {
  const { item, size, extras, count } = line;
  return [
    capital(item.name),
    capital(size ?? ''),
    extras.map(extraText).join(', '),
    String(count),
    sizeMissing(line) ? '' : money(lineCents(line), currency),
  ];
}

/** The line that a row stands for; null when its item is not on the menu (it was written by hand). */
export function lineOf(cells: readonly string[], menu: Menu): OrderLine | null {
  const [name = '', size = '', extras = '', count = ''] = cells.map((cell) => cell.trim().toLowerCase());
  const item = menu.items.find((candidate) => candidate.name.toLowerCase() === name);
  if (item === undefined) return null;
  const sized = item.sizes.find((candidate) => candidate.name.toLowerCase() === size);
  const read = extras.split(/\s*,\s*/).flatMap((text): Extra[] => {
    const [, how, what = ''] = /^(no|extra) (.+)$/.exec(text) ?? [];
    return how === 'no' || how === 'extra' ? [{ how, name: what }] : [];
  });
  return { item, size: sized?.name ?? null, extras: read, count: Math.max(1, Math.min(99, Math.trunc(Number(count)) || 1)) };
}

export function sizeMissing({ item, size }: OrderLine): boolean {
  return item.sizes.length > 0 && size === null;
}

/** "two large colas, no ice" */
export function sayLine({ item, size, extras, count }: OrderLine): string {
  const name = count === 1 ? item.name : plural(item.name);
  const sized = size === null ? name : `${size} ${name}`;
  const counted =
    count === 1 ? (isPlural(item.name) ? sized : `${/^[aeiou]/i.test(sized) ? 'an' : 'a'} ${sized}`) : `${sayCount(count)} ${sized}`;
  return [counted, ...extras.map(extraText)].join(', ');
}

export function money(amountCents: number, currency: string): string {
  return `${currency}${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;
}

/** Two of the same are one line of two. */
export function sameLine(one: OrderLine, other: OrderLine): boolean {
  const extras = (line: OrderLine) => line.extras.map(extraText).toSorted().join();
  return one.item.name === other.item.name && one.size === other.size && extras(one) === extras(other);
}

function extraText({ how, name }: Extra): string {
  return `${how} ${name}`;
}

function extraCents(item: MenuItem, name: string): number {
  return item.options.find((option) => option.name === name)?.extraCents ?? 0;
}

function isPlural(name: string): boolean {
  return /[^s]s$/.test(name);
}

function plural(name: string): string {
  if (isPlural(name)) return name;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
