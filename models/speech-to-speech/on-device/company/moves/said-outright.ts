import { CURIOUS } from '../to-me/invitations.ts';
import { type Move, moveNamed } from './move-of.ts';

/** Lines for what the net tells no kind of. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'good-mood': ['I can hear it. Long may it last!', 'Lovely. A mood like that needs no reason.', "Then I'm in a good one, too."],
  'news-coming': [...CURIOUS, 'Oh? What happened?'],
  'results-in': ['And? What do they say?', 'I hope they are good. What do they say?', 'And how do they look?'],
};

/**
 * Said in so many words: that is believed before what all the words mean together ("I'm in a great mood and I don't even know why" is near
 * many sad sentences).
 */
const OUTRIGHT: readonly (readonly [said: RegExp, name: string])[] = [
  [
    /^(?:well |so |oh |hey |hi |and |guess what )*(?:(?:it's|it is|today's|today is|tomorrow's|tomorrow is) my (?:\w+ )?birthday|my birthday(?:'s| is) (?:today|tomorrow))\b(?!.*\b(?:nobody|no one|alone|forgot|forgotten|but|without|hate|dread\w*|cancelled|own)\b)/,
    'birthday',
  ],
  [
    /\bi(?:'m| am)(?: in)? (?:such )?an? (?:really |very |so |surprisingly )*(?:great|good|wonderful|fantastic|brilliant|excellent|lovely|cracking) mood\b/,
    'good-mood',
  ],
  [
    /^(?:well |so |oh |hey |and )*you (?:won't|will not|wouldn't|'ll never|will never) (?:believe|guess) (?:what|who|where|how)\b(?:\W+[\w']+){1,7}$/,
    'news-coming',
  ],
  [
    /^(?:well |so |oh |and )*(?:i(?:'ve| have)? (?:just )?(?:got|had)|(?:he|she|they)(?:'s|'ve| has| have)? (?:just )?(?:got|had)) (?:my|the|his|her|their) (?:\w+ )?(?:test |blood |scan |exam |biopsy )?results (?:back )?(?:today|this morning|yesterday|back|just now)?$/,
    'results-in',
  ],
];

/** @param words lower case, without marks @returns how a listener should take them, where they say it themselves */
export function saidOutright(words: string): Move | null {
  const name = OUTRIGHT.find(([said]) => said.test(words))?.[1];
  if (name === undefined) return null;
  const lines = LINES[name];
  return lines === undefined ? moveNamed(name) : { name, lines, isToMe: false };
}
