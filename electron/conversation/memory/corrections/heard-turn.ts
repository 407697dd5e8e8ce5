import { soundDistance, soundsOfWords } from '../../../../models/names/sounds.ts';
import type { CorrectionContext } from './correction.ts';
import { countPlainLetters, spellingWordLike } from './spelled-name.ts';

/** "Not Peter" is heard as "at Peter". */
const LIKE_NOT = 0.25;
const FOR_NOT = /^(?:at|that|nut|net|note|knot|now|nor|nod|ad)\b/i;
const FEWEST_NATO = 2;
const LAST_CLAUSE = /, (?<words>[^,.!?]{3,40})(?<end>[.!?]*)$/u;
/** "It's Anna with double N, not Peter": how it is written is read at the end. */
const REMARK_BEFORE_NOT =
  /^(?<front>.{2,60}?),? (?<remark>with (?:an? |one |two |double |no )*\p{L}{1,2}),? not (?<old>\p{L}[\p{L}'-]*)[.!]*$/u;
const QUOTED = /^["“](?<words>[^"“”]+)["”]$/u;
const SPOKEN_SPELLING = /^(?<front>(?:.*\b)?(?:it|that|this)(?:'s| is)?) (?:spell|spoke|spelt|spilled|smelled|spill|speld)\b,?(?= )/iu;

/**
 * A turn that a recogniser wrote, without what only recognisers write: quotation marks around all of it, "p. H." for two letters,
 * words of the spelling alphabet it does not know ("tando"), "at Peter" for "not Peter". What was typed stays as it is. Pure.
 */
export function asSaid(utterance: string, context: CorrectionContext): string {
  if (context.typed) return utterance;
  const words = utterance
    .trim()
    .replace(QUOTED, '$<words>')
    .replace(/\b(with (?:an? )?[pc])\. ?(?=[hk]\b)/iu, '$1 ');
  return negated(spelledOut(words), context).replace(REMARK_BEFORE_NOT, '$<front>, not $<old> $<remark>');
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
  if (!FOR_NOT.test(words)) return text;
  const sounds = soundsOfWords(words);
  const unlike = (said: string) => soundDistance(soundsOfWords(said), sounds);
  const old = [lastNamed, ...knownNames].find(
    (name) => name !== null && name !== words && unlike(`not ${name}`) <= LIKE_NOT && unlike(`not ${name}`) < unlike(name),
  );
  if (old === undefined || old === null) return text;
  return `${text.slice(0, text.length - words.length - end.length)}not ${old}${end}`;
}
