import type { ScreenRequest } from './frame.ts';

/** What one can be out of, short of or in need of without buying it. */
const NO_GOODS =
  /^(?:the )?(?:(?:alarm|timer) (?:on|for)|breath|luck|patience|ideas?|time|money|cash|energy|work|town|office|date|control|order|reach|sorts?|love|hours?|hand|bounds|steam|words?|options?|space|room|petrol|gas|fuel|battery|charge|hospital|school|bed|here|there|it|sleep|practice|shape|touch|place|staff|people|everything|a job|sight|mind|excuses|things?|something|anything|nothing|that|this)\b/i;

/** What only points to something. */
const POINTS =
  /^(?:some |a few |a bit |any )*(?:more|another|others?|extra|again)$|(?:^|\s)(?:it|that|them|him|her|one|me|us|you|i|we|he|she|they)$/i;

export function added(items: string): ScreenRequest {
  return { skill: 'canvas.add-here', arguments: { items } };
}

/** The things without what surrounds them; null when nothing is left that could stand on a list. */
export function cleaned(things: string | null): string | null {
  const plain = (things ?? '')
    .replace(/^(?:(?:the|some|any|more|a|an|my|our|also|to|in|please|another) )+(?=\S)/i, '')
    .replace(/(?:,? (?:too|as well|also|please|then|now|and|again|already))+$/i, '')
    .trim();
  return plain === '' || NO_GOODS.test(plain) || POINTS.test(plain) ? null : plain;
}
