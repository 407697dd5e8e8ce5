import type { Menu } from '../../../ipc/menu-schema.ts';
import { type PhraseScore, phraseMatcher } from '../phrase-matcher.ts';
import { requestsWithin } from '../request-within.ts';
import { spokenText } from '../words/spoken-words.ts';
import { readOrder } from './read-order.ts';

/** How people take things off an order, end it, and ask for the menu: alone and behind a reason. */

/** Where a reason stands before it: above what other families find in parts. */
export const WITHIN = 0.45;

const REMOVE =
  'cancel|canceled|cancelled|remove|removed|drop|dropped|lose|scratch|scratched|forget|forget about|delete|deleted|take off|take out|take away|leave off|leave out|miss off|miss out|knock off|cut|cut out|cross off|cross out|strike|scrap|bin|ditch|axe|skip|get rid of|never mind|never mind about';
export const matchRemove = phraseMatcher([
  `(${REMOVE}) {words:text} [(from|off) (my|the|our) order]`,
  '(i|we) (do not|no longer) (want|need|fancy) {words:text} [any more|anymore|after all|now]',
  '(i|we) (will|can|could) (do without|skip|pass on|manage without|go without) {words:text} [after all|now|this time|today]',
  '(take|leave|knock|cross|strike|get|keep|miss|cut) {words:text} (off|out|away)',
  'no {words:text} (after all|any more|anymore|then|now)',
  '{words:text} (can|could|may|should) (go|come off|be left out|be taken off)',
  'hold the {words:text}',
]);
const ALL =
  '(everything|my order|our order|the order|that order|it all|the whole order|my whole order|our whole order|the entire order|the whole thing|the whole lot|the lot|all of it|all of that|the rest of it)';
export const matchAll = phraseMatcher([
  `(cancel|canceled|cancelled|clear|scrap|forget|forget about|bin|drop|ditch|delete|stop|call off|abandon|wipe|leave|never mind|never mind about) ${ALL}`,
  `(take|call|wipe) ${ALL} (off|back|away)`,
  `(i|we) (do not|no longer) (want|need) ${ALL} [any more|anymore|after all|now]`,
  'start (over|again|from scratch)',
]);

const IS_ALL =
  /\b(?:(?:that is|that will be|that would be|this is|that should be|that must be) (?:all|it|everything|the lot|us|me(?: done)?)|(?:i am|we are) (?:all )?(?:done|finished|set|sorted)|nothing else|no more|(?:i|we) have (?:got )?everything)\b/;
const IS_OWED =
  /\b(?:(?:what|how much) (?:do|would|will|did) (?:i|we) (?:owe|pay)(?: you)?|(?:what|how much) (?:is|does|will|would) (?:that|it|all that|the lot|everything) (?:be|come to|cost|make|add up to|all together|altogether)?|what is the (?:damage|total|bill)|(?:can|could|may) (?:i|we) (?:pay|settle up|have the bill|get the bill)|how much)\b/;
const LONGEST_END = 20;
/** Its words are phrases of the total too. */
const ENDED = 1.01;

/** "Right, I think that's everything, thanks, what do I owe you". */
export function recogniseEnd(utterance: string): PhraseScore | null {
  const text = spokenText(utterance);
  const [all, owed] = [IS_ALL.exec(text), IS_OWED.exec(text)];
  const isEnd = text.split(' ').length <= LONGEST_END && all !== null && owed !== null && all.index < owed.index;
  return isEnd ? { arguments: {}, score: ENDED } : null;
}

/** At the end of talk: "never been in here before, what have you got". */
const MENU_ASKED =
  /(?<!\b(?:know|see|that|told|asked|said|sure|of|about) )\b(?:what (?:have you got|do you (?:have|do|sell|serve)|is (?:there|on (?:the menu|offer))|can (?:i|we) (?:have|get|order)|are (?:my|our|the) (?:options|choices)|(?:kind|sort) of (?:food|drinks) (?:have you got|do you have|do you do))|(?:can|could|may) (?:i|we) (?:see|hear|have a look at) (?:the|a|your) menu|(?:read|show|tell) (?:me|us) the menu|(?:have you got|do you have) a menu)(?: here| then| today| tonight| to eat| to drink| please| on| for (?:food|drinks|lunch|dinner|tea))*$/;

export function asksForMenu(utterance: string): boolean {
  return MENU_ASKED.test(spokenText(utterance));
}

/** Begins an order inside of talk. */
const ASKS =
  /^(?:(?:so|and|please|then|now|just) )*(?:(?:can|could|may|might) (?:i|we|you)|(?:i|we)(?:'ll| will|'d| would) (?:have|take|get|go|like|love)|(?:give|get|make|do|let) (?:me|us|him|her|them|that|it)|(?:i|we) (?:need|want|fancy))\b/i;

/** "I've not eaten all day, so could I get a burger": asked for, and nothing in it that the menu does not explain. */
export function orderWithin(utterance: string, menu: Menu): string | null {
  const isOrder = (part: string) => {
    const { lines, explained } = readOrder(part, menu);
    return lines.length > 0 && explained === 1 && ASKS.test(part);
  };
  return requestsWithin(utterance).find(isOrder) ?? null;
}
