import { z } from 'zod';
import { singularOf } from '../../../../models/names/singular.ts';
import type { Canvas, CanvasColumn, CanvasOperation, CanvasRow } from '../../../ipc/canvas-schema.ts';
import { type PhraseScore, phraseMatcher } from '../phrase-matcher.ts';
import { type CanvasDesk, defineSkill, type SkillContext, type SkillResult, type Surroundings } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { readNumberAt } from '../words/number-words.ts';
import { spokenWords } from '../words/spoken-words.ts';
import { surelyInTalk, withinTalk } from './about-screen/read-screen-talk.ts';
import {
  beOf,
  hasFreeRows,
  isRefusal,
  isShown,
  lowerFirst,
  NOTHING_SHOWN,
  oneRow,
  rowName,
  severalRows,
  shownName,
  spoken,
} from './canvas-words.ts';
import { cellLike, cellsIn, cellText, itemsIn, recounted, rowsIn } from './cell-words.ts';
import { placeSaid } from './place-skills.ts';
import { namesShown } from './shown-things.ts';
import { PRICE } from './superlatives.ts';

/** What people say for putting something on what is shown; "at", "had" and "ed" are what the recogniser writes for "add". */
const ADD = 'add|put|put in|put down|stick|stick in|pop|pop in|throw in|throw|chuck|chuck in|include|jot down|write|write down|get';
const ADD_THERE = '(to|on|onto|in|into|at|down on) (it|there|that|this|here|the (list|table|plan))';
const REMOVE =
  'remove|removed|delete|deleted|drop|dropped|cross off|cross out|cross|strike|strike out|scratch|lose|take out|take off|take away|get rid of|erase|scrap|bin|ditch|leave out';
const ROW = '(row|line|entry|item)';
/** "Four hundred and ninety nine dollars fifty" */
const LONGEST_PRICE_WORDS = 8;

const add = defineSkill({
  name: 'canvas.add',
  description: 'Adds things to a list, or rows to a table or plan, on the screen.',
  parameters: z.strictObject({
    items: z.string().min(1).max(2000).describe('what was said: milk, eggs and bread'),
    list: z.string().max(100).optional().describe('which list; left out = what is shown'),
    rows: z.string().max(100_000).optional().describe('instead of items: one row a line, cells parted by |'),
    at: z.string().max(300).optional().describe('top; before milk; after milk; between milk and eggs; left out = at the end'),
  }),
  phrases: [
    `[also] (${ADD}|but|at|had|and|ed) {items:things} (to|on|onto|in|into) [the|my|our] {list:canvas-name} [too|as well]`,
    '(we|i) [also] need {items:text} on [the|my|our] {list:canvas-name}',
  ],
  recogniseWithin: withinTalk('canvas.add'),
  effect: 'writes',
  run: ({ items, list, rows, at }, context) => {
    const { canvas } = context;
    const shown = shownFor(canvas, list);
    if (shown === null) return declined(NOTHING_SHOWN);
    const added = rows === undefined ? rowsSaid(shown, items) : rowsIn(rows);
    const place = at === undefined ? null : placeSaid(canvas, at);
    if (place !== null && isRefusal(place)) return place;
    const refused = canvas.change({
      do: 'add-rows',
      rows: added.map((cells) => [...cells]),
      ...(place === null ? {} : { at: place.at }),
    });
    if (refused !== null) return declined(refused);
    const names = added.map((cells) => cells[0] ?? '');
    return {
      sentence: `${sentenceCase(spoken(names))} ${beOf(names)} on ${shownName(shown)}${place === null ? '' : `, ${place.said}`}.`,
      data: { added: names },
    };
  },
});

