import { z } from 'zod';
import { alarmAsked } from './asked/asked-timers.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { lastMeant, toldBefore } from './request-within.ts';
import { defineSkill, type SkillResult, type TimerDesk } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
import { sayTime, wallClock } from './words/calendar-words.ts';
import { readClockTime, untilTime } from './words/clock-words.ts';
import { readDuration, sayDuration } from './words/duration-words.ts';
import { spokenWords } from './words/spoken-words.ts';

const MOST_TIMERS = 20;
const WAKING =
  /\b(?:wake|get|have|drag|kick|chase|knock) me (?:up|awake|out|at|by)\b|\bwake me\b|\bget me\b|\b(?:oversleep|out of bed|sleep (?:in|past|through)|up early)\b/i;

const alarm = defineSkill({
  name: 'timer.alarm',
  description: 'Rings at a time of day, today or tomorrow.',
  example: 'Wake me at seven thirty.',
  parameters: z.strictObject({
    time: z.string().max(60).describe('seven thirty; 7 pm; noon; tomorrow at seven; in twenty minutes'),
    label: z.string().max(60).optional().describe('what it is for: call mom'),
  }),
  phrases: [
    '[i (need|want|would like) you to] wake me [up] [at|by] {time:clock-time}',
    '(get|have|knock) me (up|awake) (at|by) {time:clock-time}',
    'i (have to|need to|must|want to|should|have got to) (be|get) (up|awake|out of bed|on my feet) (at|by) {time:clock-time}',
    '(make sure|see that|ensure|see to it that) (i am|i get) (up|awake|out of bed|on my feet) (at|by|before) {time:clock-time}',
    'remind me {time:clock-time} (to|about|of) [the|my] {label}',
    '(nudge|ping|remind) me (at|by) {time:clock-time}',
    '[i (need|want|would like) to] (set|said|make|create|start) [me] [a|an|the|my|another] [new] (alarm|alarm clock) (for|at|to) {time:clock-time}',
    '(alarm|alarm clock) (for|at) {time:clock-time}',
    '[i (need|want|would like)] [a|an|another] alarm (for|at) {time:clock-time}',
    '(set|said|make|create) [a|an] {time:clock-time} alarm',
    'remind me at {time:clock-time} (to|about|of) [the|my] {label}',
    'remind me to {label} at {time:clock-time}',
    '(at|by|come) {time:clock-time} (i (need|want|have|would like) to be reminded|remind me|i need reminding|i want reminding|give me a nudge|nudge me|tell me) [(to|about|of) [the|my] {label}]',
    'i (need|want|would like|have) (to be woken|waking|to be up|reminding|to be reminded|a reminder|a wake up call|to get out of bed) [up] (at|by|for) {time:clock-time}',
    '(get|drag|kick|chase) me out of bed (at|by) {time:clock-time}',
    '(do not|never) let me (sleep|oversleep|lie in) (past|after|beyond|longer than) {time:clock-time}',
    '(poke|prod|tap|buzz|shout at|shout to|give me a (shout|nudge|buzz|poke)|warn|tell) [me] (at|by|when it is|come) {time:clock-time}',
    '(sound|ring) (an|the) alarm (at|by) {time:clock-time}',
    '(ring|beep|alert|notify) me at {time:clock-time}',
    '(do not|never) let me forget to {label} (at|by|before) {time:clock-time}',
    '(do not|never) let me forget [about] [the|my] {label} (at|by) {time:clock-time}',
    'give me a reminder (at|for) {time:clock-time} [(to|about|of) [the|my] {label}]',
    '[you] mind (nudging|reminding|waking|pinging|ringing|calling|buzzing) me [up] (at|by) {time:clock-time} [(to|about) [the|my] {label}]',
  ],
  recogniseWithin: (utterance) => recogniseThen(utterance) ?? alarmAsked(utterance),
  effect: 'writes',
  run: ({ time: text, label }, { timers, now, timeZone, locale, utterance }) => {
    const time = readClockTime(spokenWords(text).map((word) => word.text));
    const spokenAt = (inMs: number) => {
      const { hour, minute } = wallClock(new Date(now().getTime() + inMs), timeZone);
      return sayTime(hour, minute, locale);
    };
    const waitMs = time === null ? readDuration(text.replace(/^in /i, '')) : untilTime(time, now(), timeZone, WAKING.test(utterance));
    if (waitMs === null) return declined(`I couldn't read "${text}" as a time of day. Say for example: seven thirty in the morning.`);
    if (NOT_WANTED.test(utterance)) return notWoken(timers, spokenAt(waitMs));
    if (timers.list().length >= MOST_TIMERS) return declined('Twenty timers are running. Cancel one first.');
    const spoken = spokenAt(waitMs);
    const timer = timers.set(waitMs, label ?? `${spoken} alarm`);
    const wait = waitMs < 60_000 ? sayDuration(waitMs) : sayDuration(Math.round(waitMs / 60_000) * 60_000);
    return {
      // Said back, so that a misheard purpose is noticed now and not when it rings.
      sentence:
        label === undefined
          ? `Alarm set for ${spoken}, in ${wait}.`
          : `Reminder set for ${spoken}, in ${wait}: ${label.replaceAll(/\bmy\b/gi, 'your')}.`,
      data: { id: timer.id, label: timer.label, endsAt: timer.endsAt.toISOString() },
    };
  },
});

const NOT_WANTED =
  /\b(?:do not|don['’]t|no need to|needn['’]t|need not|never mind) (?:bother (?:to )?)?(?:wak(?:e|ing)|ring(?:ing)?|nudg(?:e|ing)|remind(?:ing)?|get(?:ting)?) (?:me|us)\b/i;

/** "Don't wake me at six": an alarm of that time is taken off, and none is set. */
function notWoken(timers: TimerDesk, spoken: string): SkillResult {
  const running = timers.list().filter(({ label }) => label === `${spoken} alarm`);
  for (const { id } of running) timers.cancel(id);
  const sentence = running.length > 0 ? `All right, the ${spoken} alarm is off.` : `All right, no alarm is set for ${spoken}.`;
  return { sentence, data: { cancelled: running.map(({ id }) => id) } };
}

/** "The match starts at eight, so ring me then": the time was told before what is to happen. */
const THEN =
  /(?:ring|wake|call|remind|poke|nudge|alert|buzz|warn|shout at|tell) me (?:up )?(?:then|at that time|when it (?:starts|begins|is time))|(?:give|giving) me a (?:nudge|shout|ring|call|buzz|bell|poke|ping) (?:then|at that time|when it (?:starts|begins|is on|is time))|make sure (?:i|we) (?:do not|never) (?:miss|forget) (?:it|that)|(?:set|make|put on) (?:me )?an? (?:alarm|reminder) (?:for (?:then|that|it)|then)|do not let me (?:miss|forget) (?:it|that)|remind me (?:of|about) (?:it|that)/;
const LONGEST_TIME = 8;

function recogniseThen(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, THEN);
  const time =
    told &&
    lastMeant(told, utterance, LONGEST_TIME, ({ text, after }) =>
      /^(?:at|by|before|for|from|until|is)$/.test(after) && readClockTime(text.split(' ')) !== null ? text : null,
    );
  return time === null ? null : { arguments: { time }, score: WITHIN_SCORES.patterned };
}

export const alarmSkills = [alarm];
