import { SMALL_NUMBER_WORDS } from '../words/number-speech.ts';
import type { SpokenWord } from '../words/spoken-words.ts';
import { goTogether } from './fitting.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { shapeOf } from './requests.ts';

/** What differs, and what is asked then. */
const DIFFERENCES: Readonly<Record<string, readonly [sign: 'plus' | 'minus', asked: RegExp]>> = {
  older: ['plus', /^old$/],
  younger: ['minus', /^old$/],
  taller: ['plus', /^tall$/],
  shorter: ['minus', /^(?:tall|long)$/],
  longer: ['plus', /^long$/],
  heavier: ['plus', /^(?:heavy|much)$/],
  lighter: ['minus', /^(?:heavy|much)$/],
  dearer: ['plus', /^much$/],
  cheaper: ['minus', /^much$/],
  further: ['plus', /^far$/],
  more: ['plus', /^(?:many|much)$/],
  less: ['minus', /^(?:many|much)$/],
  fewer: ['minus', /^many$/],
};
const VERB =
  '(?:is|am|are|was|were|has|have|had|got|has got|have got|costs?|earns?|earned|makes?|made|gets?|ran|runs?|walked|drove|swam|scored|weighs?|weighed|ate|read|bought|won|sold|found|picked|did|paid|spent|saved|baked|plays?|caught)';
const WHO = '((?:(?:my|our|his|her|the|a) )?(?:(?!and\\b|but\\b|who\\b|which\\b)[\\p{L}]+)(?: [\\p{L}]+)??)';
/** "As many", and of whom: nobody new. */
const AS = '(?:fold as (many|much|old|far|long|tall|heavy|expensive)(?: \\w+)?|fold (?:that|the price))';
const COMPARED = new RegExp(
  `^${WHO} ${VERB} #(?: of (?:them|it))?(?: and| but)? ${WHO} ${VERB} (?:# (?:\\w+ )??(${Object.keys(DIFFERENCES).join('|')})(?: \\w+)??|(\\w+)${AS})(?: (?:than|as) (.+?))?(?: so)? (how (\\w+)(?: \\w+)??|what)(?: (?:is|am|are|was|were|does|do|did|has|have|will|would))? ${WHO}(?: (?:now|have|got|has|cost|costs|weigh|earn|make|get|run|walk|drive|swim|score|eat|read|buy|pay|spend|save|win|sell|find|pick|bake|play|catch))?$`,
  'u',
);
const HE = /^(?:he|him|his)$/;
const SHE = /^(?:she|hers?)$/;
const FACTORS: Readonly<Record<string, string>> = { twice: 'two', double: 'two', half: 'half' };

/** "She's twelve and he's four years older: how old is he", "twice as many as Tom". Null where it is not clear who is meant. */
export function readComparison(spoken: readonly SpokenWord[], utterance: string): string | null {
  const folded = withFolds(spoken);
  const words = folded.map(({ text }) => text);
  const quantities = quantitiesIn(folded, utterance, words.indexOf(words.includes('how') ? 'how' : 'what'));
  if (quantities === null || quantities.some(({ kind, per, isPair }) => kind !== 'amount' || per !== null || isPair)) return null;
  const found = COMPARED.exec(named(shapeOf(words, quantities)));
  if (found === null) return null;
  const [, one = '', other = '', difference, fold, compared = 'much', than, , asked = 'much', whom = ''] = found;
  if (one === other || !isAbout(whom, other, one) || (than !== undefined && !isAbout(than, one, other))) return null;
  if (difference === undefined) return asked === compared.replace('expensive', 'much') ? multiplied(quantities, fold) : null;
  return changed(quantities, difference, asked);
}

function changed([first, second, third]: readonly Quantity[], difference: string, asked: string): string | null {
  const [sign, fits] = DIFFERENCES[difference] ?? [];
  if (first === undefined || second === undefined || third !== undefined || sign === undefined || !fits?.test(asked)) return null;
  return goTogether(first, second) ? `${first.text} ${sign} ${second.text}` : null;
}

function multiplied([first, second]: readonly Quantity[], fold: string | undefined): string | null {
  if (first === undefined || second !== undefined || fold === undefined) return null;
  if (fold === 'half') return `half of ${first.text}`;
  return SMALL_NUMBER_WORDS.some((word) => word === fold) ? `${first.text} times ${fold}` : null;
}

/** Whether the words mean this one: by name, or as the only one who can be meant. */
function isAbout(words: string, meant: string, other: string): boolean {
  if (words === meant || (words === 'me' && meant === 'i')) return true;
  const isPronoun = HE.test(words) || SHE.test(words);
  if (HE.test(meant) || SHE.test(meant)) return isPronoun && HE.test(words) === HE.test(meant);
  return isPronoun && /^(?:i|we)$/.test(other) && !/^(?:it|we|you|they|the .*)$/.test(meant);
}

/** "My sister's nine" and "Tom's got nine" with the verb that they mean. */
function named(shape: string): string {
  return shape.replaceAll(/(\p{L}+)'s (?=got\b)/gu, '$1 has ').replaceAll(/(\p{L}+)'s (?=#|\w+fold\b)/gu, '$1 is ');
}

/** "Three times as" is one word then, and no number. */
function withFolds(spoken: readonly SpokenWord[]): readonly SpokenWord[] {
  return spoken.flatMap((word, at) => {
    const [next, after] = [spoken[at + 1]?.text, spoken[at + 2]?.text];
    const factor = Object.hasOwn(FACTORS, word.text) ? FACTORS[word.text] : undefined;
    if (factor !== undefined && /^(?:as|that|the)$/.test(next ?? '')) return [{ ...word, text: `${factor}fold` }];
    if (next === 'times' && after === 'as') return [{ ...word, text: `${word.text}fold` }];
    return word.text === 'times' && next === 'as' ? [] : [word];
  });
}
