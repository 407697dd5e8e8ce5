import { z } from 'zod';
import { timerAsked, timersAsked } from './asked/asked-timers.ts';
import type { PhraseScore } from './phrase-matcher.ts';
import { lastMeant, toldBefore } from './request-within.ts';
import { defineSkill, type RunningTimer, type SkillContext } from './skill.ts';
import { declined, sentenceCase } from './skill-sentences.ts';
import { WITHIN_SCORES } from './within-scores.ts';
import { wallClock } from './words/calendar-words.ts';
import { joinSpoken, readDuration, sayDuration } from './words/duration-words.ts';
import { sayCount } from './words/number-speech.ts';

/*
 * "Said a timer", "canceled the timer", "set time for": the local recogniser writes these for the commands (measured on
 * synthesised speech). Told stories begin with somebody ("she said") and so match nothing.
 */
const LONGEST_MS = 7 * 86_400_000;
const MOST_TIMERS = 20;

const set = defineSkill({
  name: 'timer.set',
  description: 'Starts a timer that speaks up when a stretch of time is over.',
  example: 'Set a timer for five minutes.',
  parameters: z.strictObject({
    duration: z.string().max(120).optional().describe('five minutes; an hour and a half; ask when it was not said'),
    label: z.string().max(60).optional().describe('what it is for: pasta'),
  }),
  phrases: [
    '[let us|i want to|i need to|i would like to] (set|said|start|make|create|run|put|begin|set up|put on|add) [me] [a|an|another|the|one|my] [new] (timer|countdown|alarm) [for me] (for|of|to|in|on|from) {duration}',
    '[let us|i want to|i need to|i would like to] (set|said|start|make|create|run|put|begin|set up|put on|add) [me] [a|an|another|the|one|my] [new] (timer|countdown|alarm) (for|of|to) {duration} (for|called|named|labeled|labelled) [the|my|a|an] {label}',
    '(set|said|start|make|create|run|begin|set up) [me] [a|an|another|the|my] {duration} (timer|countdown|alarm) [(for|called|named) [the|my|a|an] {label}]',
    '(set|said|start|make|create|run|begin|set up) [me] [a|an|another|the|my] {label} (timer|countdown) (for|of|to) {duration}',
    '(set|said|start|make|create|run|begin) [me] [a|an|another|the|my] (timer|countdown) (for|called|named) [the|my] {label} (for|of) {duration}',
    '[i (need|want|would like)] [a|an|another] {duration} (timer|countdown) [for [the|my] {label}]',
    '[i (need|want|would like)] [a|an|another] (timer|countdown) (for|of) {duration} [for [the|my] {label}]',
    '(set|said|start|run) [a|an|the|my] (timer|countdown) {duration}',
    '(give me|make it|make that|put on|get me) [a|an|another] {duration} (timer|countdown)',
    'put [a|another] timer on for {duration}',
    '[i (want|need|would like) to] (set|said|start|make|create|run) [me] [a|an|the|another|my] (timer|countdown)',
    '(set|said) [a] time for {duration}',
    '(timer|countdown) {duration}',
    '(put|stick|set|give me) {duration} on [the (timer|clock)] [for [the|my] {label}]',
    '[i need|i want|i would like|give me|let us have] {duration} on the (clock|timer)',
    '(start|begin) counting [down] [from] {duration}',
    '(start|begin|set|run) {duration} for [the|my] {label}',
    'count [me] (down|out) [from] {duration}',
    '(keep|take) (track|the time) of {duration}',
    'keep an eye on {duration}',
    'let me know (in|after|when) {duration} [is up|are up|is over|are over|have passed|has passed]',
    'tell me when {duration} (is up|are up|is over|are over|have passed|has passed)',
    '(set|said) me up [with] [a|an] {duration} (timer|countdown) [for [the|my] {label}]',
    '(set|said|start|make|create) [me] [up] [a|an|the|my] {duration} (timer|countdown) for [the|my] {label}',
    '[can you|could you] time {duration} [for [the|my] {label}]',
    '(give me a (shout|nudge|call|buzz|ping)|shout at me|nudge me|poke me|buzz me|ring me) (in|after) {duration}',
    '(nudge|remind|poke|ping|shout) me (in|after) {duration} (about|to|for|of) [the|my] {label}',
    '(time|count down) {duration}',
    'count down from {duration}',
    '(wake|tell|alert|ping|notify|call|warn|beep) me [up] (in|after) {duration}',
    'remind me (in|after) {duration}',
    'remind me (in|after) {duration} (to|about|of) [the|my] {label}',
    'remind me to {label} in {duration}',
    'let me know (in|after) {duration}',
    '(let me know|tell me|shout|call me|alert me|beep) (when|once|as soon as) {duration} (is|are|have|has) (over|up|passed|gone|done|finished|gone by)',
    '(do|get|have|i need|i want) [me] [a|an|another] {duration} (timer|countdown)',
    '(give me|set|start) {duration} on the (timer|clock)',
    'count {duration} [down|out]',
    '(start|begin) (counting|timing) {duration} [from now]',
    '(give me a (shout|nudge|call|buzz|ping)|shout [at me]|wake me [up]|call me|nudge me|poke me|buzz me|ring me|yell [at me]|beep) [again] (in|after|once|when) {duration} [is up|are up|is over|are over|have passed|has passed]',
    '[you] mind (nudging|reminding|waking|pinging|ringing|calling|buzzing) me [up] in {duration}',
    '(do|get) (me|us) [up] [in] {duration}',
    'i need (waking|to be woken|reminding|to be reminded|a reminder|a nudge|a shout) in {duration}',
  ],
  recogniseWithin: (utterance) => recogniseStretch(utterance) ?? timerAsked(utterance),
  effect: 'writes',
  run: ({ duration, label }, { timers }) => {
    if (duration === undefined) return declined('For how long? Say for example: set a timer for five minutes.');
    const durationMs = readDuration(duration);
    if (durationMs === null) return declined(`I couldn't read "${duration}" as a length of time. Say for example five minutes.`);
    if (durationMs > LONGEST_MS) return declined('I can set timers for up to seven days.');
    if (durationMs < 1000) return declined('A timer needs at least one second.');
    if (timers.list().length >= MOST_TIMERS) return declined('Twenty timers are running. Cancel one first.');
    const timer = timers.set(durationMs, label ?? null);
    const name = timer.label === null ? 'Timer' : `${sentenceCase(timer.label)} timer`;
    return { sentence: `${name} set for ${sayDuration(durationMs)}.`, data: { ...described(timer), set: sayDuration(durationMs) } };
  },
});

