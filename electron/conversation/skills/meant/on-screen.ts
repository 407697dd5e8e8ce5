import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { namesOfRows } from '../canvas/about-screen/frame.ts';
import { type ScreenTalk, screenTalk } from '../canvas/about-screen/screen-talk.ts';
import { change } from './changed.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { columnMaybe, type ScreenNeeds } from './mentioned.ts';
import { addedColumn, column, lookUp, make, movedColumn, renamedColumn, sort } from './of-columns.ts';
import { filter, renamed } from './of-the-list.ts';
import { addition, check, move, swap } from './placed.ts';

const nothing: ScreenNeeds = () => ({});
/** What another one said, or what is only supposed. */
const NOT_NOW =
  /\b(?:said|says|told me|asked me|tells me) (?:i|we|to|that)\b|^(?:if|when(?!'s| is| are| was| do| does| did| will| would)|whenever|imagine|suppose)\b/i;

/** Nobody's list is emptied for what he tells. */
const CLEARS = /\b(?:clear|empty|wipe|bin|scrap|delete|everything|the lot|start (?:again|over|afresh)|clean)\b/;

/** "Bring its stock down" takes no column out. */
const LOSES_COLUMN =
  /\b(?:column|heading|field|remove|delete|drop|lose|get rid|get shot|scrap|bin|ditch|cut|do without|not need|no need|no use|take|gone|go|off|out|away|hide|strip|axe|chuck|erase|wipe)\b/;
const TAKES_OFF =
  /\b(?:clear\w*|remove|take|get rid|get shot|delete|wipe|drop|off|hide|strip|sweep|lose|bin|chuck|throw|tidy|purge|cut|weed|gone|go|clean|out|away|scrub|erase|cross)\b/;

const NEEDS: ReadonlyMap<string, ScreenNeeds> = new Map([
  ['canvas.remove', rows],
  ['canvas.tick', rowsOrAll],
  ['canvas.untick', rows],
  ['canvas.change', change],
  ['canvas.move', move],
  ['canvas.swap', swap],
  ['canvas.rename', renamed],
  ['canvas.filter', filter],
  ['canvas.check', check],
  ['canvas.add-here', addition],
  ['canvas.move-column', movedColumn],
  ['canvas.sort', sort],
  ['canvas.look-up', lookUp],
  ['canvas.total', columnMaybe],
  ['canvas.average', columnMaybe],
  ['canvas.remove-column', (talk) => (LOSES_COLUMN.test(talk.text) ? column(talk) : null)],
  ['canvas.add-column', addedColumn],
  ['canvas.rename-column', renamedColumn],
  ['canvas.make', make],
  ['canvas.clear-done', ({ text }) => (TAKES_OFF.test(text) ? {} : null)],
  ['canvas.clear', ({ text }) => (CLEARS.test(text) ? {} : null)],
  ...['undo', 'redo', 'read', 'left', 'show-all', 'close'].map((name) => [`canvas.${name}`, nothing] as const),
]);

/** What a skill of the screen needs, where the words ask for it by their meaning; null where nothing is shown, or it was not said. */
export function readMeantOnScreen(skill: string, utterance: string, canvas: Canvas | null, isSure: boolean): MeantArguments | null {
  const isAlone = canvas === null && skill !== 'canvas.make';
  const talk = isAlone || NOT_NOW.test(utterance) ? null : screenTalk(utterance, canvas);
  return talk === null ? null : (NEEDS.get(skill)?.(talk, isSure) ?? null);
}

function rows(talk: ScreenTalk): MeantArguments | null {
  const which = namesOfRows(talk, talk.text);
  return which === '' ? null : { which };
}

const ALL =
  /\b(?:every(?: single| last)? (?:item|one|thing|row|job|task)|everything|all of (?:it|them)|them all|it all|the (?:whole )?lot|whole (?:list|lot|thing)|both)\b/;

function rowsOrAll(talk: ScreenTalk): MeantArguments | null {
  return rows(talk) ?? (ALL.test(talk.text) ? {} : null);
}
