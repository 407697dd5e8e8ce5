import { continents, countries, languages } from 'countries-list';
import { currencies } from 'countries-list/currencies';
import populations from 'country-json/src/country-by-population.json' with { type: 'json' };

export interface Country {
  readonly name: string;
  readonly capital: string;
  readonly continent: string;
  readonly languages: readonly string[];
  readonly currencies: readonly string[];
  /** People in 2018; null where none is given under this name. */
  readonly population: number | null;
}

export const COUNTRY_SOURCE = 'countries-list 3.4.1 (MIT)';
export const POPULATION_SOURCE = 'World Bank figures of 2018, from country-json 2.3.0 (MIT)';

/** What people call some countries besides their names and the aliases of the list. */
const CALLED: Readonly<Record<string, string>> = {
  holland: 'netherlands',
  england: 'united kingdom',
  britain: 'united kingdom',
  'great britain': 'united kingdom',
  uk: 'united kingdom',
  'the uk': 'united kingdom',
  'the us': 'united states',
  'the states': 'united states',
  turkey: 'türkiye',
  'czech republic': 'czechia',
  'ivory coast': "côte d'ivoire",
};
const POPULATED: ReadonlyMap<string, number | null> = new Map(populations.map(({ country, population }) => [plain(country), population]));
const KNOWN = new Map<string, Country>();
for (const entry of Object.values(countries)) {
  const country = countryOf(entry);
  for (const name of [entry.name, ...('alias' in entry ? entry.alias : [])]) KNOWN.set(plain(name), country);
}

/** Every name a country goes by, in lower case without marks. */
export const COUNTRY_NAMES: readonly string[] = [...KNOWN.keys(), ...Object.keys(CALLED)];

/** The country that words name; null when they name none. */
export function countryNamed(words: string): Country | null {
  const name = plain(words);
  return KNOWN.get(plain(CALLED[name] ?? name)) ?? KNOWN.get(plain(CALLED[`the ${name}`] ?? '')) ?? null;
}

function countryOf(entry: (typeof countries)[keyof typeof countries]): Country {
  const { name, capital, continent } = entry;
  return {
    name,
    capital: capital.replace(' D.C.', ', D C'),
    continent: continents[continent],
    languages: entry.languages.map((code) => languages[code].name),
    currencies: entry.currency.slice(0, 1).map((code) => currencies[code].name),
    population: POPULATED.get(plain(name)) ?? null,
  };
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z ]+/g, ' ')
    .replace(/^the /, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