/** "Add milk", with nothing said of where, needs something to be shown. */
const addHere = defineSkill({
  name: 'canvas.add-here',
  description: 'Adds things to what is on the screen.',
  example: 'Put honey at the top.',
  parameters: z.strictObject({
    items: z.string().min(1).max(2000),
    at: z.string().max(300).optional().describe('top; before milk; after milk; between milk and eggs; left out = at the end'),
  }),
  when: hasFreeRows,
  phrases: [
    `[also] (${ADD}) [in|on] {items:things} [${ADD_THERE}] [too|as well]`,
    `(can|could|may) (we|i|you) [also|please] (have|get|add|put) {items:things} ${ADD_THERE}`,
    // The recogniser writes these for "add".
    '[also] (at|ad|and) {items:label}',
    `(${ADD}|at|ad|make|i want|i need|i would like) (a|another|one more|a new) ${ROW} (with|for|saying|that says|of) {items:text}`,
    '(and|also) {items:short-text} (too|as well)',
    '(we|i) [also|still] (need|want|have to get|have to buy|must get) {items:goods} [too|as well|on there]',
    'do not forget [to (add|put|write|include|get|buy)] [the] {items:things}',
    '(we|i) (forgot|almost forgot|nearly forgot) [the] {items:goods}',
  ],
  recognise: surelyInTalk('canvas.add-here'),
  recogniseWithin: withinTalk('canvas.add-here'),
  effect: 'writes',
  run: (told, context) => add.run(told, context),
});

const remove = defineSkill({
  name: 'canvas.remove',
  description: 'Takes rows off what is on the screen: "the third one", "milk", "everything over fifty", "the cities without a price".',
  example: 'Remove everything over fifty.',
  parameters: z.strictObject({ which: z.string().min(1).max(200) }),
  finds: namesShown('which'),
  when: hasFreeRows,
  phrases: [
    `(${REMOVE}) {which:things} [(from|off|on) (it|the list|the table|the plan|there|that)]`,
    `(${REMOVE}) [the] {which:things} ${ROW}`,
    '(take|cross|strike|leave|get) {which:things} (off|out|away) [of] [it|there|the list|the table|the plan]',
    'no {which:things} (any more|anymore|after all|then)',
  ],
  recognise: (utterance, surroundings) => surelyInTalk('canvas.remove')(utterance, surroundings) ?? recogniseHad(utterance, surroundings),
  recogniseWithin: withinTalk('canvas.remove'),
  effect: 'writes',
  run: ({ which }, { canvas }) => {
    const rows = severalRows(canvas, which);
    if (isRefusal(rows)) return rows;
    const refused = canvas.change({ do: 'remove-rows', rowIds: rows.map(({ id }) => id) });
    if (refused !== null) return declined(refused);
    const names = rows.map(rowName);
    return {
      sentence: `${sentenceCase(spoken(names))} ${beOf(names)} off ${shownName(canvas.current())}.`,
      data: { removed: names },
    };
  },
});

const change = defineSkill({
  name: 'canvas.change',
  description: 'Changes one cell of what is on the screen, or what a row is called.',
  parameters: z.strictObject({
    row: z.string().min(1).max(200).describe('which row: the hotel; the third one'),
    value: z.string().max(500).describe('what it is now: ninety dollars'),
    column: z.string().max(100).optional().describe('which column; left out = the one the value belongs to'),
  }),
  finds: namesShown('row'),
  when: hasFreeRows,
  phrases: [
    '(set|change) [the] {column:short-text} (of|for|off) [the] {row:text} (to|as|at) {value:text}',
    '(put|write|enter) {value:text} in [the] {column:text} column for [the] {row:text}',
    '(change|changed|turn|replace|swap|switch|make) [the] {row:things} (to|into|with|for) {value:things}',
    'instead of [the] {row:things} (put|write|make it|have|get) {value:things}',
    '(put|write|have|get) {value:things} instead of [the] {row:things}',
    'make [the] {row:text} {column:text} {value:money}',
  ],
  recognise: (utterance, surroundings) =>
    surelyInTalk('canvas.change')(utterance, surroundings) ??
    recogniseCell(utterance, surroundings) ??
    recogniseNews(utterance, surroundings),
  recogniseWithin: withinTalk('canvas.change'),
  effect: 'writes',
  run: (said, context) => setCell(said, context),
});

