import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCells, lineCents, lineOf, sayLine } from '../../../../electron/conversation/skills/order/order-line.ts';
import { driveIn, talkAtScreen } from '../talk-at-screen.ts';
import { SPOKEN_ORDERS } from './spoken-orders.ts';

/** A clerk who has the menu. */
function counter() {
  const { say, shelf } = talkAtScreen({ takesOrders: true });
  const lines = () => shelf.current?.rows.map(({ cells }) => lineOf(cells, driveIn)).map((line) => (line === null ? '?' : sayLine(line)));
  return { say, lines, shelf };
}

describe('forty spoken orders', () => {
  it('are forty', () => expect(SPOKEN_ORDERS).toHaveLength(40));

  it.each(SPOKEN_ORDERS.map(({ said, lines, total }) => [said.join(' / '), { said, lines, total }] as const))('%s', async (_, order) => {
    const { say, lines } = counter();
    let sentence = '';
    for (const utterance of order.said) ({ sentence } = await say(utterance));
    expect(lines()).toEqual(order.lines);
    expect(sentence.startsWith("That's ")).toBe(true);
    expect(sentence.endsWith(`${order.total} in all.`)).toBe(true);
  });
});

describe('the clerk', () => {
  it('asks for a size that is missing and offers nothing', async () => {
    const { say } = counter();
    expect((await say('A burger and a shake')).skill).not.toBe('order.finish');
    const { sentence } = await say('Chocolate shake please.');
    expect(sentence).toBe('A chocolate shake. What size chocolate shake: small or large?');
    expect((await say("That's all.")).sentence).toBe('What size chocolate shake: small or large?');
  });

  it('tells prices and the menu', async () => {
    const { say } = counter();
    expect((await say('How much is a cheeseburger?')).sentence).toBe('Cheeseburger: $5.49.');
    expect((await say('What sizes do the fries come in?')).sentence).toBe('Fries: small $1.99, medium $2.49 and large $2.99.');
    expect((await say("What's on the menu?")).sentence).toMatch(/^Hamburger, cheeseburger, .+ and more on the menu\.$/);
  });

  it('leaves what a hand wrote into the order where it is', async () => {
    const { say, shelf } = counter();
    await say('A cheeseburger.');
    shelf.change(shelf.current?.id ?? '', { do: 'add-rows', rows: [['Balloon', '', '', '1', '$0.50']] });
    await say('A water.');
    expect(shelf.current?.rows.map(({ cells }) => cells[0])).toEqual(['Cheeseburger', 'Water', 'Balloon']);
    expect(shelf.view?.total).toBe('$7.28');
  });

  it.each(['What time is it?', "What's two plus three?", 'Set a timer for five minutes.'])('still answers: %s', async (utterance) => {
    expect((await counter().say(utterance)).skill).not.toMatch(/^order/);
  });
});

it('every line of an order reads back from its row, price included', () => {
  const item = fc.constantFrom(...driveIn.items);
  const line = item.chain((chosen) =>
    fc.record({
      item: fc.constant(chosen),
      size: chosen.sizes.length === 0 ? fc.constant(null) : fc.constantFrom(...chosen.sizes.map(({ name }) => name)),
      extras: fc
        .subarray(chosen.options.map(({ name }) => name))
        .chain((names) =>
          fc
            .array(fc.constantFrom('no' as const, 'extra' as const), { minLength: names.length, maxLength: names.length })
            .map((hows) => names.map((name, at) => ({ name, how: hows[at] ?? 'no' }))),
        ),
      count: fc.integer({ min: 1, max: 99 }),
    }),
  );
  fc.assert(
    fc.property(line, (ordered) => {
      const read = lineOf(lineCells(ordered, driveIn), driveIn);
      expect(read).toEqual(ordered);
      expect(read && lineCents(read)).toBe(lineCents(ordered));
    }),
  );
});