/** "The rice needs fifteen minutes, so shout when it's done": how long was told before what is to happen then. */
const THEN =
  /(?:(?:shout|yell|holler|beep|ring|buzz|ping|nudge|poke|call|tell|warn|alert|remind|wake|let|give) (?:(?:at|to|for) )?(?:me|us)?(?: up)?(?: know| a (?:shout|nudge|call|buzz|ping|bell|reminder))?|shout|holler|beep) (?:when|once|as soon as|after) (?:it is|that is|they are|those are|the time is|time is|that has|it has|i am|we are)(?: all)? (?:done|up|ready|over|passed|gone|finished|cooked)|(?:time|count) (?:it|that|them|this)(?: down)?(?: for me| for us)?|(?:keep|take) (?:track|the time|count|an eye on (?:the clock|it|that|them|the time))|(?:set|start|put on) (?:a|the) (?:timer|countdown)(?: for (?:that|it|me))?|(?:shout|yell|tell me|call me|wake me(?: up)?|ring me|let me know|remind me|nudge me|buzz me|beep) (?:then|after that|when that is up)/;
const LONGEST_DURATION = 7;
/** What was, and what is so every day, is not to be timed. */
const NOT_NOW =
  /\b(?:ago|yesterday|used to|last (?:night|week|year|time)|every|each|a (?:day|week|month|year)|was|were|took|waited|spent|late)\b/;

function recogniseStretch(utterance: string): PhraseScore | null {
  const told = toldBefore(utterance, THEN);
  if (told === null || NOT_NOW.test(told.map(({ text }) => text).join(' '))) return null;
  const duration = lastMeant(told, utterance, LONGEST_DURATION, ({ text, after }) =>
    readDuration(text) === null || /^(?:in|at|past|to)$/.test(after) ? null : text,
  );
  return duration === null ? null : { arguments: { duration }, score: WITHIN_SCORES.patterned };
}

