import type { Menu, MenuItem } from '../../../ipc/menu-schema.ts';
import { toNumber } from '../words/exact-number.ts';
import { readNumberAt } from '../words/number-words.ts';
import { soundsAlike } from '../words/sounds-alike.ts';
import { spokenWords } from '../words/spoken-words.ts';
import type { Extra, OrderLine } from './order-line.ts';

/** What somebody orders, read from the words by the menu alone: no model, no guess. */

export interface OrderReading {
  readonly lines: readonly OrderLine[];
  /** How much of the words the menu and the manners of ordering explain, 0..1. */
  readonly explained: number;
}

/** Said around an order without ordering anything. */
const AROUND = new Set(
  `i we would will could can may you like want need get have had take order for me us my our please and also then plus with to drink eat that is it so um uh okay ok hi hello hey yes yeah
  let us let's just a an the some of do go ahead well now give him her them it's make side one's too as well those these add on top thanks thank you on from here there today first next
  hiya hallo morning afternoon evening grab fancy gimme cheers ta maybe actually think thinking getting having try mate pal love lovely great perfect right`.split(
    /\s+/,
  ),
);
const LEAVES_OUT = new Set(['no', 'without', 'hold', 'minus', 'not']);
const HAS_MORE = new Set(['extra', 'with', 'add', 'more', 'plus', 'double']);
const MOST_OF_ONE = 99;
/** Names and synonyms of the largest menu. */
const MOST_NAMES = 10_000;

interface Scan {
  readonly menu: Menu;
  readonly words: readonly string[];
  readonly lines: OrderLine[];
  at: number;
  explained: number;
  count: number | null;
  size: string | null;
  /** An option's sign goes on: "no onions or pickles". */
  how: Extra['how'] | null;
}

/** Reads "two large cokes and a cheeseburger without onions"; lines are empty where nothing of the menu was named. */
export function readOrder(utterance: string, menu: Menu): OrderReading {
  const words = spokenWords(utterance).map(({ text }) => text);
  const scan: Scan = { menu, words, lines: [], at: 0, explained: 0, count: null, size: null, how: null };
  while (scan.at < words.length) readNext(scan);
  return { lines: scan.lines, explained: words.length === 0 ? 0 : scan.explained / words.length };
}

/** The item that is named from this word on, by the longest of its names. */
export function itemAt(words: readonly string[], at: number, menu: Menu): { readonly item: MenuItem; readonly length: number } | null {
  const found = menu.items.flatMap((item) => [item.name, ...item.synonyms].map((name) => ({ item, length: nameLength(words, at, name) })));
  const [best] = found.filter(({ length }) => length > 0).sort((left, right) => right.length - left.length);
  return best ?? null;
}

/** The size of this item (or, without one, of any) that is named from this word on. */
export function sizeAt(
  words: readonly string[],
  at: number,
  item: MenuItem | null,
  menu: Menu,
): { readonly size: string; readonly length: number } | null {
  const sizes = (item === null ? menu.items : [item]).flatMap((candidate) => candidate.sizes);
  const found = sizes.flatMap(({ name, synonyms }) =>
    [name, ...synonyms].map((said) => ({ size: name, length: nameLength(words, at, said) })),
  );
  const [best] = found.filter(({ length }) => length > 0).sort((left, right) => right.length - left.length);
  return best ?? null;
}

/** The readings of the next words, the surest first; each says whether it took any. */
const READINGS: readonly ((scan: Scan) => boolean)[] = [readOption, readItem, readSize, readCount];

function readNext(scan: Scan): void {
  if (READINGS.some((reading) => reading(scan))) return;
  const word = scan.words[scan.at] ?? '';
  scan.explained += AROUND.has(word) || word === 'or' ? 1 : 0;
  scan.at += 1;
}

/** "No onions", "extra cheese"; "or pickles" goes on with the sign before it, unless it is an item itself. */
function readOption(scan: Scan): boolean {
  const { words, menu, at } = scan;
  const last = scan.lines.at(-1);
  const word = words[at] ?? '';
  const sign = LEAVES_OUT.has(word) ? 'no' : HAS_MORE.has(word) ? 'extra' : null;
  const how = sign ?? scan.how;
  if (last === undefined || how === null) return false;
  const option = optionAt(words, sign === null ? at : skipArticles(words, at + 1), last.item);
  if (option === null || (sign === null && itemAt(words, at, menu) !== null)) return false;
  takeOption(scan, option, how);
  return true;
}

