import { readClockTime, type SaidTime } from '../words/clock-words.ts';
import { fraction } from '../words/exact-number.ts';
import { readNumberAt } from '../words/number-words.ts';
import { digitsOf } from './quantity.ts';

const SPAN =
  /^(?:(.*) )?from (.+?) (?:so )?how many hours (?:is|was|are|would|will|do|did|does|am|have) (?:that|it|this|i|we|he|she|they)(?: (?:be|work|worked|sleep|there|here|in total|altogether))?$/;
const BARE_SPAN = /^()(.+ (?:till|until) .+?) (?:so )?how many hours (?:is|was) (?:that|it|this)(?: in total| altogether)?$/;
/** More than one span, not all of it, or not so. */
const NOT_THAT = /\b(?:every|each|days?|week|weeks|twice|except|minus|lunch|break|not|never|said|says|or|about|around|if)\b/;
const JOIN = /^(?:to|till|til|until)$/;
const MOST_WORDS_BEFORE = 6;
const HALF_DAY = 720;

/** "From nine to half past five, how many hours is that": the shorter way round. Null where the times may be read in two ways. */
export function readTimeSpan(words: readonly string[]): string | null {
  const text = words.join(' ');
  const [, before = '', span = ''] = SPAN.exec(text) ?? BARE_SPAN.exec(text) ?? [];
  const lead = before === '' ? [] : before.split(' ');
  if (span === '' || NOT_THAT.test(text) || lead.length > MOST_WORDS_BEFORE) return null;
  if (lead.some((_, at) => readNumberAt(lead, at) !== null)) return null;
  const [reading, ...others] = readings(span.split(' '));
  return reading === undefined || others.length > 0 ? null : hoursBetween(...reading);
}

function readings(words: readonly string[]): readonly (readonly [SaidTime, SaidTime])[] {
  return words.flatMap((word, at) => {
    const [from, to] = JOIN.test(word) ? [readClockTime(words.slice(0, at)), readClockTime(words.slice(at + 1))] : [null, null];
    return from === null || to === null || from.tomorrow || to.tomorrow ? [] : [[from, to] as const];
  });
}

function hoursBetween(from: SaidTime, to: SaidTime): string | null {
  const [start, end] = [from, to].map(({ hour, minute }) => hour * 60 + minute);
  if (start === undefined || end === undefined) return null;
  const around = from.half === null || to.half === null ? HALF_DAY : 2 * HALF_DAY;
  const minutes = (((end - start) % around) + around) % around;
  const [first, last] = [start, start + minutes].map((minute) => digitsOf(fraction(BigInt(minute), 60n)));
  return minutes === 0 || !first || !last ? null : `${last} minus ${first}`;
}
