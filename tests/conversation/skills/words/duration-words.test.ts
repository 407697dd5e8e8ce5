import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDuration, sayDuration } from '../../../../electron/conversation/skills/words/duration-words.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

describe('durations', () => {
  it.each([
    ['five minutes', 5 * MINUTE_MS],
    ['5 min', 5 * MINUTE_MS],
    ['5min', 5 * MINUTE_MS],
    ['a minute', MINUTE_MS],
    ['ninety seconds', 90 * SECOND_MS],
    ['half an hour', 30 * MINUTE_MS],
    ['a quarter of an hour', 15 * MINUTE_MS],
    ['three quarters of an hour', 45 * MINUTE_MS],
    ['an hour and a half', 90 * MINUTE_MS],
    ['one and a half hours', 90 * MINUTE_MS],
    ['two and a half minutes', 150 * SECOND_MS],
    ['1.5 hours', 90 * MINUTE_MS],
    ['1 h 30 min', 90 * MINUTE_MS],
    ['one hour and thirty minutes', 90 * MINUTE_MS],
    ['one hour thirty', 90 * MINUTE_MS],
    ['two minutes thirty', 150 * SECOND_MS],
    ['a couple of minutes', 2 * MINUTE_MS],
    ['twenty-five minute', 25 * MINUTE_MS],
    ['for minutes', 4 * MINUTE_MS],
    ['two days', 48 * HOUR_MS],
  ])('reads "%s"', (text, durationMs) => {
    expect(readDuration(text)).toBe(durationMs);
  });

  it.each([
    '',
    'five',
    'minutes',
    'five apples',
    'zero minutes',
    'minus five minutes',
    'five minutes late',
    'thirty minutes one hour',
    'five minutes five minutes',
    'a few minutes',
    'three quarters of an hour for',
    'an hour and twenty for',
    'ten minutes to',
    'half an hour too',
    'an hour won',
    'an hour ate',
  ])('reads no duration in "%s"', (text) => {
    expect(readDuration(text)).toBeNull();
  });

  it('reads back every duration that it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * 86_400 }), (seconds) => {
        expect(readDuration(sayDuration(seconds * SECOND_MS))).toBe(seconds * SECOND_MS);
      }),
    );
  });

  it('says durations for the ear', () => {
    expect(sayDuration(HOUR_MS + MINUTE_MS + SECOND_MS)).toBe('one hour, one minute and one second');
    expect(sayDuration(90 * SECOND_MS)).toBe('one minute and thirty seconds');
    expect(sayDuration(400)).toBe('less than a second');
  });
});
