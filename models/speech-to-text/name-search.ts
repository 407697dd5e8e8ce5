import { isEverydayWord } from '../names/everyday-words.ts';
import { type NamePlace, namePlaces, tellsName } from '../names/name-places.ts';
import { soundDistance, soundsOfWords } from '../names/sounds.ts';
import { END, logSumExp, type Step, VOCABULARY_SIZE } from './moonshine-net.ts';
import {
  type Heard,
  isSure,
  nameBySound,
  type Placed,
  prefixTokens,
  restAnew,
  rowLogProbability,
  SURE_NAME_NATS,
  wholeOf,
} from './name-anew.ts';
import type { NameForm } from './name-forms.ts';
import { NOT_SAID, soundsAt, UNLIKE_NATS, unlikeNats } from './name-sounds.ts';

/** Places looked at, forms begun at a place, and forms tried with the rest of the sentence: what the search may cost. */
const MOST_PLACES = 3;
const MOST_BEGUN = 18;
const MOST_TRIED = 6;
/** A name has many forms: they must not keep other names out. */
const MOST_FORMS_TRIED = 2;
const MOST_NAMES = 3;
/**
 * How many nats less likely than the words heard a name may be, by the place it stands in. Chosen on 300 spoken names of the spoken set (five speakers) against 154 sentences without names and the
 * same names without their card.
 */
const ALLOWANCE = { told: 16, unknown: 14, likely: 13, other: 0 } as const;
/** A word the net was sure of resists, and a name it was sure of resists more: Anna is not Anaïs. */
const SURE_WORD_NATS = 3;
/** A rare word it was sure of is that word: the dragon is not Dragana. */
const SURE_RARE_WORD_NATS = 13;
/** Two or three sounds are soon heard anywhere. */
const FEWEST_SOUNDS = 4;
const SHORT_NAME_NATS = 2;
/** A sentence with one name seldom has two; a garbled one tempts to. */
const FURTHER_NAME_NATS = 4;
/** A common name that no card has is only a guess. */
const COMMON_NAME_NATS = 4;
/** So much short of the allowance a name gets a second chance: the words behind it are heard anew. */
const SECOND_CHANCE_NATS = 9;
/** Where a second chance is given; elsewhere what cannot be put in at once is not looked at. */
const REACH = { told: SECOND_CHANCE_NATS, unknown: SECOND_CHANCE_NATS, likely: 0, other: 0 } as const;
/**
 * A place is worth a look when some name sounds at most this unlike what was heard there; of 216 names put in, none stood
 * at a place where nothing spoke for a name.
 */
const WORTH_A_LOOK = { told: 0.55, unknown: 0.5, likely: 0.25, other: -1 } as const;

/** They say that a name follows: no name takes their place. */
const TELLING_WORDS = /\bnames?\b|\bcall(?:ed|s)? (?:me|him|her)\b/iu;

/** So much by its sound a name stands there, whatever the words around; unless it only sounds like the words heard. */
const HEARD_NATS = 8;
const NO_HOMOPHONE = 0.3;

interface Trial {
  readonly place: NamePlace;
  readonly form: NameForm;
  /** End of the words the name would replace. */
  readonly to: number;
  /** How many nats less likely than the words heard it may be. */
  readonly allowance: number;
  /** Over 0 = the name is put in. */
  readonly score: number;
}

/**
 * Puts names into words that were heard without knowing them. Places are chosen by the words around them and by sound;
 * there the net says how likely the same audio is with the name in the text. Two or three calls for each place, none for
 * sentences in which nothing sounds like a name: a plain beam with a boost for names (Moonshine, 60 names) found half as
 * many and cost every sentence twice the time.
 * @param text the words as the plain search found them
 * @returns the words with the names as they are written; null when there are none to put in
 */
