import { SUPERLATIVES } from '../superlatives.ts';
import { cleaned } from './added-things.ts';
import { besideRows, type Fit, firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';
import type { ScreenTalk } from './screen-talk.ts';

/** Where what is added goes: "put honey at the top", "add butter after the milk", "insert a row for Oslo above Rome". */

const PUT =
  '(?:also )?(?:add|put|insert|stick|pop|slip|slot|wedge|tuck|drop|squeeze|write|include|place|chuck|throw|fit|get|shove|enter|jot)';
const NEW_ROW =
  '(?:in )?(?:(?:a|an|another|one more) (?:new |extra )?(?:row|line|entry|item|thing) (?:for|with|called|saying|that says|about|named) )?';
/** What is added is not there yet, and is no clause. */
const THINGS =
  '(?<things>(?!(?:it|that|them|those|this|these|him|her|in|on|one|up|to|off|out)\\b)(?:(?!(?:i|he|she|we|they|you|is|are|was|were|has|had|because|if|who|before|after|above|below|between|under|in|back)\\b)\\S+ ){0,11}?\\S+?)';
const IN = '(?: (?:in|on|down|to (?:it|the list|the table)))?(?: (?:right|just|directly|straight|somewhere))?';
const AFTER = '(?:after|below|under|underneath|beneath|behind|following|next to|beside)';
const BEFORE = '(?:before|above|ahead of|in front of|over|on top of)';
const TOP =
  '(?:(?:right |up )?(?:at|to|in) (?:the )?(?:very )?(?:top|start|beginning|front|head|first place)|first|in first place|as (?:the )?(?:first|number) (?:one|item|thing|row|entry|line))';
const BOTTOM =
  '(?:(?:right |down )?(?:at|on|to) (?:the )?(?:very )?(?:bottom|end|foot)|last|in last place|as (?:the )?last (?:one|item|thing|row|entry))';
const OF_IT =
  '(?: of (?:it|THERE))?(?= please| too| as well| for me| thanks| now| would you| will you| could you| so | because | since | i | we | it | he | she |$)';

const PLACED: readonly RegExp[] = [
  frame(`BEGIN${PUT} ${NEW_ROW}${THINGS}${IN} (?:in )?between (?:the )?<(?<after>\\d+)> and (?:the )?<(?<before>\\d+)>${OF_IT}`),
  frame(`BEGIN${PUT} ${NEW_ROW}${THINGS}${IN} ${AFTER} DET<(?<after>\\d+)>(?: row| line| one)?${OF_IT}`),
  frame(`BEGIN${PUT} ${NEW_ROW}${THINGS}${IN} ${BEFORE} DET<(?<before>\\d+)>(?: row| line| one)?${OF_IT}`),
  frame(`BEGIN${PUT} ${NEW_ROW}${THINGS}${IN} (?<top>${TOP})${OF_IT}`),
  frame(`BEGIN${PUT} ${NEW_ROW}${THINGS}${IN} (?<bottom>${BOTTOM})${OF_IT}`),
  frame(
    `(?:^|\\b(?:so|and|then|please) )(?:in )?between (?:the )?<(?<after>\\d+)> and (?:the )?<(?<before>\\d+)> ${PUT} ${NEW_ROW}${THINGS}${OF_IT}`,
  ),
  frame(
    `(?:^|\\b(?:so|and|but|oh|because) )${THINGS} (?:needs to go|should go|has to go|must go|ought to go|goes|wants to go|needs to be) (?:on )?(?<top>${TOP})${OF_IT}`,
  ),
  frame(`(?:^|\\b(?:so|and|please) )(?:right |just |directly )?${AFTER} DET<(?<after>\\d+)> ${PUT} ${NEW_ROW}${THINGS}${OF_IT}`),
  frame(`(?:^|\\b(?:so|and|then|please) )(?:right |just |directly )?${BEFORE} DET<(?<before>\\d+)> ${PUT} ${NEW_ROW}${THINGS}${OF_IT}`),
  frame(`(?:^|\\b(?:so|and|then|please) )(?<top>at the (?:very )?(?:top|start|beginning)) ${PUT} ${NEW_ROW}${THINGS}${OF_IT}`),
  frame(`\\b(?:we|i) (?:want|need|would like) ${THINGS} (?:in )?between (?:the )?<(?<after>\\d+)> and (?:the )?<(?<before>\\d+)>${OF_IT}`),
  frame(
    `^(?:so |and |please )*${THINGS} (?:goes |should go |can go |must go |belongs )?(?:in )?between (?:the )?<(?<after>\\d+)> and (?:the )?<(?<before>\\d+)>${OF_IT}`,
  ),
];

const SORTS = new RegExp(`\\b(?:${SUPERLATIVES}|most|least)\\b`);

export const readPlacing: ScreenReader = (talk) => {
  if (talk.canvas === null || talk.canvas.columns.length === 0 || talk.canvas.kind === 'order') return null;
  const fit = firstFit(PLACED, talk);
  // What is there already is moved, not added; "the cheapest first" sorts.
  if (fit === null || SORTS.test(fit.groups['things'] ?? '') || /^(?:(?:the|my|our|and) |<\d+>(?: |$))+$/.test(fit.groups['things'] ?? ''))
    return null;
  const [items, at] = [cleaned(writtenAt(talk, fit, 'things')), placeOf(talk, fit)];
  return items === null || at === null ? null : { skill: 'canvas.add-here', arguments: { items, at } };
};

/** In the words that `canvas.add-here` takes for a place. */
function placeOf(talk: ScreenTalk, { groups: { before, after, top, bottom } }: Fit): string | null {
  if (top !== undefined) return 'top';
  if (bottom !== undefined) return 'bottom';
  return besideRows(talk, { before, after });
}
