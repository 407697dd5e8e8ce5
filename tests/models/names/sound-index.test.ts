import { describe, expect, it } from 'vitest';
import { SoundIndex } from '../../../models/names/sound-index.ts';
import { soundDistance, soundsOfWords } from '../../../models/names/sounds.ts';

const NAMES = 'timer time tie eight eighty late slow slower flow floor minute minutes brazil sort short sword what convert'.split(' ');
const HEARD = ['aid', 'dole', 'flow', 'timber', 'dranil', 'minuet', 'sword', 'a', 'convent', 'whats', 'quarter to aid', '7'];

describe('names in a tree of their sounds', () => {
  it.each([
    [0.2, 3],
    [0.29, 3],
    [0.36, 2],
    [0.5, 2],
    [0.5, 0],
  ])('are those that are near one by one, up to %f and %i sounds apart', (farthest, mostApart) => {
    const index = new SoundIndex();
    for (const name of NAMES) index.add(name);
    for (const heard of HEARD.map(soundsOfWords)) {
      const apart = (name: string) => Math.abs(soundsOfWords(name).length - heard.length);
      const near = NAMES.map((name) => ({ name, distance: soundDistance(heard, soundsOfWords(name)) })).filter(
        ({ name, distance }) => distance <= farthest && apart(name) <= mostApart,
      );
      const found = index.near(heard, farthest, mostApart).map(({ name, distance }) => ({ name, distance }));
      expect(new Set(found)).toEqual(new Set(near));
    }
  });

  it('keep names that sound the same apart', () => {
    const index = new SoundIndex();
    for (const name of ['two', 'too', 'two']) index.add(name);
    expect(index.near(soundsOfWords('to'), 0, 0).map(({ name }) => name)).toEqual(['two', 'too', 'two']);
  });
});