const list = defineSkill({
  name: 'timer.list',
  description: 'Tells which timers are running and how much time is left.',
  example: 'How much time is left?',
  parameters: z.strictObject({ which: z.string().max(60).optional().describe('label or length of one timer') }),
  phrases: [
    'how (much|long) [time] (is|do i have|have i got|does it have) left',
    'how (much|long) [time] [is] [left|remaining] (on|for) [the|my] [{which:label}] (timer|timers|countdown)',
    'how (much|long) [time] (is|does) [the|my] [{which:label}] (timer|countdown) (left|have left|have)',
    'how much time remains',
    'how (much longer|long) (has it|have i|does it have|do i have|is there) [got] [left|to go]',
    'how (long|much) [time] [is] left on (that|it|this)',
    '(what time|when) am i (being woken|getting woken|waking|set to wake|supposed to wake|due to wake) [up]',
    '(what time|when) (is|does|will|are) [the|my] (alarm|alarms) (going off|go off|set for|set|due|ring|ringing|going to ring|going to go off|supposed to go off)',
    'how long (for|until|till|on) [the|my] {which:label}',
    'how (much longer|long) (for|until|till|on) [the|my] {which:label} [timer]',
    'what is left (on|of) [the|my] (timer|countdown)',
    '(are|is) (any|there any|a) (timer|timers) (going|running|on|set) [at the moment]',
    'time (left|remaining)',
    'is [the|my|that|this] [{which:label}] timer (still|still running|running|still going|still on|on)',
    'how much longer [is left|do i have] [on (the|my) [{which:label}] timer]',
    'how long (until|till) [the|my|that|this] [{which:label}] timer (is over|goes off|ends|rings|is done|is up|finishes)',
    'when (does|will|is) [the|my|that|this] [{which:label}] timer (end|go off|ring|finish|over|done|be over)',
    '(what|which) timers (are|do i have|have i) [running|set|active|going]',
    '(list|show|show me|tell me|read|check) [all] [the|my] (timer|timers)',
    'are there any timers [running]',
    '(what|which) timers (i have|we have|have i|have we|are still|are) [got] [going|running|on|set]',
    'how (long|much time|much) [have i got|do i have|is] left on (everything|all of them|all the timers|my timers|the timers) [that is running]',
    '(is|are) (there|a|any|my) [a] (timer|timers) [running|set|on|going]',
    'do i have (a|any) (timer|timers) [running|set|on]',
    '[the|my|that|this] timer status',
    'how (is|are) (the|my|we doing on the|we doing with the|things on the) timer [doing|going|looking|getting on]',
    'how many (minutes|seconds|hours) [are|do i have] left [on (the|my) [{which:label}] timer]',
    '(is|are) there [still] (something|anything|any timers|a timer) [still] (ticking|counting|running|going) [down|away]',
    'what is left on (the|my) [{which:label}] timer',
    'how many timers (are|do i have) [running|set]',
    'is there (long|much|much time|much longer) (to go|left) [on (the|my|that) [{which:label}] timer]',
    'how are we doing for time [on (the|my) {which:label}]',
  ],
  recogniseWithin: timersAsked,
  effect: 'none',
  run: ({ which }, context) => {
    const running = which === undefined ? context.timers.list() : chosen(context, which);
    const now = context.now().getTime();
    if (running.length === 0 && which !== undefined && PARTS_OF_DAY.has(which)) {
      return declined(`No alarm is set for ${which === 'tonight' ? which : `the ${which}`}.`);
    }
    if (running.length === 0) return declined(which === undefined ? 'No timer is running.' : `No timer called ${which} is running.`);
    const left = running.map((timer) => `${sayDuration(timer.endsAt.getTime() - now)} on the ${timerName(timer)}`);
    const [only] = running;
    const sentence =
      running.length === 1 && only !== undefined
        ? `${sentenceCase(sayDuration(only.endsAt.getTime() - now))} left${only.label === null ? '' : ` on the ${timerName(only)}`}.`
        : `${sentenceCase(sayCount(running.length))} timers are running: ${joinSpoken(left)}.`;
    return { sentence, data: { timers: running.map(described) } };
  },
});

