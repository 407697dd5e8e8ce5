import { askingIn, foundIn } from '../entity-request.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';
import { readClockTime } from '../words/clock-words.ts';
import { readDuration } from '../words/duration-words.ts';

const LONGEST_DURATION = 8;
const LONGEST_TIME = 7;

/** What is to happen when a stretch of time is over. */
const TO_TIME =
  /\b(?:timer|countdown|(?:count|counting) (?:me |us |it )?down|(?:start|begin) (?:counting|timing|the clock)|on the (?:clock|timer)|(?:give|giving) (?:me|us) a (?:shout|nudge|call|buzz|ping|bell|ring|holler)|wake (?:me|us)|keep (?:track|time|count|an eye on the (?:time|clock))|time (?:me|it|us|that|this|them)|let (?:me|us) know (?:when|in|after|once)|(?:alert|warn|buzz|ping|nudge|ring|call) (?:me|us)|(?:shout|beep|yell) (?:when|in|after|once|at)|remind (?:me|us) (?:in|after)|(?:make sure|see that|see to it that) (?:i|we) (?:hear|know|get told|do not (?:forget|miss))|put \w+(?: \w+){0,4} on for)\b/;
const ANOTHER_TIMER =
  /^(?:why|someone|somebody|who|if|when)\b|\b(?:never|did (?:you|he|she|they)|why would|do not|should i|add(?:ed)?|cancel|stop|kill|scrap|delete|remove|clear|rid of|left|longer|already|still|running|was|were|ago|every|each|yesterday|used to|always|broken|how (?:much|many|long)|took)\b/;
const NO_START = /^(?:to|too|for|fore|won|ate|and|or|oh)\b/;

/** A length of time, and something that is to happen then: "the eggs want seven minutes, could you keep track please". */
export function timerAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !TO_TIME.test(asking.asked) || ANOTHER_TIMER.test(asking.text)) return null;
  const found = foundIn(asking, LONGEST_DURATION, ({ text }) => (text.includes(' ') && !NO_START.test(text) ? readDuration(text) : null));
  const [duration] = found;
  return duration === undefined || found.length > 1 ? null : { arguments: { duration: duration.text }, score: WITHIN_SCORES.asked };
}

const TO_RING =
  /\b(?:(?:need|needs|want|set|put|like|have|make|start|add|switch) (?:me |us )?(?:the|an|my|another|a) (?:\w+ )?(?:alarm|reminder|wake up call)|alarm (?:at|for)|wake (?:me|us)|(?:get|knock|drag) (?:me|us) (?:up|out)|(?:make|sound) (?:a|an|some) (?:noise|sound|alarm|racket)|do not let (?:me|us) (?:sleep|miss|forget)|(?:remind|ring|nudge|ping|buzz|alert|poke|warn) (?:me|us)|(?:give|giving) (?:me|us) a (?:shout|nudge|call|buzz|ping|bell|ring))\b/;
const ANOTHER_ALARM =
  /\b(?:never|someone|somebody|why|cancel|stop|kill|scrap|delete|remove|off|did|was|were|every|each|always|yesterday|usually|said|told|went|goes)\b/;

/** A time of day, and something that is to happen then: "tomorrow's a big day, so I need the alarm for half past five". */
export function alarmAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  const ring = TO_RING.exec(asking?.asked ?? '');
  if (asking === null || ring === null || ANOTHER_ALARM.test(asking.asked)) return null;
  const found = foundIn(asking, LONGEST_TIME, ({ text, after }) =>
    /^(?:at|by|past|for|before|after|until)$/.test(after) && !NO_START.test(text) ? readClockTime(text.split(' ')) : null,
  ).filter(({ end }) => !/^(?:minutes?|hours?|seconds?|days?|weeks?|years?|people|of)$/.test(asking.words[end]?.text ?? ''));
  const behind = found.filter(({ at }) => asking.text.length - asking.asked.length + ring.index <= textLength(asking.words, at));
  const [time] = behind;
  if (time === undefined || behind.length > 1) return null;
  // "Tomorrow's a big day, so I need the alarm for half past five."
  const isTomorrow = /\btomorrow(?:'s)?\b/.test(asking.text) && !/\b(?:tomorrow|tonight)\b/.test(time.text);
  const label = labelAfter(asking.words.slice(time.end).map(({ text }) => text));
  return {
    arguments: { time: isTomorrow ? `${time.text} tomorrow` : time.text, ...(label === null ? {} : { label }) },
    score: WITHIN_SCORES.asked,
  };
}

const LONGEST_LABEL = 8;
/** What ends what it is for. */
const ENDS_LABEL = /^(?:because|since|so|please|thanks|will|would|could|can|if|when|before|after|and|but|or)$/;

/** "... at seven tonight *to ring my daughter*": what it is for; null where that is not said. */
function labelAfter([joins = '', ...rest]: readonly string[]): string | null {
  if (!/^(?:to|about)$/.test(joins)) return null;
  const end = rest.findIndex((word) => ENDS_LABEL.test(word));
  const words = end < 0 ? rest : rest.slice(0, end);
  return words.length === 0 || words.length > LONGEST_LABEL ? null : words.join(' ');
}

function textLength(words: readonly { readonly text: string }[], count: number): number {
  return words.slice(0, count).reduce((total, { text }) => total + text.length + 1, 0);
}

const IS_SET =
  /\b(?:did (?:i|we|you) (?:\w+ ){0,2}(?:remember to |manage to )?(?:put|set|make|turn|switch)(?: on)? (?:an|the|my|any) alarm|did you (?:cancel|stop|clear) (?:the|my|an|a) (?:alarm|timer)|how (?:are we|am i|is it|much|long) (?:\w+ ){0,6}timer|timer (?:\w+ ){0,3}left|(?<!\b(?:what|who|this|that|it|there) )(?:is|are) (?:there )?(?:\w+ )?(?:an |a |any |some |the |my )?(?:alarms?|timers?)(?! (?:clocks?|code|company|system|broken))|have (?:i|we|you) (?:still |already )?got (?:an |a |any )?(?:alarms?|timers?)|do (?:i|we) (?:still |already )?have (?:an |a |any )?(?:alarms?|timers?)|(?:did|has|have) (?:the|my) timers? (?:\w+ )?(?:stop|stopped|end|ended|finish|finished|gone off|go off|run out)|(?:what|which) (?:alarms?|timers?) (?:are|have|do|did))\b/;
const WHEN_DAY = /\b(morning|afternoon|evening|night|tonight)\b/;

/** "Did I remember to put an alarm on for the morning": a time of day says which one. */
export function timersAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !IS_SET.test(asking.asked) || /\b(?:clock shop|fire alarm|burglar|smoke)\b/.test(asking.text)) return null;
  const which = /\balarms?\b/.test(asking.asked) ? WHEN_DAY.exec(asking.asked)?.[1] : undefined;
  return { arguments: which === undefined ? {} : { which }, score: WITHIN_SCORES.asked };
}