export async function searchNames(heard: Heard, text: string): Promise<string | null> {
  let words = text;
  const placed: NameForm[] = [];
  while (placed.length < MOST_NAMES && !heard.cancelled()) {
    const fitting = await oneName(heard, words, placed);
    // One that fits the words and sounds like nothing that was said gives way to one that does.
    const found = isHeard(heard, fitting) ? fitting : ((await nameBySound(heard, words, placed)) ?? fitting);
    // "My name has Benoît": no second name takes the place of the first ("has Benoît" is not Sven).
    if (found === null || placed.some(({ spelling }) => !wholeWord(spelling).test(found.text))) break;
    words = found.text;
    placed.push(found.form);
  }
  if (placed.length === 0) return null;
  const written = placed.reduce((whole, { spelling, written }) => whole.replace(wholeWord(spelling), written), words);
  return written === text ? null : written;
}

function isHeard({ likenesses }: Heard, found: Placed | null): boolean {
  return found !== null && (likenesses.get(found.form.written)?.unlike ?? 0) < NOT_SAID;
}

function wholeWord(spelling: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');
}

async function oneName(all: Heard, text: string, placed: readonly NameForm[]): Promise<Placed | null> {
  // Common names are looked for only where one is told: elsewhere they would cost time and tempt.
  const withoutCommon = { ...all, forms: all.forms.filter(({ isCommon }) => !isCommon) };
  const sounding = soundsAt(text, all.piece, all.likenesses);
  const placesFor = ({ forms }: Heard) => placesIn(text, { forms, sounding }, placed);
  let heard = tellsName(text) ? all : withoutCommon;
  let places = placesFor(heard);
  if (places.length === 0) return null;
  const whole = await wholeOf(heard, text);
  if (heard === all && isNameHeardSurely(all, { text, whole, places })) {
    heard = withoutCommon;
    places = placesFor(heard);
  }
  const trials: (Trial & { readonly base: number })[] = [];
  for (const place of places) {
    if (heard.cancelled()) return null;
    trials.push(...(await trialsAt(heard, { whole, text, place, sounding })));
  }
  const needed = placed.length === 0 ? 0 : FURTHER_NAME_NATS;
  trials.sort((left, right) => right.score - left.score);
  const [best] = trials;
  if (best === undefined) return null;
  if (best.score > needed) return { text: text.slice(0, best.place.from) + best.form.spelling + text.slice(best.to), form: best.form };
  if (needed > 0 || best.score < -REACH[best.place.kind]) return null;
  const anew = await restAnew(heard, text, { form: best.form, from: best.place.from, least: best.base - best.allowance });
  return anew === null ? null : { text: anew.text, form: best.form };
}

/**
 * "My name is Anna", and the net was sure of Anna: no other common name takes her place, only one that a card has. Looking for others
 * took 600-800 ms.
 */
function isNameHeardSurely(
  heard: Heard,
  { text, whole, places }: { readonly text: string; readonly whole: Step; readonly places: readonly NamePlace[] },
): boolean {
  return places.some(
    ({ kind, from, word }) =>
      kind === 'told' && heard.forms.some(({ isCommon, spelling }) => isCommon && spelling === word) && isSure(heard, text, whole, from),
  );
}

type Sounding = ReturnType<typeof soundsAt>;

function placesIn(
  text: string,
  { forms, sounding }: Pick<Heard, 'forms'> & { readonly sounding: Sounding },
  placed: readonly NameForm[],
): NamePlace[] {
  const isPlaced = (word: string) => placed.some(({ spelling }) => spelling.split(' ').includes(word));
  return namePlaces(text)
    .filter(({ from, word }) => (from === 0 || /\s/.test(text[from - 1] ?? '')) && !isPlaced(word))
    .map((place) => {
      const windows = windowsAt(text, place);
      let [least, isHeard] = [Number.POSITIVE_INFINITY, false];
      for (const form of formsAt(place, forms)) {
        const { to, distance } = nearest(windows, form.sounds);
        const sound = sounding(form, place.from, to);
        least = Math.min(least, unlikeNats(distance, sound) / UNLIKE_NATS);
        isHeard ||= sound >= HEARD_NATS && distance >= NO_HOMOPHONE;
      }
      const heard: NamePlace = isHeard && place.kind !== 'told' ? { ...place, kind: 'unknown' } : place;
      return { place: heard, short: least - WORTH_A_LOOK[heard.kind] };
    })
    .filter(({ short }) => short < 0)
    .sort((left, right) => left.short - right.short)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}

