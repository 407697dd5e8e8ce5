import { SoundIndex } from '../../../../models/names/sound-index.ts';
import { soundsOfWords } from '../../../../models/names/sounds.ts';
import { keepRecent } from '../keep-last.ts';

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
/** So many sounds more or fewer. */
const MOST_APART = 2;
/** A whole name: nothing around it says that it is one. */
const FARTHEST_NAME = 0.29;
/** A whole name of two sounds: "aid" for "eight". */
const FARTHEST_OF_TWO = 0.2;
const MOST_APART_NAME = 3;
const MOST_KEPT = 20_000;

const soundsOf = keepRecent(soundsOfWords, MOST_KEPT);

/** Words that others may have been written for by a recogniser; wider than `heard-word.ts`, for when nothing else was understood. */
export class MisheardWords {
  readonly #index = new SoundIndex();

  add(meant: string): void {
    if (!AS_HEARD.has(meant)) this.#index.add(meant);
  }

  /** Those that may have been meant by one or two written words. */
  meantBy(written: string): readonly string[] {
    if (written.split(' ').some((word) => AS_HEARD.has(word))) return [];
    const heard = soundsOf(written);
    if (heard.length < 2) return [];
    const farthest = heard.length - MOST_APART <= 2 ? FARTHEST_SHORT : FARTHEST;
    const near = this.#index.near(heard, farthest, MOST_APART).filter(({ sounds, distance }) => {
      const shorter = Math.min(heard.length, sounds.length);
      return shorter >= 2 && distance <= (shorter === 2 ? FARTHEST_SHORT : FARTHEST);
    });
    // "He" makes a story of a request, but for the one word that it is so often written for.
    return near.flatMap(({ name }) => (written === 'he' && name !== 'be' ? [] : [name]));
  }
}

/** Words that may have been heard where nothing was said. */
export function mayBeNothing(written: string): boolean {
  return SMALL.has(written);
}

const indices = new WeakMap<readonly string[], (heard: string) => string | null>();

/**
 * The name that sounds most like the words, if one does and no other as much.
 * @param names hand in the same list each time
 */
export function nearestName(words: string, names: readonly string[]): string | null {
  const known = indices.get(names) ?? keepRecent(nearestAmong(names), MOST_KEPT);
  indices.set(names, known);
  return known(soundsOf(words));
}

function nearestAmong(names: readonly string[]): (heard: string) => string | null {
  const index = new SoundIndex();
  for (const name of names) index.add(name);
  return (heard) => {
    const near = index.near(heard, heard.length > 2 ? FARTHEST_NAME : FARTHEST_OF_TWO, MOST_APART_NAME);
    const least = Math.min(...near.map(({ distance }) => distance));
    const [nearest, next] = near.filter(({ distance }) => distance === least);
    return nearest === undefined || next !== undefined ? null : nearest.name;
  };
}
