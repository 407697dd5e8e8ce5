import type { Canvas, CanvasReference, CanvasRow, RowTest } from '../../../ipc/canvas-schema.ts';
import { rowsThat } from '../../../ipc/row-test.ts';
import type { CanvasDesk, SkillResult, Surroundings } from '../skill.ts';
import { declined } from '../skill-sentences.ts';
import { joinSpoken } from '../words/duration-words.ts';
import { sayCount } from '../words/number-speech.ts';
import { conditionIn } from './conditions.ts';

/** What skills of the canvas share: when their words can be meant, and how they speak of what is shown. */

export const NOTHING_SHOWN = 'Nothing is on the screen yet. Say for example: make a shopping list.';
/** More are counted, not read aloud. */
const MOST_SPOKEN = 5;

export function isShown({ canvas }: Pick<Surroundings, 'canvas'>): boolean {
  return canvas() !== null;
}

export function hasColumns({ canvas }: Pick<Surroundings, 'canvas'>): boolean {
  return (canvas()?.columns.length ?? 0) > 0;
}

/** Rows of an order are for the skills that know the menu. */
export function hasFreeRows({ canvas }: Pick<Surroundings, 'canvas'>): boolean {
  return hasColumns({ canvas }) && canvas()?.kind !== 'order';
}

/** "milk and eggs", or "seven things". */
export function spoken(items: readonly string[]): string {
  return items.length > MOST_SPOKEN ? `${sayCount(items.length)} things` : joinSpoken(items.map(lowerFirst));
}

/** "Milk is", "eggs are", "salt and pepper are". */
export function beOf(names: readonly string[]): 'is' | 'are' {
  const [only = ''] = names;
  return names.length === 1 && !/(?<![su])s$| and /iu.test(only) ? 'is' : 'are';
}

const ALWAYS_CAPITAL =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/** Names keep their capitals: only words that hold no other capital or figure lose the first. */
export function lowerFirst(text: string): string {
  const isName = ALWAYS_CAPITAL.test(text) || /\s\p{Lu}/u.test(text) || !/^\p{Lu}\p{Ll}+(?: |$)/u.test(text);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** What a row is called: its first cell that is not empty. */
export function rowName({ cells }: CanvasRow): string {
  return cells.find((cell) => cell !== '') ?? 'an empty row';
}

/** One row, or the sentence that asks which. */
export function oneRow(desk: CanvasDesk, words: string): CanvasRow | SkillResult {
  const rows = severalRows(desk, words);
  if (!Array.isArray(rows)) return rows as SkillResult;
  const [row] = rows as CanvasRow[];
  return row === undefined || rows.length > 1 ? declined(`Which one? ${which(rows)}`) : row;
}

/** "The last thing *on the list*" */
const ON_SCREEN = / (?:on|from|off|in|of) (?:the|my|our|this|that) (?:(?!list|table|plan)\p{L}+ )?(?:list|table|plan)$/iu;

/** "Whichever street comes first" */
const WHICHEVER =
  /^(?:whichever|whatever|the one (?:that|which))(?: \p{L}+){0,2} (?:comes?|is|stands)(?: at the)?(?: very)? (?<end>first|last|top|bottom)$/iu;

const COUNTED =
  /^(?:the|that|this|my) (?:very )?(?:first|second|third|fourth|fifth|last|top|bottom) (?:one|thing|item|row|entry|line)(?= \S)/iu;
/** "Dishes *Maddie did them*" */
const TOLD_AFTER =
  / (?:(?:\p{Lu}[\p{L}'’]+|i|he|she|we|they|nobody|everybody|somebody) (?:(?:just|already|has|have|had) )*(?:did|done|got|has|have|took|bought|finished|made|packed|paid|ate|used) (?:it|them|that|those)|(?:it|they|he|she|nobody|i|we)(?:'s|'re|'ve| is| are| was| were| has| have| can't| won't| don't| doesn't) .*)$/u;

/** What is named, where nobody heard the comma before what was told of it; null where nothing was. */
function withoutReason(words: string): string | null {
  const alone = COUNTED.exec(words)?.[0] ?? words.replace(TOLD_AFTER, '');
  return alone === words || alone === '' ? null : alone;
}

/** The rows that are meant together, or the sentence that asks which. */
export function severalRows(desk: CanvasDesk, said: string): readonly CanvasRow[] | SkillResult {
  const words = said.replace(ON_SCREEN, '').replace(WHICHEVER, 'the $<end> one');
  const found = rowsByCondition(desk.current(), words);
  if (found !== null) return found;
  const reference: CanvasReference<CanvasRow> = desk.rows(words);
  if ('means' in reference) return reference.means;
  if ('mayMean' in reference) return declined(`Which one? ${which(reference.mayMean)}`);
  const alone = withoutReason(words);
  if (alone !== null) return severalRows(desk, alone);
  return declined(`I don't see ${lowerFirst(words.replace(/^the /i, ''))} on ${shownName(desk.current())}.`);
}

/** The rows that pass, or why none does; null when the words are no condition. */
function rowsByCondition(shown: Canvas | null, words: string): readonly CanvasRow[] | SkillResult | null {
  const test = shown === null ? null : rowTestSaid(shown, words);
  if (shown === null || test === null) return null;
  if (!('columnId' in test)) return test;
  const rows = rowsThat(shown, test);
  return rows.length === 0 ? declined(`Nothing on ${shownName(shown)} is like that.`) : rows;
}

/** What the words ask of a row, or the sentence that asks by which column; null when the words are no condition. */
export function rowTestSaid(shown: Canvas, words: string): RowTest | SkillResult | null {
  const condition = conditionIn(words, shown);
  if (condition === null || 'test' in condition) return condition?.test ?? null;
  const names = condition.mayBeOf.map(({ name }) => lowerFirst(name));
  return declined(names.length === 0 ? `There are no such numbers on ${shownName(shown)}.` : `By what: ${names.join(' or ')}?`);
}

export function shownName(canvas: Canvas | null): string {
  return canvas === null ? 'the screen' : `the ${canvas.name.replace(/^the /i, '')}${saysKind(canvas) ? '' : ` ${canvas.kind}`}`;
}

export function isRefusal(found: object): found is SkillResult {
  return 'sentence' in found;
}

/** Rows of the same name are told apart by their next cell, or by their place. */
function which(rows: readonly CanvasRow[]): string {
  const names = rows.map((row) =>
    row.cells
      .filter((cell) => cell !== '')
      .slice(0, 2)
      .join(', '),
  );
  const distinct = new Set(names).size === names.length;
  return `There are ${joinSpoken(distinct ? names : rows.map((row) => rowName(row)))}.`;
}

function saysKind({ name, kind }: Canvas): boolean {
  return kind === 'note' || kind === 'code' || new RegExp(`\\b${kind}\\b`, 'i').test(name);
}