const clear = defineSkill({
  name: 'canvas.clear',
  description: 'Empties what is on the screen; it can be taken back.',
  parameters: z.strictObject({}),
  when: isShown,
  phrases: [
    '(clear|empty|wipe) [out] (it|the list|the table|the plan|the note|everything|all of it|it all) [out]',
    '(remove|delete|take|cross|get|clear) (everything|all of it|it all|all rows|them all|the lot) [(off|from|out of|in|on) (it|there|here|the list|the table|the plan|my list|our list)]',
    '(wipe|clear) the whole (thing|list|table|lot) [clean]',
  ],
  recogniseWithin: withinTalk('canvas.clear'),
  effect: 'writes',
  run: (_, { canvas }) => {
    const refused = canvas.change({ do: 'clear' });
    return refused === null
      ? {
          sentence: `${sentenceCase(shownName(canvas.current()))} is empty now. Say take that back if you need it.`,
          data: { cleared: true },
        }
      : declined(refused);
  },
});

export const rowSkills = [add, addHere, remove, change, clear];

/** What is shown, or the list of that name, which is made where there is none. */
function shownFor(canvas: CanvasDesk, list: string | undefined): Canvas | null {
  if (list === undefined || isWhatIsShown(list, canvas.current())) return canvas.current();
  return canvas.open(list) ?? canvas.make({ kind: 'list', name: sentenceCase(list) });
}

