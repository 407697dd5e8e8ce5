import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPlace, placeAt, segmentFurther, timeOf, wordFurther } from '../../../renderer/transcripts/word-places.ts';
import { anyText } from '../../ipc/random-edits.ts';

describe('places of words', () => {
  it('lead to the word that begins at the time of a word, where no two begin at once', () => {
    fc.assert(
      fc.property(anyText, ({ segments }) => {
        const all = segments.flatMap(({ words }, index) => words.map(({ startMs }, word) => ({ index, word, startMs })));
        for (const { index, word, startMs } of all) {
          const place = placeAt(segments, startMs);
          expect(place === null ? null : timeOf(segments, place)).toBeLessThanOrEqual(startMs);
          const isLastBegun = segments.every((one, other) => other <= index || one.startMs > startMs);
          if (isLastBegun && segments[index]?.words[word + 1]?.startMs !== startMs) expect(place).toEqual({ index, word });
        }
      }),
    );
  });

  it('go through every word, forth and back, and stay in the text', () => {
    fc.assert(
      fc.property(anyText, ({ segments }) => {
        const all = segments.flatMap(({ words }, index) => words.map((_, word) => ({ index, word })));
        let place = { index: 0, word: 0 };
        const walked = [];
        for (const _ of all) {
          walked.push(place);
          place = wordFurther(segments, place, 1);
        }
        expect(walked).toEqual(all);
        for (const before of all.toReversed().slice(1)) {
          place = wordFurther(segments, place, -1);
          expect(place).toEqual(before);
        }
      }),
    );
  });

  it('are as near as there is when the text became shorter', () => {
    const words = ['One', 'two'].map((text, index) => ({ text, startMs: index, endMs: index, confidence: 1 }));
    const segments = [{ startMs: 0, endMs: 1, text: 'One two', speaker: null, words }];
    expect(nearestPlace(segments, { index: 7, word: 9 })).toEqual({ index: 0, word: 1 });
    expect(segmentFurther(segments, { index: 0, word: 0 }, -3)).toEqual({ index: 0, word: 0 });
    expect(placeAt(segments, -1)).toBeNull();
    expect(placeAt([], 5)).toBeNull();
  });
});
