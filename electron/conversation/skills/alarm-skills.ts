import { z } from 'zod';
import { defineSkill } from './skill.ts';
import { declined } from './skill-sentences.ts';
import { sayTime, wallClock } from './words/calendar-words.ts';
import { readClockTime, untilTime } from './words/clock-words.ts';
import { sayDuration } from './words/duration-words.ts';
import { spokenWords } from './words/spoken-words.ts';

const MOST_TIMERS = 20;
const WAKING = /\b(?:wake|get) me\b/i;

const alarm = defineSkill({
  name: 'timer.alarm',
  description: 'Rings at a time of day, today or tomorrow.',
  example: 'Wake me at seven thirty.',
  parameters: z.strictObject({
    time: z.string().max(60).describe('seven thirty; 7 pm; noon; tomorrow at seven'),
    label: z.string().max(60).optional().describe('what it is for: call mom'),
  }),
  phrases: [
    '[i (need|want|would like) you to] wake me [up] [at|by] {time:clock-time}',
    '(get|have|knock) me (up|awake) (at|by) {time:clock-time}',
    'i (have to|need to|must|want to|should) (be|get) up (at|by) {time:clock-time}',
    'remind me {time:clock-time} (to|about|of) [the|my] {label}',
    '(nudge|ping|remind) me (at|by) {time:clock-time}',
    '[i (need|want|would like) to] (set|said|make|create|start) [me] [a|an|the|my|another] [new] (alarm|alarm clock) (for|at|to) {time:clock-time}',
    '(alarm|alarm clock) (for|at) {time:clock-time}',
    '[i (need|want|would like)] [a|an|another] alarm (for|at) {time:clock-time}',
    '(set|said|make|create) [a|an] {time:clock-time} alarm',
    'remind me at {time:clock-time} (to|about|of) [the|my] {label}',
    'remind me to {label} at {time:clock-time}',
    '(ring|beep|alert|notify) me at {time:clock-time}',
  ],
  effect: 'writes',
  run: ({ time: text, label }, { timers, now, timeZone, locale, utterance }) => {
    const time = readClockTime(spokenWords(text).map((word) => word.text));
    if (time === null) return declined(`I couldn't read "${text}" as a time of day. Say for example: seven thirty in the morning.`);
    if (timers.list().length >= MOST_TIMERS) return declined('Twenty timers are running. Cancel one first.');
    const waitMs = untilTime(time, now(), timeZone, WAKING.test(utterance));
    const { hour, minute } = wallClock(new Date(now().getTime() + waitMs), timeZone);
    const spoken = sayTime(hour, minute, locale);
    const timer = timers.set(waitMs, label ?? `${spoken} alarm`);
    const wait = waitMs < 60_000 ? sayDuration(waitMs) : sayDuration(Math.round(waitMs / 60_000) * 60_000);
    return {
      sentence: `${label === undefined ? 'Alarm' : 'Reminder'} set for ${spoken}, in ${wait}.`,
      data: { id: timer.id, label: timer.label, endsAt: timer.endsAt.toISOString() },
    };
  },
});

export const alarmSkills = [alarm];
