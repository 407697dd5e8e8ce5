import { toYou } from './to-you.ts';
import type { Mood } from './topic.ts';

/** Said before the matter itself. */
const OPENING =
  /^(?:(?:oh|well|so|yeah|yes|no|um|uh|er|ah|ugh|and|but|honestly|actually|you know|you see|look|listen|anyway|okay|ok|right|hey|hi|hello|hmm|wow|morning|evening|good morning|good evening|guess what|to be honest|i don't know|i mean|i have to say|i must say|i tell you|you know what|fun fact|i gotta say|gotta say|i've got to say|let me tell you|i swear|not gonna lie|dude|bro|nah|nope|yep|kind of|sort of|not really|very|never mind that|both of them|still|believe it or not)(?:[,.!]+ | |$))+/i;
const MOST_WORDS = 14;
const FEWEST_WORDS = 3;
/** "I've done it" wants what comes after it. */
const FEWEST_BEFORE_SECOND = 4;
/** Where a second thought begins, once the first stands by itself. */
const SECOND_THOUGHT =
  /, (?=(?:i|we|i'm|i've|we're)\b)|(?:[,;:–—]| -) ?(?:and|but|so|because|since|though|although|which|who|while|even if|as if|as though|or)\b|(?<!\b(?:nothing|anything|all|everything|nobody|none|last)) (?:but|because|although|so (?=i|we|he|she|they|it|my))\b| and (?=(?:i|we|he|she|it|they|now|then|just|everything|nobody|still|it's|i'm|i've|he's|she's|\w{2,}ed)\b)/i;
/** What somebody did, where it does not end like all others. */
const PAST =
  'went|got|made|took|saw|found|lost|bought|sold|ate|drank|slept|woke|fell|broke|brought|came|left|met|put|ran|sat|spent|stood|told|thought|won|wrote|forgot|gave|heard|kept|knew|paid|rode|sang|sent|swam|spoke|taught|threw|wore|caught|cut|dug|drove|flew|grew|hit|beat|built';
/** Left out by those who talk about themselves: "Went to the market this morning." */
const WITHOUT_SUBJECT = new RegExp(
  `^(?:just |finally |only |nearly |almost |never |actually )*(?:${PAST}|had|did|read|was|hurt|burnt|\\w{3,}ed)\\b`,
  'i',
);
/** Without a verb there is nothing to say back but noise. */
const VERB = new RegExp(
  `\\b(?:is|are|was|were|am|has|have|had|does|do|did|will|would|can|can't|could|couldn't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|haven't|hasn't|${PAST}|felt|said|set|shut|stole|stuck|stung|\\w{2,}ed|\\w{3,}s|love|like|hate|want|need|miss|think|keep|feel|hope|wish|prefer|live|work|play|talk|go|eat|sleep|sing|read|write|remember|\\w+'(?:s|re|ve|m|d|ll))\\b`,
  'i',
);
/** Told to the assistant itself, or asked: said back it would be about somebody else. */
const NOT_SAID_BACK = /\byou(?:r|rs|'\w+)?\b|\?|^(?:not that|if|when|whenever|what|who|how|why|where|please|let)\b/i;
const OPEN_END = /(?:,? (?:a|an|the|my|our|and|but|so|than|or|that|of))+$/i;
/** Who stands at its beginning did something, whatever verb it was. */
const WITH_SUBJECT = /^(?:i|we|he|she|they|it|somebody|someone|nobody|everybody|everyone)(?:'\w+)? \S/i;

/**
 * The matter of what was told in the teller's own words, as a listener says it back: "My daughter wants to be called
 * Thunder." -> "Your daughter wants to be called Thunder". No mark at its end.
 * @param told as recognised; straight apostrophes
 * @returns null where it would be no sentence, or too long to say back
 */
export function saidBack(told: string): string | null {
  const [first = ''] = told
    .replaceAll(/,? ?\b(?:um|uh|er|erm)\b,?/gi, '')
    .replace(OPENING, '')
    .split(/(?<=[^.]{6})(?<!\b(?:Mr|Mrs|Ms|Dr|St))[.!;]+(?:\s|$)/);
  let matter = first.replace(/[.,!\s]+$/, '').trim();
  const second = SECOND_THOUGHT.exec(matter);
  if (second !== null && isSentence(matter.slice(0, second.index)) && wordsIn(matter.slice(0, second.index)) >= FEWEST_BEFORE_SECOND)
    matter = matter.slice(0, second.index);
  const comma = matter.lastIndexOf(', ');
  if (wordsIn(matter) > MOST_WORDS && comma > 0) matter = matter.slice(0, comma);
  matter = matter
    .replace(/,? (?:sort|kind) of$/i, '')
    .replace(OPEN_END, '')
    .trim();
  if (!isSentence(matter) || NOT_SAID_BACK.test(matter) || wordsIn(matter) > MOST_WORDS) return null;
  const whole = WITHOUT_SUBJECT.test(matter) ? `you ${lowerFirst(matter)}` : matter;
  const back = toYou(whole).replace(/^you was\b/i, 'you were');
  return back.charAt(0).toUpperCase() + back.slice(1);
}

function isSentence(text: string): boolean {
  return wordsIn(text) >= FEWEST_WORDS && (VERB.test(text) || WITH_SUBJECT.test(text));
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a listener says who says the matter back. */
export function linesWith(back: string, mood: Mood): readonly string[] {
  switch (mood) {
    case 'glad':
      return [`How nice! ${back}. Tell me more.`, `${back}? That is good to hear.`];
    case 'sad':
      return [`Oh dear. ${back}? Tell me more, if you like.`, `${back}? I can see why that bothers you.`];
    case 'plain':
      return [`${back}? Tell me more.`, `${back}? Go on, I am listening.`];
  }
}
