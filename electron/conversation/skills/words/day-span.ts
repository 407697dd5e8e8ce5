import { addDays, type CalendarDay } from './calendar-words.ts';
import { toNumber } from './exact-number.ts';
import { readNumber } from './number-words.ts';
import { spokenWords } from './spoken-words.ts';

/** A stretch of whole days or whole months. */
export interface DaySpan {
  readonly days: number;
  readonly months: number;
}

const UNITS: Readonly<Record<string, DaySpan>> = {
  day: { days: 1, months: 0 },
  week: { days: 7, months: 0 },
  fortnight: { days: 14, months: 0 },
  month: { days: 0, months: 1 },
  year: { days: 0, months: 12 },
};
const LONGEST_YEARS = 5000;

/** Reads `three weeks`, `a month`, `100 days`; null when the text is no such span. */
export function readDaySpan(text: string): DaySpan | null {
  const words = spokenWords(text).map((word) => word.text);
  const name = words.at(-1)?.replace(/s$/, '') ?? '';
  const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
  const amount = words.slice(0, -1);
  const value = amount.length === 1 && /^an?$/.test(amount[0] ?? '') ? 1 : plainCount(amount);
  if (unit === undefined || value === null) return null;
  return { days: unit.days * value, months: unit.months * value };
}

/** The day that far away; a month without that day ends on its last one. Null beyond some thousand years. */
export function moveBySpan({ year, month, day }: CalendarDay, span: DaySpan, sign: 1 | -1): CalendarDay | null {
  const months = year * 12 + (month - 1) + sign * span.months;
  const [inYear, inMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate();
  const moved = addDays({ year: inYear, month: inMonth, day: Math.min(day, last) }, sign * span.days);
  return moved.year > year + LONGEST_YEARS || moved.year < 100 || Number.isNaN(moved.year) ? null : moved;
}

function plainCount(words: readonly string[]): number | null {
  const value = readNumber(words);
  const plain = value === null ? null : toNumber(value);
  return plain !== null && Number.isSafeInteger(plain) && plain > 0 ? plain : null;
}
