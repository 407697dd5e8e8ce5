import type { Random } from './random.ts';

const split = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

const FIRST_NAMES =
  split(`Anna, Ben, Clara, David, Eva, Frank, Gina, Hugo, Iris, Jakob, Katie, Leo, Maya, Nils, Olga, Paul, Quinn, Rita, Simon, Tina, Uwe, Vera, Walter,
Xenia, Yuri, Zoe, Amir, Chen, Diego, Fatima, Hiro, Julia, Kwame, Lena, Marco, Nadia, Oscar, Petra, Rahul, Sven, Tomas, Valeria, Wendy, Abdul, Bianca, Cedric, Dorothy,
Emil, Florence, Gustav, Hannah, Isaac, Jasmine, Karim, Lucia, Mehmet, Nora, Otto, Pilar, Ramona, Stefan, Theo, Ursula, Viktor, Wilma, Aoife, Bjorn, Caoimhe, Dmitri,
Eleni, Fionnuala, Gwendolyn, Hyacinth, Ingrid, Joaquin, Kaveh, Leocadia, Maximilian, Nomvula, Oluwaseun, Priyanka, Quentin, Rosalind, Svetlana, Thaddeus, Ulrike,
Vikram, Wojciech, Ximena, Yevgenia, Zbigniew, Adaeze, Bogdan, Chidi, Desislava, Ekaterina, Folasade, Guillermo, Halima, Ignacio, Jovana, Kamala, Lakshmi, Mireille,
Nikolaos, Octavia, Parvati, Rukmini, Siobhra, Tadhg, Umberto, Venkatesh, Winifred, Yolanda, Zuleika, Ambrose, Beatrix, Cornelius, Delphine, Ebenezer, Felicity,
Ganesh, Hortense, Isolde, Jedediah, Kerstin, Lorenzo, Marguerite, Nathaniel, Ottilie, Percival, Rafaela, Sebastian, Tomasz, Valentina, Wolfgang, Agnieszka, Baptiste`);
const PLACES =
  split(`Madrid, London, Berlin, Vienna, Lisbon, Boston, Chicago, Naples, Geneva, Hamburg, Warsaw, Prague, Athens, Seattle, Toronto, Lima, Cairo, Mumbai,
Nairobi, Auckland, Bucharest, Catania, Dubrovnik, Edinburgh, Fukuoka, Gdansk, Havana, Istanbul, Jakarta, Krakow, Lagos, Montevideo, Nagasaki, Odessa, Pamplona, Quito,
Rotterdam, Sarajevo, Tallinn, Uppsala, Valparaiso, Wellington, Yerevan, Zanzibar, Albuquerque, Bratislava, Cochabamba, Dushanbe, Eindhoven, Freiburg, Guadalajara,
Hyderabad, Innsbruck, Johannesburg, Kathmandu, Ljubno, Marrakesh, Nuremberg, Oaxaca, Phnom Penh, Querétaro, Rosario, Samarkand, Thessaloniki, Ulaanbaatar, Vladivostok,
Wuppertal, Yokohama, Atlanta, New York, San Diego, Santa Fe, Salt Lake City, Kuala Lumpur, Cape Town, the lake, the coast, the mountains, the old town, Tuscany, Scotland`);
const SURNAMES =
  split(`Okafor, Lindqvist, Marchetti, Petrov, Yamamoto, Fitzgerald, Kowalczyk, Haddad, Bergstrom, Castellanos, Dubois, Eriksen, Ferreira, Gallagher, Hoffmann,
Ivanova, Jovanovic, Karlsson, Levi, Moretti, Novak, Osei, Papadakis, Quispe, Rossi, Schneider, Tanaka, Ueda, Varga, Whitaker, Xu, Yildiz, Zhang`);
export const THINGS =
  split(`milk, eggs, bread, butter, apples, bananas, carrots, onions, rice, pasta, cheese, yogurt, chicken, tofu, coffee, tea, sugar, flour, salt, pepper,
olive oil, tomatoes, potatoes, cucumbers, lemons, limes, garlic, ginger, spinach, mushrooms, toothpaste, soap, shampoo, paper towels, batteries, light bulbs, candles,
stamps, envelopes, dog food, cat litter, nails, screws, paint, tape, glue, a hammer, a rope, two tents, sleeping bags, sunscreen, a torch, matches, water bottles, socks,
raincoats, a map, three cans of tuna, half a pound of ham, a dozen eggs, oat milk, peanut butter, maple syrup, cinnamon, basil, a bunch of cilantro, frozen peas,
orange juice, mineral water, napkins, plates, forks, birthday candles, wrapping paper, a card, flowers, a phone charger, headphones, a swimsuit, towels, passport, tickets`);
export const LABELS =
  split(`pasta, eggs, tea, rice, pizza, laundry, bread, cake, cookies, oven, roast, soup, nap, workout, homework, meeting, stretching, coffee, potatoes,
chicken, dough, plants, meditation, reading, break, dishes, dryer, sauce, beans, parking, lasagne, curry, muffins, washing, steak, porridge, yoga, practice, phone call`);
export const ACTIVITIES =
  split(`call the plumber, water the plants, take the bins out, feed the cat, pick up the kids, pay the rent, charge the car, move the laundry,
take my pills, walk the dog, ring my aunt, turn the roast, stretch my back, lock the door, reply to the landlord, send the invoice, buy stamps, check the oven`);
export const TOPICS =
  split(`the garden, the car, the kitchen, my knee, the holiday, the new house, the roof, school, the wedding, my boss, the boat, the budget, the birthday,
the recipe, the neighbours, the bathroom, my tax papers, the piano, the trip, the broken window, the dentist, my sister's visit, the choir, the bike, the landlord`);
export const STATEMENTS =
  split(`my car is on level three, the gate code is four four one nine, the spare key is with {name}, {name} is allergic to nuts, the meeting moved to friday,
my locker is number twelve, the boiler was serviced in march, i lent the ladder to {name}, the wifi is called {nonsense}, my shoe size is forty two,
the bins go out on tuesday, {name} lives in {place}, the doctor is called {surname}, i parked behind the bakery, the cat eats only salmon, my bike is at {name}'s,
the plumber comes on monday, i prefer aisle seats, {name}'s birthday is in may, the rent is due on the first, our room is called {nonsense}`);
const ADJECTIVES = split(
  'spicy, quiet, green, vegan, cheap, old, blue, wooden, sweet, salty, big, small, open, outdoor, free, new, red, french, local, paid',
);
const TABLE_NAMES =
  split(`shopping, groceries, packing, books, films, expenses, guests, hotels, recipes, chores, restaurants, workouts, birthdays, presents, plants, museums,
ideas, wines, songs, repairs, tools, prices, cities, parks, cafes, holidays, bills, games, suppliers, students, races, beers, trains, houses, errands`);
export const COLUMNS =
  split(`price, name, date, time, address, rating, distance, colour, size, phone number, owner, cost, day, place, notes, amount, weight, email, city,
opening hours, ingredients, author, year, seats, rooms, status, fee, number, duration, website, category`);
const CELL_VALUES = split(
  'ninety dollars, four euros, monday, half past nine, twenty, sold out, three stars, yes, no, twelve fifty, two hours, blue, tomorrow, a hundred, eight am',
);
const WORDS_TO_SPELL =
  split(`necessary, receipt, rhythm, accommodate, separate, definitely, embarrass, conscience, bureau, entrepreneur, lieutenant, mischievous, privilege,
pharaoh, quinoa, restaurant, silhouette, tomorrow, vacuum, weird, zucchini, algorithm, beautiful, committee, diarrhea, fluorescent, gauge, handkerchief, island, jewelry,
knowledge, liaison, maintenance, neighbor, occurrence, parallel, questionnaire, recommend, sergeant, thorough, unnecessary, vegetable, Wednesday, yacht, chrysanthemum`);

