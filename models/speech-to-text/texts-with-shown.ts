import { soundDistance, soundsOfWords } from '../names/sounds.ts';

/** Most words that are taken for a thing: "all her" for Orla, "the water melons" for watermelon. */
const MOST_WORDS = 4;
/** What sounds less alike was not said for it: "jails" and gels are 0.07 apart, "sweet beard" and sweep yard 0.25, "all her" and Orla 0.4. */
const ALIKE = 0.4;
/** Shorter things are heard everywhere. */
const FEWEST_SOUNDS = 3;
const MOST_PLACES = 6;

interface Place {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly distance: number;
}

/**
 * A text with things in it that sound like what stands there, one at a time, then as many together as have room; those that sound most
 * alike first. Pure.
 * @param shown what may have been said, in lower case: what stands on the screen, and what is done with it
 */
export function textsWithShown(text: string, shown: readonly string[]): readonly string[] {
  const places = placesOf(text, shown);
  const together: Place[] = [];
  for (const place of places) if (together.every((other) => place.to <= other.from || other.to <= place.from)) together.push(place);
  const texts = places.flatMap((place) => spellingsOf(place, text).map((words) => withWords(text, [{ ...place, words }])));
  const asHeard = together.map((place) => ({ ...place, words: spellingsOf(place, text)[0] ?? place.words }));
  return together.length > 1 ? [...texts, withWords(text, asHeard)] : texts;
}

function placesOf(text: string, shown: readonly string[]): readonly Place[] {
  const windows = windowsOf(text);
  const heard = new Set(windows.map(({ words }) => words));
  const places = shown.flatMap((words) => {
    const sounds = soundsOfWords(words);
    // What was heard as it is written is said already.
    if (sounds.length < FEWEST_SOUNDS || heard.has(words)) return [];
    const near = windows
      .map(({ from, to, sounds: said }) => ({ from, to, words, distance: soundDistance(sounds, said) }))
      .filter(({ distance }) => distance <= ALIKE)
      .sort(byLikeness);
    return near[0] ?? [];
  });
  return places.sort(byLikeness).slice(0, MOST_PLACES);
}

function byLikeness(one: Place, other: Place): number {
  return one.distance - other.distance;
}

/** Every one to four words that no mark divides. */
function windowsOf(
  text: string,
): readonly { readonly from: number; readonly to: number; readonly words: string; readonly sounds: string }[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)];
  return words.flatMap((first, at) =>
    words
      .slice(at, at + MOST_WORDS)
      .map((last) => ({ from: first.index, to: last.index + last[0].length }))
      .map(({ from, to }) => ({ from, to, words: text.slice(from, to).toLowerCase() }))
      .filter(({ words }) => !/[.!?;:]/u.test(words))
      .map((window) => ({ ...window, sounds: soundsOfWords(window.words) })),
  );
}

function withWords(text: string, places: readonly Place[]): string {
  return places
    .toSorted((one, other) => other.from - one.from)
    .reduce((whole, { from, to, words }) => whole.slice(0, from) + words + whole.slice(to), text);
}

/** The recogniser writes names and beginnings with a capital: small, "Kowalski can wait" is nine nats less likely. What is small may be a name, too. */
function spellingsOf({ from, words }: Place, text: string): readonly string[] {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /^\p{Lu}/u.test(text.slice(from)) ? [capital] : [words, capital];
}
