import type { SlotKindName } from '../../../electron/conversation/skills/slot-kinds.ts';
import {
  ACTIVITIES,
  adjective,
  COLUMNS,
  cellValue,
  fillIn,
  LABELS,
  nonsenseWord,
  personName,
  placeName,
  STATEMENTS,
  subjectName,
  THINGS,
  TOPICS,
  things,
  wordToSpell,
} from './fillers.ts';
import type { Random } from './random.ts';

export type SaidSlot = string;

const UNITS_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const PERSONAS = [
  'Nova',
  'Winston',
  'Mia',
  'Ms. Alder',
  'Chef Carlo',
  'Dash',
  'Hazel',
  'Juniper',
  'Robin',
  'Parley',
  'the teacher',
  'the butler',
  'the coach',
  'the chef',
  'the storyteller',
  'the clerk',
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth twentieth twenty first twenty fifth'.split(
    ' ',
  );
const HOLIDAYS = ['christmas', 'christmas eve', 'new year', 'halloween', "valentine's day", "new year's eve"];
const CURRENCIES = ['dollars', 'euros', 'pounds', 'yen', 'francs', 'rupees', 'pesos', 'crowns'];
const MEASURES = [
  'miles',
  'kilometers',
  'meters',
  'feet',
  'inches',
  'centimeters',
  'pounds',
  'kilograms',
  'grams',
  'ounces',
  'liters',
  'gallons',
  'cups',
  'tablespoons',
  'celsius',
  'fahrenheit',
  'hours',
  'minutes',
  'days',
  'acres',
  'stone',
  'pints',
];

export function numberWord(value: number): string {
  if (value < 20) return UNITS_WORDS[value] ?? String(value);
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 === 0 ? '' : ` ${UNITS_WORDS[value % 10]}`}`;
  if (value < 1000) return `${UNITS_WORDS[Math.floor(value / 100)]} hundred${value % 100 === 0 ? '' : ` and ${numberWord(value % 100)}`}`;
  return `${numberWord(Math.floor(value / 1000))} thousand${value % 1000 === 0 ? '' : ` ${numberWord(value % 1000)}`}`;
}

/** In words or digits: recognisers write either. */
export function saidNumber(random: Random, most = 999): string {
  const value = random.chance(0.6) ? random.whole(1, Math.min(most, 30)) : random.whole(1, most);
  return random.chance(0.65) ? numberWord(value) : String(value);
}

export function duration(random: Random): string {
  const unit = random.pick(['second', 'minute', 'minute', 'minute', 'hour', 'hour']);
  const form = random.whole(0, 9);
  if (form === 0)
    return random.pick([
      'an hour and a half',
      'half an hour',
      'a quarter of an hour',
      'a minute and a half',
      'three quarters of an hour',
      'an hour',
      'a minute',
    ]);
  if (form === 1) return `${numberWord(random.whole(2, 12))} and a half ${unit}s`;
  if (form === 2) return `${numberWord(random.whole(1, 3))} hours and ${numberWord(random.whole(2, 59))} minutes`;
  if (form === 3) return `${numberWord(random.whole(2, 20))} minutes ${numberWord(random.whole(5, 55))} seconds`;
  return `${random.chance(0.75) ? numberWord(random.whole(2, 90)) : random.whole(2, 90)} ${unit}s`;
}

export function clockTime(random: Random): string {
  const hour = numberWord(random.whole(1, 12));
  const part = random.pick(['', '', ' in the morning', ' am', ' pm', ' tonight', ' tomorrow', ' tomorrow morning', ' in the evening']);
  const form = random.whole(0, 6);
  if (form === 0) return random.pick(['noon', 'midnight', 'noon tomorrow']);
  if (form === 1) return `half past ${hour}${part}`;
  if (form === 2) return `a quarter ${random.pick(['to', 'past'])} ${hour}${part}`;
  if (form === 3) return `${random.whole(1, 12)}:${String(random.whole(0, 59)).padStart(2, '0')}${part}`;
  if (form === 4) return `${hour} o'clock${part}`;
  return `${hour} ${random.pick(['thirty', 'fifteen', 'forty five', 'ten', 'twenty', 'fifty'])}${part}`;
}

export function comingDay(random: Random): string {
  const form = random.whole(0, 3);
  if (form === 0) return random.pick(HOLIDAYS);
  if (form === 1) return random.pick(WEEKDAYS);
  if (form === 2) return `${random.pick(MONTHS)} ${random.pick(ORDINALS)}`;
  return `the ${random.pick(ORDINALS)} of ${random.pick(MONTHS)}`;
}

function expression(random: Random): string {
  const [one, other] = [saidNumber(random), saidNumber(random, 200)];
  const form = random.whole(0, 7);
  if (form === 0) return `${saidNumber(random, 90)} percent of ${one}`;
  if (form === 1) return `the square root of ${one}`;
  if (form === 2) return `half of ${one}`;
  if (form === 3) return `${one} squared`;
  return `${one} ${random.pick(['plus', 'minus', 'times', 'divided by', 'multiplied by'])} ${other}${random.chance(0.15) ? ` plus ${saidNumber(random, 50)}` : ''}`;
}

