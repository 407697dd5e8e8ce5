import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnExcerpt } from '../../../../electron/conversation/memory/recall/turn-excerpt.ts';

describe('an excerpt of a turn', () => {
  it('is the whole turn when that is short, on one line', () => {
    expect(turnExcerpt('I want to\nlearn chess.', 'chess')).toBe('I want to learn chess.');
  });

  it('begins at the sentence that has the most of what was looked for', () => {
    const long = `${'The weather was nice and we sat outside for a long time. '.repeat(4)}My mum plays chess on Sundays. She always wins.`;
    expect(turnExcerpt(long, 'my mother and chess')).toBe('My mum plays chess on Sundays. She always wins.');
  });

  it('is never longer than 160 characters, and stands in the turn', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 80 }), fc.lorem({ maxCount: 2 }), (text, query) => {
        const excerpt = turnExcerpt(text, query);
        expect(excerpt.length).toBeLessThanOrEqual(160);
        expect(text.replaceAll(/\s+/g, ' ')).toContain(excerpt.replace(/…$/, ''));
      }),
    );
  });
});
