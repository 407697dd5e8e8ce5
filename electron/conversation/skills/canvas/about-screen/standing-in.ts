import { firstFit, frame, namesOfRows, rowsBefore, type ScreenReader, writtenAt } from './frame.ts';

/** Something takes the place of a row that was spoken of: "Ben can't come after all, so put Carla down instead of him". */

const VALUE =
  '(?<value>(?!(?:it|that|this|him|her|them|one|something|someone|somebody|me|us|you|off|out|back)\\b)(?:(?!(?:i|we|he|she|they|is|are|and|so|instead|put|have|get)\\b)[^\\s<]+ ){0,3}?[^\\s<]+?)';
const PUT = '(?:put|add|write|get|have|stick|pop|invite|ask|use|take|make it|make that|bring|pencil|note)';
const ON = '(?: down| in| on| there| on THERE)*';
const GONE = '(?:him|her|them|it|that one|those|that)';
const PLACE = '(?:his|her|their|its|that)';

const IN_PLACE: readonly RegExp[] = [
  frame(`BEGIN${PUT} (?:the |some )?${VALUE}${ON} (?:instead of|in place of|rather than) ${GONE}END`),
  frame(`BEGIN${PUT} (?:the |some )?${VALUE}${ON} in ${PLACE} placeEND`),
  frame(`BEGIN(?:swap|switch|replace|exchange|trade|substitute|sub) ${GONE}(?: out)? (?:for|with|by) (?:the |some )?${VALUE}END`),
  frame(
    `(?:^|\\b(?:so|and|but|then|now|because) )${VALUE} (?:is|will be|can|could|will|would|should|has) (?:now )?(?:taking|take|taken|filling|fill) ${PLACE} place`,
  ),
  frame(
    `(?:^|\\b(?:so|and|but|then|now) )${VALUE} (?:is|will be|can|could|will|would|should) (?:now )?(?:coming|come|going|go|standing in|stand in|stepping in|step in|filling in|fill in) (?:instead )?(?:of|for|instead of) ${GONE}END`,
  ),
];
/** Why the row goes: then "instead" alone says in whose place. */
const NO_MORE =
  /\b(?:not|no|never|out of|gone|sold out|run out|dropped out|pulled out|backed out|ill|poorly|sick|unwell|cancelled|away|busy|ran out|off|too (?:dear|expensive)|stuck)\b/;
const INSTEAD: readonly RegExp[] = [
  frame(`BEGIN${PUT} (?:the |some )?${VALUE}${ON} insteadEND`),
  frame(`\\b(?:so|and|but) ${VALUE} (?:is|will be|can|could|will) (?:coming|come|going|go) insteadEND`),
];

/** "They moved the bank and put a shop in its place": who did it is told, not asked. */
const THEY_DID =
  /\b(?:they|he|she|we|i|people|somebody|someone)(?: have| has)? (?!can\b|could\b|will\b|would\b|is\b|are\b|was\b|were\b|has\b|have\b|do\b|does\b|did\b|need\b|want\b|am\b)\w+/;

export const readStandingIn: ScreenReader = (talk) => {
  if (talk.canvas === null || talk.canvas.kind === 'order') return null;
  const fit = firstFit(IN_PLACE, talk) ?? firstFit(INSTEAD, talk);
  if (fit === null) return null;
  const rows = rowsBefore(talk, fit.from + 1);
  const before = talk.text.slice(0, fit.from);
  if (talk.text.startsWith('and ', fit.from) && THEY_DID.test(before)) return null;
  // What somebody was to do is done by another: the row stays, its cell changes.
  const isOver = firstFit(IN_PLACE, talk) !== null || (NO_MORE.test(before) && !/<\d+\.\d+>/.test(before));
  const value = writtenAt(talk, fit, 'value');
  return rows === null || value === null || !isOver ? null : { skill: 'canvas.change', arguments: { row: namesOfRows(talk, rows), value } };
};
