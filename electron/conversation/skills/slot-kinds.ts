import { countryNamed } from './knowledge/countries.ts';
import { elementNamed } from './knowledge/element-skills.ts';
import { planetNamed } from './knowledge/planet-skills.ts';
import { readComingDay } from './words/calendar-words.ts';
import { readClockTime } from './words/clock-words.ts';
import { currencyNamed } from './words/currency-words.ts';
import { readDaySpan } from './words/day-span.ts';
import { durationOf } from './words/duration-words.ts';
import { knownEngine } from './words/engine-name.ts';
import { expressionOf } from './words/expression-words.ts';
import { measureOf } from './words/measure-words.ts';
import { readNumber } from './words/number-words.ts';
import { readPersonaName, readPersonaNames } from './words/persona-name.ts';
import { readRole } from './words/persona-roles.ts';
import { zoneOfPlace } from './words/place-zone.ts';
import { unitsNamed } from './words/unit-table.ts';

/** The words that stand in a slot. */
interface SlotSpan {
  readonly words: readonly string[];
  /** The same stretch of the utterance as it was written. */
  readonly written: string;
  readonly utterance: string;
}

/** Says what argument a stretch of words is, null when it is not of this kind. Arguments are words; skills read them again. */
type SlotKind = (span: SlotSpan) => string | null;

/** Only the form of the date matters while matching: any year will do. */
const SOME_DAY = { year: 2024, month: 1, day: 1 };

/** Words of a request or a clause never stand in a label: "a timer for five minutes so I don't burn it". */
const NO_LABEL = new Set('and or but so because since if when until i you he she they we do not is am are was that what who'.split(' '));

/** "Don't tell Mia about me" is about consent, not about a subject. */
const NO_SUBJECT = new Set(['me', 'myself', 'it', 'that', 'this', 'anything', 'everything']);

const NO_SUBJECT_END = new Set(['away', 'secret']);

/** What stands for a word that was not said, or for a name that memory knows. */
const NOT_SPELLED = /\b(?:it|that|this|these|those|my|your|his|her|their|me|us|for|please|trouble|doom|disaster|mean|means)\b/;

/** What only points, or belongs to the request, is no thing to put on a list. */
const NO_THING =
  /^(?:it|them|that|this|these|those|everything|something|anything|in|on|there)$|(?: (?:after all|as well|too|please|for me|thanks|now|on there|to it|on it|to that|in there|actually|instead|off|out|away|back|back on|any more|anymore))$|(?:^| )(?:(?:row|column)s?|and|or|of|the|a|an|my)$|^(?:up with|them|it|out|off) | columns? /;

/** Who tells something ("I have been knitting a scarf") puts nothing on a list and takes nothing off. */
const OF_A_CLAUSE = new Set('i he she they we had been was were has is am are because since but it'.split(' '));

/** What one needs, wants or forgets, and buys nowhere. */
const NO_GOODS =
  /'s\b|\b(?:break|rest|sleep|holiday|vacation|change|hug|nap|motivation|help|time|advice|answer|minute|moment|everything|something|nothing|where|how|what|why|when|you|me|husband|wife|boyfriend|girlfriend|life|job|knees?|brain)\b|^(?:it|that|this)$/;

/** What stands for something else, is somebody's own, or is more than a word ("the meaning of life"). */
const NOT_IN_DICTIONARY = /\b(?:it|that|this|these|those|my|your|his|her|their|our|i|you|he|she|we|they|me|us|life|not|the)\b/;

const NO_LABEL_END = new Set(['the', 'my', 'a', 'an', 'of', 'to', 'for']);

/** "today's" has been opened to "today is" by then. */
const NEAR_DAYS = new Map([
  ['today', 'today'],
  ['today is', 'today'],
  ['todays', 'today'],
  ['tomorrow', 'tomorrow'],
  ["tomorrow's", 'tomorrow'],
  ['tomorrows', 'tomorrow'],
  ['yesterday', 'yesterday'],
  ["yesterday's", 'yesterday'],
]);

function endsInFor(words: readonly string[]): boolean {
  return words.at(-1) === 'for' && readNumber(words.slice(-2, -1)) !== null;
}

