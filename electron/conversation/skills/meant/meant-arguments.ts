import type { MeantRequest } from '../../../../models/speech-to-speech/realtime-model.ts';
import { askingIn } from '../entity-request.ts';
import type { Surroundings } from '../skill.ts';
import { readPersonaName } from '../words/persona-name.ts';
import { readForgotten, readKept } from './kept.ts';
import { readLimits } from './limits.ts';
import { readMemoryAsked } from './memory-asked.ts';
import { putBack } from './of-the-list.ts';
import { readMeantOnScreen } from './on-screen.ts';
import { labelIn, readSpanned } from './spanned.ts';
import { readMeantSum } from './sum.ts';
import { dictionaryWord, readConversion, readWithSlots } from './things-named.ts';

/** What a skill needs, read from words that no phrase knows. Null: what it cannot do without was not said. */
export type MeantArguments = Readonly<Record<string, string>>;
/** @param isSure the words can hardly mean anything else: what asks need not be looked for */
export type MeantReader = (utterance: string, surroundings: Surroundings, isSure: boolean) => MeantArguments | null;

const nothing: MeantReader = () => ({});

/** Only where something is asked or wished for, or surely meant: "the shift starts at four tomorrow" sets no alarm. */
const whenAsked =
  (read: MeantReader): MeantReader =>
  (utterance, surroundings, isSure) =>
    isSure || askingIn(utterance) !== null ? read(utterance, surroundings, isSure) : null;

/** Of how the assistant speaks: "I bought earplugs, you can feel it through the floor" is of something else. */
const OF_THE_VOICE =
  /\b(?:talk\w*|speak\w*|say\w*|voice|volume|pace|speed|words?|hear\w*|understand|catch|repeat|again|loud\w*|quiet\w*|slow\w*|fast\w*|quick\w*|soft\w*|shush|hush|stop|deaf)\b/i;
