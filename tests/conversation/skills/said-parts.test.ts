import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { marked, plainlyNamed, withoutMarks } from '../../../electron/conversation/skills/meant/plainly-named.ts';
import { saidParts } from '../../../electron/conversation/skills/meant/said-parts.ts';

const made = { newId: () => 'id', at: '2026-11-30T10:00:00.000Z', conversationId: null };
const jars = makeCanvas(
  {
    ...{ kind: 'table', name: 'Jars', columns: ['Spice', 'Jar'] },
    rows: [
      ['Paprika', 'three'],
      ['Sea salt', 'nine'],
    ],
  },
  made,
);

describe('what is shown, called alike', () => {
  it.each([
    ['the paprika had better come off', 'this one had better come off'],
    ["paprika's gone up, have cumin instead", "this one's gone up, have cumin instead"],
    ["which jar's the sea salt in", "which that column's this one in"],
    ['Swap the paprika and the sea salt', 'Swap this one and this one'],
    ['nothing of it', 'nothing of it'],
  ])('%s', (said, plain) => {
    expect(plainlyNamed(said, jars)).toBe(plain);
    expect(plainlyNamed(said, null)).toBe(said);
  });

  it('is marked without losing a letter', () => {
    const words = fc.array(fc.constantFrom(...'the Paprika sea salt jar Spice paprikas, is "nine" three . and'.split(' ')));
    fc.assert(
      fc.property(words, (said) => {
        expect(withoutMarks(marked(said.join(' '), jars)).words).toBe(said.join(' '));
      }),
    );
  });
});

describe('the parts of what is said', () => {
  const parts = (said: string) => saidParts(said, null).map(({ words }) => words);

  it.each([
    ['you talk like my grandad, go faster', ['you talk like my grandad, go faster', 'go faster', 'you talk like my grandad']],
    ['set a timer', ['set a timer']],
    ['I burnt it so stop', ['I burnt it so stop', 'I burnt it']],
    ['she said it was loud, turn it up', ['she said it was loud, turn it up', 'turn it up']],
    ['if it rains, call me', ['if it rains, call me', 'call me']],
  ])('%s', (said, expected) => {
    expect(parts(said)).toEqual(expected);
  });

  it('are few, and the whole is the first', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        expect(parts(said)[0]).toBe(said);
        expect(parts(said).length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
