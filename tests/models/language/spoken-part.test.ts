import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpokenPart } from '../../../models/language/spoken-part.ts';

/** What the stream brings of `text`, cut behind every place in `cuts`. */
function written(text: string, cuts: readonly number[]) {
  const parts = new SpokenPart();
  const places = [...new Set([0, ...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort((one, other) => one - other);
  const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
  const all = [...pieces.flatMap((piece) => parts.take(piece)), ...parts.end()];
  const of = (kind: 'text' | 'thought') =>
    all
      .filter((part) => part.kind === kind)
      .map((part) => part.text)
      .join('');
  return { said: of('text'), thought: of('thought') };
}

/** Words that hold no mark, but beginnings and halves of marks. */
const words = fc.string({ unit: fc.constantFrom('<', '/', 't', 'think', '>', '<th', '</', ' ', 'ö', 'a'), maxLength: 12 }).filter(
  // A half mark before a whole one is a mark of its own: what is meant there, nobody can say.
  (text) =>
    !`${text}<think>`.slice(0, -1).includes('<think>') && !`${text}</think>`.slice(0, -1).includes('</think>') && !text.includes('think>'),
);

describe('what a model thinks', () => {
  it('is told from what it says, wherever the stream is cut', () => {
    const turns = fc.array(fc.record({ said: words, thought: words }), { maxLength: 4 });
    fc.assert(
      fc.property(turns, words, fc.array(fc.nat(), { maxLength: 40 }), (spoken, last, cuts) => {
        const text = `${spoken.map(({ said, thought }) => `${said}<think>${thought}</think>`).join('')}${last}`;
        expect(written(text, cuts)).toEqual({
          said: `${spoken.map(({ said }) => said).join('')}${last}`,
          thought: spoken.map(({ thought }) => thought).join(''),
        });
      }),
    );
  });

  it('is the same in one piece and sign by sign, whatever is written', () => {
    const anything = fc.string({ unit: fc.constantFrom('<think>', '</think>', '<', 'think', '>', '/', 'a', ' '), maxLength: 30 });
    fc.assert(
      fc.property(anything, (text) => {
        expect(
          written(
            text,
            Array.from(text, (_, index) => index),
          ),
        ).toEqual(written(text, []));
      }),
    );
  });

  it('stays a thought when the stream ends in it, and half a mark at the end is no mark', () => {
    expect(written('Hello <think>hm', [])).toEqual({ said: 'Hello ', thought: 'hm' });
    expect(written('2 <thi', [3, 4])).toEqual({ said: '2 <thi', thought: '' });
  });

  it('ends where none was begun without the mark being said', () => {
    expect(written('.\n</think>\nSix by seven</think> is forty-two.', [5, 9])).toEqual({
      said: '.\n\nSix by seven is forty-two.',
      thought: '',
    });
  });
});
