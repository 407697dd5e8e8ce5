import { describe, expect, it } from 'vitest';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { columnMeant, rowsMeant } from '../../../electron/conversation/canvas/references.ts';

let count = 0;
const made = { newId: () => `id-${count++}`, at: '2026-11-28T10:00:00.000Z', conversationId: null };
const hotels = makeCanvas(
  {
    kind: 'table',
    name: 'Hotels',
    columns: ['Name', 'Room price', 'Opening time'],
    rows: [
      ['Grand Plaza', '$120', '08:00'],
      ['Sea View', '$85', '07:00'],
      ['Old Mill', '$99.50', '09:30'],
    ],
  },
  made,
);
const order = makeCanvas(
  {
    kind: 'order',
    name: 'Order',
    rows: [
      ['Coffee', 'small'],
      ['Coffee', 'large'],
      ['Fries', 'medium'],
      ['Tomato soup', ''],
    ],
  },
  made,
);

const meant = (canvas: typeof hotels, words: string): readonly (string | undefined)[] | string => {
  const reference = rowsMeant(canvas, words);
  if ('means' in reference) return reference.means.map(({ cells }) => cells[0]);
  return 'mayMean' in reference ? `which of ${reference.mayMean.length}` : 'unknown';
};

describe('what row is meant', () => {
  it.each([
    ['the third one', ['Old Mill']],
    ['the first row', ['Grand Plaza']],
    ['number two', ['Sea View']],
    ['row 2', ['Sea View']],
    ['the last one', ['Old Mill']],
    ['the cheap one', ['Sea View']],
    ['the most expensive one', ['Grand Plaza']],
    ['the earliest', ['Sea View']],
    ['sea view', ['Sea View']],
    ['the Grand', ['Grand Plaza']],
    ['grand plasa', ['Grand Plaza']],
    ['the tenth one', 'unknown'],
    ['the Ritz', 'unknown'],
  ])('%s', (words, expected) => expect(meant(hotels, words)).toEqual(expected));

  it.each([
    ['both coffees', ['Coffee', 'Coffee']],
    ['the coffee', 'which of 2'],
    ['the fries', ['Fries']],
    ['the large one', ['Coffee']],
    ['all of it', ['Coffee', 'Coffee', 'Fries', 'Tomato soup']],
    ['the tomato', ['Tomato soup']],
  ])('%s of an order', (words, expected) => expect(meant(order, words)).toEqual(expected));
});

describe('what column is meant', () => {
  it.each([
    ['the price column', 'Room price'],
    ['room price', 'Room price'],
    ['prices', 'Room price'],
    ['the second column', 'Room price'],
    ['opening times', 'Opening time'],
    ['the weather', null],
  ])('%s', (words, expected) => expect(columnMeant(hotels, words)?.name ?? null).toBe(expected));
});
