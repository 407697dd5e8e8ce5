import { isEverydayWord } from './everyday-words.ts';

/** A word of a text where a name may begin. */
export interface NamePlace {
  /** Offset of the word in the text. */
  readonly from: number;
  /** The word itself, without a possessive. */
  readonly word: string;
  /**
   * 'told': words before it say that a name follows ("my name is"). 'unknown': no everyday word stands there.
   * 'likely': a person often stands there ("with", "to", the beginning). 'other': anywhere else.
   */
  readonly kind: 'told' | 'unknown' | 'likely' | 'other';
}

const TOLD =
  /\b(?:names?(?:'s| is| was)?(?: actually| really)?|(?:i am|i'm|is|was|are|were|he's|she's|it's|be|been) (?:called|named)|call(?:s|ed|ing)?(?: me| him| her)?|go(?:es)? by|(?:nice|good|pleased) to meet you|(?:no|nope|actually|sorry|wrong|not \p{L}+),? (?:it's|it is|i'm|i am|its)|(?:my|our|his|her|their) (?:\w+ )?(?:friend|sister|brother|mother|father|wife|husband|son|daughter|boss|colleague|partner|girlfriend|boyfriend|neighbou?r|doctor|teacher|cousin|aunt|uncle|dog|cat)|(?:mr|mrs|ms|dr|doctor|miss|professor|uncle|aunt)\.?|hi|hello|hey|dear|(?:hi|hello|hey),? this is|goodbye|bye|(?:phone|text|ring|email|e-mail|message|invite|remind|ask|tell|meet|met|visit))[,.]? $/iu;
const LIKELY =
  /\b(?:with|to|for|from|by|and|or|is|was|am|i'm|it's|that's|this is|did|does|do|has|had|can|will|would|should|not|about|than|see|saw|know|knows|call|calls|called|thank|thanks|said|says|like|love|of|at|near|when|if|because|that|but|here's|where's|what's|who's|how's|where is|what is|who is|how is|give|gave|show|let|send)[,.]? $/iu;

const TELLING = /\b(?:names?|call(?:s|ed|ing)?|go(?:es)? by|said|say|not|isn't|no|nope|actually|i'm|i am|it's|spell(?:ed|ing)?)\b/iu;

/** True where somebody may be telling or correcting a name, as far as the words that do so were understood. */
export function tellsName(text: string): boolean {
  return TELLING.test(text);
}

/** No name follows it: "the dragon" is not Dragana. */
const ARTICLE = /\b(?:the|an?)\s+$/iu;

/** Every word of a text as a place for a name. */
export function namePlaces(text: string): NamePlace[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)]
    .filter(({ index }) => !ARTICLE.test(text.slice(0, index)))
    .map((match) => {
      const word = match[0].replace(/['’]s$/u, '');
      return { from: match.index, word, kind: kindOf(text.slice(0, match.index), word) };
    });
}

function kindOf(before: string, word: string): NamePlace['kind'] {
  if (TOLD.test(before)) return 'told';
  if (!isEverydayWord(word)) return 'unknown';
  return before.trim() === '' || /[.!?,]["']? $/u.test(before) || LIKELY.test(before) ? 'likely' : 'other';
}
