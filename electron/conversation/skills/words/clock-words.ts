import { wallClock } from './calendar-words.ts';
import { toNumber } from './exact-number.ts';
import { readNumber } from './number-words.ts';

/** A time of day as it was said: `half` is null where it may be before or after noon. */
export interface SaidTime {
  /** 1..12 where `half` is null, else 0..23. */
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
  readonly tomorrow: boolean;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FIRST_OF_EVENING = 5;
const HALVES: readonly (readonly [words: string, half: 'am' | 'pm'])[] = [
  ['in the morning', 'am'],
  ['in the afternoon', 'pm'],
  ['in the evening', 'pm'],
  ['at night', 'pm'],
  ['a m', 'am'],
  ['p m', 'pm'],
  ['am', 'am'],
  ['pm', 'pm'],
];

/** Reads `seven thirty`, `7:30 pm`, `half past six`, `noon`, `tomorrow at seven in the morning`; null when it is no time. */
export function readClockTime(words: readonly string[]): SaidTime | null {
  const tonight = /^tonight (?:at )?| tonight$/.exec(words.join(' '));
  const { text, half, tomorrow } = tonight === null ? withoutDay(words.join(' ')) : withoutTonight(words.join(' ').replace(tonight[0], ''));
  if (text === 'noon' || text === 'midday') return { hour: 12, minute: 0, half: 'pm', tomorrow };
  if (text === 'midnight') return { hour: 0, minute: 0, half: 'am', tomorrow };
  const time = readHourAndMinute(text);
  if (time === null || time.hour > 23 || time.minute > 59) return null;
  if (time.hour > 12 || time.hour === 0) return { ...time, half: time.hour < 12 ? 'am' : 'pm', tomorrow };
  return { hour: inHalf(time.hour, half), minute: time.minute, half, tomorrow };
}

/** "Ten tonight" is before midnight, "one tonight" after it. */
function withoutTonight(text: string): { readonly text: string } & Pick<SaidTime, 'half' | 'tomorrow'> {
  const hour = readHourAndMinute(text)?.hour ?? 0;
  return { text, half: hour >= FIRST_OF_EVENING && hour < 12 ? 'pm' : 'am', tomorrow: false };
}

/** "tomorrow evening at eight" -> "eight", in the second half of tomorrow. */
function withoutDay(said: string): { readonly text: string } & Pick<SaidTime, 'half' | 'tomorrow'> {
  const day = /^tomorrow (?:(morning|evening|night|afternoon) )?(?:at )?| tomorrow(?: (morning|evening|night|afternoon))?$/.exec(said);
  const today = /^this (morning|evening|afternoon) (?:at )?| this (morning|evening|afternoon)$/.exec(said);
  const partToday = today?.[1] ?? today?.[2];
  if (today !== null && partToday !== undefined) {
    return { text: said.replace(today[0], ''), half: partToday === 'morning' ? 'am' : 'pm', tomorrow: false };
  }
  const text = day === null ? said : said.replace(day[0], '');
  const ending = HALVES.find(([words]) => text.endsWith(` ${words}`));
  if (ending !== undefined) return { text: text.slice(0, -ending[0].length - 1), half: ending[1], tomorrow: day !== null };
  const part = day?.[1] ?? day?.[2];
  if (part === undefined) return { text, half: null, tomorrow: day !== null };
  return { text, half: part === 'morning' ? 'am' : 'pm', tomorrow: true };
}

function inHalf(hour: number, half: SaidTime['half']): number {
  if (half === null) return hour;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/**
 * When it is that time next. Without morning or evening it is the sooner of both; who wants to be woken means the morning.
 * @returns milliseconds from `now`, by the clock on the wall there, so a night in which clocks change counts right
 */
export function untilTime(time: SaidTime, now: Date, timeZone: string, isWaking: boolean): number {
  const clock = wallClock(now, timeZone);
  const [midday, hours] = [time.hour % 12, time.half === null && isWaking ? 'am' : time.half];
  const candidates = hours === null ? [midday, midday + 12] : [time.half === null ? midday : time.hour];
  const waits = candidates.map((hour) => {
    const minutes = (hour - clock.hour) * 60 + time.minute - clock.minute;
    const sinceMinuteMs = now.getTime() % MINUTE_MS;
    const waitMs = minutes * MINUTE_MS - sinceMinuteMs;
    const nextMs = time.tomorrow || waitMs <= 0 ? waitMs + DAY_MS : waitMs;
    return corrected(nextMs, { hour, minute: time.minute }, now, timeZone);
  });
  return Math.min(...waits);
}

/** An hour more or less where the clocks change in between. */
function corrected(waitMs: number, wanted: { hour: number; minute: number }, now: Date, timeZone: string): number {
  const there = wallClock(new Date(now.getTime() + waitMs), timeZone);
  const offMinutes = (wanted.hour - there.hour) * 60 + wanted.minute - there.minute;
  return Math.abs(offMinutes) <= 120 ? waitMs + offMinutes * MINUTE_MS : waitMs;
}

function readHourAndMinute(text: string): { hour: number; minute: number } | null {
  const digits = /^(\d{1,2})[:.](\d{2})$/.exec(text);
  if (digits !== null) return { hour: Number(digits[1]), minute: Number(digits[2]) };
  const past = /^(half|a quarter|quarter|\w+(?: \w+)?(?: minutes)?) (past|after|to|before) (\w+)$/.exec(text);
  if (past !== null) return aroundHour(past[1] ?? '', past[2] ?? '', past[3] ?? '');
  const words = text.replace(/ (?:o'clock|oclock|o clock)$/, '').split(' ');
  const hour = whole(words.slice(0, 1));
  if (hour === null) return null;
  const rest = words.slice(words[1] === 'oh' || words[1] === 'o' ? 2 : 1);
  if (rest.length === 0) return words.length === 1 ? { hour, minute: 0 } : null;
  const minute = whole(rest);
  return minute === null || (minute < 10 && words.length === rest.length + 1) ? null : { hour, minute };
}

function aroundHour(amount: string, side: string, hourWord: string): { hour: number; minute: number } | null {
  const hour = whole([hourWord]);
  const plain = amount.replace(/ minutes$/, '');
  const minutes = plain === 'half' ? 30 : /quarter$/.test(plain) ? 15 : whole(plain.split(' '));
  if (hour === null || hour > 12 || minutes === null || minutes > 59) return null;
  if (side === 'past' || side === 'after') return { hour, minute: minutes };
  return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes };
}

function whole(words: readonly string[]): number | null {
  const value = readNumber(words);
  const plain = value === null ? null : toNumber(value);
  return plain !== null && Number.isInteger(plain) && plain >= 0 ? plain : null;
}
