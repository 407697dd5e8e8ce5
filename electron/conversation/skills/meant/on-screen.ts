import type { Canvas } from '../../../ipc/canvas-schema.ts';
import { frame, namesOfRows } from '../canvas/about-screen/frame.ts';
import { type ScreenTalk, screenTalk } from '../canvas/about-screen/screen-talk.ts';
import { columnOfSuperlative, putsLargestFirst, SUPERLATIVES } from '../canvas/superlatives.ts';
import type { MeantArguments } from './meant-arguments.ts';

/** Reads what a skill of the screen needs from what the words mention of it. */
type ScreenNeeds = (talk: ScreenTalk) => MeantArguments | null;

const nothing: ScreenNeeds = () => ({});
/** What another one said, or what is only supposed. */
const NOT_NOW = /\b(?:said|says|told me|asked me|tells me) (?:i|we|to|that)\b|^(?:if|when|whenever|imagine|suppose)\b/i;
const MARK = /<(\d+)>/g;
const LONGEST_VALUE = 6;

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
  ...['clear', 'undo', 'redo', 'read', 'left', 'show-all', 'clear-done'].map((name) => [`canvas.${name}`, nothing] as const),
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

const FIRST = new RegExp(`\\b(?:(?:most|least|more|fewer|highest|lowest) ?(?:\\w+ )?|fewest|${SUPERLATIVES}|best|worst|soonest)\\b`);
const BY_LETTER = /\b(?:alphabet\w*|a to z)\b/;

function sort(talk: ScreenTalk): MeantArguments | null {
  const first = FIRST.exec(talk.text)?.[0].trim();
  const name = columnMaybe(talk)['column'] ?? (first === undefined ? undefined : columnOfSuperlative(talk.canvas, first)?.name);
  if (name === undefined) return BY_LETTER.test(talk.text) ? {} : null;
  return { column: name, ...(first !== undefined && putsLargestFirst(first) ? { first: 'largest' } : {}) };
}

const MOST = new RegExp(`\\b(?:${SUPERLATIVES}|(?:most|least) expensive|best|worst|most|least|fewest)\\b`);

const COUNTED = /\b(?:first|second|third|fourth|fifth|sixth|last|next)\b/;
const OF_THE_LIST = /\bon (?:the|my|our|this|that) (?:\w+ )?(?:list|table|plan|screen)\b/;
/** Of what is shown: "what's the cheapest flight to Rome" is asked of the world, whatever is on the screen. */
const OF_THESE = /<c\d+>|\b(?:which|what) one\b|\bof (?:them|these|those|the lot|the list|the table)\b/;

/** A cell, by its row and the name of its column; or who has the most. */
function lookUp(talk: ScreenTalk): MeantArguments | null {
  const [row, ...more] = marks(talk);
  const counted = COUNTED.exec(talk.text)?.[0];
  if (row === undefined && counted !== undefined && OF_THE_LIST.test(talk.text)) return { row: `the ${counted} one` };
  const most = MOST.exec(talk.text)?.[0];
  if (row === undefined) {
    const isAsked = most !== undefined && OF_THESE.test(talk.text) && columnOfSuperlative(talk.canvas, most) !== undefined;
    return isAsked ? { most } : null;
  }
  const isOnly = talk.canvas?.columns.length === 2;
  const { column: name = isOnly ? talk.canvas?.columns[1]?.name : undefined } = columnMaybe(talk);
  return more.length > 0 || name === undefined ? null : { row: namesOfRows(talk, `<${row}>`), column: name };
}

function column(talk: ScreenTalk): MeantArguments | null {
  const found = columnMaybe(talk);
  return found['column'] === undefined ? null : found;
}

const CALLED = frame(
  '\\b(?:call|called|name|rename|title|label|change|make|say|put|read) (?:it |that |this |that column |this column |the column |<c\\d+> |as |to |column )*(?<name>(?:(?!<)\\S+ ){0,2}?(?!<)\\S+?)(?: instead| please| now| rather)*$',
);

function renamedColumn(talk: ScreenTalk): MeantArguments | null {
  const found = column(talk);
  const place = CALLED.exec(talk.text)?.indices?.groups?.['name'];
  return found === null || place === undefined ? null : { ...found, name: talk.written(place[0], place[1]) };
}

const NEW_COLUMN =
  /\b(?:column|heading)\b.*\b(?:called|named|titled|for|saying) (?:the )?(?<name>(?:\S+ )?\S+?)(?: please| as well| too| at the end| on the end)*$/;

function addedColumn({ text }: ScreenTalk): MeantArguments | null {
  const name = NEW_COLUMN.exec(text)?.groups?.['name'];
  return name === undefined || name.includes('<') ? null : { name };
}

const KIND = /\b(?<kind>list|table|plan)\b/;
const NAMED = /\b(?:called|named|titled|with the name|call it) (?<name>(?:\S+ ){0,4}?\S+?)(?: please| for me| thanks)*$/;
const COLUMNS =
  /\b(?:columns?|headings?) (?:for|called|named|of|saying) (?<columns>(?:\S+ ){0,8}?\S+?)(?: please| for me| on it| thanks)*$/;

/** A new list or table, with a name or with columns that are told so: what else it holds only a phrase marks off. */
function make({ text }: ScreenTalk): MeantArguments | null {
  const kind = KIND.exec(text)?.groups?.['kind'];
  const name = NAMED.exec(text)?.groups?.['name'];
  const columns = COLUMNS.exec(text)?.groups?.['columns'];
  if (kind === undefined || (name === undefined && columns === undefined)) return null;
  return { kind, ...(name === undefined ? {} : { name }), ...(columns === undefined ? {} : { columns }) };
}

/** The column that is mentioned, where only one is. */
function columnMaybe({ canvas, text }: ScreenTalk): MeantArguments {
  const places = new Set([...text.matchAll(/<c(\d+)>/g)].map(([, place]) => Number(place)));
  const [place] = places;
  const name = places.size === 1 ? canvas?.columns[place ?? -1]?.name : undefined;
  return name === undefined ? {} : { column: name };
}

/** Rows in the order they are mentioned, each once. */
function marks({ text }: ScreenTalk): readonly string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, row]) => row ?? ''))];
}
