import { describe, expect, it } from 'vitest';
import { readClockTime, untilTime } from '../../../../electron/conversation/skills/words/clock-words.ts';
import { spokenWords } from '../../../../electron/conversation/skills/words/spoken-words.ts';

const HOUR_MS = 3_600_000;
const read = (text: string) => readClockTime(spokenWords(text).map((word) => word.text));
const hoursUntil = (text: string, now: string, { timeZone = 'UTC', isWaking = false } = {}) => {
  const time = read(text);
  return time === null ? null : untilTime(time, new Date(now), timeZone, isWaking) / HOUR_MS;
};

describe('times of day', () => {
  it.each([
    ['seven thirty', 7, 30, null],
    ['7:30', 7, 30, null],
    ['7:30 p.m.', 19, 30, 'pm'],
    ['seven oh five', 7, 5, null],
    ["six o'clock in the morning", 6, 0, 'am'],
    ['half past six', 6, 30, null],
    ['a quarter to eight', 7, 45, null],
    ['ten to one', 12, 50, null],
    ['noon', 12, 0, 'pm'],
    ['midnight', 0, 0, 'am'],
    ['twelve am', 0, 0, 'am'],
    ['18:15', 18, 15, 'pm'],
    ['tomorrow evening at eight', 20, 0, 'pm'],
  ])('"%s" is %i hours %i', (text, hour, minute, half) => {
    expect(read(text)).toMatchObject({ hour, minute, half });
  });

  it.each(['', 'dinner', 'seven people', 'seven five', 'twenty five', '7:75', 'the station'])('"%s" is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it('come next: today, tomorrow, and for waking in the morning', () => {
    const now = '2026-11-24T16:42:00Z';
    expect(hoursUntil('seven', now)).toBeCloseTo(2.3);
    expect(hoursUntil('seven', now, { isWaking: true })).toBeCloseTo(14.3);
    expect(hoursUntil('four', now)).toBeCloseTo(11.3);
    expect(hoursUntil('tomorrow at six pm', now)).toBeCloseTo(25.3);
    expect(hoursUntil('seven', '2026-11-24T18:59:30Z')).toBeCloseTo(30 / 3600);
  });

  it('count right through the nights in which the clocks change', () => {
    expect(hoursUntil('seven am', '2026-10-31T23:00:00-04:00', { timeZone: 'America/New_York' })).toBeCloseTo(9);
    expect(hoursUntil('seven am', '2026-03-07T23:00:00-05:00', { timeZone: 'America/New_York' })).toBeCloseTo(7);
  });
});
