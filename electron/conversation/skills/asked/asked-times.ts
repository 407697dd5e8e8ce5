import { type Asking, askingIn, type Found, foundIn, isNamed, onlyOne } from '../entity-request.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';
import { type CalendarDay, MONTHS, readComingDay } from '../words/calendar-words.ts';
import { readDaySpan } from '../words/day-span.ts';
import { readOrdinal } from '../words/number-words.ts';
import { zoneOfPlace } from '../words/place-zone.ts';

const LONGEST_PLACE = 3;
const LONGEST_DAY = 7;
const LONGEST_SPAN = 4;
/** Only the form of the date matters. */
const SOME_DAY: CalendarDay = { year: 2024, month: 1, day: 1 };

/** The clock as it stands now; "what time does the shop open" is another one. */
const NOW_ASKED =
  /\b(?:(?:what|which) (?:the )?(?:time|hour) (?:is it|it is|would it be|would that be|will it be|might it be|do they (?:have|make it)|do we (?:have|make it)|they have|have they|have we|have you|have i|do you (?:have|make it)|you make it|you have got|has it|it has got|is it getting|it must be)|what is (?:the|their|his|her) (?:current |local |right |exact |actual )?(?:time|clock|hour)|what the (?:current |local |exact )?(?:time|clock) (?:is|says|shows)|(?:clock|clocks|watch|watches) (?:\w+ )?(?:show|shows|showing|say|says|saying|read|reads|reading|at|doing|telling)|(?:tell|give|read|say|show|check) (?:me |us )?the (?:\w+ )?time|(?:how|too|very|that) late (?:is it|it is|has it|it has|it must|would it|it would|it's|they|have they|have we|we have)|is it (?:\w+ )?(?:late|early|dark|morning|evening|night|bedtime)\b|what (?:have|do|has) (?:we|you|it|they) (?:got |have )?on the clock|have (?:you|we) (?:got )?the time|time check|how far along is the day|time of day (?:is it|it is|have))/;
const ANOTHER_TIME =
  /\b(?:time|hour) have (?:you|i|we|they) (?:got )?(?:to|for|off|left|free|booked|set|down|been|planned|arranged|agreed)\b|\bhow much time\b|\b(?:time|hour) (?:is it|would it be|it is) (?:that |when |if |best |you |we are |we have |i |for (?:bed|dinner|tea|lunch))|\btime (?:of|off|to|for|out|we|when)\b(?! day)|\btoo late (?:to|for)\b|\btime (?:signature|limit|zone|difference|frame|travel|machine)\b/;
const IN_PLACE = /^(?:in|at|over in|out in|down in|to)$/;

function placeIn(asking: Asking): Found<string> | null {
  const places = foundIn(asking, LONGEST_PLACE, (stretch) => {
    const text = stretch.text.replace(/'s$/, '');
    // "Central" and "Eastern" are names of zones too.
    return isNamed(stretch) || (IN_PLACE.test(stretch.after) && text.length > 3) ? zoneOfPlace(text) : null;
  });
  return onlyOne(places, (zone) => zone);
}

/** "Our office in Berlin opens at nine, so what's their clock showing at the moment." */
export function timeElsewhereAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !NOW_ASKED.test(asking.asked) || ANOTHER_TIME.test(asking.asked)) return null;
  const place = placeIn(asking);
  return place === null ? null : { arguments: { place: place.text.replace(/'s$/, '') }, score: WITHIN_SCORES.elsewhere };
}

/** A place that has no clock here is not answered with this one. */
const ELSEWHERE_ASKED =
  /\b(?:time|hour|clock|late)(?: is it| it is| would it be| do they have| have they(?: got)?| now| right now| over| out| down)* in (?!the (?:world|morning|afternoon|evening|day|house|kitchen)|here|words)\p{L}/u;
const LATE_IS_TALK = /\bis it (?:\w+ )?(?:late|early|dark|morning|evening|night|bedtime)\b/;

/** "What've we got on the clock right now, mate." */
export function timeAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !NOW_ASKED.test(asking.asked) || ANOTHER_TIME.test(asking.asked) || LATE_IS_TALK.test(asking.asked)) return null;
  return ELSEWHERE_ASKED.test(asking.asked) ? null : { arguments: {}, score: WITHIN_SCORES.asked };
}

const TODAY_ASKED =
  /\b(?:what|which) (?:the )?(date|day|weekday|month|year)(?: of the (?:week|month|year))? (?:is it|it is|is this|are we|we are|have we|do we have|we have|will it be|would it be|is (?:today|tomorrow)|it was yesterday|was it yesterday)\b|\b(?:today's|tomorrow's|today is|yesterday's) (date)\b|\bwhat is the (date|day|month|year) (?:\w+ ){0,3}(?:today|tomorrow|now)\b|\b(?:is|will) (?:it|today|tomorrow) (?:be )?(?:really |already |still |only )?(?:a )?(?:mon|tues|wednes|thurs|fri|satur|sun)(day)\b|\b(?:forgot|forget|forgotten|track of|check|tell me|give me|read me|remind me of) (?:the|today's) (date|weekday|month|year|day of the week)\b(?! (?:of|on|for the|we|you|they))/;
/** Who has lost the days asks for none of them. */
const NOT_KNOWN = /\b(?:not|never|hardly) (?:even )?know (?:what|which) day it is(?: half the time| any more| anymore)?$/;
/** Then another day is meant than today. */
const IN_SPAN = /\b(?:in|within) (?:\w+ ){1,3}(?:days?|weeks?|months?|years?|fortnight)\b/;
const NOT_TODAY =
  /\b(?:from (?:now|today)|fortnight|ago|how is it|matters?|when|that (?:we|i|you|he|she)|if (?:it|today) (?:is|was)|party|meeting|works?|suits?)\b/;

/** Told before somebody asks: "I forgot the day of the week, tell me". */
const FORGOTTEN =
  /\b(?:i|we) (?:always |have |keep |just )?(?:forgot|forget|forgotten|lost track of) (?:the|today's) (?:date|weekday|month|year|day of the week)\b.*\b(?:tell me|remind me|what is it|help me|do you know|please)\b/;

/** "I've completely lost track since I retired, which day of the week is it." */
export function todayAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  const found = TODAY_ASKED.exec(asking?.asked ?? '') ?? TODAY_ASKED.exec(FORGOTTEN.test(asking?.text ?? '') ? (asking?.text ?? '') : '');
  if (asking === null || found === null || NOT_TODAY.test(asking.asked) || IN_SPAN.test(asking.text) || NOT_KNOWN.test(asking.text))
    return null;
  const part = (found.slice(1).find((one) => one !== undefined) ?? 'date').replace(/ of the week$/, '');
  const day = /\b(today|tomorrow|yesterday)/.exec(asking.asked)?.[1];
  return { arguments: day === undefined ? { part } : { day, part }, score: WITHIN_SCORES.asked };
}

const DAY_ASKED =
  /\bwhen(?: exactly)?$|\b(?:date|day) (?:\w+ ){1,4}from (?:now|today)\b|\bwhen (?:is|would|will) (?:\w+ ){1,4}(?:from (?:now|today)|later|on)\b|\bwhen (?:\w+ )?(?:is|would|will|does|do) (?:that|it|this|they|i|we)\b|\b(?:what|which) (?:\w+ ){0,2}(?:day|date|weekday)(?: of the (?:week|month))? (?:is|would|will|does|do|am|are|should|must|that|it|i|we|did|was|to|for|takes|makes)\b|\bwhat day does that\b|\bwhat is the (?:last |exact |latest |final )?(?:day|date)\b/;
const BEFORE_SPAN = /^(?:in|within|after|for|another|of|be|takes?|lasts?|only|just|about|exactly)$/;
const NO_DAY = /\b(?:suits?|works? (?:best|for)|best|free|prefer|rather|every|each|old)\b/;

/** "The doctor said come again in forty-five days, so when exactly is that." */
export function dayAfterAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !DAY_ASKED.test(asking.asked) || NO_DAY.test(asking.text)) return null;
  const spans = foundIn(asking, LONGEST_SPAN, ({ text }) => (/^(?:to|too|for|fore|won|ate)\b/.test(text) ? null : readDaySpan(text)));
  const [span] = spans;
  if (span === undefined || spans.length > 1) return null;
  const next = asking.words[span.end]?.text ?? '';
  if (next === 'ago') return { arguments: { span: span.text, direction: 'ago' }, score: WITHIN_SCORES.asked };
  const isAhead = BEFORE_SPAN.test(span.after) || /^(?:from|time|later|on)$/.test(next);
  return isAhead && !/\b(?:was|did)\b/.test(asking.asked) ? { arguments: { span: span.text }, score: WITHIN_SCORES.asked } : null;
}