/** "Lisbon at seventy dollars" */
const LINK_AT_END = / (?:at|for|is|which is|who is|who's|aged|with|scored|got|has|on|costing|costs|it is|was)$/i;

/** "London forty dollars": the price goes to its column also where no comma was heard. */
function pricedRow({ columns }: Canvas, items: string): readonly string[] | null {
  const place = columns.findIndex(({ name }) => PRICE.test(name));
  const words = items.trim().split(/\s+/);
  if (place < 1 || /[,|]/.test(items)) return null;
  for (let length = Math.min(LONGEST_PRICE_WORDS, words.length - 1); length > 0; length -= 1) {
    const price = cellText(words.slice(-length).join(' '));
    const name = words.slice(0, -length).join(' ').replace(LINK_AT_END, '');
    if (isMoney(price)) return columns.map((_, at) => (at === place ? price : at === 0 ? cellText(name) : ''));
  }
  return null;
}

/** What is told of a row looks like what stands below: sixty among prices in dollars is "$60". */
function rowsSaid(shown: Canvas, items: string): readonly (readonly string[])[] {
  const above = (place: number) => shown.rows.map(({ cells }) => cells[place] ?? '');
  const rows = rowsAsSaid(shown, items);
  return shown.columns.length < 2 ? rows : rows.map((row) => row.map((cell, at) => (at === 0 ? cell : cellLike(cell, above(at)))));
}

function rowsAsSaid(shown: Canvas, items: string): readonly (readonly string[])[] {
  if (shown.columns.length < 2) return itemsIn(items).map((item) => [item]);
  const priced = pricedRow(shown, items);
  if (priced !== null) return [priced];
  if (/[,|]/.test(items)) return [cellsIn(items)];
  return [rowWithoutCommas(shown, items)];
}

/** What parts the name of a row from its next cell where nobody wrote a comma. */
const PARTS_CELLS = / (?:with|for|on|at|doing|bringing|having|making|who is|which is|aged|is|scored|got|has) /i;
const NAMES_A_DAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** "Hannah in there", "Alun in underneath". */
const PLACED_AT_END = /(?: (?:down|in|on|there|here|underneath|below))+$/i;

/** "Colin twenty", "Tuesday pasta", "Dad on bins": the first is the name, the rest the next cell. */
function rowWithoutCommas({ columns }: Canvas, items: string): readonly string[] {
  const words = items.trim().split(/\s+/);
  for (let length = Math.min(LONGEST_PRICE_WORDS, words.length - 1); length > 0; length -= 1) {
    const number = cellText(words.slice(-length).join(' '));
    const name = withoutColumn(words.slice(0, -length).join(' '), columns).replace(LINK_AT_END, '');
    if (/^[$€£]?\d/.test(number) && name !== '') return [cellText(name), number];
  }
  const [name = '', ...rest] = items.split(PARTS_CELLS);
  if (rest.length > 0 && columns.length === 2)
    return [cellText(name.replace(PLACED_AT_END, '')), cellText(withoutColumn(items.slice(name.length).replace(PARTS_CELLS, ''), columns))];
  const [first = '', ...others] = words;
  return NAMES_A_DAY.test(first) && others.length > 0 ? [cellText(first), cellText(others.join(' '))] : [cellText(items)];
}

/** "Kofi in with a score of" and "Kowalski in room" name the column of what follows. */
function withoutColumn(name: string, columns: Canvas['columns']): string {
  const [, before = '', column = ''] =
    /^(.+?)(?: (?:in|down|on))*(?: (?:with|at|for|in|on))? (?:an? |the )?(\S+)(?: of)?$/i.exec(name) ?? [];
  return columns.some((one, place) => place > 0 && plainName(one.name) === plainName(column)) ? before : name;
}

/** "Monday's dish" is the dish of Monday, where there is such a column. */
function ofRow(shown: Canvas, said: string): { readonly row: string; readonly column?: string } {
  const [, row, column = ''] = /^(?:the |my )?(?<row>.+)'s (?<column>[\p{L} ]+)$/u.exec(said) ?? [];
  const isColumn = shown.columns.some(({ name }) => plainName(name) === plainName(column));
  return row !== undefined && isColumn ? { row, column } : { row: said };
}

/** "Seven kilometres" is so many of what that column counts. */
function ofColumn({ columns }: Canvas, value: string): { readonly value: string; readonly column?: string } {
  const words = spokenWords(value).map(({ text }) => text);
  const number = readNumberAt(words, 0);
  const unit = number === null ? '' : plainName(words.slice(number.wordCount).join(' '));
  const column = columns.find(({ name }, place) => place > 0 && unit !== '' && plainName(name) === unit);
  return number === null || column === undefined ? { value } : { value: words.slice(0, number.wordCount).join(' '), column: column.name };
}

function setCell(told: { row: string; value: string; column?: string | undefined }, { canvas }: SkillContext): SkillResult {
  const shown = canvas.current();
  if (shown === null) return declined(NOTHING_SHOWN);
  const said = told.column === undefined ? { ...told, ...ofColumn(shown, told.value), ...ofRow(shown, told.row) } : told;
  const row = oneRow(canvas, said.row);
  if (isRefusal(row)) return row;
  const text = cellText(said.value);
  const asked = said.column === undefined ? columnOf(shown, row, { named: said.row, text }) : canvas.column(said.column);
  const column = keepsItsDay(shown, row, { column: asked, text }) ? shown.columns[1] : asked;
  const missing = said.column ?? 'price';
  const operations: CanvasOperation[] = [];
  if (column == null) return declined(`There is no ${missing} column. Say: add a ${missing} column.`);
  const place = shown.columns.findIndex(({ id }) => id === column.id);
  const written = writtenIn(shown, { row, place, value: said.value });
  operations.push({ do: 'set-cell', rowId: row.id, columnId: column.id, text: written });
  const refused = canvas.change(...operations);
  if (refused !== null) return declined(refused);
  const named =
    written === ''
      ? `${sentenceCase(column.name)} of ${said.row} is empty now.`
      : column.id === shown.columns[0]?.id
        ? `${sentenceCase(rowName(row))} is now ${lowerFirst(written)}.`
        : `${sentenceCase(column.name)} of ${/^\p{Lu}/u.test(said.row) ? '' : 'the '}${said.row.replace(/^the /i, '')}: ${written}.`;
  return { sentence: named, data: { row: rowName(row), column: column.name, value: written } };
}

const DAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)s?$/i;

/** "Have Nan down for that day": Tuesday may become another day, but it is its walker who is changed. */
function keepsItsDay(
  { columns }: Canvas,
  { cells }: CanvasRow,
  { column, text }: { column: CanvasColumn | null | undefined; text: string },
) {
  return columns.length === 2 && column?.id === columns[0]?.id && DAY.test(cells[0] ?? '') && !DAY.test(text);
}

/** As the cells around it are written; of a first column only how many there are may be told. */
function writtenIn({ rows }: Canvas, { row, place, value }: { row: CanvasRow; place: number; value: string }): string {
  if (place === 0) return recounted(row.cells[0] ?? '', value) ?? cellText(value);
  return cellLike(
    value,
    rows.map(({ cells }) => cells[place] ?? ''),
  );
}

