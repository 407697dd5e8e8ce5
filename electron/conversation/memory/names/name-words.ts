import { LONGEST_NAME } from '../../../ipc/memory-schema.ts';
import { FUNCTION_WORDS, isOrdinaryWord, isState, NAMES_TOO, PEOPLES } from './ordinary-words.ts';

const PARTICLES = new Set('van von de der den di da del della la le bin ibn binti al el dos du ten ter mac y e of the bint'.split(' '));
/** "It's", "I'm", "don't": the shape of O'Brien, and no names. */
const CONTRACTION =
  /^(?:(?:it|that|this|i|he|she|what|there|here|who|you|we|they|let|name|where|how)['’](?:s|m|re|ll|ve|d)|\p{L}+n['’]t|its|im)$/iu;
const NAME_PART = /^(?:\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*|\p{L}\.|(?:dr|mr|mrs|ms|prof|st)\.?)$/iu;
/** "Igor's": somebody else's. */
const POSSESSIVE = /['’]s$/iu;
const TITLE = /^(?:dr|mr|mrs|ms|prof|st)\.?$/iu;
const NO_BEGINNING = /^(?:the|of)$/i;
/** "My name is mud." */
const NEVER = /^(?:mud|dirt|wrong|unknown|secret)$/;
const MOST_PARTS = 4;

/** How far the writing of a turn tells names from words. */
interface NameWriting {
  /** The turn is written with capitals: a word without one is no name. */
  readonly capitals: boolean;
  /** It is told in so many words that this is a name ("my name is ..."): words that are names as well are taken for names. */
  readonly told: boolean;
  /** So it is, and by "my name": a word in lower case is taken among capitals, too (a recogniser that does not know the name). */
  readonly mine?: boolean;
}

/** Whether the capitals of a turn tell anything: a keyboard's first capital does not, a recogniser's do. */
export function capitalsTell(utterance: string, typed: boolean): boolean {
  // Nobody but a recogniser begins "I go by" with a capital for the sake of the sentence.
  if (!typed && /^\s*I\b/.test(utterance)) return true;
  const without = utterance.replaceAll(/\bI\b/g, '');
  return /\p{Lu}/u.test(typed ? without.replaceAll(/(^|[.!?,]\s*)\p{Lu}/gu, '$1') : without);
}

/**
 * Reads a person's name out of the words that stand where a name stands. Where capitals tell names, the name must have
 * them; else it may be one or two words that are no words of every day, and gets them.
 * @returns the name as it should be written, or null when it is none
 */
export function readName(text: string, { capitals, told, mine = false }: NameWriting): string | null {
  const parts = text
    .trim()
    // Letters that a recogniser wrote as one word, or a keyboard that shouts.
    .replaceAll(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/[,;:!?]+$/, '')
    .replace(/(?<!(?<!\p{L})(?:dr|mr|mrs|ms|prof|st|\p{L}))\.+$/iu, '')
    .split(/\s+/);
  if (text.length > LONGEST_NAME || parts.length > MOST_PARTS) return null;
  if (!parts.every((part) => NAME_PART.test(part) && !CONTRACTION.test(part) && !POSSESSIVE.test(part))) return null;
  const [only = '', ...more] = parts;
  if (told && more.length === 0) return readTold(only, capitals, mine);
  if ((more.length > 0 && NO_BEGINNING.test(only)) || parts.some((part) => isWordInside(part))) return null;
  if (isWritten(parts)) return parts.map((part) => (TITLE.test(part) ? capitalised(part) : part)).join(' ');
  if (capitals || (parts.length > 2 && !told) || parts.some((part) => isState(part) || isOrdinaryWord(part))) return null;
  return parts.map((part, index) => (index === 0 && part.length === 1 ? part.toUpperCase() : capitalised(part))).join(' ');
}

/** "My name is Will", "my name is eager" (a recogniser that does not know Igor); not "my name is Russian", "my name is hard". */
function readTold(word: string, capitals: boolean, mine: boolean): string | null {
  const lower = word.toLowerCase();
  // Most scripts have no capitals.
  const written = /^\p{Lo}/u.test(word) || (/^\p{Lu}/u.test(word) && capitals);
  if (NAMES_TOO.has(lower) && (mine || word !== lower)) return capitalised(word);
  if (PEOPLES.has(lower) || FUNCTION_WORDS.has(lower)) return null;
  if (written) return NEVER.test(lower) ? null : word;
  return isState(word) || (capitals && !mine) ? null : capitalised(word);
}

function isWordInside(part: string): boolean {
  const lower = part.toLowerCase();
  if (PARTICLES.has(lower)) return false;
  // "An", "Will" and "May" are names as well; "in" and "to" are none in any case.
  return FUNCTION_WORDS.has(lower) && !(NAMES_TOO.has(lower) && part !== lower);
}

function isWritten(parts: readonly string[]): boolean {
  return (
    parts.every((part) => !/^\p{Ll}/u.test(part) || PARTICLES.has(part) || TITLE.test(part)) &&
    parts.some((part) => /^\p{Lu}|^\p{Lo}/u.test(part))
  );
}

function capitalised(word: string): string {
  if (PARTICLES.has(word) || TITLE.test(word)) return TITLE.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return word.replaceAll(/(^|[-'’])(\p{Ll})/gu, (_, join: string, letter: string) => join + letter.toUpperCase());
}
