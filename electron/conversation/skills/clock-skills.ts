import { z } from 'zod';
import { daysBetweenAsked, daysUntilAsked, timeAsked, timeElsewhereAsked, todayAsked } from './asked/asked-times.ts';
import { type PhraseScore, phraseMatcher } from './phrase-matcher.ts';
import { lastMeant, toldBefore } from './request-within.ts';
import { defineSkill, type SkillContext } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
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
import { readOrdinal } from './words/number-words.ts';
import { zoneOfPlace } from './words/place-zone.ts';
import { spokenText } from './words/spoken-words.ts';

const DAY_OFFSETS = { yesterday: -1, today: 0, tomorrow: 1 } as const;

const clockTime = defineSkill({
  name: 'clock.time',
  description: 'Tells the time of day where the user is.',
  example: 'What time is it?',
  parameters: z.strictObject({}),
  phrases: [
    'what [the] time is it',
    'what time it is',
    '(what is|what was) the [current|exact|right|correct|proper|real] time',
    'what the [current|exact] time is',
    'what is the time now',
    '[do you|have you] (have|got) the time [on you]',
    'how late have we got it',
    '(give|tell) me the [current|exact|right|correct|proper|real] time',
    'the [current|exact] time',
    'current time',
    'time check',
    'what hour is it',
    'what time do (we|you) (have|make it)',
    'what time are we (on|at)',
    'where are we [at] (time wise|with the time|for time)',
    'what time have (we|you|i) [got]',
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
    '(has|is) it (gone|past|turned|passed|struck) {_:clock-time} [yet|already|now]',
    '(if|whether) it (is|has|would be) [already] [gone|past|turned|passed|struck] {_:clock-time} [yet|already|now]',
    'is it [already] [about|nearly] {_:clock-time} (yet|already|now)',
    '(are we|have we gone) past {_:clock-time} [yet|already]',
    'what [the] time it (must|might|would) be',
    'what time (is it getting to be|it is getting to be|are we at|has it got to)',
    'how late it (has got|is getting)',
  ],
  recogniseWithin: timeAsked,
  effect: 'none',
  run: (_, context) => {
    const { hour, minute } = today(context);
    return {
      sentence: `It's ${sayTime(hour, minute, context.locale)}.`,
      data: { time: `${twoDigits(hour)}:${twoDigits(minute)}`, timeZone: context.timeZone },
    };
  },
});

/** "My sister lives in Sydney, what time is it there": the place was told before the question. */
const OVER_THERE = '(?:over |out |down |up )?there';
const NOW = '(?:now |right now |at the moment |currently )?';
const WHOM = '(?:him|her|them|my \\w+)';
const TIME_THERE = new RegExp(
  `(?:what (?:the )?(?:time|hour)|how late) (?:is it|it is|would it be|will it be|do they have|have they got|might it be) ${NOW}(?:${OVER_THERE}|for ${WHOM})` +
    `|what (?:is the|the) (?:current |local )?time(?: is)? ${NOW}(?:${OVER_THERE}|for ${WHOM})` +
    `|(?:is|will) it (?:be )?(?:still |already )?(?:the middle of the night|morning|afternoon|evening|night|night time|day|daytime|dark|late|early|bed ?time|too (?:late|early)|lunchtime)(?: (?:or|and) \\w+)? (?:yet |already |now )?${OVER_THERE}(?: yet| already| now)?` +
    `|what time do they (?:have|make it) ${OVER_THERE}`,
);
const LONGEST_PLACE = 3;
/** Before the question alone, which asks for the time here. */
const PLACE_TOLD = 0.97;

function recogniseThere(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, TIME_THERE);
  if (told === null) return null;
  // "Central" and "Eastern" are names of zones too: a place has a capital, or stands where one is.
  const place = lastMeant(told, utterance, LONGEST_PLACE, ({ text, written, after }) =>
    zoneOfPlace(text) !== null && (/^\p{Lu}/u.test(written) || /^(?:in|to|from|at|near|for)$/.test(after)) ? text : null,
  );
  return place === null ? null : { arguments: { place }, score: PLACE_TOLD };
}

/** As a whole sentence only: "we had a lovely time in Paris" holds the same words. */
const matchTimeIn = phraseMatcher([
  '[the] [current|local|exact] time [now|right now|today] [over|out|down] in {place:zone-place}',
  '{place:zone-place} time [now|right now]',
  '[the] (current|local) time {place:zone-place}',
]);

