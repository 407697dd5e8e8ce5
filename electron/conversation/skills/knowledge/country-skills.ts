import { z } from 'zod';
import { countryAsked } from '../asked/asked-facts.ts';
import { phraseMatcher } from '../phrase-matcher.ts';
import { lastMeant, toldBefore } from '../request-within.ts';
import { defineSkill, type Skill, type SkillResult } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { sayCount } from '../words/number-speech.ts';
import { COUNTRY_SOURCE, type Country, countryNamed, POPULATION_SOURCE } from './countries.ts';

const MILLION = 1_000_000;
/** Points back at a country that was told before: "we're off to Japan, what do they pay with there". */
const THERE = '(?:over |out |down )?there';
const LONGEST_COUNTRY = 4;
/** Above what phrases may find in parts. */
const WITHIN = 0.45;

const capital = aboutCountry({
  name: 'know.capital',
  description: 'Tells the capital of a country.',
  example: 'What is the capital of Portugal?',
  phrases: [
    '(what|which) [city] is the [capital|capital city] of {country}',
    '(what|which) [city] is the [real|actual|true|official] (capital|capital city) of {country}',
    '(name|give me|tell me) the (capital|capital city) of {country}',
    'what is {country} (capital|capital city)',
    'what capital does {country} have',
  ],
  asked:
    /(?:what|which)(?: city)? is (?:the|its|their) (?:real |actual )?capital(?: city)?(?: (?:over |out |down )?there)?|is (?:the|its|their) capital(?: city)? (?:(?:\w+ ){1,2}or (?:is it )?\w+(?: \w+)?|\w+)|what is the capital called/,
  property: /\bcapital(?:'s)?\b(?! (?:letters?|punishment|gains|of (?:fashion|food|love|music)))/,
  called: ['the [real|actual|true|official] (capital|capital city) of {country}'],
  answer: ({ name, capital: city }) =>
    city === '' ? declined(`${name} has no capital in my list.`) : told(`The capital of ${named(name)} is ${city}.`),
});

const population = aboutCountry({
  name: 'know.population',
  description: 'Tells how many people live in a country, by figures of 2018.',
  example: 'How many people live in Brazil?',
  phrases: [
    'how many (people|inhabitants) (live|are|are there|are living) in {country}',
    'how many (people|inhabitants) does {country} have',
    '(what is|how big is|how large is) the population of {country}',
  ],
  asked: new RegExp(
    `how many (?:people|inhabitants) (?:live|are|are there|are living|does it have|do they have)(?: living)?(?: ${THERE})?|(?:what is|how big is) (?:the|its|their) population(?: ${THERE})?`,
  ),
  property:
    /\bpopulation\b|\b(?:how many|number of) (?:\w+ )?(?:people|inhabitants|folks?|citizens|residents|souls)\b(?! (?:come|came|coming|go|going|went|die|died|do you|have you|did|were|was|speak))|\bhow many (?:people |of them )?(?:actually )?live\b|\bhow many are there (?:living )?in\b/,
  called: ['the population of {country}'],
  answer: ({ name, population: people }) =>
    people === null
      ? declined(`I have no figure for the people of ${named(name)}.`)
      : {
          ...told(`In 2018, about ${sayPeople(people)} lived in ${named(name)}.`.replace('2018', 'twenty eighteen')),
          sources: [POPULATION_SOURCE],
        },
});

const currency = aboutCountry({
  name: 'know.currency',
  description: 'Tells the currency of a country.',
  example: 'What is the currency of Japan?',
  phrases: [
    '(what is|which is) the (currency|money) (of|in) {country}',
    '(what|which) (currency|money) (do they (use|have)|is used|does one use|do people use) in {country}',
    '(what|which) (currency|money) does {country} (use|have)',
    'what do (they|people) pay with in {country}',
  ],
  asked: new RegExp(
    `(?:what|which) (?:money|currency|sort of money|kind of money) (?:do (?:they|people|i|we) (?:use|have|need|pay with|take)|is used|will (?:i|we) need|is it)(?: ${THERE})?|what do (?:they|people|you|i|we) pay with(?: ${THERE})?|what is (?:the|their|its) (?:currency|money)(?: called)?(?: ${THERE})?`,
  ),
  property:
    /\bcurrenc(?:y|ies)\b|\b(?:what|which) (?:sort of |kind of )?(?:money|cash|notes)\b|\bpay(?:ing)? with\b|\bmoney (?:do|would|will) they\b/,
  answer: ({ name, currencies: [one] }) =>
    one === undefined ? declined(`I have no currency for ${named(name)}.`) : told(`In ${named(name)} they pay with the ${one}.`),
});

const language = aboutCountry({
  name: 'know.language',
  description: 'Tells the languages of a country.',
  example: 'What do they speak in Brazil?',
  phrases: [
    '(what|which) (language|languages) (do they|do people|does one) speak in {country}',
    '(what|which) (language|languages) (is|are) spoken in {country}',
    'what do (they|people) speak in {country}',
    '(what is|what are) the (language|languages|official language|official languages) of {country}',
  ],
  asked: new RegExp(
    `(?:what|which) languages? (?:do (?:they|people)|does (?:one|everybody)|will (?:he|she|they|i|we) (?:have to|need to)) (?:speak|use|learn)(?: ${THERE})?|what do (?:they|people) speak(?: ${THERE})?|(?:what|which) languages? (?:is|are) spoken(?: ${THERE})?|what is (?:the|their|its) (?:official )?language(?: ${THERE})?`,
  ),
  property:
    /\blanguages?\b(?! (?:course|school|teacher|barrier|class))|\b(?:what|which) (?:do |does |would )?(?:\w+ ){0,3}(?:\p{L}+ )?speak\b/u,
  answer: ({ name, languages }) =>
    languages.length === 0
      ? declined(`I have no languages for ${named(name)}.`)
      : told(`In ${named(name)} they speak ${joinSpoken(languages)}.`),
});

const continent = aboutCountry({
  name: 'know.continent',
  description: 'Tells the continent of a country.',
  example: 'Which continent is Egypt in?',
  phrases: ['(what|which) continent is {country} (in|on|part of)', '(on|in) (what|which) continent is {country}'],
  asked: /(?:what|which) continent is (?:that|it|this) (?:in|on|part of)|(?:on|in) (?:what|which) continent is (?:that|it)/,
  property: /\bcontinents?\b/,
  answer: ({ name, continent: where }) => told(`${sentenceName(name)} is in ${where}.`),
});

const morePeople = defineSkill({
  name: 'know.more-people',
  description: 'Tells which of two countries has more people, by figures of 2018.',
  example: 'Does Kenya have more people than Peru?',
  parameters: z.strictObject({ one: z.string().max(60).describe('kenya'), other: z.string().max(60).describe('peru') }),
  phrases: [
    '(does|do|has|have) {one:country} [have|got] [many|a lot] (more|fewer|less) people [in it] than {other:country}',
    '(is|are) there (more|fewer|less) people in {one:country} than [in] {other:country}',
    '(which|who) has [got] (more|the most) people {one:country} or {other:country}',
    '(where do more people live|which has the bigger population|which has the larger population) [in] {one:country} or [in] {other:country}',
    '(does|has) {one:country} [have|got] a (bigger|larger|smaller) population than {other:country}',
    'is the population of {one:country} (bigger|larger|smaller) than [the population of|that of] {other:country}',
  ],
  onlyOnThisComputer: true,
  effect: 'none',
  run: ({ one, other }) => {
    const [first, second] = [countryNamed(one.replace(/'s$/, '')), countryNamed(other.replace(/'s$/, ''))];
    if (first === null || second === null) return declined(`I have no country called ${first === null ? one : other} in my list.`);
    const [many, others] = [first.population ?? 0, second.population ?? 0];
    if (many === 0 || others === 0 || many === others) return declined("I can't compare their people: I have no two different figures.");
    const [more, fewer] = many > others ? [first, second] : [second, first];
    const figures = `about ${sayPeople(Math.max(many, others))} against ${sayPeople(Math.min(many, others))}`;
    const sentence = `${sentenceName(more.name)} has more people than ${named(fewer.name)}: ${figures} in twenty eighteen.`;
    return { ...told(sentence), sources: [POPULATION_SOURCE] };
  },
});

export const countrySkills: readonly Skill[] = [capital, population, currency, language, continent, morePeople];

function aboutCountry(
  skill: Pick<Skill, 'name' | 'description' | 'phrases'> & {
    readonly example: string;
    /** How it is asked for when the country was told before. */
    readonly asked: RegExp;
    /** What of a country is meant, wherever the country stands. */
    readonly property: RegExp;
    /** Asks for it only when nothing else is said: "the capital of Mongolia is where he lives" asks for nothing. */
    readonly called?: readonly string[];
    readonly answer: (country: Country) => SkillResult;
  },
): Skill {
  const { answer, asked, property, called = [], ...rest } = skill;
  const matchCalled = phraseMatcher(called);
  return defineSkill({
    ...rest,
    parameters: z.strictObject({ country: z.string().max(60).describe('france; the united states') }),
    onlyOnThisComputer: true,
    recognise: (utterance) => matchCalled(utterance),
    recogniseWithin: (utterance) => {
      const country = countryTold(utterance, asked);
      return country === null ? countryAsked(utterance, property) : { arguments: { country }, score: WITHIN };
    },
    effect: 'none',
    run: ({ country: words }) => {
      const country = countryNamed(words.replace(/'s$/, ''));
      return country === null ? declined(`I have no country called ${words} in my list.`) : answer(country);
    },
  });
}

function countryTold(utterance: string, asked: RegExp): string | null {
  const told = toldBefore(utterance, asked);
  // Chad and Jordan are people too, china and turkey are on the table: it has a capital, or stands where a country does.
  return (
    told &&
    lastMeant(told, utterance, LONGEST_COUNTRY, ({ text, written, after }) =>
      countryNamed(text) !== null && (/^\p{Lu}/u.test(written) || /^(?:in|to|from|for|about|of)$/.test(after)) ? text : null,
    )
  );
}

function told(sentence: string): SkillResult {
  return { sentence, data: { answer: sentence }, sources: [COUNTRY_SOURCE] };
}

function sayPeople(people: number): string {
  if (people < MILLION) return `${sayCount(Math.round(people / 1000))} thousand people`;
  if (people < 1000 * MILLION) return `${sayCount(Math.round(people / MILLION))} million people`;
  return `${sayCount(Math.floor(people / (1000 * MILLION)))} billion ${sayCount(Math.round((people % (1000 * MILLION)) / MILLION))} million people`;
}

/** "the Netherlands", "the United States" within a sentence. */
function named(name: string): string {
  return /^(?:united|netherlands|philippines|bahamas|maldives|gambia|czech republic|dominican republic|central african)|islands$/i.test(
    name,
  )
    ? `the ${name}`
    : name;
}

function sentenceName(name: string): string {
  return named(name).replace(/^the/, 'The');
}
