import { z } from 'zod';
import { type CanvasDesk, defineSkill, type SkillResult } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { surelyInTalk, withinTalk } from './about-screen/read-screen-talk.ts';
import { hasFreeRows, isRefusal, lowerFirst, oneRow, rowName, spoken } from './canvas-words.ts';
import { namesShown } from './shown-things.ts';

/** Between rows; counted from 0, as the rows stand now. */
interface Place {
  readonly at: number;
  /** "at the top", "after milk". */
  readonly said: string;
}

/**
 * Where something goes, or the sentence that asks.
 * @param words "top", "bottom", "before milk", "after milk", "between milk and eggs"; a row alone is what it goes before
 */
export function placeSaid(canvas: CanvasDesk, words: string): Place | SkillResult {
  const rows = canvas.current()?.rows ?? [];
  if (/^(?:top|first|start|beginning|front|up)$/.test(words)) return { at: 0, said: 'at the top' };
  if (/^(?:bottom|end|last|down)$/.test(words)) return { at: rows.length, said: 'at the bottom' };
  const between = /^between (?<one>.+) and (?<other>.+)$/i.exec(words)?.groups;
  const [, side = 'before', name = words] = /^(before|after) (.+)$/i.exec(words) ?? [];
  const found = (between === undefined ? [name] : [between['one'] ?? '', between['other'] ?? '']).map((said) => oneRow(canvas, said));
  const refusal = found.find((row) => isRefusal(row));
  if (refusal !== undefined && isRefusal(refusal)) return refusal;
  const named = found.flatMap((row) => (isRefusal(row) ? [] : [row]));
  const first = Math.min(...named.map(({ id }) => rows.findIndex((row) => row.id === id)));
  const said = `${between === undefined ? side.toLowerCase() : 'between'} ${named.map((row) => lowerFirst(rowName(row))).join(' and ')}`;
  return { at: between !== undefined || /^after$/i.test(side) ? first + 1 : first, said };
}

const move = defineSkill({
  name: 'canvas.move',
  description: 'Moves a row to the top, to the bottom, or before another.',
  parameters: z.strictObject({
    row: z.string().min(1).max(200),
    to: z.string().min(1).max(200).describe('top, bottom, the row it goes before, or after and the row it follows'),
  }),
  finds: namesShown('row'),
  when: hasFreeRows,
  phrases: [
    '(move|put) {row:things} (to|at|on) the [very] {to:place-end} [of (it|the list|the table)]',
    '(move|put) {row:things} (before|above) {to:text}',
    '(move|put) {row:things} {to:place-end}',
  ],
  recognise: surelyInTalk('canvas.move'),
  recogniseWithin: withinTalk('canvas.move'),
  effect: 'writes',
  run: ({ row: which, to }, { canvas }) => {
    const row = oneRow(canvas, which);
    if (isRefusal(row)) return row;
    const place = placeSaid(canvas, to);
    if (isRefusal(place)) return place;
    const from = canvas.current()?.rows.findIndex(({ id }) => id === row.id) ?? 0;
    const refused = canvas.change({ do: 'move-row', rowId: row.id, to: place.at > from ? place.at - 1 : place.at });
    return refused === null ? { sentence: `${sentenceCase(rowName(row))} is moved.`, data: { moved: rowName(row) } } : declined(refused);
  },
});

const swap = defineSkill({
  name: 'canvas.swap',
  description: "Puts two rows in each other's place.",
  example: 'Swap the first one and the last one.',
  parameters: z.strictObject({ row: z.string().min(1).max(200), other: z.string().min(1).max(200) }),
  when: hasFreeRows,
  phrases: [],
  recognise: surelyInTalk('canvas.swap'),
  effect: 'writes',
  run: ({ row: one, other }, { canvas }) => {
    const [first, second] = [oneRow(canvas, one), oneRow(canvas, other)];
    if (isRefusal(first)) return first;
    if (isRefusal(second)) return second;
    const refused = canvas.change({ do: 'swap-rows', rowIds: [first.id, second.id] });
    const names = [rowName(first), rowName(second)];
    return refused === null
      ? { sentence: `${sentenceCase(spoken(names))} have changed places.`, data: { swapped: names } }
      : declined(refused);
  },
});

export const placeSkills = [move, swap];
