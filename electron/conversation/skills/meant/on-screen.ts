import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { frame, namesOfRows } from '../canvas/about-screen/frame.ts';
import { type ScreenTalk, screenTalk } from '../canvas/about-screen/screen-talk.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { columnMaybe, marks, type ScreenNeeds } from './mentioned.ts';
import { addedColumn, column, lookUp, make, renamedColumn, sort } from './of-columns.ts';

const nothing: ScreenNeeds = () => ({});
/** What another one said, or what is only supposed. */
const NOT_NOW = /\b(?:said|says|told me|asked me|tells me) (?:i|we|to|that)\b|^(?:if|when|whenever|imagine|suppose)\b/i;
const LONGEST_VALUE = 6;

/** Nobody's list is emptied for what he tells. */
const CLEARS = /\b(?:clear|empty|wipe|bin|scrap|delete|everything|the lot|start (?:again|over|afresh)|clean)\b/;

const NEEDS: ReadonlyMap<string, ScreenNeeds> = new Map([
  ['canvas.remove', rows],
  ['canvas.tick', rowsOrAll],
  ['canvas.untick', rows],
  ['canvas.change', change],
  ['canvas.move', move],
  ['canvas.sort', sort],
  ['canvas.look-up', lookUp],
  ['canvas.total', columnMaybe],
  ['canvas.average', columnMaybe],
  ['canvas.remove-column', column],
  ['canvas.add-column', addedColumn],
  ['canvas.rename-column', renamedColumn],
  ['canvas.make', make],
  ['canvas.clear', ({ text }) => (CLEARS.test(text) ? {} : null)],
  ...['undo', 'redo', 'read', 'left', 'show-all', 'clear-done'].map((name) => [`canvas.${name}`, nothing] as const),
]);

/** What a skill of the screen needs, where the words ask for it by their meaning; null where nothing is shown, or it was not said. */
export function readMeantOnScreen(skill: string, utterance: string, canvas: Canvas | null): MeantArguments | null {
  const isAlone = canvas === null && skill !== 'canvas.make';
  const talk = isAlone || NOT_NOW.test(utterance) ? null : screenTalk(utterance, canvas);
  return talk === null ? null : (NEEDS.get(skill)?.(talk) ?? null);
}

function rows(talk: ScreenTalk): MeantArguments | null {
  const which = namesOfRows(talk, talk.text);
  return which === '' ? null : { which };
}

const ALL = /\b(?:everything|all of (?:it|them)|them all|it all|the (?:whole )?lot|whole (?:list|lot)|both)\b/;

function rowsOrAll(talk: ScreenTalk): MeantArguments | null {
  return rows(talk) ?? (ALL.test(talk.text) ? {} : null);
}

/** "Sold out of <1>, so change them to tulips": the row, and what stands behind "to". */
const CHANGED = frame('(?<!\\S)<(?<row>\\d+)>.*? (?:to|for|into|with|at|is now|be) (?:the |some |a |an |just )*(?<value>[^<>]+?)END');

/** "<1> won again, so make their <c1> fifteen". */
const COLUMN_CHANGED = frame(
  '(?<!\\S)<(?<row>\\d+)>.*(?<!\\S)<c(?<column>\\d+)> (?:to |now |up to |down to |be |is )*(?<value>NUMBER(?: \\w+)?)(?: now| please| for me)*$',
);

function change(talk: ScreenTalk): MeantArguments | null {
  const ofColumn = COLUMN_CHANGED.exec(talk.text);
  const said = ofColumn?.indices?.groups?.['value'];
  const name = talk.canvas?.columns[Number(ofColumn?.groups?.['column'])]?.name;
  if (ofColumn !== null && said !== undefined && name !== undefined && marks(talk).length === 1) {
    return { row: namesOfRows(talk, `<${ofColumn.groups?.['row']}>`), column: name, value: talk.written(said[0], said[1]) };
  }
  const fit = CHANGED.exec(talk.text);
  const place = fit?.indices?.groups?.['value'];
  if (fit === null || place === undefined || marks(talk).length !== 1) return null;
  const value = talk.written(place[0], place[1]);
  return value === '' || value.split(' ').length > LONGEST_VALUE ? null : { row: namesOfRows(talk, `<${fit.groups?.['row']}>`), value };
}

const TO_END = /\b(?:top|bottom|front|end|start|beginning|first|last)\b(?! (?:night|week|year|time|of all))/;
const BESIDE = /\b(?<side>before|above|ahead of|after|below|behind|under) (?:the )?<(?<row>\d+)>/;

function move(talk: ScreenTalk): MeantArguments | null {
  const [row, other, ...more] = marks(talk);
  if (row === undefined || more.length > 0) return null;
  const { side, row: beside } = BESIDE.exec(talk.text)?.groups ?? {};
  const named = namesOfRows(talk, `<${row}>`);
  if (side !== undefined && beside !== undefined && beside !== row) {
    return { row: named, to: `${/^(?:after|below|behind|under)$/.test(side) ? 'after ' : ''}${namesOfRows(talk, `<${beside}>`)}` };
  }
  const end = other === undefined ? TO_END.exec(talk.text)?.[0] : undefined;
  return end === undefined ? null : { row: named, to: end };
}
