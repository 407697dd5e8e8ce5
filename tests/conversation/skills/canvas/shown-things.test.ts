import { describe, expect, it } from 'vitest';
import { namesShown } from '../../../../electron/conversation/skills/canvas/shown-things.ts';
import { shoppingList } from '../shopping-list.ts';

describe('what a request names', () => {
  const shown = { knows: () => false, canvas: () => shoppingList, menu: () => null };
  const isShown = (which: unknown) => namesShown('which')({ which }, shown);

  it.each(['milk', 'the milk', 'the first two', 'that one', 'everything', 'the shortest', 'it'])('is there: %s', (which) => {
    expect(isShown(which)).toBe(true);
  });

  it.each(['the note', 'the nook and cranny'])('is not there: %s', (which) => {
    expect(isShown(which)).toBe(false);
  });

  it('is not asked about where nothing is shown, or nothing is named', () => {
    expect(isShown(undefined)).toBe(true);
    expect(namesShown('which')({ which: 'the note' }, { knows: () => false, canvas: () => null, menu: () => null })).toBe(true);
  });
});