const clockElsewhere = defineSkill({
  name: 'clock.elsewhere',
  description: 'Tells the time of day in a city.',
  example: 'What time is it in Tokyo?',
  parameters: z.strictObject({ place: z.string().max(40).describe('tokyo') }),
  phrases: [
    '(what time|what hour) (is it|do we have|have we got|do they have|have they got|have they|have we|would it be) [now|right now|at the moment] [over|out|down] in {place:zone-place}',
    'what time it is [now|right now|at the moment] [over|out|down] in {place:zone-place}',
    'what (is the|the) [current|local] time [is] [now] [over|out|down] in {place:zone-place}',
    '[what is] the [current] time in {place:zone-place}',
    'what (would|will) the time be [now|right now|at the moment|just now] [over|out|down] in {place:zone-place}',
    'how late is it in {place:zone-place}',
    'is it (morning|afternoon|evening|night|day|late|early) [or (morning|afternoon|evening|night|day)] [now] in {place:zone-place}',
  ],
  recognise: (utterance) => recogniseThere(utterance) ?? matchTimeIn(utterance),
  recogniseWithin: timeElsewhereAsked,
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
    '(what|which) {part:date-part} (are we|we are) [in|on|at] [now]',
    '(what|which) {part:date-part} (we are|it is|this is) [in|on] [{day:near-day}]',
    '(is it|is today|are we on) [a|the] {_:coming-day} or [a|the] {_:coming-day} [{day:near-day}]',
    '(if|whether) (it is|today is) [a|the] {_:coming-day} [or [a|the] {_:coming-day}] [{day:near-day}]',
    '(it|they|form|the form|she|he|it says it) (wants|needs|want|need|asks for|is asking for|has to have) {day:near-day} {part:date-part}',
    '(put|write|fill in|need|want) {day:near-day} {part:date-part}',
    'what {part:date-part} do we have [{day:near-day}]',
  ],
  recogniseWithin: (utterance) => recogniseToday(utterance) ?? todayAsked(utterance),
  effect: 'none',
  run: ({ day, part }, context) => {
    const date = addDays(today(context), DAY_OFFSETS[day]);
    return { sentence: sayDay(date, day, part, context.locale), data: { day, date: isoDay(date), weekday: weekdayOf(date) } };
  },
});

/** "To put the date on this cheque, what is it": what is asked for was told before. */
const WHAT_IS_IT = /what is it(?: today| now)?|what (?:is|are) (?:it|we) (?:on )?today/;
/** "Is it the ninth or the tenth today." */
const IS_IT_THE =
  /(?:^|\b(?:now|so|and|but|track|know|sure|remember|tell|me|days|dates|confused|lost|please) )(?:is (?:it|today)|(?:if|whether) (?:it|today) is) the (\w+(?: \w+)?) or (?:is it )?(?:the )?(\w+(?: \w+)?)(?: today| now)?$/;

function recogniseToday(utterance: string): PhraseScore | null {
  const plain = spokenText(utterance);
  const [, one, other] = IS_IT_THE.exec(plain) ?? [];
  const isNamed = [one, other].every((day) => day !== undefined && readOrdinal(day.replace(/ today$/, '').split(' ')) !== null);
  const isTold = toldBefore(utterance, WHAT_IS_IT)?.some(({ text }) => text === 'date') === true;
  return isNamed || isTold ? { arguments: {}, score: WITHIN_SCORES.patterned } : null;
}

const daysUntil = defineSkill({
  name: 'clock.days-until',
  description: 'Counts the days until a weekday, a date or a holiday with a fixed date.',
  example: 'How many days until Christmas?',
  parameters: z.strictObject({ day: z.string().max(60).describe('friday, december twenty fifth, christmas') }),
  phrases: [
    '(how many|how many more) (sleeps|days|nights) [are there|is it|are left|left|to go] (until|till|to|before|til) {day:coming-day}',
    '(how long|how far) (is it|have we got|do we have|off is) (until|till|to|til) {day:coming-day}',
    'how far (off|away) is {day:coming-day}',
    '(how many|how many more) (sleeps|days|nights) (there are|are there|are left|we have|we have got|i have|do i have|it is|left|to go|to wait) [left|to wait|to go] (until|till|to|before|til) {day:coming-day}',
    '(how long|how far) (have we got|do we have|is it|there is|is there|have i got|do i have to wait|it is) [left|to wait|to go] (until|till|to|til|before) {day:coming-day}',
    '(count|tell me|give me|work out) the [number of] (days|nights|sleeps) [left] (until|till|to|before|til) {day:coming-day}',
    'the number of (days|nights|sleeps) [left] (until|till|to|before|til) {day:coming-day}',
    'how many days [is it|are there|are left|left|do we have] (until|till|tell|to|before|til) {day:coming-day}',
    'how (long|far) [is it] (until|till|to|til) {day:coming-day}',
    'how far away is {day:coming-day}',
    'how many days away is {day:coming-day}',
    'when is {day:coming-day}',
    '(what|which) (day|date|weekday) is [it on] {day:coming-day}',
  ],
  recogniseWithin: (utterance) => recogniseDayTold(utterance) ?? daysUntilAsked(utterance),
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

/** "My sister gets married on the fourteenth of June, how far off is that": the day was told before the question. */
const HOW_FAR =
  /how (?:many (?:more )?(?:days|sleeps|nights)|long|far(?: off| away)?) (?:is (?:that|it|there)|are (?:there|left|we)|do (?:i|we) have|have (?:i|we) got|left)(?: left| away| off| from now| to go| to wait)?(?: (?:until|till) (?:then|that|it))?/;
const LONGEST_DAY = 7;
const SOME_DAY = { year: 2024, month: 1, day: 1 };

function recogniseDayTold(utterance: string): PhraseScore | null {
  // From one day to another is counted by itself.
  const told = daysBetweenAsked(utterance) === null ? toldBefore(utterance, HOW_FAR) : null;
  const day = told && lastMeant(told, utterance, LONGEST_DAY, ({ text }) => (readComingDay(text, SOME_DAY) === null ? null : text));
  return day === null ? null : { arguments: { day }, score: WITHIN_SCORES.patterned };
}

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