/** "He's really fast" is said of a dog. */
const OF_ANOTHER = /^(?:and |but |so )*(?:he|she|it|they|we|i)(?:['’]\w+)?\b(?!.*\byou)/i;
const ofTheVoice: MeantReader = (utterance, _, isSure) =>
  !OF_ANOTHER.test(utterance) && (isSure || OF_THE_VOICE.test(utterance)) ? {} : null;

const MOST_PLANET = /\b(?:biggest|largest|smallest|closest|nearest|hottest|coldest|farthest|furthest)\b/i;
const ALL_PLANETS = /\b(?:how many|all|list|name|order|which ones are there)\b/i;
/** Has a largest and a nearest as well. */
const OF_THE_EARTH = /\b(?:oceans?|seas?|countr\w+|rivers?|mountains?|continents?|lakes?|deserts?|animals?|cit(?:y|ies)|islands?)\b/i;
const ofThePlanets: MeantReader = (utterance) => {
  if (OF_THE_EARTH.test(utterance)) return null;
  const most = MOST_PLANET.exec(utterance)?.[0].toLowerCase();
  if (most !== undefined) return { most };
  return ALL_PLANETS.test(utterance) && !/\b(?:moons?|rings?)\b/i.test(utterance) ? {} : null;
};

const readName = readWithSlots([{ name: 'name', kind: 'called-persona' }]);
const WANTS_SOMEBODY =
  /\b(?:talk|speak|chat|natter|switch|swap|change|put|get|bring|fetch|have|want|need|let|give|pass|hear|over to|back|where['’]?s|is \S+ (?:there|in|about))\b/i;
/** "Winston, please": a name, and hardly more. */
const MOST_CALLING = 2;
/** "Hank wants to talk *to Bones*": whoever else is named, and however it is written. */
const TO_WHOM =
  /\b(?:talk|speak|chat|natter|switch|swap|change|hand|put|over|back) (?:(?:me|us|him|her|them) )?(?:over |through |back )?(?:to|with) (\p{L}+)/iu;
/** A capital letter makes a name only where no sentence begins: "Never mind". */
const calledPersona: MeantReader = (utterance, surroundings, isSure) => {
  const isCalled = isSure && utterance.split(/\s+/).length <= MOST_CALLING;
  if (!isCalled && !WANTS_SOMEBODY.test(utterance)) return null;
  const wanted = readPersonaName(TO_WHOM.exec(utterance)?.[1] ?? '');
  if (wanted !== null) return { name: wanted };
  return readName(utterance.replace(/^\S+\s+/, ''), surroundings, isSure) ?? (isSure ? readName(utterance, surroundings, isSure) : null);
};

const alarmTime: MeantReader = (...asked) =>
  readWithSlots([{ name: 'time', kind: 'clock-time', after: /^(?:at|by|for|before|past|until|till)$/ }])(...asked) ??
  readWithSlots([{ name: 'time', kind: 'duration', after: /^(?:in|after|within)$/ }])(...asked);
/** "In twenty minutes tell me to call Megan back", "jog my memory at six". */
const REMINDS = /\b(?:tell|remind|nudge|poke|prod|shout|ping|warn|let|give) (?:at )?(?:me|us)\b|\bjog my memory\b/i;
const PER_CENT = /%|\bper ?cent\b/i;
const OF_THE_CLOCK = /\b(?:time|late|clock|o'clock|hour)\b/i;

/** "I've got coins coming out of my ears": nothing is to be tossed. */
const SEVERAL_COINS = /\bcoins\b(?!.*\b(?:flip|toss|throw)\b)/i;

/**
 * The skills that words may call by their meaning alone (`models/speech-to-speech/on-device/skill-choice.ts`), and how each
 * finds what it needs. What is left out must be asked for in so many words: it deletes everything, tells others, or turns on a text that only a phrase marks off.
 */
const READERS: ReadonlyMap<string, MeantReader> = new Map([
  ['chance.coin', (...asked) => (SEVERAL_COINS.test(asked[0]) ? null : whenAsked(nothing)(...asked))],
  ...`timer.list timer.cancel chance.dice help.abilities help.examples persona.name persona.list engine.which memory.tell
      user.recall-name`
    .split(/\s+/)
    .map((name) => [name, whenAsked(nothing)] as const),
  ...['louder', 'quieter', 'slower', 'faster', 'repeat', 'stop'].map((name) => [`speech.${name}`, ofTheVoice] as const),
  ['timer.set', whenAsked(readWithSlots([{ name: 'duration', kind: 'duration' }]))],
  ['timer.alarm', (...asked) => (REMINDS.test(asked[0]) ? alarmTime : whenAsked(alarmTime))(...asked)],
  ['persona.switch', calledPersona],
  ['clock.time', (utterance, _, isSure) => (isSure && OF_THE_CLOCK.test(utterance) ? {} : null)],
  ['clock.elsewhere', readWithSlots([{ name: 'place', kind: 'zone-place' }])],
  [
    'clock.date',
    (utterance) => (/\b(?:what|which) (?:date|day)\b|\b(?:date|day) (?:is it|it is)\b/i.test(utterance) ? { part: 'date' } : null),
  ],
  ['memory.ask', readMemoryAsked],
  ['memory.forget', readForgotten],
  ['memory.remember', readKept],
  ['chance.number', readLimits],
  ['clock.days-until', readWithSlots([{ name: 'day', kind: 'coming-day' }])],
  ['clock.day-after', readWithSlots([{ name: 'span', kind: 'day-span' }])],
  [
    'clock.days-between',
    readWithSlots([
      { name: 'from', kind: 'coming-day' },
      { name: 'to', kind: 'coming-day' },
    ]),
  ],
  ['units.convert', readConversion],
  // A rate that was told loosely is asked for: a wrong one would be a wrong sum. Per cents are taken of money, not changed into other.
  ['units.money', (said, _, isSure) => (isSure && !PER_CENT.test(said) ? { amount: '', from: '', to: '', rate: '' } : null)],
  ...['capital', 'population', 'currency', 'language', 'continent'].map(
    (asked) => [`know.${asked}`, readWithSlots([{ name: 'country', kind: 'country' }])] as const,
  ),
  [
    'know.more-people',
    readWithSlots([
      { name: 'one', kind: 'country' },
      { name: 'other', kind: 'country' },
    ]),
  ],
  ['know.planets', ofThePlanets],
  ['know.element', readWithSlots([{ name: 'element', kind: 'element' }])],
  ['know.planet', readWithSlots([{ name: 'planet', kind: 'planet' }])],
  ...['spelling.spell', 'know.meaning', 'know.synonym', 'know.opposite'].map((name) => [name, dictionaryWord] as const),
]);

/** What the skill of this name needs, where the words ask for it by their meaning; null: it is not to be called. */
export function meantArguments(skill: string, meant: MeantRequest, surroundings: Surroundings): MeantArguments | null {
  const ruled = readSpanned(skill, meant, surroundings) ?? readByRules(skill, meant, surroundings);
  const isFor = skill === 'timer.alarm' || (skill === 'timer.set' && REMINDS.test(meant.utterance));
  return isFor && ruled !== null ? { ...ruled, ...labelIn(meant) } : ruled;
}

function readByRules(skill: string, meant: MeantRequest, surroundings: Surroundings): MeantArguments | null {
  const { utterance, isSure } = meant;
  if (skill === 'math.compute') return readMeantSum(meant);
  if (skill === 'canvas.put-back') return putBack(utterance, surroundings.canvas(), surroundings.earlier?.() ?? []);
  if (skill.startsWith('canvas.')) return readMeantOnScreen(skill, utterance, surroundings.canvas(), isSure);
  return READERS.get(skill)?.(utterance, surroundings, isSure) ?? null;
}
