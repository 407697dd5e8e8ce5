import { type Asking, askingIn, type Found, foundIn, isNamed, onlyOne } from '../entity-request.ts';
import { countryNamed } from '../knowledge/countries.ts';
import type { PhraseScore } from '../phrase-matcher.ts';
import { WITHIN_SCORES } from '../within-scores.ts';

const LONGEST_COUNTRY = 4;
const PAST = /\b(?:was|were|went|flew|used to|had|ago)\b/;
/** What is wanted is something else of the country: where to stay, how it was, what one thinks of it. */
const OF_IT = /\b(?:lovely|nice|safe|cheap|expensive|worth|weather|food|best|better|favou?rite|think|feel|like to live|mean to you)\b/;

/** A country anywhere, and one of its properties in what is asked: "if I fly to Thailand, which currency shall I need". */
export function countryAsked(utterance: string, property: RegExp): PhraseScore | null {
  const asking = askingIn(utterance);
  const about = asking?.asked ?? '';
  if (asking === null || !property.test(about) || PAST.test(about) || OF_IT.test(about)) return null;
  const country = onlyOne(countriesIn(asking), ({ name }) => name);
  return country === null ? null : { arguments: { country: country.text.replace(/'s$/, '') }, score: WITHIN_SCORES.asked };
}

function countriesIn(asking: Asking): readonly Found<NonNullable<ReturnType<typeof countryNamed>>>[] {
  return foundIn(asking, LONGEST_COUNTRY, (stretch) => (isNamed(stretch) ? countryNamed(stretch.text.replace(/'s$/, '')) : null));
}

const CHEMISTRY = /\b(?:atomic (?:number|weight|mass)|chemi\w+|periodic table|symbols?|elements?)\b/;
const ELEMENT_ASKED =
  /\b(?:atomic (?:number|weight|mass)|(?:chemical )?symbol|periodic table|(?:which|what|the) (?:chemical )?element|letters? (?:stands?|is used|do they use)|short for)\b/;
const SYMBOL = /^\p{Lu}\p{Ll}?$/u;

/** "In chemistry class they talked about potassium, what letter stands for that"; a symbol of one or two letters needs its capital. */
export function elementAsked(utterance: string, elementNamed: (words: string) => { readonly name: string } | null): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !CHEMISTRY.test(asking.text) || !ELEMENT_ASKED.test(asking.asked)) return null;
  const found = foundIn(asking, 1, ({ text, written, after }) => {
    if (text.length <= 2 && !(SYMBOL.test(written) && text !== 'i' && after !== '') && after !== 'symbol') return null;
    return elementNamed(text.replace(/'s$/, ''));
  });
  const element = onlyOne(found, ({ name }) => name);
  return element === null ? null : { arguments: { element: element.text.replace(/'s$/, '') }, score: WITHIN_SCORES.asked };
}

const PLANET_ASKED =
  /\bhow (?:\w+ )?(?:big|large|far|wide|many moons|long)\b|\bmoons?\b|\bdiameter\b|\bdistance\b|\b(?:tell|know|anything|something|facts?) (?:me |us )?(?:\w+ )?about\b/;

/** "My boy asks how big Jupiter really is." */
export function planetAsked(utterance: string, planetNamed: (word: string) => { readonly name: string } | null): PhraseScore | null {
  const asking = askingIn(utterance);
  if (asking === null || !PLANET_ASKED.test(asking.asked) || PAST.test(asking.asked) || OF_IT.test(asking.asked)) return null;
  const found = foundIn(asking, 1, (stretch) => {
    const { text, written, after } = stretch;
    if (text.startsWith('earth') ? after !== 'the' : !/^\p{Lu}/u.test(written) && !/^(?:planet|of|does|is|has|on)$/.test(after))
      return null;
    return planetNamed(text.replace(/'s$/, ''));
  });
  const planet = onlyOne(found, ({ name }) => name);
  return planet === null ? null : { arguments: { planet: planet.text.replace(/'s$/, '') }, score: WITHIN_SCORES.asked };
}

const MOST = /\b(biggest|largest|smallest|closest|nearest|hottest|coldest|farthest|furthest)\b/;

/** "I'm helping with a school project, what's the very biggest planet we have." */
export function mostPlanetAsked(utterance: string): PhraseScore | null {
  const asking = askingIn(utterance);
  const most = MOST.exec(asking?.asked ?? '')?.[1];
  // "The biggest idiot on the planet" is no planet.
  if (
    asking === null ||
    most === undefined ||
    !/\bplanets?\b/.test(asking.asked) ||
    /\b(?:on|of) (?:the|this|our) planet\b/.test(asking.text)
  )
    return null;
  return { arguments: { most }, score: WITHIN_SCORES.asked };
}
