import { z } from 'zod';
import { defineSkill, type SkillContext } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import {
  addDays,
  type CalendarDay,
  daysBetween,
  MONTHS,
  readComingDay,
  sayDate,
  sayDateWithYear,
  sayTime,
  wallClock,
  weekdayOf,
} from './words/calendar-words.ts';
import { sayCount, sayYear } from './words/number-speech.ts';
import { zoneOfPlace } from './words/place-zone.ts';

const DAY_OFFSETS = { yesterday: -1, today: 0, tomorrow: 1 } as const;

const clockTime = defineSkill({
  name: 'clock.time',
  description: 'Tells the time of day where the user is.',
  example: 'What time is it?',
  parameters: z.strictObject({}),
  phrases: [
    'what [the] time is it',
    'what time it is',
    '(what is|what was) the [current|exact] time',
    'what the [current|exact] time is',
    'what is the time now',
    '[do you|have you] (have|got) the time [on you]',
    'how late have we got it',
    '(give|tell) me the [current|exact] time',
    'the [current|exact] time',
    'current time',
    'time check',
    'what hour is it',
    'what time do (we|you) have',
    'how late is it',
    'how late it is',
    'is it (late|noon|midnight) yet',
    'what does the clock say',
    'what is the clock (saying|telling us|telling me)',
    '(have|do) you (got|have) the [right|exact|correct] time',
    'how late is it already',
    'is it late [already|yet]',
    '(check|say) the time',
    'can i have the time',
    '[would you] mind telling me the time',
    'what is the clock',
  ],
  effect: 'none',
  run: (_, context) => {
    const { hour, minute } = today(context);
    return {
      sentence: `It's ${sayTime(hour, minute, context.locale)}.`,
      data: { time: `${twoDigits(hour)}:${twoDigits(minute)}`, timeZone: context.timeZone },
    };
  },
});

const clockElsewhere = defineSkill({
  name: 'clock.elsewhere',
  description: 'Tells the time of day in a city.',
  example: 'What time is it in Tokyo?',
  parameters: z.strictObject({ place: z.string().max(40).describe('tokyo') }),
  phrases: [
    '(what time|what hour) (is it|do we have|have we got|do they have|have they got) [now] in {place:zone-place}',
    '[what is] the [current] time in {place:zone-place}',
    'how late is it in {place:zone-place}',
    'is it (morning|afternoon|evening|night|day|late|early) [or (morning|afternoon|evening|night|day)] [now] in {place:zone-place}',
  ],
  effect: 'none',
  run: ({ place }, { now, locale }) => {
    const timeZone = zoneOfPlace(place);
    if (timeZone === null) return declined(`I don't know the time zone of ${place}.`);
    const there = wallClock(now(), timeZone);
    return {
      sentence: `In ${titleCase(place)} it's ${sayTime(there.hour, there.minute, locale)}, ${weekdayOf(there)}.`,
      data: { place, timeZone, time: `${twoDigits(there.hour)}:${twoDigits(there.minute)}` },
    };
  },
});

