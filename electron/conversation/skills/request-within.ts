import { type SpokenWord, spokenWords } from './words/spoken-words.ts';

/** A clause may begin before one of these: what joins clauses, what asks, what asks politely, and who begins to tell something. */
const BEGINS = new Set(
  `so and but because cos since then now please anyway actually oh ooh
   what how when where which who can could would will tell give let remind is are do does
   i we it he she they there that my our the you`.split(/\s+/),
);
/** After these, what follows is somebody's words, a condition, or what is not wanted. */
const NOT_AFTER = new Set(
  `said says say saying asked asks ask asking told tells goes shouted yelled wondered wonders thinks thought knows know knew
   if when whether that unless until never not to who which like wrote writes written called sings sang`.split(/\s+/),
);
/** Joins two clauses and belongs to neither. */
const JOINS = new Set(['so', 'and', 'but', 'because', 'cos', 'since', 'then', 'now', 'anyway', 'oh', 'ooh', 'actually']);
/** Said to somebody, after a request. */
const CALLED = new Set(['darling', 'love', 'honey', 'mate', 'dear', 'sweetheart', 'buddy', 'pal']);
/** "Heads or tails" is one; two words are found in every story. */
const LEAST_WORDS = 3;
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
      if (last - start < LEAST_WORDS || last - start === words.length || first === undefined || final === undefined) continue;
      parts.push({ text: utterance.slice(first.start, final.end), count: last - start });
    }
  }
  return parts.sort((left, right) => right.count - left.count).map(({ text }) => text);
}

function clausePlaces(words: readonly SpokenWord[], utterance: string): readonly number[] {
  return words.flatMap(({ text, start }, index) => {
    const previous = words[index - 1];
    // Both halves of a contraction stand at the same place.
    if (previous === undefined || previous.start === start) return [];
    return BEGINS.has(text) || /[,.;:?!–—]/.test(utterance.slice(previous.end, start)) ? [index] : [];
  });
}

/** The word before a clause that is not merely what joins it. */
function before(words: readonly SpokenWord[], start: number): string {
  let at = start - 1;
  while (JOINS.has(words[at]?.text ?? '')) at -= 1;
  return words[at]?.text ?? '';
}

function lastOf(words: readonly SpokenWord[], end: number): number {
  return CALLED.has(words[end - 1]?.text ?? '') ? end - 1 : end;
}