const matchHad = phraseMatcher([
  '(i|we) (have already got|have already|already have|have got|already got|have|got|do not need|do not want|no longer need) {which:things} [already|any more|anymore|now|left|at home]',
]);

const matchCell = phraseMatcher([
  '(make|put) [the] {column:short-text} (of|for|off) [the] {row:text} (to|as|at) {value:text}',
  'the {column:short-text} (of|for|off) [the] {row:text} is [now] {value:text}',
]);

const matchNews = phraseMatcher([
  '[the] {row:things} (costs|cost|is priced at) [now] {value:short-text}',
  '[the] {row:things} (is|are) {value:short-text} (now|actually|instead|then|by now|these days)',
  '[the] {row:things} (is|are) [now|actually|in fact] {value:short-text}',
  '[the] {row:things} should (be|say) {value:short-text}',
]);

/** "We've got milk" takes milk off; "I've got a cold" does not, for it is on no list. */
function recogniseHad(utterance: string, { canvas }: Surroundings): PhraseScore | null {
  const names = canvas()?.rows.map(({ cells }) => plainName(cells[0] ?? '')) ?? [];
  const match = names.length === 0 ? null : matchHad(utterance);
  const things = itemsIn(match?.arguments['which'] ?? '').map(plainName);
  return things.length > 0 && things.every((thing) => names.includes(thing)) ? match : null;
}

function plainName(words: string): string {
  return singularOf(words.toLowerCase().replace(/^(?:(?:the|any|some|our|my|an?|enough|plenty of|loads of|lots of) )+/, '')).trim();
}

/** "The price of the hotel is ninety dollars" changes a cell where there is a price; "the point of it is to relax" is talk. */
function recogniseCell(utterance: string, { canvas }: Surroundings): PhraseScore | null {
  const columns = canvas()?.columns ?? [];
  const match = columns.length < 2 ? null : matchCell(utterance);
  const said = plainName(match?.arguments['column'] ?? '');
  return match !== null && columns.some(({ name }) => plainName(name) === said) ? match : null;
}

/** "Tom is ten now": said of what is shown, it changes a cell; said of anything else, it is talk. */
function recogniseNews(utterance: string, { canvas }: Surroundings): PhraseScore | null {
  const shown = canvas();
  const match = shown === null || shown.columns.length < 2 || shown.kind === 'order' ? null : matchNews(utterance);
  const row = match?.arguments['row']?.toLowerCase();
  const value = cellText(match?.arguments['value'] ?? '');
  const isThere =
    row !== undefined && shown?.rows.some(({ cells }) => cells.some((cell) => cell !== '' && plainName(cell) === plainName(row))) === true;
  return match !== null && isThere && /\d/.test(value) ? match : null;
}

/** Where a value said without its column goes: money to the prices, a number to where the row has one, words to where what they replace or what is called so stands, else to the name. */
function columnOf(
  { columns, rows }: Canvas,
  { cells }: CanvasRow,
  { named, text }: { named: string; text: string },
): CanvasColumn | undefined {
  if (isMoney(text)) return columns.find(({ name }) => PRICE.test(name));
  const numbered = /^\d/.test(text) ? columns.findIndex((_, at) => at > 0 && /^[$€£]?\d/.test(cells[at] ?? '')) : -1;
  if (numbered > 0) return columns[numbered];
  const at = (place: number, of: readonly string[], words: string) => plainName(of[place] ?? '') === plainName(words);
  const replaced = columns.findIndex((_, place) => at(place, cells, named));
  const alike = columns.findIndex((_, place) => rows.some((row) => at(place, row.cells, text)));
  return columns[Math.max(0, replaced > 0 ? replaced : alike)];
}

function isMoney(text: string): boolean {
  return /^[$€£]\d/.test(text);
}

/** "Put Sam on the list" is said of what is seen, table or not. */
const BARE_KIND = /^(?:list|table|plan|sheet|chart|grid|screen|page)$/;

function isWhatIsShown(list: string, shown: Canvas | null): boolean {
  if (shown === null) return false;
  const said = list.toLowerCase();
  if (BARE_KIND.test(said)) return true;
  return said === shown.name.toLowerCase() || said === shown.kind || said === `${shown.name.toLowerCase()} ${shown.kind}`;
}
