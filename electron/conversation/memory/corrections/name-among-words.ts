import { GIVEN_NAMES } from '../../../../models/names/given-names.ts';
import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';
import type { CorrectionContext } from './correction.ts';
import { isSupposed } from './not-meant.ts';

/** "For all name, I am Robert": a name is spoken of, and the turn ends in one. */
const OF_A_NAME = /^(?<front>.*\bname\b.*),? \b(?:I am|I'm)$/iu;
/** "My real name is one": whatever was said there is a name. */
const TELLS_A_NAME = /^(?:(?:no|actually|sorry|hello|hi),? )?my (?:real |first |full |actual |right )?name(?: is|'s)$/iu;
/** "I said, Eve war, not Ivan": what stands before the name it is not is the name it is. */
const NOT_THE_OTHER = /^(?:no,? )?I said,? (?<name>\p{Lu}\p{Ll}+(?: \p{Ll}+)?),? not (?<old>\p{Lu}[\p{L}'-]*)$/iu;
const SOMEBODY_ELSES = /\b(?:his|her|their|your|our|he|she|they|we|who|what|isn't|not|never)\b/iu;
/** Up to here a word is said like a name: "one" and "Juan" differ by 0.18. */
const SAID_ALIKE = 0.2;

/**
 * What a turn says of a name where the recogniser wrote the words of every day that sound like it. Only to be asked about
 * ("Did you say your name is Juan?"). Pure.
 * @param words of the turn, without the sign at its end
 * @returns the turn as it was probably said, or null
 */
export function nameAmongWords(words: readonly string[], { lastNamed }: CorrectionContext): string | null {
  const turn = words.join(' ');
  const last = words.at(-1) ?? '';
  const front = words.slice(0, -1).join(' ');
  if (isTold(front, last)) return `My name is ${last}.`;
  if (TELLS_A_NAME.test(front)) {
    const name = saidLike(last);
    return name === null ? null : `${front} ${name}.`;
  }
  const other = NOT_THE_OTHER.exec(turn)?.groups;
  if (other === undefined || lastNamed === null || other['old'] !== lastNamed) return null;
  return `I said ${capitalised(other['name'] ?? '')}, not ${lastNamed}.`;
}

function isTold(front: string, last: string): boolean {
  const before = OF_A_NAME.exec(front)?.groups?.['front'];
  return before !== undefined && GIVEN.has(last) && !isSupposed(before) && !SOMEBODY_ELSES.test(before);
}

/** The common name that is said most like a word; null where none is. */
function saidLike(word: string): string | null {
  const sounds = soundsOfWords(word);
  const [nearest] = SOUNDS.map(([name, said]) => ({ name, distance: soundDistance(said, sounds) })).sort(
    (one, other) => one.distance - other.distance,
  );
  return nearest !== undefined && nearest.distance <= SAID_ALIKE ? nearest.name : null;
}

const GIVEN = new Set(GIVEN_NAMES);
const SOUNDS = GIVEN_NAMES.map((name) => [name, soundsOfWords(name)] as const);

/** "Eve war" as a name is written. */
function capitalised(words: string): string {
  return words.replaceAll(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}