const ONSETS = split(
  'b, br, c, ch, cl, d, dr, f, fl, g, gr, h, j, k, kr, l, m, n, p, pr, qu, r, s, sh, sk, sl, st, t, th, tr, v, w, wr, x, y, z, zh, dz',
);
const VOWELS = split('a, e, i, o, u, ai, ea, ee, ia, oa, oo, ou, ei, y');
const CODAS = ['', '', '', ...split('b, ck, d, ff, g, l, ll, m, n, nd, ng, nk, r, rd, rt, s, ss, st, t, th, x, z, lt, rm')];

/** A word that nobody has seen: what is copied letter by letter or not at all. */
export function nonsenseWord(random: Random, syllables = random.whole(1, 3)): string {
  let word = '';
  for (let count = 0; count < syllables; count += 1) word += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  return word;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A first name, as often one that exists as one that does not. */
export function personName(random: Random): string {
  if (random.chance(0.35)) return capital(nonsenseWord(random, random.whole(2, 3)));
  const first = random.pick(FIRST_NAMES);
  if (random.chance(0.12)) return `${first} ${surname(random)}`;
  return random.chance(0.1) ? `${random.pick(['uncle', 'auntie', 'grandma', 'doctor', 'mrs', 'mister'])} ${first}` : first;
}

export function surname(random: Random): string {
  return random.chance(0.4) ? capital(nonsenseWord(random, 2)) : random.pick(SURNAMES);
}

export function placeName(random: Random): string {
  return random.chance(0.3) ? capital(nonsenseWord(random, random.whole(2, 3))) : random.pick(PLACES);
}

export function things(random: Random, most = 4): string {
  const items = random.shuffled(THINGS).slice(0, random.whole(1, most));
  if (random.chance(0.15)) items[0] = nonsenseWord(random);
  const last = items.pop() ?? 'milk';
  if (items.length === 0) return last;
  return `${items.join(random.chance(0.5) ? ', ' : ' and ')} and ${last}`;
}

/** What a list or table may be about. */
export function subjectName(random: Random): string {
  const kind = random.pick(TABLE_NAMES);
  const form = random.whole(0, 5);
  if (form === 0) return `${kind} in ${placeName(random)}`;
  if (form === 1) return `${personName(random)}'s ${random.pick(['party', 'birthday', 'trip', 'list', 'wedding', 'visit', 'room'])}`;
  if (form === 2) return `weekend in ${placeName(random)}`;
  if (form === 3) return `${nonsenseWord(random)} ${kind}`;
  return kind;
}

export const cellValue = (random: Random): string => (random.chance(0.2) ? nonsenseWord(random) : random.pick(CELL_VALUES));
export const adjective = (random: Random): string => (random.chance(0.2) ? nonsenseWord(random) : random.pick(ADJECTIVES));
export const wordToSpell = (random: Random): string =>
  random.chance(0.4) ? (random.chance(0.5) ? personName(random) : nonsenseWord(random)) : random.pick(WORDS_TO_SPELL);

/** Makes what stands for `{name}`, `{place}`, `{surname}`, `{nonsense}` and the like. */
export function fillers(random: Random): (slot: string) => string {
  const makers: Readonly<Record<string, () => string>> = {
    name: () => personName(random),
    place: () => placeName(random),
    surname: () => surname(random),
    nonsense: () => nonsenseWord(random, 2),
    thing: () => random.pick(THINGS),
    things: () => things(random),
    topic: () => random.pick(TOPICS),
    activity: () => random.pick(ACTIVITIES),
  };
  return (slot) => makers[slot]?.() ?? slot;
}

export function fillIn(line: string, random: Random): string {
  const fill = fillers(random);
  return line.replaceAll(/\{(\w+)\}/g, (_, slot: string) => fill(slot));
}