export const slotKinds = {
  number: spelled((words) => readNumber(words) !== null),
  duration: spelled((words) => durationOf(words) !== null),
  // "Divide it by thirty for me": no four.
  expression: spelled((words) => !endsInFor(words) && expressionOf(words) !== null),
  measure: spelled((words) => measureOf(words) !== null),
  unit: spelled((words) => unitsNamed(words).length > 0),
  'coming-day': spelled((words) => readComingDay(words.join(' '), SOME_DAY) !== null),
  'near-day': ({ words }) => NEAR_DAYS.get(words.join(' ')) ?? null,
  'date-part': spelled((words) => ['date', 'day', 'weekday', 'month', 'year'].includes(words.join(' '))),
  label: spelled((words) => words.length <= 5 && !NO_LABEL_END.has(words.at(-1) ?? '') && words.every(isLabelWord)),
  'called-persona': ({ written }) => (/^\p{Lu}/u.test(written) || readRole(written) !== null ? readPersonaName(written) : null),
  'several-personas': ({ written }) => (readPersonaNames(written) === null ? null : written.trim()),
  subject: ({ words, written }) =>
    words.length <= 8 && !NO_SUBJECT.has(words.join(' ')) && !NO_SUBJECT_END.has(words.at(-1) ?? '') ? written.trim() : null,
  engine: spelled((words) => knownEngine(words.join(' ')) !== null),
  persona: ({ written }) => readPersonaName(written),
  text: ({ written }) => written.trim(),
  'short-text': ({ words, written }) => (words.length <= 5 ? written.trim() : null),
  things: ({ words, written }) => (NO_THING.test(words.join(' ')) || words.some((word) => OF_A_CLAUSE.has(word)) ? null : written.trim()),
  goods: ({ words, written }) =>
    words.length > 8 || words[0] === 'to' || NO_GOODS.test(words.join(' ')) || words.some((word) => OF_A_CLAUSE.has(word))
      ? null
      : written.trim(),
  'canvas-plan': spelled((words) => words.join(' ') === 'plan'),
  'spelled-word': ({ words, written }) =>
    words.length <= 2 && /^[\p{L}\p{M}'’\s-]+$/u.test(written) && !NOT_SPELLED.test(words.join(' ')) ? written.trim() : null,
  'clock-time': spelled((words) => words.length <= 8 && readClockTime(words) !== null),
  'day-span': spelled((words) => words.length <= 6 && readDaySpan(words.join(' ')) !== null),
  currency: spelled((words) => currencyNamed(words.join(' ')) !== null),
  ago: spelled((words) => words.join(' ') === 'ago'),
  money: spelled((words) => words.length <= 6 && /^(?:dollar|euro|pound|cent)s?$/.test(words.at(-1) ?? '')),
  'canvas-kind': spelled((words) => /^(?:list|table|plan|note|schedule|itinerary|checklist|menu|chart|grid)$/.test(words.join(' '))),
  'canvas-name': ({ words, written }) =>
    words.length <= 8 && !/^an?$/.test(words[0] ?? '') && /^(?:list|table|plan|note|order|schedule|itinerary)$/.test(words.at(-1) ?? '')
      ? written.trim()
      : null,
  'column-word': spelled((words) =>
    /^(?:price|cost|amount|fee|time|date|day|rating|distance|duration|size|number|count)s?$/.test(words.join(' ')),
  ),
  'place-end': spelled((words) => /^(?:top|bottom|front|end|start|beginning|left|right|first|last|up|down)$/.test(words.join(' '))),
  'sort-first': spelled((words) =>
    /^(?:(?:most|least) )?(?:cheap|cheapest|expensive|high|highest|low|lowest|largest|biggest|smallest|early|earliest|late|latest|newest|oldest|youngest|tallest|shortest|longest|heaviest|lightest|dearest|ascending|descending|a to z|z to a)$/.test(
      words.join(' '),
    ),
  ),
  country: spelled((words) => words.length <= 5 && countryNamed(words.join(' ').replace(/'s$/, '')) !== null),
  element: spelled((words) => words.length <= 3 && elementNamed(words.join(' ')) !== null),
  planet: spelled((words) => words.length <= 2 && planetNamed(words.join(' ')) !== null),
  'planet-most': spelled((words) =>
    /^(?:biggest|largest|smallest|closest|nearest|hottest|coldest|farthest|furthest)$/.test(words.join(' ')),
  ),
  'zone-place': spelled((words) => words.length <= 3 && zoneOfPlace(words.join(' ')) !== null),
  'dictionary-word': spelled((words) => words.length <= 3 && !NOT_IN_DICTIONARY.test(words.join(' '))),
  'times-said': spelled((words) => /^(?:twice|(?:two|three|four|five) times)$/.test(words.join(' '))),
  'timer-size': spelled((words) => /^(?:longer|longest|shorter|shortest)$/.test(words.join(' '))),
  'timer-all': spelled((words) => /^(?:both|all)$/.test(words.join(' '))),
  unpin: spelled((words) => words.join(' ') === 'unpin'),
} satisfies Record<string, SlotKind>;

export type SlotKindName = keyof typeof slotKinds;

export function isSlotKind(name: string): name is SlotKindName {
  return Object.hasOwn(slotKinds, name);
}

function isLabelWord(word: string): boolean {
  return /^\p{L}/u.test(word) && !NO_LABEL.has(word);
}

function spelled(accepts: (words: readonly string[]) => boolean): SlotKind {
  return ({ words }) => (accepts(words) ? words.join(' ') : null);
}
