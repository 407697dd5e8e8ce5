import { conditionIn } from '../conditions.ts';
import { frame, type ScreenReader } from './frame.ts';

/** Rows taken off, hidden or shown by a condition: "take out everything over fifty", "show only those below a hundred". */

const REMOVED = frame(
  'BEGIN(?:remove|delete|drop|lose|bin|ditch|scrap|erase|cut|take out|take off|take away|throw out|kick out|get rid of|cross off|cross out|strike out|leave out|weed out|clear out|take|throw|cross|kick) (?=\\S)',
);
const SHOWN = frame(
  '(?:BEGIN(?:show|see|display|keep|leave|filter|look at|view|list)|\\b(?:want to see|like to see|need to see|show me|let me see|let us see)|^(?=only |just ))(?: me| us)?(?: it| them| the list| the table)?(?: only| just| by| for| to| down to)* (?=\\S)',
);
const HIDDEN = frame(
  '(?:BEGIN(?:hide|filter out|cover up|tuck away|put out of sight|keep out of sight)|\\b(?:not|no longer|never) (?:show|display|list)|\\b(?:not|no longer) (?:want|need|like|have|wish) to (?:see|look at)|\\bstop showing)(?: me| us)? (?=\\S)',
);
/** What may stand behind the condition. */
const AFTER =
  /^(?: off| out| away| from (?:it|there|the (?:list|table))| please| only| now| then| for me| thanks)*(?:$| (?:so|and|because|since|as|i|we|they|it|that|he|she) )/;
const MOST_WORDS = 12;

export const readByCondition: ScreenReader = (talk) => {
  const which = conditionAfter(talk, REMOVED);
  if (which !== null) return { skill: 'canvas.remove', arguments: { which } };
  const hidden = conditionAfter(talk, HIDDEN);
  if (hidden !== null) return { skill: 'canvas.hide', arguments: { which: hidden } };
  const holds = conditionAfter(talk, SHOWN);
  return holds === null ? null : { skill: 'canvas.filter', arguments: { holds } };
};

/** The longest stretch behind the verb that is a condition, as it was written. */
function conditionAfter({ canvas, text, written }: Parameters<ScreenReader>[0], verb: RegExp): string | null {
  const fit = verb.exec(text);
  if (fit === null || canvas === null || canvas.kind === 'order') return null;
  const from = fit.index + fit[0].length;
  const words = text.slice(from).split(' ');
  for (let count = Math.min(MOST_WORDS, words.length); count > 1; count -= 1) {
    const length = words.slice(0, count).join(' ').length;
    if (!AFTER.test(text.slice(from + length))) continue;
    const said = written(from, from + length);
    if (conditionIn(said, canvas) !== null) return said;
  }
  return null;
}
