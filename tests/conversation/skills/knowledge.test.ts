import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { countryNamed } from '../../../electron/conversation/skills/knowledge/countries.ts';
import { runSkill } from '../../../electron/conversation/skills/serve-skills.ts';
import { scriptedContext } from './scripted-context.ts';

/** Checked by hand against an atlas, a periodic table and NASA's fact sheet. */
const TOLD: readonly (readonly [name: string, parameters: Record<string, string>, sentence: RegExp])[] = [
  ['know.capital', { country: 'france' }, /^The capital of France is Paris\.$/],
  ['know.capital', { country: 'the netherlands' }, /^The capital of the Netherlands is Amsterdam\.$/],
  ['know.capital', { country: 'kenya' }, /Nairobi/],
  ['know.capital', { country: 'usa' }, /United States is Washington/],
  ['know.capital', { country: 'turkey' }, /Ankara/],
  ['know.population', { country: 'germany' }, /^In twenty eighteen, about eighty-three million people lived in Germany\.$/],
  ['know.population', { country: 'india' }, /one billion three hundred (?:and )?fifty-three million people/],
  ['know.currency', { country: 'japan' }, /Yen/],
  ['know.language', { country: 'brazil' }, /Portuguese/],
  ['know.continent', { country: 'egypt' }, /Egypt is in Africa/],
  ['know.element', { element: 'iron' }, /^Iron, symbol F E, has the atomic number twenty-six, and weighs about fifty-six units\.$/],
  ['know.element', { element: 'a u' }, /^Gold, symbol A U/],
  ['know.element', { element: 'aluminium' }, /thirteen/],
  ['know.planet', { planet: 'mars' }, /two moons/],
  ['know.planets', { most: 'biggest' }, /^Jupiter is the biggest planet\.$/],
  ['know.planets', {}, /^There are eight planets: Mercury, .* and Neptune\.$/],
];

describe('knowledge', () => {
  it.each(TOLD)('%s of %j', async (name, parameters, sentence) => {
    const result = await runSkill(builtInSkills, name, parameters, scriptedContext().context);
    expect(result.sentence).toMatch(sentence);
    expect(result.sources).not.toEqual([]);
    expect(result.sources?.every((source) => /\d/.test(source))).toBe(true);
  });

  it('knows no country that is none, and says so', async () => {
    expect(countryNamed('atlantis')).toBeNull();
    const { sentence, sources } = await runSkill(builtInSkills, 'know.capital', { country: 'atlantis' }, scriptedContext().context);
    expect(sentence).toBe('I have no country called atlantis in my list.');
    expect(sources).toBeUndefined();
  });
});
