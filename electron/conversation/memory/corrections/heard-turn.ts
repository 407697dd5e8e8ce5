import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';
import type { CorrectionContext } from './correction.ts';
import { countPlainLetters, spellingWordLike } from './spelled-name.ts';

/** "Not Peter" is heard as "at Peter" and "Appeater". */
const LIKE_NOT = 0.25;
const FEWEST_NATO = 2;
const LAST_CLAUSE = /, (?<words>[^,.!?]{3,40})(?<end>[.!?]*)$/u;
const QUOTED = /^["“](?<words>[^"“”]+)["”]$/u;
const SPOKEN_SPELLING = /^(?<front>(?:.*\b)?(?:it|that|this)(?:'s| is)?) (?:spell|spoke|spelt|spilled|smelled|spill|speld)\b,?(?= )/iu;

/**
 * A turn that a recogniser wrote, without what only recognisers write: quotation marks around all of it, "p. H." for two letters,
 * words of the spelling alphabet it does not know ("tando"), "at Peter" for "not Peter". What was typed stays as it is. Pure.
 */
export function asSaid(utterance: string, context: CorrectionContext): string {
  if (context.typed) return utterance;
  const words = utterance.trim().replace(QUOTED, '$<words>').replace(/\b(with (?:an? )?[pc])\. ?(?=[hk]\b)/iu, '$1 ');
  return negated(spelledOut(words), context);
}

/** "It spoke Kilo, Alpha, Tando, Echo": letters by their words, and what introduces them. */
function spelledOut(text: string): string {
  const words = text.split(' ');
  const sure = words.filter((word) => word.length > 3 && countPlainLetters(word) === 1).length;
  if (sure < FEWEST_NATO) return text;
  const first = words.findIndex((word) => spellingWordLike(word) !== null);
  const spelled = words.map((word, at) => (at < first ? word : (spellingWordLike(word) ?? word))).join(' ');
  return spelled.replace(SPOKEN_SPELLING, '$<front> spelled');
}

function negated(text: string, { knownNames, lastNamed }: CorrectionContext): string {
  const groups = LAST_CLAUSE.exec(text)?.groups;
  if (groups === undefined) return text;
  const { words = '', end = '' } = groups;
  if (/^(?:not|never)\b/i.test(words)) return text;
  const sounds = soundsOfWords(words);
  const old = [lastNamed, ...knownNames].find(
    (name) => name !== null && name.toLowerCase() !== words.toLowerCase() && soundDistance(soundsOfWords(`not ${name}`), sounds) <= LIKE_NOT,
  );
  if (old === undefined || old === null || soundDistance(soundsOfWords(old), sounds) < soundDistance(soundsOfWords(`not ${old}`), sounds)) return text;
  return `${text.slice(0, text.length - words.length - end.length)}not ${old}${end}`;
}
