import { z } from 'zod';
import { mostPlanetAsked, planetAsked } from '../asked/asked-facts.ts';
import { defineSkill } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { sayCount } from '../words/number-speech.ts';

const PLANET_SOURCE = 'NASA planetary fact sheet: equatorial diameters, tropical years; moons as known in March 2025';

/** From the sun outwards. Diameter in km, distance in millions of km, year in days of the earth. */
const PLANETS = [
  { name: 'Mercury', diameterKm: 4879, distance: 58, yearDays: 88, moons: 0 },
  { name: 'Venus', diameterKm: 12_104, distance: 108, yearDays: 225, moons: 0 },
  { name: 'Earth', diameterKm: 12_756, distance: 150, yearDays: 365, moons: 1 },
  { name: 'Mars', diameterKm: 6792, distance: 228, yearDays: 687, moons: 2 },
  { name: 'Jupiter', diameterKm: 142_984, distance: 779, yearDays: 4331, moons: 95 },
  { name: 'Saturn', diameterKm: 120_536, distance: 1432, yearDays: 10_747, moons: 274 },
  { name: 'Uranus', diameterKm: 51_118, distance: 2867, yearDays: 30_589, moons: 28 },
  { name: 'Neptune', diameterKm: 49_528, distance: 4515, yearDays: 59_800, moons: 16 },
] as const;

export const PLANET_NAMES = PLANETS.map(({ name }) => name.toLowerCase());

/** The planet that a word names; null when it names none. */
export function planetNamed(word: string) {
  return PLANETS.find(({ name }) => name.toLowerCase() === word.toLowerCase().replace(/^the /, '')) ?? null;
}

const planet = defineSkill({
  name: 'know.planet',
  description: 'Tells about a planet: its size, its distance from the sun, its year and its moons.',
  example: 'How big is Jupiter?',
  parameters: z.strictObject({ planet: z.string().max(20).describe('jupiter') }),
  phrases: [
    '(how big|how large|how far|how far away|how far from the sun) is [the planet] {planet}',
    'how far is {planet} from the sun',
    'how many moons does {planet} have',
    'how long is a year on {planet}',
    'tell me [something] about [the planet] {planet}',
    'what is the diameter of {planet}',
  ],
  onlyOnThisComputer: true,
  recogniseWithin: (utterance) => planetAsked(utterance, planetNamed),
  effect: 'none',
  run: ({ planet: word }) => {
    const found = planetNamed(word);
    if (found === null) return declined(`I know no planet called ${word}.`);
    const { name, diameterKm, distance, yearDays, moons } = found;
    const moon = moons === 0 ? 'no moons' : moons === 1 ? 'one moon' : `${sayCount(moons)} moons`;
    return {
      sentence: `${name} is about ${sayCount(Math.round(diameterKm / 1000))} thousand kilometers across, about ${sayCount(distance)} million kilometers from the sun, takes ${sayCount(yearDays)} days for a year, and has ${moon}.`,
      data: found,
      sources: [PLANET_SOURCE],
    };
  },
});

const MOST = {
  biggest: 'Jupiter',
  largest: 'Jupiter',
  smallest: 'Mercury',
  closest: 'Mercury',
  nearest: 'Mercury',
  hottest: 'Venus',
  coldest: 'Neptune',
  farthest: 'Neptune',
  furthest: 'Neptune',
} as const;

const mostPlanet = defineSkill({
  name: 'know.planets',
  description: 'Tells which planets there are, or which is the biggest, smallest, nearest, farthest, hottest or coldest.',
  example: 'Which planet is the biggest?',
  parameters: z.strictObject({
    most: z.enum(['biggest', 'largest', 'smallest', 'closest', 'nearest', 'hottest', 'coldest', 'farthest', 'furthest']).optional(),
  }),
  phrases: [
    "(what|which) (planet is|planet's) [the] {most:planet-most} [one|planet] [to the sun|from the sun|in (the|our) solar system|of (them all|all)]",
    '(what|which) is the {most:planet-most} planet [to the sun|from the sun|in (the|our) solar system]',
    'the {most:planet-most} planet [to the sun|from the sun|in (the|our) solar system]',
    'how many planets (are there|are in the solar system|does the solar system have)',
    '(what|which) planets are there',
    '(name|list|tell me) [all] the planets',
  ],
  onlyOnThisComputer: true,
  recogniseWithin: mostPlanetAsked,
  effect: 'none',
  run: ({ most }) => {
    const names = PLANETS.map(({ name }) => name);
    if (most === undefined)
      return {
        sentence: `There are eight planets: ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`,
        data: { planets: names },
        sources: [PLANET_SOURCE],
      };
    const to = most === 'closest' || most === 'nearest' ? ' to the sun' : most === 'farthest' || most === 'furthest' ? ' from the sun' : '';
    return { sentence: `${sentenceCase(MOST[most])} is the ${most} planet${to}.`, data: { planet: MOST[most] }, sources: [PLANET_SOURCE] };
  },
});

export const planetSkills = [planet, mostPlanet];
