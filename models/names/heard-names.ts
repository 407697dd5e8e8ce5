import type { EngineName } from '../speech-to-speech/realtime-model.ts';
import { respellingToIpa } from '../text-to-speech/respelling.ts';
import { isEverydayWord } from './everyday-words.ts';
import { type NamePlace, namePlaces } from './name-places.ts';
import { soundDistance, soundsOfIpa, soundsOfWords } from './sounds.ts';
import { spellingsOf } from './spellings.ts';

/** What was heard, with names as their cards write them. `heardText` is what it was before, null when nothing changed. */
export interface RepairedText {
  readonly text: string;
  readonly heardText: string | null;
}

/** How unlike a name may sound from what was written down, by the place it stands in; nowhere else is sound enough. */
const LIKE_ENOUGH = { told: 0.24, unknown: 0.18 } as const;
/** Half a name sounds like many words. */
const FEWEST_SOUNDS = 3;
const MOST_WORDS = 3;

/**
 * Writes names as their cards say, in words that any recogniser heard: learned heard-as forms, other capitals and accents, and
 * what sounds alike. Only where a name stands: behind words that announce one ("my name is", "call"), or in place of a
 * word that is no everyday word. "I am eager to go" stays; "my name is eager" becomes Igor. Pure.
 * @param names the most important first
 */
export function repairHeard(text: string, names: readonly EngineName[]): RepairedText {
  if (names.length === 0) return { text, heardText: null };
  const cards = cardsOf(names);
  let repaired = '';
  let from = 0;
  for (const place of namePlaces(text)) {
    if (place.from < from) continue;
    const found = nameAt(text, place, cards);
    if (found === null) continue;
    repaired += text.slice(from, place.from) + found.written;
    from = found.to;
  }
  repaired += text.slice(from);
  return { text: repaired, heardText: repaired === text ? null : text };
}

interface Card {
  readonly written: string;
  readonly key: string;
  /** What it was heard as, and how it may be spelled by ear. */
  readonly forms: ReadonlySet<string>;
  readonly sounds: string;
}

/** One list serves a whole conversation, and partial words come four times a second. */
const prepared = new WeakMap<readonly EngineName[], readonly Card[]>();

function cardsOf(names: readonly EngineName[]): readonly Card[] {
  const known = prepared.get(names);
  if (known !== undefined) return known;
  const cards = names.map(cardOf);
  prepared.set(names, cards);
  return cards;
}

function cardOf(name: EngineName): Card {
  const ipa = name.ipa ?? (name.respelling === null ? null : respellingToIpa(name.respelling));
  return {
    written: name.written,
    key: keyOf(name.written),
    forms: new Set([...name.heardAs, ...spellingsOf(name)].map(keyOf).filter((key) => key !== '')),
    sounds: ipa === null ? soundsOfWords(name.written) : soundsOfIpa(ipa),
  };
}

/** The same for all capitals, accents and signs. */
function keyOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}

interface Found {
  readonly written: string;
  readonly to: number;
}

function nameAt(text: string, place: NamePlace, cards: readonly Card[]): Found | null {
  const windows = windowsAt(text, place);
  // The longest first: "Mary Jane" before "Mary"; and what is right already stays as it is.
  for (const { words, to } of windows) {
    const same = cards.find(({ key }) => key === keyOf(words));
    if (same !== undefined && (place.kind === 'told' || words !== words.toLowerCase() || !words.split(' ').every(isEverydayWord)))
      return { written: same.written, to };
  }
  for (const { words, to } of windows) {
    const learned = cards.find(({ forms }) => forms.has(keyOf(words)));
    if (learned !== undefined && isNameHere(words, place)) return { written: learned.written, to };
  }
  return soundingAlike(windows, place, cards);
}

function windowsAt(text: string, { from }: NamePlace): { readonly words: string; readonly to: number }[] {
  const matches = [...text.slice(from).matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)].slice(0, MOST_WORDS);
  return matches
    .map((match) => from + match.index + match[0].replace(/['’]s$/u, '').length)
    .map((to) => ({ words: text.slice(from, to), to }))
    .filter(({ words }) => !/[.!?,;:]/u.test(words))
    .toReversed();
}

function isNameHere(words: string, { kind }: NamePlace): boolean {
  if (kind === 'told') return true;
  const parts = words.split(' ');
  if (parts.every(isEverydayWord)) return false;
  return kind === 'unknown' || (kind === 'likely' && /^\p{Lu}/u.test(words));
}

function soundingAlike(windows: readonly { words: string; to: number }[], place: NamePlace, cards: readonly Card[]): Found | null {
  if (place.kind !== 'told' && place.kind !== 'unknown') return null;
  let best: (Found & { readonly distance: number }) | null = null;
  for (const { words, to } of windows) {
    if (!couldBeAName(words)) continue;
    const sounds = soundsOfWords(words);
    for (const { written, sounds: named } of cards) {
      if (named.length < FEWEST_SOUNDS) continue;
      const distance = soundDistance(named, sounds);
      if (distance <= LIKE_ENOUGH[place.kind] && distance < (best?.distance ?? 1)) best = { written, to, distance };
    }
  }
  return best;
}

/** Words of everyday sentences are taken for a name by their sound only where a recogniser wrote them like one. */
function couldBeAName(words: string): boolean {
  const parts = words.split(' ');
  return /^\p{Lu}/u.test(words) ? !parts.every(isEverydayWord) : parts.some((part) => !isEverydayWord(part)) && parts.length === 1;
}
