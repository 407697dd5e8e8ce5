import { isEverydayWord } from '../../../../models/names/everyday-words.ts';
import { GIVEN_NAMES } from '../../../../models/names/given-names.ts';
import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';
import { readName } from '../names/name-words.ts';
import { isOrdinaryWord } from '../names/ordinary-words.ts';
import type { CorrectionContext } from './correction.ts';
import { nameAmongWords } from './name-among-words.ts';
import { isNotMeant, isSupposed } from './not-meant.ts';

/** How people begin to tell their name; `@` is the name it is not. Only words that nobody says for another purpose. */
const PHRASINGS =
  `my name is|my first name is|my full name is|my real name is|my right name is|my actual name is|my name's|no my name is|sorry my name is|
  actually my name is|hello my name is|hi my name is|good morning my name is|that's not my name my name is|that isn't my name my name is|you misheard me my name is|
  you heard me wrong my name is|wrong my name is|wrong name my name is|wrong name i am|wrong name i'm|call me|please call me|just call me|you can call me|
  you may call me|could you call me|from now on call me|everyone calls me|everybody calls me|my friends call me|people call me|i'd like you to call me|i go by|
  change my name to|save my name as|remember my name is|you got my name wrong it's|you have my name wrong it's`
    .split('|')
    .map((words) => words.trim());
const OF_THE_OLD =
  `not @|i'm not @ i'm|my name isn't @ it's|my name is not @ it's|not @ it's|don't call me @ call me|please don't call me @ call me|@ is wrong it's`.split(
    '|',
  );
/** How unlike a phrasing may sound; up to the first the name is taken, up to the second it is asked for. Chosen on the tuning set. */
const TAKEN = 0.13;
const ASKED = 0.23;
/** Words that turn the meaning and are seldom heard for others: where no phrasing has them, it is another sentence. */
const TURNING =
  /(?<![\p{L}'])(?:his|her|their|your|our|he|she|they|we|who|what|isn't|not|never|don't|didn't|do|did|does|won't|can't|no one|nobody)(?![\p{L}'])/giu;
/** Shorter beginnings sound like too many things. */
const FEWEST_SOUNDS = 5;
const FEWEST_SOUNDS_FOR_ANY = 9;
const MOST_WORDS = 12;
const LONGEST = 100;
const GIVEN = new Set(GIVEN_NAMES.map((name) => name.toLowerCase()));

export interface HeardPhrasing {
  /** The turn as it was probably said. */
  readonly words: string;
  /** True where it is likely enough to be taken at its word. */
  readonly sure: boolean;
}

/**
 * What was probably said where a recogniser misheard the words before a name: "Came my name to Robert", "Ron name, I am Robert".
 * By sound, and only with a name at the end that can be nothing else. Null for all else, and for what was typed.
 */
export function heardPhrasing(utterance: string, context: CorrectionContext): HeardPhrasing | null {
  if (context.typed || utterance.length > LONGEST) return null;
  const words = utterance.replace(/[.!?,\s]+$/u, '').split(/\s+/);
  if (words.length > MOST_WORDS || utterance.trim().endsWith('?') || isNotMeant(utterance)) return null;
  const phrasings = phrasingsFor(context);
  const [best] = [1, 2]
    .map((length) => ({ front: words.slice(0, -length).join(' '), name: words.slice(-length).join(' ') }))
    .filter(({ front, name }) => mayTell(front) && isName(name))
    .flatMap(({ front, name }) => likeliest(front, name, phrasings))
    .sort((one, other) => one.distance - other.distance);
  if (best !== undefined) return { words: `${best.words} ${best.name}.`, sure: best.distance <= TAKEN && isGiven(best.name) };
  const asked = nameAmongWords(words, context);
  return asked === null ? null : { words: asked, sure: false };
}

/** "Call me, Igor" asks Igor to call. */
function mayTell(front: string): boolean {
  return front !== '' && !/\bcall me,$/i.test(front) && !isSupposed(front);
}

interface Likely {
  readonly words: string;
  readonly name: string;
  readonly distance: number;
}

function likeliest(front: string, name: string, phrasings: readonly Phrasing[]): Likely[] {
  const sounds = soundsOfWords(front);
  const turning = turningWords(front);
  // "I am not Ivan the Terrible".
  const mayDeny = !/\b(?:the|an?|of)$/i.test(front);
  return phrasings
    .filter((phrasing) => phrasing.sounds.length >= (phrasing.denies || isGiven(name) ? FEWEST_SOUNDS : FEWEST_SOUNDS_FOR_ANY))
    .filter((phrasing) => mayDeny || !phrasing.denies)
    .filter(({ words }) => turning.every((word) => turningWords(words).includes(word)))
    .map(({ words, sounds: said }) => ({ words, name, distance: soundDistance(said, sounds) }))
    .filter(({ distance }) => distance <= ASKED);
}

function isGiven(name: string): boolean {
  return name.split(' ').every((part) => GIVEN.has(part.toLowerCase()));
}

function isName(text: string): boolean {
  return readName(text, { capitals: true, told: false }) !== null && !isOrdinaryWord(text) && !text.split(' ').some(isEverydayWord);
}

function turningWords(text: string): readonly string[] {
  return (text.match(TURNING) ?? []).map((word) => word.toLowerCase());
}

interface Phrasing {
  readonly words: string;
  /** It has the name it is not in it. */
  readonly denies: boolean;
  readonly sounds: string;
}

const always: readonly Phrasing[] = PHRASINGS.map((words) => phrasingOf(words, false));

function phrasingOf(words: string, denies: boolean): Phrasing {
  return { words: capitalised(words), sounds: soundsOfWords(words), denies };
}

function phrasingsFor({ lastNamed }: CorrectionContext): readonly Phrasing[] {
  if (lastNamed === null) return always;
  return [...always, ...OF_THE_OLD.map((words) => phrasingOf(words.replaceAll('@', lastNamed), true))];
}

/** As a recogniser begins a sentence, with its "I". */
function capitalised(words: string): string {
  return words.replace(/^\p{L}/u, (letter) => letter.toUpperCase()).replaceAll(/\bi\b/g, 'I');
}
