import { z } from 'zod';
import type { Canvas, CanvasOperation } from '../../../ipc/canvas-schema.ts';
import type { Menu } from '../../../ipc/menu-schema.ts';
import { phraseMatcher } from '../phrase-matcher.ts';
import { requestsWithin } from '../request-within.ts';
import { type CanvasDesk, defineSkill, type SkillResult, type Surroundings } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { spokenWords } from '../words/spoken-words.ts';
import { type ChangedOrder, changeOrder, removeFromOrder } from './order-changes.ts';
import { lineCells, lineCents, lineOf, money, type OrderLine, sameLine, sayLine, sizeMissing } from './order-line.ts';
import { asksForMenu, matchAll, matchRemove, orderWithin, recogniseEnd, WITHIN } from './order-words.ts';
import { itemAt, readOrder } from './read-order.ts';

/** So much of the words must be explained by the menu that they can be an order. */
const LEAST_EXPLAINED = 0.75;
/** Below what other skills' own phrases explain word by word, above their free text. */
const ORDERED = 0.97;
const NO_MENU = 'There is no menu to order from.';
const words = z.strictObject({ words: z.string().min(1).max(1000).describe("the user's own words") });

const start = defineSkill({
  name: 'order.start',
  description: 'Begins an order from the menu.',
  example: "I'd like to order.",
  parameters: z.strictObject({}),
  phrases: [
    '(i|we) (would like|want|am ready|are ready|need) to (order|place an order|make an order) [something|some food|food]',
    '(start|begin|open|make) [me] [a|an|the|my] [new] order',
    '(can|could|may) (i|we) (order|order something|place an order|make an order)',
    'take my order',
  ],
  effect: 'writes',
  run: (_, { canvas }) => {
    if (canvas.menu() === null) return declined(NO_MENU);
    canvas.make({ kind: 'order', name: 'Order' });
    return { sentence: 'Go ahead.', data: { order: [] } };
  },
});

const take = defineSkill({
  name: 'order.take',
  description: 'Puts what somebody orders, in their own words, on the order.',
  parameters: words,
  phrases: [],
  recognise: (utterance, { menu }) => {
    const book = menu();
    const reading = book === null ? null : readOrder(utterance, book);
    if (reading === null || reading.lines.length === 0 || reading.explained < LEAST_EXPLAINED) return null;
    return { arguments: { words: utterance }, score: reading.explained * ORDERED };
  },
  recogniseWithin: (utterance, { menu }) => {
    const book = menu();
    const found = book === null ? null : orderWithin(utterance, book);
    return found === null ? null : { arguments: { words: found }, score: WITHIN };
  },
  effect: 'writes',
  run: ({ words: said }, { canvas }) => {
    const menu = canvas.menu();
    if (menu === null) return declined(NO_MENU);
    const { lines } = readOrder(said, menu);
    if (lines.length === 0) return declined('That is not on the menu.');
    const order = openOrder(canvas);
    const before = linesOf(order, menu);
    return write(canvas, menu, joined(before, lines), (now) => tell(now.slice(-lines.length), lines));
  },
});

const change = defineSkill({
  name: 'order.change',
  description: 'Changes what was just ordered: "make that large", "no onions on the burger", "same but small".',
  parameters: words,
  phrases: [],
  recognise: (utterance, surroundings) => {
    const now = running(surroundings);
    return now !== null && changeOrder(utterance, now.lines, now.menu) !== null ? { arguments: { words: utterance }, score: 0.99 } : null;
  },
  effect: 'writes',
  run: ({ words: said }, { canvas }) => changed(canvas, (lines, menu) => changeOrder(said, lines, menu)),
});

const remove = defineSkill({
  name: 'order.remove',
  description: 'Takes something off the order: "cancel the fries".',
  parameters: words,
  phrases: [],
  recognise: (utterance, surroundings) => {
    const now = running(surroundings);
    const match = now === null ? null : matchRemove(utterance);
    const what = match?.arguments['words'];
    return now !== null && what !== undefined && removeFromOrder(what, now.lines, now.menu) !== null
      ? { arguments: { words: what }, score: 1 }
      : null;
  },
  recogniseWithin: (utterance, surroundings) => {
    const now = running(surroundings);
    if (now === null) return null;
    const found = requestsWithin(utterance).map((part) => matchRemove(part)?.arguments['words']);
    const what = found.find((words) => words !== undefined && removeFromOrder(words, now.lines, now.menu) !== null);
    return what === undefined ? null : { arguments: { words: what }, score: WITHIN };
  },
  effect: 'writes',
  run: ({ words: said }, { canvas }) => changed(canvas, (lines, menu) => removeFromOrder(said, lines, menu)),
});

