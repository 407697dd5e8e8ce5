import { clausesIn, sentencesIn } from './thoughts.ts';
import { toYou } from './to-you.ts';

/** A whole phrase up to where a new thought begins, as long as one can say back without losing the thread. */
const THING =
  "((?:(?!and |but |because |so |since |while |which |who |that |when |if |though |although |i |i'm |we )[\\p{L}\\p{N}'-]+ ?){1,7})";
/** "Jacking it all in" is nothing without its end. */
const WHOLE = '(?!\\w+ing (?:it|them|him|her|off|up|out|in|all)\\b)';
const SUBJECT =
  "(?:i|we)(?:'ve| have|'m| am|'re| are|'d| would)?(?: (?:just|really|always|absolutely|also|still|finally|already|actually|rather|quite|so|do|kind of|sort of|only))*";

type Said = (thing: string) => string;

/** What is told, and a question that takes it up in the teller's own words. The first that fits counts. */
const FRAMES: readonly (readonly [told: RegExp, said: Said])[] = [
  frame(`(?:thinking (?:of|about)|considering|toying with) ${WHOLE}${THING}`, (thing) => `What makes you think of ${thing}?`),
  frame(`(?:love|adore|enjoy|fond of|keen on) ${THING}`, (thing) => `What do you like best about ${thing}?`),
  frame(`(?:hate|can't bear|can't abide|never liked|detest) ${THING}`, (thing) => `What is it about ${thing}?`),
  frame(
    `(?:keep |been |catch myself )?(?:thinking|wondering|dreaming|daydreaming) (?:about|of) ${WHOLE}${THING}`,
    (thing) => `What comes to mind about ${thing}?`,
  ),
  frame(`(?:looking forward to|excited about) ${THING}`, (thing) => `What will be the best part of ${thing}?`),
];

function frame(rest: string, said: Said): readonly [RegExp, Said] {
  return [
    new RegExp(`^(?:(?:well|oh|so|and|honestly|actually|you know|today|lately|these days|sometimes) )*${SUBJECT} ${rest}`, 'iu'),
    said,
  ];
}

/** Where a clipped phrase must not end: "a walk with" wants somebody. */
const OPEN_END =
  /(?: (?:a|an|the|my|our|his|her|their|to|of|in|on|at|for|with|from|by|about|up|it|this|than|as|and|all|very|too|just|really|not|no|over|like|every|each|only|even))+$/;

/**
 * A question in the teller's own words, for what no topic covers.
 * @param told straight apostrophes, commas and full stops kept as breaks
 * @returns null where nothing can be taken up without breaking it
 */
export function mirrored(told: string): string | null {
  // With a second thought it is a joke or a contrast: that is for who says it back whole.
  const [clause = '', second] = clausesIn(sentencesIn(told)[0] ?? '').map(({ text }) => text);
  if (second !== undefined || clause.includes(',')) return null;
  for (const [frame, said] of FRAMES) {
    const found = frame.exec(clause);
    if (found === null) continue;
    const thing = toYou(found[1] ?? '')
      .trim()
      .replace(/ (?:a lot|lately|recently|today|tonight|all (?:day|night|week)|again|so much|these days|this (?:morning|week))$/, '')
      .replace(OPEN_END, '');
    if (found[1] !== undefined && thing === '') continue;
    return said(thing);
  }
  return null;
}
