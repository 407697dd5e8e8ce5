import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  readComingDay,
  sayDate,
  sayDateWithYear,
  sayTime,
  wallClock,
  weekdayOf,
} from '../../../../electron/conversation/skills/words/calendar-words.ts';

const tuesday = { year: 2026, month: 11, day: 24 };

describe('the calendar', () => {
  it('shows the wall clock of the time zone, not of the computer', () => {
    const moment = new Date('2026-11-24T23:30:00Z');
    expect(wallClock(moment, 'UTC')).toEqual({ ...tuesday, hour: 23, minute: 30 });
    expect(wallClock(moment, 'Asia/Tokyo')).toEqual({ year: 2026, month: 11, day: 25, hour: 8, minute: 30 });
    expect(wallClock(new Date('2026-11-24T00:00:00Z'), 'UTC').hour).toBe(0);
  });

  it.each([
    [16, 42, 'en-US', 'four forty-two in the afternoon'],
    [16, 0, 'en-US', "four o'clock in the afternoon"],
    [9, 5, 'en-GB', 'nine oh five in the morning'],
    [12, 0, 'en-US', 'noon'],
    [0, 0, 'en-US', 'midnight'],
    [0, 15, 'en-US', 'twelve fifteen at night'],
    [18, 30, 'en-US', 'six thirty in the evening'],
    [16, 42, 'de-DE', 'sixteen forty-two'],
    [16, 42, 'en-US-u-hc-h23', 'sixteen forty-two'],
    [7, 0, 'de-DE', "seven o'clock"],
  ])('says %i:%i in %s as "%s"', (hour, minute, locale, said) => {
    expect(sayTime(hour, minute, locale)).toBe(said);
  });

  it('says dates in the order of the locale', () => {
    expect(sayDate(tuesday, 'en-US')).toBe('November twenty-fourth');
    expect(sayDate(tuesday, 'en-GB')).toBe('the twenty-fourth of November');
    expect(sayDateWithYear(tuesday, 'en-US')).toBe('November twenty-fourth, twenty twenty-six');
    expect(weekdayOf(tuesday)).toBe('Tuesday');
  });

  it('counts days over the ends of months, years and leap days', () => {
    expect(addDays({ year: 2026, month: 12, day: 31 }, 1)).toEqual({ year: 2027, month: 1, day: 1 });
    expect(addDays({ year: 2028, month: 2, day: 28 }, 1)).toEqual({ year: 2028, month: 2, day: 29 });
    expect(daysBetween(tuesday, { year: 2026, month: 12, day: 25 })).toBe(31);
  });

  it.each([
    ['tomorrow', { year: 2026, month: 11, day: 25 }],
    ['Friday', { year: 2026, month: 11, day: 27 }],
    ['tuesday', { year: 2026, month: 12, day: 1 }],
    ['Christmas', { year: 2026, month: 12, day: 25 }],
    ["New Year's Day", { year: 2027, month: 1, day: 1 }],
    ['November 24th', tuesday],
    ['november twenty-third', { year: 2027, month: 11, day: 23 }],
    ['the third of May', { year: 2027, month: 5, day: 3 }],
    ['february 29', { year: 2028, month: 2, day: 29 }],
  ])('finds the coming %s', (text, day) => {
    expect(readComingDay(text, tuesday)).toEqual(day);
  });

  it.each(['', 'dinner', 'february 31', 'may', 'the third', '24'])('finds no day in "%s"', (text) => {
    expect(readComingDay(text, tuesday)).toBeNull();
  });
});
