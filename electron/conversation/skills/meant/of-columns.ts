import { frame, namesOfRows } from '../canvas/about-screen/frame.ts';
import type { ScreenTalk } from '../canvas/about-screen/screen-talk.ts';
import { columnOfSuperlative, putsLargestFirst, SUPERLATIVES } from '../canvas/superlatives.ts';
import type { MeantArguments } from './meant-arguments.ts';
import { columnMaybe, marks } from './mentioned.ts';

/** What sorts, looks up, names and makes columns. */

const FIRST = new RegExp(`\\b(?:(?:most|least|more|fewer|highest|lowest) ?(?:\\w+ )?|fewest|${SUPERLATIVES}|best|worst|soonest)\\b`);
const BY_LETTER = /\b(?:alphabet\w*|a to z)\b/;

export function sort(talk: ScreenTalk): MeantArguments | null {
  const first = FIRST.exec(talk.text)?.[0].trim();
  const [named, spokenOf] = [columnMaybe(talk)['column'], first === undefined ? undefined : columnOfSuperlative(talk.canvas, first)?.name];
  // "Sort the dogs youngest first": dogs are what is sorted.
  const name = named === talk.canvas?.columns[0]?.name ? (spokenOf ?? named) : (named ?? spokenOf);
  if (name === undefined) return BY_LETTER.test(talk.text) ? {} : null;
  return { column: name, ...(first !== undefined && putsLargestFirst(first) ? { first: 'largest' } : {}) };
}

const MOST = new RegExp(`\\b(?:${SUPERLATIVES}|(?:most|least) expensive|best|worst|most|least|fewest)\\b`);

const COUNTED = /\b(?:first|second|third|fourth|fifth|sixth|last|next)\b/;
const OF_THE_LIST = /\bon (?:the|my|our|this|that) (?:\w+ )?(?:list|table|plan|screen)\b/;
/** Of what is shown: "what's the cheapest flight to Rome" is asked of the world, whatever is on the screen. */
const OF_THESE = /<c\d+>|\b(?:which|what) one\b|\bof (?:them|these|those|the lot|the list|the table)\b/;

/** A cell, by its row and the name of its column; or who has the most. */
export function lookUp(talk: ScreenTalk, isSure: boolean): MeantArguments | null {
  const [row, ...more] = marks(talk);
  const counted = COUNTED.exec(talk.text)?.[0];
  if (row === undefined && counted !== undefined && OF_THE_LIST.test(talk.text)) return { row: `the ${counted} one` };
  const most = MOST.exec(talk.text)?.[0];
  if (row === undefined) {
    const isAsked = most !== undefined && (isSure || OF_THESE.test(talk.text)) && columnOfSuperlative(talk.canvas, most) !== undefined;
    return isAsked ? { most } : null;
  }
  const [own, other, third] = talk.canvas?.columns ?? [];
  const said = columnMaybe(talk)['column'];
  // "The paper bin" is named by the column of bins: what is wanted of it stands in the other one.
  const name = third === undefined && (said === undefined || said === own?.name) ? other?.name : said;
  return more.length > 0 || name === undefined ? null : { row: namesOfRows(talk, `<${row}>`), column: name };
}

export function column(talk: ScreenTalk): MeantArguments | null {
  const found = columnMaybe(talk);
  return found['column'] === undefined ? null : found;
}

const CALLED = frame(
  '\\b(?:call|called|name|rename|title|label|change|make|say|put|read) (?:it |that |this |that column |this column |the column |<c\\d+> |as |to |column )*(?<name>(?:(?!<)\\S+ ){0,2}?(?!<)\\S+?)(?: instead| please| now| rather)*$',
);

export function renamedColumn(talk: ScreenTalk): MeantArguments | null {
  const found = column(talk);
  const place = CALLED.exec(talk.text)?.indices?.groups?.['name'];
  return found === null || place === undefined ? null : { ...found, name: talk.written(place[0], place[1]) };
}

const COLUMN_FIRST = /\b(?:first|front|start|beginning|left)\b/;
const COLUMN_LAST = /\b(?:last|end|back|right)\b/;
const BESIDE_COLUMN = /\b(?:before|ahead of|in front of|left of) (?:the )?<c(?<place>\d+)>/;

/** To the front, to the end, or before another. */
export function movedColumn({ canvas, text }: ScreenTalk): MeantArguments | null {
  const places = [...new Set([...text.matchAll(/<c(\d+)>/g)].map(([, place]) => Number(place)))];
  const beside = BESIDE_COLUMN.exec(text)?.groups?.['place'];
  const moved = places.filter((place) => beside === undefined || place !== Number(beside));
  const name = moved.length === 1 ? canvas?.columns[moved[0] ?? -1]?.name : undefined;
  const other = beside === undefined ? undefined : canvas?.columns[Number(beside)]?.name;
  const to = other ?? (COLUMN_FIRST.test(text) ? 'front' : COLUMN_LAST.test(text) ? 'end' : undefined);
  return name === undefined || to === undefined ? null : { column: name, to };
}

const NEW_COLUMN =
  /\b(?:column|heading)\b.*\b(?:called|named|titled|for|saying) (?:the )?(?<name>(?:\S+ )?\S+?)(?: please| as well| too| at the end| on the end)*$/;

export function addedColumn({ text }: ScreenTalk): MeantArguments | null {
  const name = NEW_COLUMN.exec(text)?.groups?.['name'];
  return name === undefined || name.includes('<') ? null : { name };
}

const KIND = /\b(?<kind>list|table|plan)\b/;
/** "Knock me up a table, player, goals and assists". */
const TABLE_OF =
  /\btable(?: (?:with|for|of|showing|holding|listing))+ (?<columns>(?:(?!(?:i|we|so|because|would|please)\b)[^,]+, )*(?!(?:i|we)\b)(?:(?!would\b)\S+ ){1,4}?and (?:\S+ ){0,2}?\S+?)(?: would be \w+| please| for me)*$/;
/** "A fresh list for the chemist". */
const LIST_FOR =
  /\b(?:list|plan) (?:for|of) (?:the |my |our )?(?<name>(?!(?:that|it|this|me|us|him|her|them)\b)(?:\S+ ){0,2}?\S+?)(?: please| would you| for me| then)*$/;
const NAMED = /\b(?:called|named|titled|with the name|call it) (?<name>(?:\S+ ){0,4}?\S+?)(?: please| for me| thanks)*$/;
const COLUMNS =
  /\b(?:columns?|headings?) (?:for|called|named|of|saying) (?<columns>(?:\S+ ){0,8}?\S+?)(?: please| for me| on it| thanks)*$/;

/** A new list or table, with a name or with columns that are told so: what else it holds only a phrase marks off. */
export function make({ text }: ScreenTalk): MeantArguments | null {
  const kind = KIND.exec(text)?.groups?.['kind'];
  const name = NAMED.exec(text)?.groups?.['name'] ?? LIST_FOR.exec(text)?.groups?.['name'];
  const columns = COLUMNS.exec(text)?.groups?.['columns'] ?? TABLE_OF.exec(text)?.groups?.['columns'];
  if (kind === undefined || (name === undefined && columns === undefined)) return null;
  return { kind, ...(name === undefined ? {} : { name }), ...(columns === undefined ? {} : { columns }) };
}