function measure(random: Random): string {
  if (random.chance(0.1)) return `${numberWord(random.whole(4, 6))} foot ${numberWord(random.whole(1, 11))}`;
  const unit = random.pick(MEASURES);
  if (unit === 'celsius' || unit === 'fahrenheit') return `${saidNumber(random, 120)} degrees ${unit}`;
  return `${saidNumber(random, 500)} ${unit}`;
}

const SAY: Readonly<Partial<Record<SlotKindName, (random: Random, name: string) => string>>> = {
  number: (random) => saidNumber(random),
  duration: (random) => duration(random),
  expression,
  measure,
  unit: (random) => random.pick(MEASURES),
  'coming-day': (random) => comingDay(random),
  'near-day': (random) => random.pick(['today', 'tomorrow', 'yesterday']),
  'date-part': (random) => random.pick(['date', 'day', 'weekday', 'month', 'year']),
  label: (random) => (random.chance(0.2) ? random.pick(ACTIVITIES) : random.chance(0.15) ? nonsenseWord(random) : random.pick(LABELS)),
  'called-persona': (random) => random.pick(PERSONAS),
  'several-personas': (random) => random.shuffled(PERSONAS).slice(0, random.whole(2, 3)).join(' and '),
  subject: (random) => random.pick(TOPICS),
  engine: (random) => random.pick(['this computer', 'openai', 'gemini', 'grok', 'the local one', 'the other engine']),
  persona: (random) => random.pick(PERSONAS),
  text: (random, name) => freeText(random, name),
  'short-text': (random, name) => freeText(random, name),
  'spelled-word': (random) => wordToSpell(random),
  'clock-time': (random) => clockTime(random),
  'day-span': (random) => `${saidNumber(random, 60)} ${random.pick(['days', 'weeks', 'months', 'years'])}`,
  currency: (random) => random.pick(CURRENCIES),
  ago: () => 'ago',
  money: (random) => `${saidNumber(random)} ${random.pick(['dollars', 'euros', 'pounds', 'cents'])}`,
  'canvas-kind': (random) => random.pick(['list', 'list', 'table', 'table', 'plan', 'note']),
  'canvas-name': (random) => `the ${subjectName(random)} ${random.pick(['list', 'table', 'plan', 'note'])}`,
  'column-word': (random) => random.pick(['price', 'cost', 'amount', 'time', 'date', 'day', 'rating', 'distance', 'size', 'number']),
  'place-end': (random) => random.pick(['top', 'bottom', 'front', 'end', 'start', 'beginning']),
  'sort-first': (random) =>
    random.pick(['cheapest', 'most expensive', 'highest', 'lowest', 'largest', 'smallest', 'earliest', 'latest', 'newest', 'oldest']),
  unpin: () => 'unpin',
};

/** What might be said in a slot of a phrase; kinds that came later are named in nonsense words until they are taught here. */
export function saySlot(kind: SlotKindName, name: string, random: Random): SaidSlot {
  const say = SAY[kind];
  return say === undefined ? nonsenseWord(random) : say(random, name);
}

/** What stands in a slot of free words says its name. */
export function freeText(random: Random, name: string): string {
  const byName: Readonly<Record<string, () => string>> = {
    items: () => things(random),
    name: () => (random.chance(0.4) ? subjectName(random) : random.pick(COLUMNS)),
    column: () => random.pick(COLUMNS),
    values: () => [cellValue(random), cellValue(random), cellValue(random)].join(', '),
    value: () => cellValue(random),
    row: () => rowWords(random),
    which: () => rowWords(random),
    holds: () => adjective(random),
    list: () => subjectName(random),
    for: () => placeName(random),
    to: () => (random.chance(0.5) ? random.pick(['the top', 'the bottom', 'the end', 'the front']) : rowWords(random)),
    query: () => (random.chance(0.3) ? personName(random) : random.pick(TOPICS)),
    what: () => fillIn(random.pick(STATEMENTS), random),
    about: () => random.pick(TOPICS),
    text: () => fillIn(random.pick(STATEMENTS), random),
    label: () => random.pick(LABELS),
  };
  return (byName[name] ?? (() => (random.chance(0.5) ? placeName(random) : personName(random))))();
}

function rowWords(random: Random): string {
  const form = random.whole(0, 5);
  if (form === 0) return `the ${random.pick(['first', 'second', 'third', 'fourth', 'last'])} one`;
  if (form === 1) return placeName(random);
  if (form === 2) return `the ${adjective(random)} one`;
  if (form === 3) return personName(random);
  return `${random.chance(0.4) ? 'the ' : ''}${random.pick(THINGS)}`;
}
