import { PAST } from '../past-verbs.ts';
import { wordsIn } from './thoughts.ts';

const FEWEST_WORDS = 3;
const SOMETIMES = '(?:just |finally |only |nearly |almost |never |actually |still |really |so |a bit |absolutely |properly )*';
/** Without a verb there is nothing to say back but noise. */
const VERB = new RegExp(
  `\\b(?:is|are|was|were|am|has|have|had|does|do|did|will|would|can|can't|could|couldn't|won't|don't|doesn't|didn't|isn't|aren't|wasn't|haven't|hasn't|${PAST}|put|cut|set|shut|\\w{2,}ed|\\w{3,}s|love|like|hate|want|need|miss|think|keep|feel|hope|wish|prefer|live|work|play|talk|go|eat|sleep|sing|read|write|remember|\\w+'(?:s|re|ve|m|d|ll))\\b`,
  'i',
);
/** Who stands at its beginning did something, whatever verb it was. */
const SUBJECT_FIRST = /^(?:i|we|he|she|they|it|somebody|someone|nobody|everybody|everyone)(?:'\w+)? \S/i;
/** "I quit.": two words, and all of it. */
const SHORT = new RegExp(`^(?:i|we|he|she|they) (?:${PAST}|quit|\\w{2,}ed)$`, 'i');

/** Left out by those who talk about themselves, and what it was. */
const LEFT_OUT: readonly (readonly [said: RegExp, leftOut: string])[] = [
  // "Bored out of my skull.", "Thinking of a beard."
  [
    new RegExp(
      `^${SOMETIMES}(?:bored|tired|sick|stuck|knackered|shattered|exhausted|starving|freezing|boiling|gutted|chuffed|happy|sad|glad|proud|home|back home|off (?:to|on)|on my way|worried|scared(?! myself)|covered|dying|(?!nothing|something|anything|everything|morning|evening|wedding|king|string|building|painting|spring|sibling|ceiling|darling|pudding|washing|meeting|training|swing|thing)\\w{2,}ing)\\b(?!.* (?:took|was|is|makes|made|isn't|has|gives|keeps)\\b)`,
      'i',
    ),
    "you're",
  ],
  // "Went to the market.", "Didn't get the job.", "Love the smell of paint."
  [
    new RegExp(
      `^${SOMETIMES}(?:${PAST}|put|cut|read|had|did|was|(?!rained|snowed|turned out)\\w{3,}ed|love|hate|miss(?! (?:\\S+ )?(?:read\\b|${PAST}|\\w{2,}ed|says?|is|was|has|had|told|\\w+s)\\b)|need|want|(?<!just )like|feel|think|wish|hope|keep|can't|couldn't|don't|didn't|won't|haven't|(?:might|must|should)(?! be\\b))\\b(?! of\\b)`,
      'i',
    ),
    'you',
  ],
  // "Feet are killing me.", "Husband's away."
  [
    /^(?:feet|back|head|knees?|hands|eyes|throat|legs|nose|stomach|husband|wife|kids|boss|phone|car|son|daughter|brother|sister|neighbou?rs?|dog|cat|landlord|flatmate|roommate)(?:'s|'ve| is| are| was| were| has| have| won't| keeps?| got| did)\b/i,
    'your',
  ],
];

const MOST_OF_A_FRAGMENT = 8;
/** A few words that stand for no thing said: an answer, a sigh. */
const NO_THING =
  /^(?:well|no way|what|how|not (?:really|bad|yet|at all|much)|never|same|of course|as (?:usual|ever|if)|maybe|sure|anyway|like that|thanks|too bad|so|yes|no|good|great|nice|right|still|just me|me)\b/i;

/** "Twins this morning", "Courgettes again": a thing that one can ask back for. @returns null where it is none */
export function thingNamed(matter: string): string | null {
  const count = wordsIn(matter);
  return count > 1 && count <= MOST_OF_A_FRAGMENT && !NO_THING.test(matter) && !matter.includes(',') ? matter : null;
}

/** @returns the sentence with its subject, as it may be said back; null where it is none */
export function withSubject(matter: string): string | null {
  const [, leftOut] = LEFT_OUT.find(([said]) => said.test(matter)) ?? [];
  if (leftOut !== undefined && wordsIn(matter) > 1) return `${leftOut} ${matter.charAt(0).toLowerCase()}${matter.slice(1)}`;
  if (SHORT.test(matter)) return matter;
  return wordsIn(matter) >= FEWEST_WORDS && (VERB.test(matter) || SUBJECT_FIRST.test(matter)) ? matter : null;
}