const CANCEL =
  '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off|turned off|switch off|shut off|abort|scrap|scratch|bin|drop|ditch|axe|lose|dump|call off|get rid of|forget about|forget|never mind|never mind about|do away with|take off)';
const THIS = '[the|my|that|this|our]';
/** What goes on says no more than which is not meant. */
const OTHERS_STAY =
  '[but|and] (leave|keep|let|do not touch|not) [the|my] (other|others|rest|other one|other ones|other timer|other timers|second one|first one) [of them] [run|running|going|going on|on|alone|be|as (it is|they are)]';

const cancel = defineSkill({
  name: 'timer.cancel',
  description: 'Stops one timer, or all of them.',
  example: 'Cancel the timer.',
  parameters: z.strictObject({ which: z.string().max(60).optional().describe('label or length of the timer, or "all"') }),
  phrases: [
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off|turned off|switch off|shut off|abort|forget|dismiss) (the|my|this|that) (timer|countdown|alarm) [i do not need it [anymore|any more|any longer]]',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|forget|dismiss) (timer|timers)',
    '[there is] no need to (wake|get|remind|nudge|ring) me [up] (at|by|for) {which:label}',
    '(do not|you need not|you do not need to|you do not have to|never mind) (wake|waking|get|getting|remind|reminding|nudge|nudging) me [up] (at|by|for) {which:label}',
    '(turn|turned|switch|shut) (the|my) (timer|countdown|alarm) off',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off|turned off|abort) [the|my] {which:label} (timer|countdown)',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off|turned off|abort) [the|my] {which:duration} (timer|countdown)',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off|turned off|abort) [the|my] timer (for|called|named) [the|my] {which:label}',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off|turned off|abort) [the|my] timer (for|of) {which:duration}',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off) {which:label} of (the|my) timers',
    '(cancel|canceled|cancelled|stop|stopped|delete|remove|end|kill|clear|turn off) {which:label} [the|my] timers',
    'i do not need (the|that|my) timer [any more|anymore|any longer]',
    '(scrap|scratch|bin|drop|kill|lose|get rid of|forget about|forget|never mind|never mind about|call off|take off|lift) (the|my|that|this) (timer|countdown|alarm)',
    '(scrap|scratch|bin|drop|kill|lose|get rid of|forget about|forget|never mind|never mind about|call off|take off|lift) (the|my|that|this) {which:label} (timer|countdown|alarm)',
    '(turn|turned|switch|switched|shut) (the|my|that) (timer|countdown|alarm) off [now]',
    '(cancel|stop|scrap|clear|get rid of) {which:label} (of my|my|the) timers',
    'never mind (the|that|my|this) (timer|alarm)',
    '(scrap|cancel|kill|stop|turn off|switch off|forget|drop|remove|delete|clear) (the|my|that) alarm (for|in|at|on) (tomorrow|the morning|tonight|tomorrow morning|the weekend|tonight|this evening|the afternoon|this afternoon)',
    '[there is] no (need|use|point) (for|in|of) (the|that|my|this) (timer|countdown|alarm)',
    '(i|we) (do not|no longer) need (the|that|my|this) (timer|countdown|alarm) [any more|anymore|any longer]',
    '(take|knock|get|put) (the|that|my|this) (timer|countdown|alarm) off',
    'no more timers',
    `${CANCEL} ${THIS} {which:duration} (timer|countdown|alarm|one)`,
    `${CANCEL} ${THIS} {which:label} (timer|countdown|alarm)`,
    `${CANCEL} ${THIS} {which:duration} (timer|countdown|alarm|one) ${OTHERS_STAY}`,
    `${CANCEL} ${THIS} {which:label} (timer|countdown|alarm) ${OTHERS_STAY}`,
    `(turn|switch|shut|take|call) ${THIS} {which:duration} (timer|countdown|alarm|one) off [${OTHERS_STAY}]`,
    `(i|we) (do not|no longer) need ${THIS} {which:duration} (timer|countdown|alarm|one) [any more|anymore|any longer|now] [${OTHERS_STAY}]`,
    `only ${CANCEL} ${THIS} {which:duration} (timer|countdown|alarm|one)`,
    `${CANCEL} ${THIS} {which:timer-size} (timer|countdown|one) [${OTHERS_STAY}]`,
    `(do not|no need to) bother with ${THIS} (timer|countdown|alarm) [any more|anymore|any longer]`,
    `${THIS} (timer|countdown|alarm) (can go|can stop|can come off|is not needed|is no longer needed) [any more|anymore|any longer]`,
    `(i|we) will not (need|be needing) ${THIS} (timer|countdown|alarm) [any more|anymore|after all]`,
    'you can stop (counting|timing|the clock) [down]',
    '(cancel|stop|scrap|kill|end) {which:timer-all} [of (them|the timers|my timers)]',
  ],
  effect: 'writes',
  run: ({ which }, context) => {
    const running = context.timers.list();
    if (running.length === 0) return declined('No timer is running.');
    const all = which !== undefined && /^(?:all|both|every|every one|all of them)$/.test(which);
    const meant = which === undefined || all ? running : chosen(context, which);
    if (meant.length === 0) return declined(`No timer called ${which} is running. There ${named(running)}.`);
    if (meant.length > 1 && !all) {
      return declined(`There ${named(meant)}. Say which one, for example: cancel the ${timerName(meant[0])}.`);
    }
    for (const timer of meant) context.timers.cancel(timer.id);
    const [only] = meant;
    const sentence =
      meant.length === 1
        ? `The ${timerName(only)} is cancelled.`
        : `${meant.length === 2 ? 'Both' : `All ${sayCount(meant.length)}`} timers are cancelled.`;
    return { sentence, data: { cancelled: meant.map(described) } };
  },
});