const cancel = defineSkill({
  name: 'order.cancel',
  description: 'Empties the whole order.',
  parameters: z.strictObject({}),
  phrases: [],
  recognise: (utterance, surroundings) => (running(surroundings) === null ? null : matchAll(utterance)),
  recogniseWithin: (utterance, surroundings) =>
    running(surroundings) !== null && requestsWithin(utterance).some((part) => matchAll(part) !== null)
      ? { arguments: {}, score: WITHIN }
      : null,
  effect: 'writes',
  run: (_, { canvas }) => {
    const refused = canvas.change({ do: 'clear' });
    return refused === null ? { sentence: 'The order is empty.', data: { order: [] } } : declined(refused);
  },
});

const finish = defineSkill({
  name: 'order.finish',
  description: 'The order is complete: reads it back with the total.',
  parameters: z.strictObject({}),
  when: (surroundings) => running(surroundings) !== null,
  phrases: [
    '[no] (that is|that will be|that would be) (all|it|everything) [for me|for us|for now|for today]',
    '[no] (i am|we are) (done|good|all set|finished)',
    '[no] nothing else [for me|for us]',
    '(read|read me|say|repeat) (it|my order|the order|that) [back] [to me]',
    'what (did i order|have i ordered|do i have|is on my order|is in my order) [so far]',
    '(finish|place|complete|confirm) (the|my|our) order',
  ],
  recognise: recogniseEnd,
  effect: 'none',
  run: (_, { canvas }) => {
    const menu = canvas.menu();
    const lines = menu === null ? [] : linesOf(canvas.current(), menu);
    if (menu === null || lines.length === 0) return declined('There is nothing on the order yet.');
    const open = lines.find(sizeMissing);
    if (open !== undefined) return declined(askSize(open));
    const total = money(
      lines.reduce((sum, line) => sum + lineCents(line), 0),
      menu.currency,
    );
    return { sentence: `That's ${joinSpoken(lines.map(sayLine))}. ${total} in all.`, data: { order: lines.map(sayLine), total } };
  },
});

const price = defineSkill({
  name: 'order.price',
  description: 'Tells what something on the menu costs, or what sizes it comes in.',
  parameters: words,
  phrases: [],
  recognise: (utterance, { menu }) => {
    const match = menu() === null ? null : matchPrice(utterance);
    const what = match?.arguments['words'];
    return match !== null && what !== undefined && itemNamed(what, menu()) !== null
      ? { arguments: { words: what }, score: match.score }
      : null;
  },
  effect: 'none',
  run: ({ words: said }, { canvas }) => {
    const menu = canvas.menu();
    const item = itemNamed(said, menu);
    if (menu === null || item === null) return declined(`There is no ${said} on the menu.`);
    const sizes = item.sizes.map(({ name, priceCents }) => `${name} ${money(priceCents, menu.currency)}`);
    const told = item.priceCents === undefined ? joinSpoken(sizes) : money(item.priceCents, menu.currency);
    return { sentence: `${sentenceCase(item.name)}: ${told}.`, data: { item: item.name, price: told } };
  },
});

const matchPrice = phraseMatcher([
  '(how much|what) (is|are|does|do) [a|an|the] {words:text} [cost]',
  '(how much|what) would [a|an|the] {words:text} (cost|be)',
  '(what|which) sizes (do|does|are|is) [the] {words:text} [come in|there]',
]);

const menuSkill = defineSkill({
  name: 'order.menu',
  description: 'Tells what is on the menu.',
  parameters: z.strictObject({}),
  when: ({ menu }) => menu() !== null,
  phrases: [
    'what (do you have|have you got|is on the menu|can i order|can i get|can i have|do you serve|do you sell) [to (eat|drink)|for (food|drinks)]',
    '(read|show|show me|tell me) the menu',
    'what is there [to eat|to drink]',
    '(what|what food|what drinks|what kind of food|what sort of food|which drinks) (do you do|do you have|have you got|is there|are there|is on offer|is on) [here|today|tonight|then]',
    '(can|could|may) (i|we) (see|hear|have) (the|a|your) menu',
    '(have you got|do you have|is there) a menu',
    'what are (my|our|the) (options|choices)',
  ],
  recogniseWithin: (utterance) => (asksForMenu(utterance) ? { arguments: {}, score: WITHIN } : null),
  effect: 'none',
  run: (_, { canvas }) => {
    const menu = canvas.menu();
    if (menu === null) return declined(NO_MENU);
    const names = menu.items.map(({ name }) => name);
    const few = names.slice(0, 8);
    return {
      sentence: `${sentenceCase(few.join(', '))}${names.length > few.length ? ', and more on the menu' : ''}.`,
      data: { menu: names },
    };
  },
});

