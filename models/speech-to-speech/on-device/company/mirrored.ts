import { toYou } from './to-you.ts';
import type { Mood } from './topic.ts';

/** A whole phrase up to where a new thought begins, as long as one can say back without losing the thread. */
const THING =
  "((?:(?!and |but |because |so |since |while |which |who |that |when |if |though |although |i |i'm |we )[\\p{L}\\p{N}'-]+ ?){1,7})";
const SUBJECT =
  "(?:i|we)(?:'ve| have|'m| am|'re| are|'d| would)?(?: (?:just|really|always|absolutely|also|still|finally|already|actually|rather|quite|so|do|kind of|sort of|only))*";

type Said = (thing: string, mood: Mood) => string;

/** What is told, and a question that takes it up in the teller's own words. The first that fits counts. */
const FRAMES: readonly (readonly [told: RegExp, said: Said])[] = [
  frame(`(?:thinking (?:of|about)|considering|toying with) ${THING}`, (thing) => `What draws you to ${thing}?`),
  frame(`(?:going to|planning to|hoping to|about to|gonna|looking to) ${THING}`, (thing) => `What made you decide to ${thing}?`),
  frame(`(?:want|like) to ${THING}`, (thing) => `What is it that makes you want to ${thing}?`),
  frame(`(?:trying|try) to ${THING}`, (thing) => `How is it going, trying to ${thing}?`),
  frame(`(?:love|adore|enjoy|like|fond of|keen on) ${THING}`, (thing) => `What do you like best about ${thing}?`),
  frame(`(?:hate|dislike|can't bear|can't abide|don't like|never liked|detest) ${THING}`, (thing) => `What is it about ${thing}?`),
  frame(
    `(?:keep |been |catch myself )?(?:thinking|wondering|dreaming|worrying|daydreaming) (?:about|of) ${THING}`,
    (thing) => `What comes to mind about ${thing}?`,
  ),
  frame(`(?:saw|spotted|met|watched|heard) ${THING}`, (thing) => `What was it like, ${thing}?`),
  frame(`(?:looking forward to|excited about) ${THING}`, (thing) => `What will be the best part of ${thing}?`),
  frame(`(?:wish|hope) .+`, () => 'What would change for you if it came true?'),
  frame(`(?:can't|couldn't) (?!wait|believe|stop)${THING}`, () => 'That must be hard. How long has it been like that?'),
  frame(`never ${THING}`, () => 'Would you like to, one day?'),
  frame(`(?:been )?(\\p{L}+ing (?:(?!and |but |because )[\\p{L}'-]+ ?){0,5})`, (thing, mood) =>
    mood === 'sad' ? `That sounds hard, ${thing}. How are you holding up?` : `How is it going, ${thing}?`,
  ),
];

function frame(rest: string, said: Said): readonly [RegExp, Said] {
  return [
    new RegExp(`^(?:(?:well|oh|so|and|honestly|actually|you know|today|lately|these days|sometimes) )*${SUBJECT} ${rest}`, 'u'),
    said,
  ];
}

/** Where a clipped phrase must not end: "a walk with" wants somebody. */
const OPEN_END =
  /(?: (?:a|an|the|my|our|his|her|their|to|of|in|on|at|for|with|from|by|about|up|it|this|than|as|and|all|very|too|just|really|not|no|over|like|every|each|only|even))+$/;

/**
 * A question in the teller's own words, for what no topic covers.
 * @param words lower case, straight apostrophes, commas and full stops kept as breaks
 * @returns null where nothing can be taken up without breaking it
 */
export function mirrored(words: string, mood: Mood): string | null {
  const clause = words.split(/[.,;:!?]/u, 1)[0]?.trim() ?? '';
  for (const [told, said] of FRAMES) {
    const found = told.exec(clause);
    if (found === null) continue;
    const thing = toYou(found[1] ?? '')
      .trim()
      .replace(OPEN_END, '');
    if (found[1] !== undefined && thing === '') continue;
    return said(thing, mood);
  }
  return null;
}
