import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';

/** What turns a meaning round, or asks, was said as it was heard; nothing else is taken for it either. */
const AS_HEARD = new Set(
  'not no never none nobody nothing without but or unless if what who whom whose how when where why which off my your his their our it i you we she they him her'.split(
    ' ',
  ),
);
/** Nothing hangs on these: a recogniser puts them in between, and drops them. */
const SMALL = new Set('a an the of at is its to and in on for that this so'.split(' '));
/** As unlike as "flow" and "slow", "dole" and "till". */
const FARTHEST = 0.36;
/** Of two sounds one is half of the word. */
const FARTHEST_SHORT = 0.5;
/** A whole name: nothing around it says that it is one. */
const FARTHEST_NAME = 0.29;
/** A whole name of two sounds: "aid" for "eight". */
const FARTHEST_OF_TWO = 0.2;
const MOST_KEPT = 20_000;
const sounds = new Map<string, string>();
const compared = new Map<string, boolean>();

/** Whether a recogniser may have written these words for the one meant; wider than `heard-word.ts`, for when nothing else was understood. */
export function mayBeMisheard(written: string, meant: string): boolean {
  if (AS_HEARD.has(meant) || written.split(' ').some((word) => AS_HEARD.has(word))) return false;
  // "He" makes a story of a request, but for the one word that it is so often written for.
  if (written === 'he' && meant !== 'be') return false;
  const key = `${written}|${meant}`;
  const before = compared.get(key);
  if (before !== undefined) return before;
  if (compared.size >= MOST_KEPT) compared.clear();
  const may = soundNear(soundsOf(written), soundsOf(meant));
  compared.set(key, may);
  return may;
}

function soundNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 2 || Math.abs(one.length - other.length) > 2) return false;
  return soundDistance(one, other) <= (shorter === 2 ? FARTHEST_SHORT : FARTHEST);
}

/** Words that may have been heard where nothing was said. */
export function mayBeNothing(written: string): boolean {
  return SMALL.has(written);
}

/** The name that sounds most like the words, if one does and no other as much. */
export function nearestName(words: string, names: Iterable<string>): string | null {
  const heard = soundsOf(words);
  let [best, bestDistance, next]: [string | null, number, number] = [null, 1, 1];
  for (const name of names) {
    const meant = soundsOf(name);
    if (Math.abs(meant.length - heard.length) > 3) continue;
    const distance = soundDistance(heard, meant);
    if (distance < bestDistance) [best, bestDistance, next] = [name, distance, bestDistance];
    else if (distance < next) next = distance;
  }
  return bestDistance <= (heard.length > 2 ? FARTHEST_NAME : FARTHEST_OF_TWO) && bestDistance < next ? best : null;
}

function soundsOf(words: string): string {
  const kept = sounds.get(words);
  if (kept !== undefined) return kept;
  if (sounds.size >= MOST_KEPT) sounds.clear();
  const made = soundsOfWords(words);
  sounds.set(words, made);
  return made;
}
