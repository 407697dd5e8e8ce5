import { isEverydayWord } from '../../../../models/names/everyday-words.ts';
import { type Found, foundIn } from '../entity-request.ts';
import { type SlotKindName, slotKinds } from '../slot-kinds.ts';
import { convert, readMeasure, readUnit } from '../words/measure-words.ts';
import { type SpokenWord, spokenText, spokenWords } from '../words/spoken-words.ts';
import { unitsNamed } from '../words/unit-table.ts';
import type { MeantArguments, MeantReader } from './meant-arguments.ts';

/** One parameter and the kind of words that fill it. */
interface Needed {
  readonly name: string;
  readonly kind: SlotKindName;
  /** What must stand before them, where the words may be something else. */
  readonly after?: RegExp;
}

const LONGEST = 8;
/** A number that is rather what joins: "to", "for", "won". */
const NO_NUMBER = /^(?:to|too|for|fore|won|ate|and|or|oh)\b/;

/** Fills each parameter with the words of its kind, from the left; null when there are more of them, or fewer. */
export function readWithSlots(needed: readonly Needed[]): MeantReader {
  const [first] = needed;
  if (first === undefined) return () => ({});
  return (utterance) => {
    const words = spokenWords(utterance);
    const all = namedAs(first, words, utterance);
    // Said twice, it is the same one: "ten minutes each, so start ten minutes".
    const found = needed.length === 1 && new Set(all.map(({ meaning }) => meaning)).size === 1 ? all.slice(0, 1) : all;
    if (found.length !== needed.length) return null;
    return Object.fromEntries(needed.map(({ name }, place) => [name, found[place]?.meaning ?? '']));
  };
}

function namedAs({ kind, after }: Needed, words: readonly SpokenWord[], utterance: string): readonly Found<string>[] {
  return foundIn({ words, utterance }, LONGEST, (stretch) => {
    if (NO_NUMBER.test(stretch.text) || (after !== undefined && !after.test(stretch.after))) return null;
    // "A quarter of an hour's gone": what is gone is the hour.
    return slotKinds[kind]({ words: stretch.text.replace(/'s$/, '').split(' '), written: stretch.written, utterance });
  });
}

/** "How many ounces to the pound": one of the second. */
const ONE_OF =
  /\bhow (?:many|much) (?<unit>\p{L}+) (?:\w+ ){0,3}?(?:to|in|make|makes|make up|per) (?:a|an|the|one|every|each) (?<one>\p{L}+)\b/u;

/** A measure and the name of another unit of its kind, in any order. */
export const readConversion: MeantReader = (utterance) => {
  const words = spokenWords(utterance);
  const { unit: many, one } = ONE_OF.exec(spokenText(utterance))?.groups ?? {};
  if (many !== undefined && one !== undefined && fits(`one ${one}`, many)) return { measure: `one ${one}`, unit: many };
  const measures = foundIn({ words, utterance }, LONGEST, ({ text: said }) =>
    said.includes(' ') && !NO_NUMBER.test(said) && readMeasure(said) !== null ? said : null,
  );
  const [measure] = measures;
  if (measure === undefined || measures.length > 1) return null;
  const units = words.filter((word, at) => (at < measure.at || at >= measure.end) && fits(measure.meaning, word.text));
  const [unit] = units;
  return unit === undefined || new Set(units.map((word) => word.text)).size > 1 ? null : { measure: measure.meaning, unit: unit.text };
};

function fits(measure: string, unit: string): boolean {
  const [from, into] = [readMeasure(measure), [...readUnit(unit), ...unitsNamed([unit])]];
  // One letter, or a word that is seldom a unit.
  if (from === null || into.length === 0 || unit.length < 3 || /^(?:second|foot|stone|cup|yard)$/.test(unit)) return false;
  return !from.some(({ units }) => units.some((one) => into.includes(one))) && convert(from, into) !== null;
}

/** Belongs to the request or to the telling, not to a dictionary. */
const NO_WORD =
  /^(?:spell\w*|spelt|letters?|words?|synonyms?|antonyms?|opposite|meaning|dictionary|essays?|email|homework|crossword|teacher|sentence|please|thesaurus|define|definition|grammar|vocabulary|scrabble)$/;
const LONG = 7;
/** After these stands what is asked about. */
const NAMES_IT = /^(?:word|say|says|said|spell|spelling|get|getting|write|wrote|called|term|expression|for|of|than|was|is|being|put|used)$/;

/** The one word that somebody would look up or have spelled: the only unusual one, or the only long one that is named so. */
export const dictionaryWord: MeantReader = (utterance): MeantArguments | null => {
  const words = spokenWords(utterance).filter(({ text }) => /^\p{L}{3,}$/u.test(text) && !NO_WORD.test(text));
  const unusual = only(words.filter(({ text }) => !isEverydayWord(text)));
  const named = only(
    spokenWords(utterance).filter(
      ({ text }, at, all) => text.length >= LONG && /^\p{L}+$/u.test(text) && !NO_WORD.test(text) && NAMES_IT.test(all[at - 1]?.text ?? ''),
    ),
  );
  const word = named ?? unusual;
  return word === null ? null : { word };
};

function only(words: readonly SpokenWord[]): string | null {
  const texts = new Set(words.map(({ text }) => text));
  return texts.size === 1 ? ([...texts][0] ?? null) : null;
}
