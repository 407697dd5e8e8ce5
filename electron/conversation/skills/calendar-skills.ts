import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { daysBetween, readComingDay, sayDate, sayDateWithYear, wallClock, weekdayOf } from './words/calendar-words.ts';
import { moveBySpan, readDaySpan } from './words/day-span.ts';
import { sayCount } from './words/number-speech.ts';

const dayAfter = defineSkill({
  name: 'clock.day-after',
  description: 'Tells the weekday and date some days, weeks, months or years from today, or that long ago.',
  example: 'What day is it in three weeks?',
  parameters: z.strictObject({
    span: z.string().max(60).describe('three weeks; ten days'),
    direction: z.enum(['later', 'ago']).default('later'),
  }),
  phrases: [
    '(what|which) (day|date|weekday) (is it|will it be|is) in {span:day-span}',
    'what (is|will be) the (day|date|weekday) in {span:day-span}',
    '(what|which) (day|date) (is|will be|will it be) {span:day-span} (from now|from today|later)',
    'what is [the date|the day] {span:day-span} (from now|from today)',
    '(what|which) (date|day) (is it|will it be|would it be|do we have|have we) {span:day-span} (from now|from today|ahead|later)',
    '(what|which) (day|date|weekday) (was it|was) {span:day-span} {direction:ago}',
    'what was the (day|date) {span:day-span} {direction:ago}',
  ],
  effect: 'none',
  run: ({ span: text, direction }, { now, timeZone, locale }) => {
    const span = readDaySpan(text);
    if (span === null) return declined(`I couldn't read "${text}" as a length of time. Say for example three weeks.`);
    const day = moveBySpan(wallClock(now(), timeZone), span, direction === 'ago' ? -1 : 1);
    if (day === null) return declined('That is too far away to count.');
    const iso = `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
    return {
      sentence: `${direction === 'ago' ? 'It was' : "It's"} ${weekdayOf(day)}, ${sayDateWithYear(day, locale)}.`,
      data: { date: iso, weekday: weekdayOf(day) },
    };
  },
});

const daysApart = defineSkill({
  name: 'clock.days-between',
  description: 'Counts the days from one coming day to another: weekdays, dates, holidays with a fixed date.',
  example: 'How many days are between Christmas and May third?',
  parameters: z.strictObject({
    from: z.string().max(60).optional().describe('christmas; today when it was not said'),
    to: z.string().max(60).describe('may third'),
  }),
  phrases: [
    'how many days (are there|is it|are|do we have|lie) (between|from) {from:coming-day} (and|to|until|till) {to:coming-day}',
    'how many days (are there|is it|are|do we have|lie) (between|from) (today|now) (and|to|until|till) {to:coming-day}',
    'how many days (between|from) {from:coming-day} (and|to|until|till) {to:coming-day}',
    'how many days (between|from) (today|now) (and|to|until|till) {to:coming-day}',
    'how (long|far) is it from {from:coming-day} (to|until|till) {to:coming-day}',
  ],
  effect: 'none',
  run: ({ from: fromText, to: toText }, { now, timeZone, locale }) => {
    const today = wallClock(now(), timeZone);
    const from = fromText === undefined ? today : readComingDay(fromText, today);
    const to = from === null ? null : readComingDay(toText, from);
    if (from === null || to === null) return declined("I don't know both days. Name dates, for example May third.");
    const count = daysBetween(from, to);
    const spoken = count === 1 ? 'one day' : `${sayCount(count)} days`;
    const start = fromText === undefined ? 'today' : `${weekdayOf(from)}, ${sayDate(from, locale)}`;
    return {
      sentence: `${sentenceCase(spoken)}, from ${start} to ${weekdayOf(to)}, ${sayDateWithYear(to, locale)}.`,
      data: { days: count },
    };
  },
});

export const calendarSkills = [dayAfter, daysApart];