function formsAt({ kind }: NamePlace, forms: readonly NameForm[]): readonly NameForm[] {
  return kind === 'told' || kind === 'unknown' ? forms : forms.filter(({ isCommon }) => !isCommon);
}

/** The one to three words from a place on, by their end. */
function windowsAt(
  text: string,
  { from }: Pick<NamePlace, 'from'>,
): { readonly to: number; readonly sounds: string; readonly soundsFromNext: string | null }[] {
  const next = text.indexOf(' ', from) + 1;
  return [...text.slice(from).matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)]
    .slice(0, 3)
    .map((match) => from + match.index + match[0].replace(/['’]s$/u, '').length)
    .filter((to) => !TELLING_WORDS.test(text.slice(from, to)))
    .map((to) => ({
      to,
      sounds: soundsOfWords(text.slice(from, to)),
      soundsFromNext: next > 0 && next < to ? soundsOfWords(text.slice(next, to)) : null,
    }));
}

/** The words that sound most like a name. */
function nearest(windows: ReturnType<typeof windowsAt>, sounds: string): { readonly to: number; readonly distance: number } {
  let best = { to: 0, distance: Number.POSITIVE_INFINITY };
  for (const window of windows) {
    const distance = soundDistance(sounds, window.sounds);
    // "Some coffee": Kofi may stand in the second place, not in the first.
    const isNext = window.soundsFromNext !== null && soundDistance(sounds, window.soundsFromNext) < distance;
    if (distance < best.distance && !isNext) best = { to: window.to, distance };
  }
  return best;
}

async function trialsAt(
  { net, encoded, tokenizer, forms }: Heard,
  { whole, text, place, sounding }: { readonly whole: Step; readonly text: string; readonly place: NamePlace; readonly sounding: Sounding },
): Promise<(Trial & { readonly base: number })[]> {
  const length = 1 + prefixTokens(tokenizer, text, place.from).length;
  const next = whole.logits.subarray((length - 1) * VOCABULARY_SIZE, length * VOCABULARY_SIZE);
  const normaliser = logSumExp(next);
  const windows = windowsAt(text, place);
  const base = rowLogProbability(whole.logits, length, [...tokenizer.encode(text.slice(place.from)), END]);
  // What follows a form can at most be certain: a form that is too unlikely by itself needs no further look.
  const sure = new Map<number, boolean>();
  // The windows share their words.
  const isSureAt = (from: number) => {
    const known = sure.get(from) ?? isSure({ tokenizer }, text, whole, from);
    sure.set(from, known);
    return known;
  };
  const resistances = new Map(windows.map(({ to }) => [to, resistanceOf(text, { from: place.from, to }, isSureAt)]));
  const within = ({ allowance, to }: Begun, logProbability: number) => {
    const resists = (resistances.get(to) ?? 0) >= SURE_NAME_NATS;
    return logProbability - base + allowance > (resists ? 0 : -REACH[place.kind]);
  };
  const begun = formsAt(place, forms)
    .map((form) => ({ form, ...nearest(windows, form.sounds) }))
    .map((each) => ({ ...each, sound: sounding(each.form, place.from, each.to) }))
    .filter(({ form, to }) => !isTheWordItself(text.slice(place.from, to), form, place) && !isNoGuess(text, { from: place.from, to, form }))
    .filter(({ form, to }) => !isWrittenElsewhere(text, { from: place.from, to, form }))
    .map((each) => ({ ...each, allowance: allowanceOf(each, place) - (resistances.get(each.to) ?? 0) }))
    .map((each) => ({ ...each, first: (next[each.form.tokens[0] ?? END] ?? 0) - normaliser }))
    .filter((each) => within(each, each.first))
    .sort((left, right) => right.first - handicap(right) - left.first + handicap(left))
    .slice(0, MOST_BEGUN);
  if (begun.length === 0) return [];
  const prefix = net.shorten(whole, length);
  const alone = await net.scoresAfter(encoded, prefix, { rows: begun.map(({ form }) => form.tokens), next });
  const tried = begun
    .map((each, index) => ({ ...each, alone: alone[index] ?? 0 }))
    .filter((each) => within(each, each.alone))
    // A longer form has more tokens to be unlikely in.
    .sort((left, right) => rankOf(right) - rankOf(left))
    .filter(({ form }, index, all) => all.slice(0, index).filter((other) => other.form.written === form.written).length < MOST_FORMS_TRIED)
    .slice(0, MOST_TRIED);
  if (tried.length === 0) return [];
  const rows = tried.map(({ form, to }) => [...tokenizer.encode(form.spelling + text.slice(to)), END]);
  const scores = await net.scoresAfter(encoded, prefix, { rows, next });
  return tried.map(({ form, to, allowance }, index) => ({
    place,
    form,
    to,
    allowance,
    base,
    score: (scores[index] ?? 0) - base + allowance,
  }));
}

interface Begun {
  readonly form: NameForm;
  readonly to: number;
  readonly distance: number;
  /** Nats that the sound of the name said alone speaks for it here (`soundsAt`). */
  readonly sound: number;
  readonly allowance: number;
}

function rankOf(each: Begun & { readonly alone: number }): number {
  return each.alone + each.form.tokens.length - handicap(each);
}

function allowanceOf({ form, distance, sound }: Weighed, { kind }: NamePlace): number {
  const short = form.sounds.length < FEWEST_SOUNDS && kind !== 'told' ? SHORT_NAME_NATS : 0;
  return ALLOWANCE[kind] - short - handicap({ form, distance, sound });
}

/** What speaks against a form before the audio is asked. */
function handicap({ form, distance, sound }: Weighed): number {
  return unlikeNats(distance, sound) + (form.isCommon ? COMMON_NAME_NATS : 0);
}

type Weighed = Pick<Begun, 'form' | 'distance' | 'sound'>;

/**
 * "Please call me" is no Lakshmi, however much her name sounds a little later: of several everyday words the net was sure of, all but
 * one resist ("been Wah" is Benoît).
 */
function resistanceOf(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  isSureAt: (from: number) => boolean,
): number {
  const words = text.slice(from, to);
  if (words.includes(' ')) {
    const sure = [...words.matchAll(/\p{L}[\p{L}'’-]*/gu)].filter(({ 0: word, index }) => isEverydayWord(word) && isSureAt(from + index));
    return Math.max(0, sure.length - 1) * SURE_WORD_NATS;
  }
  if (!isSureAt(from)) return 0;
  if (isEverydayWord(words)) return SURE_WORD_NATS;
  return /^\p{Lu}/u.test(words) ? SURE_NAME_NATS : SURE_RARE_WORD_NATS;
}

/** "Win or lose" holds the very spelling of how Nguyen sounds: an everyday word stays, unless a name was announced. */
function isTheWordItself(words: string, { spelling }: NameForm, { kind }: NamePlace): boolean {
  return kind !== 'told' && words.toLowerCase() === spelling.toLowerCase() && words.split(' ').every(isEverydayWord);
}

/** A name that was written already is not said a second time; where it stands it may win over others. */
function isWrittenElsewhere(
  text: string,
  { from, to, form }: { readonly from: number; readonly to: number; readonly form: NameForm },
): boolean {
  return text.slice(from, to) !== form.written && wholeWord(form.written).test(text);
}

/**
 * "My name is quite long" is not about Keith, "call me at home" not about Otto: a name that no card has takes the place of one
 * everyday word only, and at the end of a statement ("call me cake").
 */
function isNoGuess(text: string, { from, to, form }: { readonly from: number; readonly to: number; readonly form: NameForm }): boolean {
  const words = text.slice(from, to).split(' ');
  return form.isCommon && words.some(isEverydayWord) && (words.length > 1 || /^ \p{Ll}/u.test(text.slice(to)));
}
