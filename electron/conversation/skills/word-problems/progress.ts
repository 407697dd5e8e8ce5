import { toNumber } from '../words/exact-number.ts';
import { readNumber, readNumberAt } from '../words/number-words.ts';
import { spokenWords } from '../words/spoken-words.ts';

/** How far somebody has got, and how far there is to go: "I'm on page two hundred and six of five hundred and thirty, how many are left". */

const COUNTED =
  '(?:page|level|chapter|episode|question|lesson|step|round|lap|stage|mile|row|stop|verse|piece|module|unit|task|day|night|week|length|kilometre|kilometer|hole|box)s?';
const NUMBER = '(?:[a-z]+|\\d+)(?: (?:[a-z]+|\\d+)){0,6}?';
/** Up to where the whole is told. */
const REACHED: readonly RegExp[] = [
  new RegExp(`\\b(?:on|at|up to|reached|finished|got to|done) ${COUNTED} (?<reached>${NUMBER}) (?:of|out of|from) (?:the |my |a )?(?=\\S)`),
  new RegExp(
    `\\b(?:read|done|finished|written|marked|walked|watched|run|swum|knitted|answered|completed|covered|driven|cycled|played|seen) (?<reached>${NUMBER}) (?:${COUNTED} )?(?:of|out of) (?:the |my |our |its )?(?=\\S)`,
  ),
];
const ASKED = new RegExp(
  `\\bhow (?:many|much|far)(?: more)?(?: ${COUNTED})?(?: more)?(?: \\w+){0,4}? (?:left|to go|remain|remaining|more|to read|to do|still)\\b(?: \\w+){0,3}$`,
);
const MOST_WORDS = 30;

/** The sum of what is left; null when no two such numbers and no such question are there. */
export function leftToGo(utterance: string): string | null {
  const words = spokenWords(utterance);
  const text = words.map((word) => word.text).join(' ');
  if (words.length > MOST_WORDS || !ASKED.test(text)) return null;
  for (const pattern of REACHED) {
    const found = pattern.exec(text);
    const reached = found?.groups?.['reached'];
    if (found === null || reached === undefined) continue;
    const rest = text.slice(found.index + found[0].length).split(' ');
    const whole = readNumberAt(rest, 0);
    const done = readNumber(reached.split(' '));
    if (whole === null || done === null) continue;
    const all = rest.slice(0, whole.wordCount).join(' ');
    if (toNumber(done) < (amountOf(all) ?? 0)) return `${all} minus ${reached}`;
  }
  return null;
}

function amountOf(words: string): number | null {
  const read = readNumber(words.split(' '));
  return read === null ? null : toNumber(read);
}
