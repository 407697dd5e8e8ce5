import { possibleEnds } from './polite-words.ts';
import { type SpokenWord, spokenWords } from './words/spoken-words.ts';

/** A clause may begin before one of these: what joins clauses, what asks, what asks politely, and who begins to tell something. */
const BEGINS = new Set(
  `so and but because cos since then now please anyway actually oh ooh
   what how when where which who can could would will tell give let remind is are do does
   i we it he she they there that my our the you`.split(/\s+/),
);
/** Begins a question only with who or what is asked about behind it: "has it gone ten". */
const INVERTED = new Set('has have had was were did should am'.split(' '));
const ASKED_ABOUT = new Set('i we it he she they there this that you my the our'.split(' '));
/** What one tells somebody to do; it begins a clause where another one is over. */
const TELLS_TO = new Set(
  `spell convert wake speak talk say repeat read go slow turn count start set cancel stop find pick choose roll flip toss throw time ring shout
   call nudge poke buzz ping put get bring switch forget scrap scratch drop kill keep lower raise whisper explain define make take give pass change translate`.split(
    /\s+/,
  ),
);
/** Somebody or something and what it does: one word alone is a name ("roll call"). */
const LEAST_BEFORE = 2;
/** Who does it, or may do it, is told of: "she can spell it", "the boys roll the dice", "I always wake him". */
const DOES_IT =
  /^(?:i|you|he|she|it|we|they|who|can|could|will|would|should|must|might|may|do|does|did|to|not|never|always|often|usually|sometimes|just|still|only|also|even|a|an|the|my|your|his|her|our|their|this|that|some|no|of|in|on|for|with|at|from|by|is|am|are|was|were|be|been|has|have|had|very|more|its|all|both|people|children|men|women|kids|folk|parents|phone|bus|roll|coin|dice)$|[^su]s$/;

/** After these, what follows is somebody's words, a condition, or what is not wanted. */
const NOT_AFTER = new Set(
  `said says say saying asked asks ask asking told tells goes shouted yelled wondered wonders thinks thought knows know knew
   if when whether that unless until never not to who which like wrote writes written called sings sang
   forget forgets care cares matter matters guess`.split(/\s+/),
);
/** Joins two clauses and belongs to neither. */
const JOINS = new Set(['so', 'and', 'but', 'because', 'cos', 'since', 'then', 'now', 'anyway', 'oh', 'ooh', 'actually']);
/** Said to somebody, after a request. */
const CALLED = new Set(['darling', 'love', 'honey', 'mate', 'dear', 'sweetheart', 'buddy', 'pal']);
/** "Heads or tails" is one; two words are found in every story. */
const LEAST_WORDS = 3;
/** "Go slower", where somebody is told to at the end. */
const LEAST_TOLD = 2;
/** Whoever stands at the end belongs to what follows: "how do you spell rhythm *I* can never get it right". */
const DOER = /^(?:i|we|he|she|they)$/;
/** Longer ones are stories. */
const MOST_WORDS = 40;

/**
 * Parts of an utterance that may be the request in it, the longest first: people say why they ask ("I'm baking, so set a timer
 * for ten minutes"), and why they asked ("wake me at six, I mustn't miss the bus"). A part begins and ends where clauses do;
 * what somebody else said, conditions and refusals are none.
 */
export function requestsWithin(utterance: string): readonly string[] {
  const words = spokenWords(utterance);
  if (words.length > MOST_WORDS) return [];
  const places = [0, ...clausePlaces(words, utterance), words.length];
  const parts: { readonly text: string; readonly count: number }[] = [];
  for (const start of places) {
    if (NOT_AFTER.has(before(words, start))) continue;
    for (const end of places) {
      const last = lastOf(words, end);
      const [first, final] = [words[start], words[last - 1]];
      const least = end === words.length && asksOrTells(words, start) ? LEAST_TOLD : LEAST_WORDS;
      if (last - start < least || last - start === words.length || first === undefined || final === undefined) continue;
      parts.push({ text: utterance.slice(first.start, final.end), count: last - start });
    }
  }
  const once = [...new Map(parts.map((part) => [part.text, part])).values()];
  return once.sort((left, right) => right.count - left.count).map(({ text }) => text);
}

