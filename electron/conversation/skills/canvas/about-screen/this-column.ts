import { columnName } from './columns.ts';
import { type Fit, firstFit, frame, type ScreenReader, writtenAt } from './frame.ts';

/** A column that is there, called a column: so there is no doubt what is taken out, renamed or moved. */

const AWAY =
  '(?:remove|delete|drop|lose|hide|get rid of|scrap|ditch|bin|erase|cut|kill|take out|take away|take off|leave out|cut out|chuck|chuck out|throw out|strip out|do away with|do without|clear out)';
/** What the column is called stands before it, or behind it: "the column with the prices". */
const THE_COLUMN =
  '(?:the |that |this |my |our )*(?:whole |entire )?(?:<c(?<column>\\d+)> columns?|columns? (?:with|for|of|called|named|saying) (?:the )?<c(?<named>\\d+)>)';
const ASKED_AWAY: readonly RegExp[] = [
  frame(`(?:BEGIN|ANYWHERE)${AWAY} ${THE_COLUMN}END`),
  frame(`(?:BEGIN|ANYWHERE)(?:take|leave|cut|kick|strip|throw|chuck|get|pull|cross) ${THE_COLUMN} (?:off|out|away)END`),
  frame(
    `(?:^|\\b)${THE_COLUMN} (?:can|could|should|must|may|might as well|has to|needs to|ought to) (?:now |just |really )?(?:go|go away|come out|come off|disappear|vanish|be (?:removed|deleted|dropped|hidden|taken (?:out|off|away)|cut|scrapped|left out))END`,
  ),
  frame(`\\b(?:no longer|not) (?:really |actually )?(?:need|want|care about|care for|use) ${THE_COLUMN}`),
  frame(`\\b(?:manage|do|live|be better off|better off) without ${THE_COLUMN}`),
];
const NAME = '(?:called |named )?(?:the )?(?<name>(?!(?:to|as|into|by|if|so|out|off|for|please)\\b)(?:\\S+ ){0,3}?\\S+?)';
const RENAMED: readonly RegExp[] = [
  frame(`BEGIN(?:rename|retitle|relabel|change|call|name|title|label|make) ${THE_COLUMN} (?:to |into |as |say |read |to say )?${NAME}END`),
  frame(
    `(?:^|\\b)${THE_COLUMN} (?:should|ought to|needs to|has to|must|could|can|would be better|is better) (?:really |rather |actually |just )?(?:be called|be named|be|say|read|called|named) ${NAME}END`,
  ),
  frame(`BEGIN(?:change|set) the (?:name|title|heading|header) of ${THE_COLUMN} (?:to|into) ${NAME}END`),
];
const TO_END = frame(
  `(?:BEGIN|ANYWHERE)(?:move|put|shift|bring|stick|slide|pull|push|send) ${THE_COLUMN} (?:right |all the way |over |up |down )*(?:to|at|on) the (?:very |far )?(?<to>front|start|beginning|left|end|right)\\b`,
);

/** "It's only upsetting me, so get rid of the price column". */
export const readThisColumn: ScreenReader = (talk) => {
  if ((talk.canvas?.columns.length ?? 0) < 2) return null;
  const gone = columnName(talk, columnOf(firstFit(ASKED_AWAY, talk)));
  if (gone !== undefined) return { skill: 'canvas.remove-column', arguments: { column: gone } };
  const end = firstFit([TO_END], talk);
  const moved = columnName(talk, columnOf(end));
  if (moved !== undefined) return { skill: 'canvas.move-column', arguments: { column: moved, to: end?.groups['to'] ?? 'end' } };
  const fit = firstFit(RENAMED, talk);
  const [column, name] = [columnName(talk, columnOf(fit)), fit === null ? null : writtenAt(talk, fit, 'name')];
  return column === undefined || name === null ? null : { skill: 'canvas.rename-column', arguments: { column, name } };
};

function columnOf(fit: Fit | null): string | undefined {
  return fit?.groups['column'] ?? fit?.groups['named'];
}