function readItem(scan: Scan): boolean {
  const item = itemAt(scan.words, scan.at, scan.menu);
  if (item !== null) takeItem(scan, item);
  return item !== null;
}

/** "Six piece" is a size before nuggets, and a count before anything else. */
function readSize(scan: Scan): boolean {
  const { words, menu, at } = scan;
  const size = sizeAt(words, at, null, menu);
  if (size === null) return false;
  const said = words.slice(at, at + size.length);
  const next = itemAt(words, skipArticles(words, at + size.length), menu)?.item ?? null;
  if (readNumberAt(words, at) !== null && (next === null || sizeAt(said, 0, next, menu) === null)) return false;
  take(scan, size.length, { size: said.join(' ') });
  return true;
}

function readCount(scan: Scan): boolean {
  const number = readNumberAt(scan.words, scan.at);
  if (number === null) return false;
  take(scan, number.wordCount, { count: Math.min(MOST_OF_ONE, Math.max(1, Math.trunc(toNumber(number.value)))) });
  return true;
}

function takeItem(scan: Scan, { item, length }: { readonly item: MenuItem; readonly length: number }): void {
  const after = sizeAt(scan.words, scan.at + length, item, scan.menu);
  const said = scan.size === null ? null : sizeAt(scan.size.split(' '), 0, item, scan.menu);
  scan.lines.push({ item, size: said?.size ?? null, extras: [], count: scan.count ?? 1 });
  take(scan, length, { count: null, size: null });
  if (said === null && after !== null && itemAt(scan.words, scan.at + after.length, scan.menu) === null) {
    scan.lines[scan.lines.length - 1] = { item, size: after.size, extras: [], count: scan.lines.at(-1)?.count ?? 1 };
    take(scan, after.length, {});
  }
  scan.how = null;
}

function takeOption(scan: Scan, { name, from, length }: { name: string; from: number; length: number }, how: Extra['how']): void {
  const last = scan.lines.at(-1);
  if (last !== undefined) {
    const others = last.extras.filter((extra) => extra.name !== name);
    scan.lines[scan.lines.length - 1] = { ...last, extras: [...others, { how, name }] };
  }
  scan.explained += from - scan.at;
  scan.at = from;
  take(scan, length, {});
  scan.how = how;
}

function take(scan: Scan, length: number, found: { count?: number | null; size?: string | null }): void {
  scan.at += length;
  scan.explained += length;
  if (found.count !== undefined) scan.count = found.count;
  if (found.size !== undefined) scan.size = found.size;
}

/** An option of this item that is named here; where it stands and how long its name is. */
export function optionAt(words: readonly string[], at: number, item: MenuItem): { name: string; from: number; length: number } | null {
  const found = item.options.flatMap(({ name, synonyms }) =>
    [name, ...synonyms].map((said) => ({ name, from: at, length: nameLength(words, at, said) })),
  );
  return found.filter(({ length }) => length > 0).sort((left, right) => right.length - left.length)[0] ?? null;
}

function skipArticles(words: readonly string[], at: number): number {
  let next = at;
  while (['the', 'a', 'an', 'any', 'some', 'of'].includes(words[next] ?? '')) next += 1;
  return next;
}

/** A word of a menu in the forms that are compared; each is worked out once. */
interface NamePart {
  readonly text: string;
  readonly single: string;
  readonly plural: string;
}

const partsOfNames = new Map<string, readonly NamePart[]>();

function partsOf(name: string): readonly NamePart[] {
  const kept = partsOfNames.get(name);
  if (kept !== undefined) return kept;
  // Another menu was imported: the words of the one before are not needed any more.
  if (partsOfNames.size > MOST_NAMES) partsOfNames.clear();
  const parts = name
    .toLowerCase()
    .split(/[\s-]+/)
    .map((text) => ({ text, single: single(text), plural: `${text}s` }));
  partsOfNames.set(name, parts);
  return parts;
}

/** How many words from here are this name, singular or plural; 0 = they are not. */
function nameLength(words: readonly string[], at: number, name: string): number {
  const parts = partsOf(name);
  return parts.every((part, index) => sameThing(words[at + index] ?? '', part)) ? parts.length : 0;
}

function sameThing(said: string, part: NamePart): boolean {
  if (said === '') return false;
  const plain = said.endsWith("'s") ? said.slice(0, -2) : said;
  if (plain === part.text || (plain[0] === part.text[0] && single(plain) === part.single)) return true;
  return !AROUND.has(said) && (soundsAlike(plain, part.text) || soundsAlike(plain, part.plural));
}

function single(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
