import { elements } from 'chemical-elements';
import { z } from 'zod';
import { elementAsked } from '../asked/asked-facts.ts';
import { defineSkill } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { sayCount } from '../words/number-speech.ts';

export const ELEMENT_SOURCE = 'chemical-elements 2.3.3 (MIT)';
/** One name of each for both spellings. */
const SPELLINGS: Readonly<Record<string, string>> = { aluminium: 'aluminum', sulphur: 'sulfur', caesium: 'cesium' };

/** By name, or by symbol said letter by letter: "A U". */
/** Symbols that are words: "we were looking *at* pipe" is no astatine. Spelled ("A T") or written as one they are. */
const ORDINARY = /^(?:at|as|in|i|he|be|no|am)$/;

export function elementNamed(words: string) {
  if (ORDINARY.test(words)) return null;
  const said = words.toLowerCase();
  const name = oneSpelling(said);
  const symbol = said.replaceAll(/[\s.]/g, '');
  return elements.find((element) => oneSpelling(element.name.toLowerCase()) === name || element.symbol.toLowerCase() === symbol) ?? null;
}

function oneSpelling(name: string): string {
  return SPELLINGS[name] ?? name;
}

const element = defineSkill({
  name: 'know.element',
  description: 'Tells name, symbol, atomic number and weight of a chemical element.',
  example: 'What is the atomic number of iron?',
  parameters: z.strictObject({ element: z.string().max(40).describe('iron; A U') }),
  phrases: [
    '(what is|tell me|give me) the (atomic number|chemical symbol|symbol|atomic weight|atomic mass) (of|for) {element}',
    '(what|which) element (is|has the symbol) {element}',
    'what is the [chemical] (symbol|element) {element}',
    '(what|which) [chemical] element (does|is) {element} [stand for]',
    'what does [the symbol] {element} stand for',
    'what is {element} on the periodic table',
    'what number is {element} [on|in] [the periodic table]',
  ],
  onlyOnThisComputer: true,
  recogniseWithin: (utterance) => elementAsked(utterance, elementNamed),
  effect: 'none',
  run: ({ element: words }) => {
    const found = elementNamed(words);
    if (found === null) return declined(`I know no element called ${words}.`);
    const { name, symbol, number, mass } = found;
    const weight = mass === null || mass === undefined ? '' : `, and weighs about ${sayCount(Math.round(mass))} units`;
    const letters = [...symbol.toUpperCase()].join(' ');
    return {
      sentence: `${name}, symbol ${letters}, has the atomic number ${sayCount(number)}${weight}.`,
      data: { name, symbol, number, mass: mass ?? null },
      sources: [ELEMENT_SOURCE],
    };
  },
});

export const elementSkills = [element];
