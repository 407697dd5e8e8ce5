import { toNumber } from './exact-number.ts';
import { sayCount, sayOrdinal, sayYear } from './number-speech.ts';
import { readNumber, readOrdinal } from './number-words.ts';
import { spokenWords } from './spoken-words.ts';

/** A day of the calendar, in nobody's time zone. `month` counts from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTH_WORDS: ReadonlySet<string> = new Set(MONTHS.map((name) => name.toLowerCase()));
const DAY_MS = 86_400_000;

/** Days that have a name of their own and a fixed date. */
const NAMED_DAYS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  christmas: [12, 25],
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  halloween: [10, 31],
  "valentine's day": [2, 14],
  'valentines day': [2, 14],
  "new year's eve": [12, 31],
  'new years eve': [12, 31],
  "new year's day": [1, 1],
  'new years day': [1, 1],
  "new year's": [1, 1],
  'new year': [1, 1],
  'the new year': [1, 1],
};

/** What a clock on the wall shows at that moment in that time zone. */
export function wallClock(moment: Date, timeZone: string): CalendarDay & { readonly hour: number; readonly minute: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') };
}

/** `four forty-two in the afternoon`, `sixteen forty-two` where people count to twenty-four. */
export function sayTime(hour: number, minute: number, locale: string): string {
  const minutes = minute < 10 ? `oh ${sayCount(minute)}` : sayCount(minute);
  if (countsToTwentyFour(locale)) return minute === 0 ? `${sayCount(hour)} o'clock` : `${sayCount(hour)} ${minutes}`;
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const spoken = sayCount(hour % 12 === 0 ? 12 : hour % 12);
  return `${spoken} ${minute === 0 ? "o'clock" : minutes} ${partOfDay(hour)}`;
}

/** `November twenty-fourth`, in most of the world `the twenty-fourth of November`. */
export function sayDate({ month, day }: CalendarDay, locale: string): string {
  const name = MONTHS[month - 1] ?? '';
  return dayComesFirst(locale) ? `the ${sayOrdinal(day)} of ${name}` : `${name} ${sayOrdinal(day)}`;
}

export function sayDateWithYear(day: CalendarDay, locale: string): string {
  return `${sayDate(day, locale)}, ${sayYear(day.year)}`;
}

export function weekdayOf(day: CalendarDay): string {
  return WEEKDAYS[new Date(asUtc(day)).getUTCDay()] ?? '';
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  const moved = new Date(asUtc(day) + days * DAY_MS);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Whole days from one day to the other; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((asUtc(to) - asUtc(from)) / DAY_MS);
}

/**
 * The next day of that name, counted from `today` (a weekday never means today): `friday`, `christmas`,
 * `december twenty fifth`, `the 3rd of may`. Null when the text names none, or a day that does not exist.
 */
export function readComingDay(text: string, today: CalendarDay): CalendarDay | null {
  const words = spokenWords(text).map((word) => word.text);
  if (words.join(' ') === 'tomorrow') return addDays(today, 1);
  const weekday = WEEKDAYS.findIndex((name) => name.toLowerCase() === words.filter((word) => word !== 'next').join(' '));
  if (weekday >= 0) return addDays(today, ((weekday - new Date(asUtc(today)).getUTCDay() + 6) % 7) + 1);
  const name = words.join(' ');
  const date = (Object.hasOwn(NAMED_DAYS, name) ? NAMED_DAYS[name] : undefined) ?? readMonthDay(words);
  return date === null ? null : nextOccurrence(date, today);
}

/** "december twenty fifth", "the twenty fifth of december", "25 december". */
function readMonthDay(words: readonly string[]): readonly [number, number] | null {
  const plain = words.filter((word) => word !== 'the' && word !== 'of');
  const monthAt = plain.findIndex((word) => MONTH_WORDS.has(word));
  if (monthAt !== 0 && monthAt !== plain.length - 1) return null;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === plain[monthAt]) + 1;
  const rest = monthAt === 0 ? plain.slice(1) : plain.slice(0, -1);
  const count = readNumber(rest);
  const day = readOrdinal(rest) ?? (count === null ? null : toNumber(count));
  return day === null || day < 1 || !Number.isInteger(day) ? null : [month, day];
}

function nextOccurrence([month, day]: readonly [number, number], today: CalendarDay): CalendarDay | null {
  for (let year = today.year; year < today.year + 9; year += 1) {
    const candidate = addDays({ year, month, day }, 0);
    const exists = candidate.month === month && candidate.day === day;
    if (exists && daysBetween(today, candidate) >= 0) return candidate;
  }
  return null;
}

function asUtc({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day);
}

function partOfDay(hour: number): string {
  if (hour < 4 || hour >= 22) return 'at night';
  if (hour < 12) return 'in the morning';
  return hour < 18 ? 'in the afternoon' : 'in the evening';
}

/** English is spoken with twelve hours nearly everywhere, whatever is written; `-u-hc-h23` asks for twenty-four. */
function countsToTwentyFour(locale: string): boolean {
  const asked = /-u-(?:.*-)?hc-(h\d\d)/.exec(locale)?.[1];
  if (asked !== undefined) return asked === 'h23' || asked === 'h24';
  if (locale.toLowerCase().startsWith('en')) return false;
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h23' || hourCycle === 'h24';
}

function dayComesFirst(locale: string): boolean {
  const order = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric' }).formatToParts(0).map(({ type }) => type);
  return order.indexOf('day') < order.indexOf('month');
}
