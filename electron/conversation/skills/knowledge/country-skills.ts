import { z } from 'zod';
import { defineSkill, type Skill, type SkillResult } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { sayCount } from '../words/number-speech.ts';
import { COUNTRY_SOURCE, type Country, countryNamed, POPULATION_SOURCE } from './countries.ts';

const MILLION = 1_000_000;

const capital = aboutCountry({
  name: 'know.capital',
  description: 'Tells the capital of a country.',
  example: 'What is the capital of Portugal?',
  phrases: [
    '(what|which) [city] is the [capital|capital city] of {country}',
    'what is the (capital|capital city) of {country}',
    '(which|what) city is the (capital|capital city) of {country}',
    'the (capital|capital city) of {country}',
    '(name|give me|tell me) the (capital|capital city) of {country}',
    'what is {country} (capital|capital city)',
    'what capital does {country} have',
  ],
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
    'the population of {country}',
  ],
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
  answer: ({ name, continent: where }) => told(`${sentenceName(name)} is in ${where}.`),
});

export const countrySkills: readonly Skill[] = [capital, population, currency, language, continent];

function aboutCountry(
  skill: Pick<Skill, 'name' | 'description' | 'phrases'> & { readonly example: string; readonly answer: (country: Country) => SkillResult },
): Skill {
  const { answer, ...rest } = skill;
  return defineSkill({
    ...rest,
    parameters: z.strictObject({ country: z.string().max(60).describe('france; the united states') }),
    onlyOnThisComputer: true,
    effect: 'none',
    run: ({ country: words }) => {
      const country = countryNamed(words.replace(/'s$/, ''));
      return country === null ? declined(`I have no country called ${words} in my list.`) : answer(country);
    },
  });
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
