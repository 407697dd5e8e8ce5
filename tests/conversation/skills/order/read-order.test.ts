import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineCents, sayLine } from '../../../../electron/conversation/skills/order/order-line.ts';
import { readOrder } from '../../../../electron/conversation/skills/order/read-order.ts';
import { menuSchema } from '../../../../electron/ipc/menu-schema.ts';

const menu = menuSchema.parse(JSON.parse(readFileSync(new URL('../../../../assets/menus/drive-in.json', import.meta.url), 'utf8')));
const read = (utterance: string) => readOrder(utterance, menu);
const said = (utterance: string) => read(utterance).lines.map(sayLine);

describe('what is ordered', () => {
  it.each([
    ["I'd like two large cokes and a cheeseburger without onions.", ['two large colas', 'a cheeseburger, no onions']],
    ['Can I get a burger with extra cheese and bacon, and medium fries?', ['a hamburger, extra cheese, extra bacon', 'medium fries']],
    ['A ten piece nuggets with barbecue sauce, please.', ['ten piece chicken nuggets, extra barbecue sauce']],
    ['Two ten piece chicken nuggets.', ['two ten piece chicken nuggets']],
    ['Give me a large diet coke, no ice.', ['a large diet cola, no ice']],
    ['Three hot dogs, no onions or relish', ['three hot dogs, no onions, no relish']],
    ['Fries, large, and a coffee with milk', ['large fries', 'a coffee, extra milk']],
    ['onion rings small', ['small onion rings']],
    ['one apple pie and four ice cream cones', ['an apple pie', 'four ice cream cones']],
    ['a burger with fries', ['a hamburger', 'fries']],
    ['Hi, um, can we get a small vanilla milkshake and a water', ['a small vanilla shake', 'a water']],
    ['a cheeseburger hold the pickles', ['a cheeseburger, no pickles']],
  ])('%s', (utterance, lines) => {
    expect(said(utterance)).toEqual(lines);
    expect(read(utterance).explained).toBe(1);
  });

  it.each([
    'What time is it?',
    'My sister had a burger yesterday at the beach and was sick.',
    'Tell me a story about a dragon.',
    'At one point to five.',
    '',
  ])('little or nothing of %j is an order', (utterance) => expect(read(utterance).explained).toBeLessThan(0.75));

  it('costs what the menu says, extras included', () => {
    const [burger, colas] = read('a burger with extra cheese and extra bacon no onions and two large colas').lines;
    expect(burger && lineCents(burger)).toBe(499 + 60 + 120);
    expect(colas && lineCents(colas)).toBe(2 * 229);
  });
});

describe('a menu that is a file', () => {
  it('needs a price for every item, once, and no item twice', () => {
    const file = { format: 'parley-menu', version: 1, name: 'Stand' };
    const refused = (items: object[]) => menuSchema.safeParse({ ...file, items }).error?.issues[0]?.message;
    expect(refused([{ name: 'tea' }])).toBe('tea needs either a price or sizes with prices');
    expect(
      refused([
        { name: 'tea', priceCents: 1 },
        { name: 'Tea', priceCents: 2 },
      ]),
    ).toBe('tea is there twice');
    expect(refused([{ name: 'tea', priceCents: 1.5 }])).toMatch(/int/);
    expect(menuSchema.safeParse({ ...file, version: 2, items: [{ name: 'tea', priceCents: 1 }] }).success).toBe(false);
  });
});
