import type { MeantReader } from './meant-arguments.ts';

const FORGETS =
  /\b(?:forget|forgot|forgotten|wipe|delete|erase|scrub|scrap|lose|drop|clear|bin|remove|unlearn|strike|rub|get rid of|get shot of|let go of|take|throw|keep|keeping|hold on to|remember|get|put)\b (?<thing>.+)$/i;
/** Stands between that and what is to be forgotten. */
const LEADS =
  /^(?:(?:out|off|away|all|everything|whatever|anything|what|the|that|those|bits?|things?|stuff|notes?|facts?|parts?|memor(?:y|ies)|you|you've|you have|have|got|stored|saved|kept|know|knew|i|i've|told|gave|said|regarding|about|on|of|to|where|from your (?:memory|head|mind|brain)) )+/i;
const ENDS =
  /(?:,.*|[,;]? (?:(?:from|out of|in) your (?:memory|head|mind|brain)|for me|please|any ?more|any longer|would (?:you|ya)|could you|now|again|fact|thing|can go|clean))+$/i;
/** "My door code's different now, so please forget it". */
const SPOKEN_OF = /\b(?:my|our) (?:[\p{L}-]+ ){0,2}?[\p{L}-]+(?=['’]s\b| (?:is|was|are|has|have)\b)/iu;
/** Nothing by itself. */
const NOTHING = /^(?:it|that|this|them|me|us|lot|whole|my memory|your memory|everything|all|what|you|on me|about me)$/i;

/** Of what was told: "drop the milk" may be of anything. */
const OF_MEMORY = /\b(?:forget|forgot|forgotten|unlearn|memory|mind|head|brain|know|knew|told|remember|stored|saved)\b/i;

/** What is to be forgotten, in the user's words: what memory does not hold by them is not forgotten. */
export const readForgotten: MeantReader = (utterance, _, isSure) => {
  if (!isSure && !OF_MEMORY.test(utterance)) return null;
  const thing = FORGETS.exec(utterance)?.groups?.['thing'] ?? '';
  const named = thing.replace(ENDS, '').replace(LEADS, '').replace(ENDS, '').trim();
  const what = /^(?:it|that|this|them)$/i.test(named) ? (SPOKEN_OF.exec(utterance)?.[0] ?? '') : named;
  return what === '' || NOTHING.test(what) || what.split(' ').length > MOST_WORDS ? null : { what };
};

const MOST_WORDS = 8;

const KEEP =
  '(?:note|save|store|memori[sz]e|retain|learn|keep (?:it |this |that )?in (?:mind|your (?:head|mind|memory))|bear in mind|hold on to the fact|take note|jot (?:it|this) in your \\w+|remember|know|notice)';
/** "Save that the boiler man is called Steve", "bear in mind I'm on the pink ones now". */
const KEPT_AFTER = new RegExp(
  `^(?:.{0,60}?[,;] |so )?(?:so |please |can you |could you |you (?:should|need to|want to|must|ought to) |i'd like you to |make sure you |now )*${KEEP}(?: (?:it|this))?(?: for (?:me|later|next time))?(?: that|,)? (?<what>.+)$`,
  'i',
);
/** "I've lent the tent to Chidi, make sure you remember". */
const KEPT_BEFORE = new RegExp(
  `^(?<what>.+?),? (?:so |and |please |can you |could you |make sure you |you must |i want you to |make sure to )*(?:${KEEP}|write (?:that|it) down in your memory|keep (?:that|it) somewhere safe)(?: (?:that|it|this))?(?: for (?:me|later|next time))?(?: please)?$`,
  'i',
);
const LEAST_WORDS = 3;
/** A question, or what points to something else. */
const NOT_KEPT = /^(?:what|where|when|who|how|why|which|if|whether|me to|to)\b/i;

/** What is told and to be kept, word by word. */
export const readKept: MeantReader = (utterance, _, isSure) => {
  // "You ought to know that ..." is said to be kept.
  const after = KEPT_AFTER.exec(utterance);
  if (!isSure && after === null) return null;
  const what = (KEPT_BEFORE.exec(utterance) ?? after)?.groups?.['what']?.trim() ?? '';
  return what.split(' ').length < LEAST_WORDS || NOT_KEPT.test(what) ? null : { what };
};