export const orderSkills = [start, remove, change, cancel, finish, price, menuSkill, take];

function openOrder(canvas: CanvasDesk): Canvas {
  const shown = canvas.current();
  return shown?.kind === 'order' ? shown : canvas.make({ kind: 'order', name: 'Order' });
}

/** The order on the screen and its menu; null when nobody orders. */
function running({ canvas, menu }: Surroundings): { readonly lines: readonly OrderLine[]; readonly menu: Menu } | null {
  const [shown, book] = [canvas(), menu()];
  return shown?.kind === 'order' && book !== null ? { lines: linesOf(shown, book), menu: book } : null;
}

/** Rows that are not on the menu were written by hand and are left as they are, behind the others. */
function linesOf(order: Canvas | null, menu: Menu): readonly OrderLine[] {
  return order?.kind === 'order' ? order.rows.flatMap(({ cells }) => lineOf(cells, menu) ?? []) : [];
}

function joined(before: readonly OrderLine[], lines: readonly OrderLine[]): readonly OrderLine[] {
  return lines.reduce<readonly OrderLine[]>((all, line) => {
    const place = all.findIndex((other) => sameLine(other, line));
    const same = all[place];
    return same === undefined ? [...all, line] : [...all.toSpliced(place, 1), { ...same, count: Math.min(99, same.count + line.count) }];
  }, before);
}

function changed(canvas: CanvasDesk, by: (lines: readonly OrderLine[], menu: Menu) => ChangedOrder | null): SkillResult {
  const menu = canvas.menu();
  const shown = canvas.current();
  if (menu === null || shown?.kind !== 'order') return declined('There is no order yet.');
  const before = linesOf(shown, menu);
  const next = by(before, menu);
  if (next === null) return declined("I don't see that on the order.");
  const gone = before.filter((line) => !next.lines.some((other) => other === line));
  return write(canvas, menu, next.lines, (now) =>
    next.changed.length > 0
      ? tell(
          next.changed.flatMap((place) => now[place] ?? []),
          [],
        )
      : `No ${joinSpoken(gone.map(({ item }) => item.name))}, then.`,
  );
}

/** Puts the lines in place of those that were there, in one step. */
function write(canvas: CanvasDesk, menu: Menu, lines: readonly OrderLine[], say: (lines: readonly OrderLine[]) => string): SkillResult {
  const rows = canvas.current()?.rows ?? [];
  const byHand = rows.filter(({ cells }) => lineOf(cells, menu) === null).map(({ cells }) => [...cells]);
  const all = [...lines.map((line) => lineCells(line, menu)), ...byHand];
  const operations: readonly CanvasOperation[] = [{ do: 'clear' }, ...(all.length > 0 ? [{ do: 'add-rows', rows: all } as const] : [])];
  const refused = canvas.change(...operations);
  if (refused !== null) return declined(refused);
  return { sentence: say(lines), data: { order: lines.map(sayLine) } };
}

/** Says what is new, and asks for the first size that is missing. Nothing is offered besides. */
function tell(lines: readonly OrderLine[], added: readonly OrderLine[]): string {
  const told = `${sentenceCase(joinSpoken((added.length > 0 ? added : lines).map(sayLine)))}.`;
  const open = lines.find(sizeMissing);
  return open === undefined ? told : `${told} ${askSize(open)}`;
}

function askSize({ item }: OrderLine): string {
  const sizes = item.sizes.map(({ name }) => name);
  return `What size ${item.name}: ${sizes.slice(0, -1).join(', ')} or ${sizes.at(-1)}?`;
}

function itemNamed(said: string, menu: Menu | null) {
  if (menu === null) return null;
  const spoken = spokenWords(said).map(({ text }) => text);
  return itemAt(spoken, 0, menu)?.item ?? spoken.flatMap((_, at) => itemAt(spoken, at, menu)?.item ?? [])[0] ?? null;
}
