import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf, sayLine } from '../../../../electron/conversation/skills/order/order-line.ts';
import { driveIn, talkAtScreen } from '../talk-at-screen.ts';

/** By a sixth author, and other ways to say the same: what is said before, what comes of it (a skill, or the lines), what is said. */
describe('an order in talk', () => {
  it.each(linesOf('told-orders.txt').map((line) => line.split(' | ')))('%s: %s: %s', async (given = '', expected = '', said = '') => {
    const { say, shelf } = talkAtScreen({ takesOrders: true });
    for (const words of given === '-' ? [] : given.split(' / ')) await say(words);
    const { skill } = await say(said);
    const lines = shelf.current?.rows.map(({ cells }) => lineOf(cells, driveIn)).map((line) => (line === null ? '?' : sayLine(line)));
    expect(/^(?:order|canvas)\./.test(expected) ? skill : lines?.join(' / ')).toBe(expected);
  });

  it.each(linesOf('talk-at-counter.txt'))('is none in: %s', async (said) => {
    const { say } = talkAtScreen({ takesOrders: true });
    for (const words of ['a burger', 'two large fries']) await say(words);
    expect((await say(said)).skill).toBeNull();
  });
});

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
