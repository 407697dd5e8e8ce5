import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenGroups, wordTimes } from '../../../models/text-to-speech/word-times.ts';

const SPACE = 3;
const toMs = (sample: number) => sample / 10;

describe('the place of words in the sound', () => {
  it('groups ids between spaces, the space going with what follows', () => {
    expect(spokenGroups([1, 8, SPACE, 9, 2], [10, 20, 5, 30, 15], SPACE)).toEqual([
      { startSample: 0, endSample: 30 },
      { startSample: 30, endSample: 80 },
    ]);
  });

  it('gives each written word its spoken group', () => {
    expect(
      wordTimes(
        'Hello there.',
        [
          { startSample: 0, endSample: 300 },
          { startSample: 300, endSample: 900 },
        ],
        toMs,
      ),
    ).toEqual([
      { text: 'Hello ', startMs: 0, endMs: 30 },
      { text: 'there. ', startMs: 30, endMs: 90 },
    ]);
  });

  it('shares the time out by length where more is spoken than written', () => {
    const groups = [0, 1, 2, 3].map((index) => ({ startSample: index * 100, endSample: (index + 1) * 100 }));
    const words = wordTimes('At 5:30 sharp', groups, toMs);
    expect(words.map(({ text }) => text)).toEqual(['At ', '5:30 ', 'sharp ']);
    expect(words[0]?.startMs).toBe(0);
    expect(words[2]?.endMs).toBeCloseTo(40);
  });

  it('joins to the clause and never runs backwards, whatever the groups', () => {
    const word = fc.stringMatching(/^[a-z0-9:.,']{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), (written, lengths) => {
        let at = 0;
        const groups = lengths.map((length) => {
          const startSample = at;
          at += length;
          return { startSample, endSample: at };
        });
        const words = wordTimes(written.join(' '), groups, toMs);
        expect(
          words
            .map(({ text }) => text)
            .join('')
            .trim(),
        ).toBe(written.join(' '));
        for (const [index, { startMs, endMs }] of words.entries()) {
          expect(endMs).toBeGreaterThanOrEqual(startMs);
          expect(startMs).toBeGreaterThanOrEqual((words[index - 1]?.endMs ?? 0) - 1e-9);
          expect(endMs).toBeLessThanOrEqual(at / 10 + 1e-9);
        }
      }),
    );
  });

  it('leaves no word without time when the silence before the clause was cut off', () => {
    const cut = (sample: number) => Math.max(0, sample - 200) / 10;
    const words = wordTimes(
      'I am glad to',
      [
        { startSample: 0, endSample: 300 },
        { startSample: 300, endSample: 600 },
      ],
      cut,
    );
    for (const { startMs, endMs } of words) expect(endMs).toBeGreaterThan(startMs);
    expect(words.at(-1)?.endMs).toBe(40);
  });

  it('has no words for an empty clause', () => {
    expect(wordTimes('  ', [{ startSample: 0, endSample: 10 }], toMs)).toEqual([]);
  });
});