export const timerSkills = [set, list, cancel];

/** "The alarm for the morning": hours that a part of the day may mean. */
const PARTS_OF_DAY: ReadonlyMap<string, readonly number[]> = new Map([
  ['morning', hoursFrom(3, 12)],
  ['afternoon', hoursFrom(12, 18)],
  ['evening', hoursFrom(17, 24)],
  ['night', [...hoursFrom(20, 24), ...hoursFrom(0, 5)]],
  ['tonight', [...hoursFrom(17, 24), ...hoursFrom(0, 5)]],
]);

function hoursFrom(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/** The timers that somebody means by a label, a length or a part of the day. */
function chosen({ timers, timeZone }: SkillContext, which: string): readonly RunningTimer[] {
  const hours = PARTS_OF_DAY.get(which);
  if (hours !== undefined) return timers.list().filter(({ endsAt }) => hours.includes(wallClock(endsAt, timeZone).hour));
  const sized = bySize(timers.list(), which);
  if (sized !== null) return sized;
  const durationMs = readDuration(which);
  const wanted = which.toLowerCase();
  return timers
    .list()
    .filter(
      (timer) =>
        timer.label?.toLowerCase() === wanted ||
        timer.label?.toLowerCase() === `${wanted} alarm` ||
        (timer.label?.toLowerCase().startsWith(`${wanted} `) === true && timer.label.endsWith(' alarm')) ||
        (durationMs !== null && timer.durationMs === durationMs),
    );
}

function timerName(timer: RunningTimer | undefined): string {
  if (timer === undefined) return 'timer';
  if (timer.label?.endsWith(' alarm') === true) return timer.label;
  return `${timer.label ?? singular(sayDuration(timer.durationMs))} timer`;
}

/** "Cancel the longer one." */
function bySize(timers: readonly RunningTimer[], which: string): readonly RunningTimer[] | null {
  const isLong = /^long/.test(which);
  if (!isLong && !/^short/.test(which)) return null;
  return timers.toSorted((one, other) => (one.durationMs - other.durationMs) * (isLong ? -1 : 1)).slice(0, 1);
}

/** "five minutes" as it stands before a noun: "the five minute timer". */
function singular(duration: string): string {
  return duration.replaceAll(/\b(day|hour|minute|second)s\b/g, '$1');
}

function named(timers: readonly RunningTimer[]): string {
  const names = joinSpoken(timers.map((timer) => `the ${timerName(timer)}`));
  return `${timers.length === 1 ? 'is' : 'are'} ${names}`;
}

function described(timer: RunningTimer): { id: string; label: string | null; endsAt: string } {
  return { id: timer.id, label: timer.label, endsAt: timer.endsAt.toISOString() };
}