const DAYS_ASKED =
  /\bhow many (?:more )?(?:days|sleeps|nights)\b|\b(?:number|count|countdown) (?:of|in) (?:days|nights|sleeps)\b|\b(?:countdown|how long)\b.*\bdays\b|\bhow many (?:\w+ )?(?:still )?to go\b/;
const UNTIL_ASKED =
  /\bhow long (?:do|have|must|will|should) (?:i|we) (?:\w+ ){0,4}wait (?:for|until|till)\b|\bis it (?:still |very )?(?:long|far) (?:until|till|to|off)\b|\bhow (?:long|far) (?:\w+ ){0,3}(?:until|till|off|away|to go)\b|\bhow (?:long|far) (?:off |away )?is (?:that|it)\b/;
const NO_COUNT =
  /\b(?:stay\w*|last(?:s|ed)?|spen[dt]\w*|worked|off work|ago|was|were|did|(?:have|has) (?:i|we|you|they|he|she) (?!got\b|left\b)\w+)\b/;

function daysIn(asking: Asking): readonly Found<CalendarDay>[] {
  return foundIn(asking, LONGEST_DAY, ({ text }) =>
    /^(?:tomorrow$|to |too |for |won |ate )/.test(text) ? null : readComingDay(text, SOME_DAY),
  );
}

