import { RELATION } from '../facts/own-people.ts';
import { QUESTION_ROWS } from './question-rows.ts';

/** What a question about the user asks for. */
export interface Asked {
  /** Slots that answer it, the best first; `like *` is every slot that begins so. */
  readonly slots: readonly string[];
  /** Whose it is; null for the user's own. */
  readonly person: string | null;
  /** Words that the fact must be about. */
  readonly about: string;
  /** What the fact must say of likes; null for either. */
  readonly liking: boolean | null;
  /** Whether a name card answers it: the user's own, or that of the person. */
  readonly name: boolean;
}

const POLITE =
  /^(?:(?:hey|hi|hello|ok|okay|so|well|and|but|um|uh|please|now|nova|sorry|quick question|remind me|tell me|(?:can|could|would|will) you (?:please )?(?:tell me|remind me|say|remember)|do you (?:still )?(?:know|remember|recall)|i forgot|i wonder|let me know|what did i (?:say|tell you)(?: about)?|did i (?:ever )?tell you)[,\s]+)+/u;
const TRAILING =
  /(?:[,\s]*\b(?:again|please|now|right now|nova|do you know|do you remember|by the way|exactly|actually|called|at the moment|then))+$/u;
const PERSON = new RegExp(`^${RELATION}$`);

/** Reads a question about the user; null when it is none. */
export function askedOf(question: string): Asked | null {
  const plain = plainQuestion(question);
  if (plain === '' || plain.length > 120) return null;
  for (const [pattern, reading] of QUESTION_ROWS) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const read = reading({ ...match.groups });
    if (typeof read.person === 'string' && !PERSON.test(read.person)) continue;
    return { slots: [], person: null, about: '', liking: null, name: false, ...read };
  }
  return null;
}

/** The last sentence without politeness, the asking word first: "remind me what my address is" -> "what is my address". */
function plainQuestion(question: string): string {
  const last = question
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('favourite', 'favorite')
    .split(/(?<=[.!?])\s+/u)
    .filter((sentence) => /\p{L}/u.test(sentence))
    .at(-1);
  let plain = (last ?? '').replace(/[\s.!?,]+$/u, '').trim();
  const asked = POLITE.test(plain);
  plain = plain.replace(POLITE, '').replace(TRAILING, '').replaceAll(/,/g, '').replaceAll(/\s+/g, ' ').trim();
  plain = plain
    .replace(/^(what|when|where|who|how)'d (?=i\b)/u, '$1 did ')
    .replace(/^(what|when|where|who) did i (?:say|tell you|mention) (?:that )?((?:the|my|our) .+) (?:was|is|were|are)$/u, '$1 is $2');
  if (asked && plain.startsWith('my ')) return `what is ${plain.replace(/ (?:is|was|are)$/u, '')}`;
  const indirect =
    /^(?<ask>what|when|where|who|which|how old|how tall) (?<subject>(?:my|the|i) ?.*?) (?<verb>is|are|was|am|live|work)$/u.exec(
      plain,
    )?.groups;
  if (indirect === undefined) return plain;
  const { ask, subject, verb } = indirect;
  return verb === 'live' || verb === 'work' ? `${ask} do ${subject} ${verb}` : `${ask} ${verb} ${subject}`;
}
