import { isOrdinaryWord } from '../names/ordinary-words.ts';
import { LETTER_WORDS, respellBy } from './respelled-name.ts';
import { countPlainLetters, isSpellingWord, readSpelled } from './spelled-name.ts';

/** A statement cut in two: what it says, and how the name in it is written. */
export interface CutSpelling {
  readonly front: string;
  /** The name as it is to be written; null when the remark does not fit it. Null itself when nothing is spelled. */
  readonly respell: ((name: string) => string | null) | null;
  /** Letters and nothing that says they are a spelling: they may be initials, or a word ("U-S-A"). */
  readonly bare: boolean;
}

const ONE_LETTER = String.raw`(?:p ?-?h|c ?-?h|c ?-?k|${LETTER_WORDS}|\p{L})`;
const REMARK = new RegExp(
  String.raw`^(?:with(?:out)?|and)(?: an?| the| no| any)?(?: only| just)?(?: one| two| 1| 2| single| double| capital)? ?${ONE_LETTER}(?:'?s|z)?(?:,? (?:and )?(?:not|instead of) (?:with )?(?:an? |the )?${ONE_LETTER})?(?: at the end| at the beginning| at the start| in the middle)?$`,
  'iu',
);
const SPELLED =
  /\b(?:(?:is|it's|that's|you|i|we|'s) )?(?:spelled|spelt|spelling is|written|spell it|spell that|spell my name|spell|write it)(?: out)?(?: like| as)?(?: this| that)?[,:]? /iu;
/** Fewer letters behind a name are more often initials than a spelling. */
const FEWEST_LETTERS = 3;
/** "S-A-O-I-R-S-E, Saoirse." */
const SAID_AGAIN = /, (?:\p{L}[\p{L}'-]{2,} ?){1,2}$/u;
const AS_IN = /\b(?:as in|as an|for|like) \p{L}{2,}/giu;
const NOTHING = { respell: null, bare: false } as const;

/** Finds the spelling at the end of a statement: letters, "spelled ...", "with a k", "double n". */
export function cutSpelling(words: string): CutSpelling {
  const plain = words.replaceAll(/\bx[- ]ray\b/giu, 'xray').replace(/\bspell(?:ed)?-(?=\p{L}-)/iu, 'spelled ');
  return spelledOut(plain) ?? remarked(plain) ?? lettersAtTheEnd(plain) ?? { front: words, ...NOTHING };
}

function spelledOut(words: string): CutSpelling | null {
  const spelled = SPELLED.exec(words);
  if (spelled === null) return null;
  const front = tidy(words.slice(0, spelled.index));
  const letters = words.slice(spelled.index + spelled[0].length);
  const name = readLetters(letters) ?? readLetters(letters.replace(SAID_AGAIN, '')) ?? readWord(letters);
  if (name !== null) return { front, respell: () => name, bare: false };
  const remark = /^(?:with|without)\b/i.test(letters) ? letters : `with ${letters}`;
  return REMARK.test(remark) ? { front, respell: (heard) => respellBy(heard, remark), bare: false } : null;
}

/** "SAOIRSE": letters that the recogniser wrote as one word. */
function readLetters(letters: string): string | null {
  return readSpelled(letters) ?? (/^\p{Lu}{3,20}$/u.test(letters) ? readSpelled([...letters].join(' ')) : null);
}

/** "It's spelled Igor": spelled so well that the recogniser heard the name. */
function readWord(word: string): string | null {
  return /^\p{Lu}\p{Ll}{2,19}$/u.test(word) && !isOrdinaryWord(word) ? word : null;
}

function remarked(words: string): CutSpelling | null {
  // The remark begins at the last "with" of the statement, or at "double".
  const at = Math.max(words.search(/\b(?:with|without)\b(?!.*\b(?:with|without)\b)/iu), -1);
  if (at !== -1 && REMARK.test(words.slice(at))) {
    const remark = words.slice(at);
    return { front: tidy(words.slice(0, at)), respell: (heard) => respellBy(heard, remark), bare: false };
  }
  const doubled = /^(?<front>\p{L}[^,]*)?,? ?\b(?<remark>double \p{L})$/iu.exec(words)?.groups;
  if (doubled === undefined || /(?:^|[ ,-])\p{L}$/u.test(doubled['front'] ?? '')) return null;
  return { front: tidy(doubled['front'] ?? ''), respell: (heard) => respellBy(heard, doubled['remark'] ?? ''), bare: false };
}

function lettersAtTheEnd(words: string): CutSpelling | null {
  const tokens = words.split(' ');
  const first = firstOfLetters(tokens);
  if (first === undefined) return null;
  const letters = tokens.slice(first).join(' ');
  const explained = letters.match(AS_IN)?.length ?? 0;
  const enough =
    countPlainLetters(letters) >= FEWEST_LETTERS || explained >= FEWEST_LETTERS || /\b(?:double|triple) \p{L}\b/iu.test(letters);
  const name = enough ? readSpelled(letters) : null;
  if (name === null || name.length < FEWEST_LETTERS) return null;
  return { front: tidy(tokens.slice(0, first).join(' ')), respell: () => name, bare: explained === 0 };
}

/** "A" and "the" are passed over inside a spelling, but begin none; "I'm", "oh" and "see" are words before they are letters. */
function mayBegin(token: string): boolean {
  return (
    isSpellingWord(token) &&
    !/^(?:the|and|then|letter|i'm|see|why|you|are|oh|okay|be|our|two|three|big|small|another|space|age)[,.]?$/i.test(token)
  );
}

/** Words among letters: "S as in sugar", "S for Sam". */
const AMONG = /^(?:as|in|an|for|like|is|and)$/i;

/** Where the row of letters at the end begins; undefined when there is none. */
function firstOfLetters(tokens: readonly string[]): number | undefined {
  let first: number | undefined;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index] ?? '';
    if (!isSpellingWord(token) && !AMONG.test(token) && !/^(?:in|an|for|like)$/i.test(tokens[index - 1] ?? '')) break;
    if (mayBegin(token)) first = index;
  }
  return first;
}

function tidy(front: string): string {
  return front.replace(/[\s,:]+$/, '').replace(/^(?:and|so)\s+/i, '');
}