/** "We fly on the third of August, so what's the countdown in days." */
export function daysUntilAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !(DAYS_ASKED.test(asking.asked) || UNTIL_ASKED.test(asking.asked)) || NO_COUNT.test(asking.asked)) return null;
  const days = daysIn(asking);
  const [day] = days;
  // From there on it is counted to another day.
  if (day === undefined || days.length > 1 || /^(?:from|between|since|after)$/.test(day.after)) return null;
  return { arguments: { day: day.text }, score: WITHIN_SCORES.asked };
}

const BETWEEN_THEM = /\bbetween (?:the two|them|those|those two|the two (?:of them|dates|days))\b/;

/** "The cottage is ours from the first of July until the eighth, how many days is that." */
export function daysBetweenAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !(DAYS_ASKED.test(asking.asked) || /\bhow long\b/.test(asking.asked))) return null;
  const [from, second, ...more] = daysIn(asking);
  const to = second ?? (from === undefined ? undefined : sameMonth(asking, from));
  if (from === undefined || to === undefined || more.length > 0) return null;
  const joins = asking.words
    .slice(from.end, to.at)
    .map(({ text }) => text)
    .join(' ');
  const isStretch =
    /^(?:to|until|till|and|through|up to|and goes? (?:on )?(?:to|until|till))$/.test(joins) && /^(?:from|between)$/.test(from.after);
  return isStretch || BETWEEN_THEM.test(asking.asked) ? { arguments: { from: from.text, to: to.text }, score: WITHIN_SCORES.asked } : null;
}

const LONGEST_ORDINAL = 3;

/** "From the tenth of July to *the twenty-fourth*". */
function sameMonth(asking: Asking, from: Found<CalendarDay>): Pick<Found<CalendarDay>, 'at' | 'text'> | undefined {
  const month = MONTHS[from.meaning.month - 1]?.toLowerCase() ?? '';
  const words = asking.words.slice(from.end + 1);
  const read = (stretch: { readonly text: string }) => readOrdinal(stretch.text.replace(/^the /, '').split(' '));
  const [day] = foundIn({ words, utterance: asking.utterance }, LONGEST_ORDINAL, read);
  return day === undefined || !from.text.includes(month) ? undefined : { at: from.end + 1 + day.at, text: `${day.text} of ${month}` };
}
