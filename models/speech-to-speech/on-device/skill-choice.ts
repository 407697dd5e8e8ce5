import type { TextMeaning, WordSpan } from '../../meaning/meaning-model.ts';
import type { SaidSpan } from '../realtime-model.ts';

/** A skill that words may ask for by their meaning, and how likely that is; read by the net of `models/meaning`. */
export interface LikelySkill {
  /**
   * Of a skill, with its kind where it has some (`math.compute/minus`, `emergency.help/fire`); `talk/garden`, `talk/waiting`, ... for what
   * asks for nothing, by how a listener should take it (`company/moves`); `unknown` for what nobody on this computer can know.
   */
  readonly name: string;
  readonly chance: number;
}

export interface MeantWords {
  /** Every class, the likeliest first; the chances add up to 1. */
  readonly likely: readonly LikelySkill[];
  /** What a request needs of them. */
  readonly spans: readonly SaidSpan[];
}

/** So many turns before the last are read with it: the net was taught on as many. */
export const MOST_EARLIER = 3;

/**
 * Reads words by their meaning; nothing where the model for it is not there.
 * @param earlier what the user said before, oldest first: then it is read what turn of that talk the words are, and nothing else
 */
export type ReadMeaning = (words: string, earlier?: readonly string[]) => Promise<MeantWords>;

export const NOTHING_MEANT: MeantWords = { likely: [], spans: [] };

/** @param words as they were read: `plainWords` of the utterance */
export function meantWords(utterance: string, classes: readonly string[], { chances, spans }: TextMeaning): MeantWords {
  return {
    likely: classes.map((name, at) => ({ name, chance: chances[at] ?? 0 })).sort((one, other) => other.chance - one.chance),
    spans: spans.map((span) => ({ role: span.role, text: textOf(span, utterance), chance: span.chance })),
  };
}

/** Whether a class is this skill, or a kind of it. */
export function isOfSkill(name: string, skill: string): boolean {
  return name === skill || name.startsWith(`${skill}/`);
}

/** How likely a skill is, all kinds of it together. */
export function chanceOf(skill: string, likely: readonly LikelySkill[]): number {
  return likely.reduce((sum, { name, chance }) => (isOfSkill(name, skill) ? sum + chance : sum), 0);
}

/** The likeliest of its kinds; null where it has none. */
export function likeliestKind(skill: string, likely: readonly LikelySkill[]): { readonly kind: string; readonly chance: number } | null {
  const best = likely.find(({ name }) => name.startsWith(`${skill}/`));
  return best === undefined ? null : { kind: best.name.slice(skill.length + 1), chance: best.chance };
}

/** How likely it is that nothing is asked for, whatever turn of a talk it is. */
export function chanceOfTalk(likely: readonly LikelySkill[]): number {
  return chanceOf('talk', likely);
}

/** What is no word to the model stands between words. */
const NO_WORD = /[^\p{L}\p{M}\p{N}'’%]+/gu;
const WORD = /[\p{L}\p{M}\p{N}'’%]+/gu;

/** Words as the model learnt them: as they are spoken, without capitals and marks. */
export function plainWords(words: string): string {
  return words.replaceAll(NO_WORD, ' ').replaceAll('’', "'").toLowerCase().trim();
}

/** The words of a span as they were written. */
function textOf({ from, to }: WordSpan, utterance: string): string {
  const words = [...utterance.matchAll(WORD)];
  const [first, last] = [words[from], words[to - 1]];
  return first === undefined || last === undefined ? '' : utterance.slice(first.index, last.index + last[0].length);
}
