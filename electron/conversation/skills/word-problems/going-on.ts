import { readNumber } from '../words/number-words.ts';
import { spokenText, spokenWords } from '../words/spoken-words.ts';

/** A sum that goes on from the last result: "okay, and now take fourteen off that", "and double it". */

const THAT = '(?:that|it|the result|the answer|that number)';
const N = '(?<number>\\S+(?: \\S+){0,7}?)';
const BEFORE =
  '^(?:(?:okay|ok|so|and|now|then|right|well|please|great|lovely|what if you|what if i|can you|could you|would you|next|finally|also) )*';
const AFTER = '(?: please| for me| would you| then| now| as well| too)*$';

const STEPS: readonly (readonly [RegExp, (number: string) => string])[] = [
  [
    step(`(?:take|subtract|knock|deduct|minus) (?:another |away )?${N}(?: (?:off|from|away from|away|off of) ${THAT})`),
    (number) => `minus ${number}`,
  ],
  [step(`(?:what is )?(?:${THAT} )?minus (?:another )?${N}`), (number) => `minus ${number}`],
  [step(`(?:add|put) (?:another |on )?${N} (?:to|onto|on to|on) ${THAT}`), (number) => `plus ${number}`],
  [step(`(?:what is )?(?:${THAT} )?plus (?:another )?${N}`), (number) => `plus ${number}`],
  [step(`(?:times|multiply) ${THAT} by ${N}`), (number) => `times ${number}`],
  [step(`(?:divide|split) ${THAT} (?:by|between|into) ${N}`), (number) => `divided by ${number}`],
  [step(`(?:what is )?${THAT} (?:times|multiplied by) ${N}`), (number) => `times ${number}`],
  [step(`(?:what is )?${THAT} divided by ${N}`), (number) => `divided by ${number}`],
  [step(`double ${THAT}`), () => 'times two'],
  [step(`(?:triple|treble) ${THAT}`), () => 'times three'],
  [step(`(?:halve ${THAT}|(?:what is )?half (?:of )?${THAT})`), () => 'divided by two'],
  [step(`square ${THAT}|(?:what is )?${THAT} squared`), () => 'squared'],
];
/** "Ten percent of that": what it is of stands behind. */
const PERCENT = step(`(?:what is |take )?${N} percent of ${THAT}`);
/** Where nothing points back, something must say that it goes on: "now take fourteen off". */
const BARE =
  /^(?:(?:okay|ok|so|right|please) )*(?:and|now|then|and now|and then|now then) (?:take|knock) (?:another )?(?<number>\S+(?: \S+){0,7}?) (?:off|away)$/;

/** The sum with "that" for the result that was told last; null when the words are none. */
export function sumGoingOn(utterance: string): string | null {
  const text = spokenText(utterance);
  const percent = PERCENT.exec(text)?.groups?.['number'];
  if (percent !== undefined && isNumber(percent)) return `${percent} percent of that`;
  const bare = BARE.exec(text)?.groups?.['number'];
  if (bare !== undefined && isNumber(bare)) return `that minus ${bare}`;
  for (const [pattern, then] of STEPS) {
    const found = pattern.exec(text);
    const number = found?.groups?.['number'];
    if (found !== null && (number === undefined || isNumber(number))) return `that ${then(number ?? '')}`;
  }
  return null;
}

/** The number that a reply ended with: "Sixty plus nineteen is seventy-nine." Null when it told none. */
export function resultIn(reply: string): string | null {
  const words = spokenWords(/\b(?:is|are|makes) (?:about )?(?<result>[^,;:]+?)\.?$/u.exec(reply)?.groups?.['result'] ?? '').map(
    ({ text }) => text,
  );
  for (let count = words.length; count > 0; count -= 1) {
    const said = words.slice(0, count);
    if (readNumber(said) !== null) return said.join(' ');
  }
  return null;
}

function step(pattern: string): RegExp {
  return new RegExp(`${BEFORE}(?:${pattern})${AFTER}`);
}

function isNumber(words: string): boolean {
  return readNumber(words.split(' ')) !== null;
}