function clausePlaces(words: readonly SpokenWord[], utterance: string): readonly number[] {
  return words.flatMap(({ text, start }, index) => {
    const previous = words[index - 1];
    // Both halves of a contraction stand at the same place.
    if (previous === undefined || previous.start === start) return [];
    const begins = BEGINS.has(text) || asksOrTells(words, index) || /[,.;:?!–—]/.test(utterance.slice(previous.end, start));
    return begins ? [index] : [];
  });
}

function asksOrTells(words: readonly SpokenWord[], index: number): boolean {
  const text = words[index]?.text ?? '';
  // "My head is pounding, not so loud"; "it's not so loud" asks for nothing.
  if (text === 'not' && /^(?:so|quite|too)$/.test(words[index + 1]?.text ?? ''))
    return !/^(?:is|are|am|was|were|do|does|did|it|that|had|has|have)$/.test(words[index - 1]?.text ?? '');
  if (INVERTED.has(text)) return ASKED_ABOUT.has(words[index + 1]?.text ?? '');
  const previous = words[index - 1]?.text ?? '';
  // There it begins already: "so set", "please tell".
  if (BEGINS.has(previous) && previous !== 'it') return false;
  // "Does it have a d in it": that is no doer.
  const isDone = /^(?:it|this|that|you)$/.test(previous) && /^(?:in|on|of|for|with|at|to|about|from)$/.test(words[index - 2]?.text ?? '');
  if (!TELLS_TO.has(text) || (DOES_IT.test(previous) && !isDone)) return false;
  return index >= LEAST_BEFORE;
}

/** The word before a clause that is not merely what joins it. */
function before(words: readonly SpokenWord[], start: number): string {
  let at = start - 1;
  while (JOINS.has(words[at]?.text ?? '')) at -= 1;
  // "Thanks for that, now ..." is over.
  if (words[at]?.text === 'that' && /^(?:for|of|with|about|at|from|on|like|after)$/.test(words[at - 1]?.text ?? '')) return '';
  return words[at]?.text ?? '';
}

function lastOf(words: readonly SpokenWord[], end: number): number {
  const last = words[end - 1]?.text ?? '';
  return CALLED.has(last) || last === 'or' || (end < words.length && ((JOINS.has(last) && last !== 'now') || DOER.test(last)))
    ? end - 1
    : end;
}

/** Longer talk before a question is a story. */
const MOST_TOLD = 30;

/**
 * The words that were said before a question that points back at them: "I want to ring my sister in Sydney, what time is it
 * over there". Null when nothing asks so, or somebody else does.
 * @param asked over the plain words, without an anchor at either end
 */
export function toldBefore(utterance: string, asked: RegExp): readonly SpokenWord[] | null {
  const words = spokenWords(utterance);
  const text = words.map((word) => word.text).join(' ');
  const found = withEnds(asked).exec(text);
  if (found === null || found.index === 0 || words.length > MOST_WORDS) return null;
  const start = text.slice(0, found.index).trim().split(' ').length;
  const end = start + found[0].trim().split(' ').length;
  const endsThere = end === words.length || asksOrTells(words, end) || BEGINS.has(words[end]?.text ?? '');
  const isOver = endsThere || possibleEnds(words, utterance).has(end);
  return start <= MOST_TOLD && isOver && !NOT_AFTER.has(before(words, start)) ? words.slice(0, start) : null;
}

const ended = new WeakMap<RegExp, RegExp>();

function withEnds(asked: RegExp): RegExp {
  const pattern = ended.get(asked) ?? new RegExp(`\\b(?:${asked.source})(?![\\p{L}'])`, 'u');
  ended.set(asked, pattern);
  return pattern;
}

/**
 * What a stretch of words means; of several the last, and of those that end there the longest.
 * @param read gets the words as they are matched, as they were written, and the word before them
 */
export function lastMeant<Meaning>(
  words: readonly SpokenWord[],
  utterance: string,
  longest: number,
  read: (stretch: { readonly text: string; readonly written: string; readonly after: string }) => Meaning | null,
): Meaning | null {
  for (let end = words.length; end > 0; end -= 1) {
    for (let length = Math.min(longest, end); length > 0; length -= 1) {
      const stretch = words.slice(end - length, end);
      const written = utterance.slice(stretch[0]?.start, stretch.at(-1)?.end);
      const after = words[end - length - 1]?.text ?? '';
      const meaning = read({ text: stretch.map(({ text }) => text).join(' '), written, after });
      if (meaning !== null) return meaning;
    }
  }
  return null;
}