const clockDate = defineSkill({
  name: 'clock.date',
  description: 'Tells the date, the day of the week, the month or the year of today, tomorrow or yesterday.',
  example: 'What is the date tomorrow?',
  parameters: z.strictObject({
    day: z.enum(['today', 'tomorrow', 'yesterday']).default('today'),
    part: z.enum(['date', 'day', 'weekday', 'month', 'year']).default('date'),
  }),
  phrases: [
    'what {part:date-part} is it [{day:near-day}]',
    '(what|which) {part:date-part} [of the (week|month|year)] (have we|do we have|have you) [got] [{day:near-day}]',
    '(what|which) {part:date-part} this is',
    '(what|which) {part:date-part} [of the (week|month|year)] (will it be|is it|was it) {day:near-day}',
    'what the {part:date-part} is it',
    'what {part:date-part} it is [{day:near-day}]',
    'what {part:date-part} is {day:near-day}',
    'what {part:date-part} (was|will) it [be] {day:near-day}',
    'what {part:date-part} (was|will) {day:near-day} [be]',
    'what (is|was|will be) [the] {part:date-part} [is it] [(for|of|on)] [{day:near-day}]',
    'what [the] {part:date-part} is [{day:near-day}]',
    'which {part:date-part} is it [{day:near-day}]',
    'what {part:date-part} of the week is it [{day:near-day}]',
    '[what is] {day:near-day} {part:date-part}',
    'what is {day:near-day}',
    '[the] {part:date-part} {day:near-day}',
    '(give|tell) me the {part:date-part} [{day:near-day}]',
    'the {part:date-part}',
    '(what|which) day of the week are we on',
    'what day are we (on|at)',
    'is (it|today) {_:coming-day} [{day:near-day}]',
    'what day of the month is it [{day:near-day}]',
    'what {part:date-part} are we [in|on]',
    'what {part:date-part} do we have [{day:near-day}]',
  ],
  effect: 'none',
  run: ({ day, part }, context) => {
    const date = addDays(today(context), DAY_OFFSETS[day]);
    return { sentence: sayDay(date, day, part, context.locale), data: { day, date: isoDay(date), weekday: weekdayOf(date) } };
  },
});

const daysUntil = defineSkill({
  name: 'clock.days-until',
  description: 'Counts the days until a weekday, a date or a holiday with a fixed date.',
  example: 'How many days until Christmas?',
  parameters: z.strictObject({ day: z.string().max(60).describe('friday, december twenty fifth, christmas') }),
  phrases: [
    '(how many|how many more) (sleeps|days|nights) [are there|is it|are left|left|to go] (until|till|to|before|til) {day:coming-day}',
    '(how long|how far) (is it|have we got|do we have|off is) (until|till|to|til) {day:coming-day}',
    'how far (off|away) is {day:coming-day}',
    'how many days [is it|are there|are left|left|do we have] (until|till|tell|to|before|til) {day:coming-day}',
    'how (long|far) [is it] (until|till|to|til) {day:coming-day}',
    'how far away is {day:coming-day}',
    'how many days away is {day:coming-day}',
    'when is {day:coming-day}',
    '(what|which) (day|date|weekday) is [it on] {day:coming-day}',
  ],
  effect: 'none',
  run: ({ day }, context) => {
    const now = today(context);
    const coming = readComingDay(day, now);
    if (coming === null) {
      return { sentence: `I don't know which day ${day} is. Name a date, for example May third.`, data: { error: 'unknown day' } };
    }
    const count = daysBetween(now, coming);
    const date = `${weekdayOf(coming)}, ${sayDate(coming, context.locale)}`;
    const sentence = count === 0 ? `That's today, ${date}.` : `${sentenceCase(daysAway(count))}, on ${date}.`;
    return { sentence, data: { days: count, date: isoDay(coming) } };
  },
});

export const clockSkills = [clockTime, clockElsewhere, clockDate, daysUntil];

function sayDay(date: CalendarDay, day: keyof typeof DAY_OFFSETS, part: string, locale: string): string {
  const head = `${sentenceCase(day)} ${day === 'yesterday' ? 'was' : 'is'}`;
  const here = day === 'today';
  if (part === 'year') return here ? `It's ${sayYear(date.year)}.` : `${head} in ${sayYear(date.year)}.`;
  if (part === 'month') return here ? `It's ${MONTHS[date.month - 1]}.` : `${head} in ${MONTHS[date.month - 1]}.`;
  const spoken = part === 'date' ? sayDateWithYear(date, locale) : sayDate(date, locale);
  return `${here ? "It's" : head} ${weekdayOf(date)}, ${spoken}.`;
}

function today(context: SkillContext): ReturnType<typeof wallClock> {
  return wallClock(context.now(), context.timeZone);
}

function titleCase(place: string): string {
  return place.replaceAll(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function daysAway(count: number): string {
  return count === 1 ? 'one day' : `${sayCount(count)} days`;
}

function isoDay({ year, month, day }: CalendarDay): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
