import { z } from 'zod';
import { dayAfterAsked, daysBetweenAsked } from './asked/asked-times.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { lastMeant, toldBefore } from './request-within.ts';
import { defineSkill } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
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
    '(what|which|work out what|work out which) (day|date|weekday) (is it|it is|will it be|it will be|would it be|it would be|do we get|do i get|is that|does that make it|that makes it) (in {span:day-span}|{span:day-span} (from now|from today|ahead|later|on)) [time]',
    'what (will|would) the (day|date|weekday) be in {span:day-span} [time]',
    '(what|which) (day|date|weekday) is it going to be in {span:day-span} [time]',
    '(count|add|go|move) {span:day-span} (from|on from|ahead from|forward from|to) (today|now)',
    '(what|which) (day|date) (do we get|do i get|is it|comes|will it be) (if|when) (we|i|you) (count|add|go|move) {span:day-span} (from|on from|ahead from|forward from|to) (today|now)',
    '(what|which) (day|date|weekday) (was it|was) {span:day-span} {direction:ago}',
    'what was the (day|date) {span:day-span} {direction:ago}',
  ],
  recogniseWithin: (utterance) => recogniseSpanTold(utterance) ?? dayAfterAsked(utterance),
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

/** "My cast comes off in five weeks, which day would that be": how far off was told before. */
const WHICH_DAY =
  /(?:what|which|on what|on which) (?:day|date|weekday)(?: of the week)? (?:is|would|will|does) (?:that|it|this)(?: be| fall on| make it)?|when (?:is|would|will) that(?: be)?/;
const LONGEST_SPAN = 4;

function recogniseSpanTold(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, WHICH_DAY);
  const span =
    told && lastMeant(told, utterance, LONGEST_SPAN, ({ text, after }) => (after === 'in' && readDaySpan(text) !== null ? text : null));
  return span === null ? null : { arguments: { span }, score: WITHIN_SCORES.patterned };
}

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
    '(count|work out|tell me|give me) [me] [the] [number of|how many] (days|nights) (there are|are|lie) [between|from] {from:coming-day} (and|to|until|till) {to:coming-day}',
    '(count|work out|tell me|give me) [me] [the] [number of|how many] (days|nights) (between|from) {from:coming-day} (and|to|until|till) {to:coming-day}',
    'how many (days|nights) (are there|is it|are|do we have|lie|there are|come) [in] (between|from) {from:coming-day} (and|to|until|till) {to:coming-day}',
    'how (long|far) is it from {from:coming-day} (to|until|till) {to:coming-day}',
  ],
  recogniseWithin: daysBetweenAsked,
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
