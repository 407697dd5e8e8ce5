import { expect, it } from 'vitest';
import { Generation } from '../../electron/lifetime/generation.ts';

it('makes every earlier ticket stale', () => {
  const generation = new Generation();
  const early = generation.ticket();
  const middle = generation.advance();
  expect([early(), middle()]).toEqual([false, true]);
  const late = generation.advance();
  expect([early(), middle(), late()]).toEqual([false, false, true]);
});
