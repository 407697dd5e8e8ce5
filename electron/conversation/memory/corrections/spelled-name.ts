import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';
import { LONGEST_NAME } from '../../../ipc/memory-schema.ts';

/** ICAO spelling alphabet, with the ways it is written. */
const ALPHABET =
  pairs(`alfa a|alpha a|bravo b|charlie c|delta d|echo e|foxtrot f|golf g|hotel h|india i|juliett j|juliet j|juliette j|kilo k|lima l|mike m|
  november n|oscar o|papa p|quebec q|romeo r|sierra s|tango t|uniform u|victor v|whiskey w|whisky w|x-ray x|xray x|yankee y|zulu z`);
/** Names of letters as a recogniser writes them when it takes them for words; only among other letters. */
const LETTER_NAMES =
  pairs(`ay a|aye i|eh a|bee b|be b|see c|sea c|cee c|dee d|ee e|eff f|ef f|gee g|aitch h|haitch h|age h|eye i|jay j|kay k|okay k|ell l|el l|em m|en n|
  oh o|owe o|pee p|pea p|cue q|queue q|are r|ar r|our r|ess s|es s|tee t|tea t|you u|yew u|vee v|ex x|why y|wye y|zee z|zed z`);
const MARKS = new Map([
  ['dash', '-'],
  ['hyphen', '-'],
  ['apostrophe', "'"],
  ['space', ' '],
]);
/** Said between letters without being one. */
const PASSED_OVER = new Set(['and', 'then', 'lowercase', 'lower', 'small', 'case', 'letter', 'the', 'another']);
const CAPITAL = new Set(['capital', 'uppercase', 'upper', 'big']);
const TIMES: Readonly<Record<string, number>> = { double: 2, twice: 2, two: 2, '2': 2, triple: 3, three: 3 };
const AS_IN = new Set(['for', 'like']);
/** How unlike a word of the alphabet may sound. */
const LIKE_A_WORD = 0.25;
const AS = new Set(['in', 'an', 'for']);

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split('|').map((pair) => pair.trim().split(' ') as [string, string]));
}

/** What was read from the tokens at one place; `capital`: the next letter is a capital. */
interface ReadToken {
  readonly text: string;
  readonly used: number;
  readonly capital?: boolean;
}

/**
 * Reads a name spelled letter by letter: "S-A-O-I-R-S-E", "s a o i r s e", "sierra alfa oscar ...", "a n n a",
 * "A, double N, A", "S as in sugar, A as in apple", "M C capital D".
 * @returns the name with a capital; null unless every word is part of the spelling and there are at least two letters
 */
export function readSpelled(text: string): string | null {
  const tokens = tokensOf(text);
  let spelled = '';
  let letters = 0;
  let capital = false;
  for (let index = 0; index < tokens.length; ) {
    const read = readToken(tokens, index);
    if (read === null) return null;
    spelled += capital && read.text !== '' ? read.text.charAt(0).toUpperCase() + read.text.slice(1) : read.text;
    letters += read.text.match(/\p{L}/gu)?.length ?? 0;
    if (read.capital === true) capital = true;
    else if (read.text !== '') capital = false;
    index += read.used;
  }
  return letters < 2 || spelled.length > LONGEST_NAME ? null : withCapitals(spelled.trim());
}

/** True for a word that can stand in a spelling: a letter, its name, "double", "capital". */
export function isSpellingWord(word: string): boolean {
  return tokensOf(word).every(
    (token) => letterOf(token) !== null || MARKS.has(token) || PASSED_OVER.has(token) || CAPITAL.has(token) || TIMES[token] !== undefined,
  );
}

/** The word of the spelling alphabet that was heard as this one ("tando"), itself where it is one; null for none. By sound. */
export function spellingWordLike(word: string): string | null {
  const plain = word.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
  if (ALPHABET.has(plain)) return word;
  if (plain.length < 4) return null;
  const sounds = soundsOfWords(plain);
  const [nearest] = [...ALPHABET.keys()]
    .map((known) => ({ known, distance: soundDistance(soundsOfWords(known), sounds) }))
    .sort((one, other) => one.distance - other.distance);
  return nearest !== undefined && nearest.distance <= LIKE_A_WORD ? nearest.known : null;
}

/** Letters that can be nothing else: single ones and the alphabet's words; "I see you" has letters' names, but no letter. */
export function countPlainLetters(text: string): number {
  const tokens = tokensOf(text);
  return tokens.filter(
    (token, index) => ALPHABET.has(token) || (/^\p{L}$/u.test(token) && !(token === 'a' && index === 0 && tokens.length < 3)),
  ).length;
}

function tokensOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('x-ray', 'xray')
    .replaceAll(/double[- ](?:u|you)\b(?![,.]? *(?:\p{L}\b|$))/gu, 'w')
    .replaceAll(/[.,;:!?"]/g, ' ')
    .replaceAll(/(?<=(?:^|[\s-])(?:\p{L}|double|triple|capital))-(?=(?:\p{L}|double|triple|capital)(?:$|[\s-]))/gu, ' ')
    .trim()
    .split(/\s+/)
    .filter((token) => token !== '');
}

function readToken(tokens: readonly string[], at: number): ReadToken | null {
  const [token = '', next = '', third = '', fourth = ''] = tokens.slice(at, at + 4);
  if (token === 'double' && /^(?:u|you)$/.test(next)) return { text: 'w', used: 2 };
  const times = TIMES[token];
  if (times !== undefined) {
    const letter = letterOf(next) ?? letterOf(next.replace(/'?s$/, ''));
    return letter === null ? null : { text: letter.repeat(times), used: 2 };
  }
  if (CAPITAL.has(token)) return { text: '', used: 1, capital: true };
  const mark = MARKS.get(token);
  if (mark !== undefined) return { text: mark, used: 1 };
  const meant = asIn([next, third, fourth]);
  if (meant !== null) return meant;
  const letter = letterOf(token);
  if (letter !== null) return { text: letter, used: 1 };
  return PASSED_OVER.has(token) ? { text: '', used: 1 } : null;
}

/** "S as in sugar", "S for sugar", "S like sugar": the word tells the letter better than the letter does ("and like mother"). */
function asIn([next = '', third = '', fourth = '']: readonly string[]): ReadToken | null {
  if (next === 'as' && AS.has(third) && isWord(fourth)) return { text: firstLetter(fourth), used: 4 };
  if (next === 'is' && third === 'for' && isWord(fourth)) return { text: firstLetter(fourth), used: 4 };
  return AS_IN.has(next) && isWord(third) ? { text: firstLetter(third), used: 3 } : null;
}

function isWord(token: string): boolean {
  return /^\p{L}{2,}$/u.test(token);
}

function firstLetter(word: string): string {
  return word === 'xray' || word === 'extra' ? 'x' : word.charAt(0);
}

function letterOf(token: string): string | null {
  if (/^\p{L}$/u.test(token)) return token;
  return ALPHABET.get(token) ?? LETTER_NAMES.get(token) ?? null;
}

function withCapitals(name: string): string {
  return name.replaceAll(/(^|[\s'-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
