import { z } from 'zod';
import { singularOf } from '../../../../models/names/singular.ts';
import type { CanvasOperation, CanvasRow } from '../../../ipc/canvas-schema.ts';
import { type PhraseScore, phraseMatcher } from '../phrase-matcher.ts';
import { requestsWithin } from '../request-within.ts';
import { type CanvasDesk, defineSkill, type Surroundings } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { beOf, hasFreeRows, lowerFirst, rowName, shownName, spoken } from './canvas-words.ts';
import { itemsIn } from './cell-words.ts';

const BACK = 'back [on|in|onto|to] [it|there|the list|my list|our list|the table|the plan]';

const PHRASES = [
  `(put|bring|get|have|add|take|want|i want|we want|i need|we need|i do want|i do need) {which:things} ${BACK}`,
  `(put|bring|get|add) back {which:things} [on|in|onto|to] [it|there|the list|the table]`,
  'restore {which:things} [to (it|the list|the table)]',
];
/** Words that mean this only of what was there. */
const matchGone = phraseMatcher([
  ...PHRASES,
  `{which:things} (can|could|should|must|may|has to|have to|needs to|need to|had better) (come|go|be|be put) ${BACK}`,
  `{which:things} (is|are) ${BACK}`,
  `(can|could|may|let) (i|we|us) (have|get|put) {which:things} ${BACK}`,
  '(undelete|unremove|reinstate|recover|rescue) {which:things}',
]);
/** Above whoever is called so: "get Rome back" asks for no persona when Rome was on the table. */
const SCORE = 1.02;
/** The same inside of talk. */
const WITHIN = 0.46;

const putBack = defineSkill({
  name: 'canvas.put-back',
  description: 'Puts a row that was taken off what is on the screen back to where it was, with all its cells.',
  example: 'Put the butter back.',
  parameters: z.strictObject({ which: z.string().min(1).max(200).describe('the butter; Rome') }),
  when: hasFreeRows,
  phrases: PHRASES,
  recognise: (utterance, surroundings) => goneIn(utterance, surroundings),
  recogniseWithin: (utterance, surroundings) => {
    const found = requestsWithin(utterance).map((part) => goneIn(part, surroundings));
    const match = found.find((one) => one !== null) ?? null;
    return match && { ...match, score: WITHIN };
  },
  effect: 'writes',
  run: ({ which }, { canvas }) => {
    const wanted = itemsIn(which);
    const found = wanted.map((name) => goneRow(canvas, name));
    const missing = wanted.filter((_, at) => found[at] === null);
    if (missing.length > 0) return declined(`I don't remember ${missing.map(lowerFirst).join(' or ')} on ${shownName(canvas.current())}.`);
    const rows = found.filter((row) => row !== null).toSorted((left, right) => left.at - right.at || left.was - right.was);
    const operations = rows.map(({ row, at }, before): CanvasOperation => ({ do: 'add-rows', rows: [[...row.cells]], at: at + before }));
    const refused = canvas.change(...operations);
    if (refused !== null) return declined(refused);
    const names = rows.map(({ row }) => rowName(row));
    return { sentence: `${sentenceCase(spoken(names))} ${beOf(names)} back on ${shownName(canvas.current())}.`, data: { back: names } };
  },
});

export const putBackSkills = [putBack];

interface GoneRow {
  readonly row: CanvasRow;
  /** Its place then, and the one it would have now. */
  readonly was: number;
  readonly at: number;
}

/** Everything that is named was there and is no more. */
function goneIn(utterance: string, { canvas, earlier }: Surroundings): PhraseScore | null {
  if (earlier === undefined || canvas() === null) return null;
  const which = matchGone(utterance)?.arguments['which'];
  const names = itemsIn(which ?? '');
  const isGone = names.length > 0 && names.every((name) => goneRow({ current: canvas, earlier }, name) !== null);
  return which !== undefined && isGone ? { arguments: { which }, score: SCORE } : null;
}

/** The row that was there last under this name; whole names go before parts. */
function goneRow(canvas: Pick<CanvasDesk, 'current' | 'earlier'>, name: string): GoneRow | null {
  const wanted = singularOf(name.toLowerCase());
  const now = canvas.current();
  const isHere = (id: string) => now?.rows.some((row) => row.id === id) === true;
  const isCalled = [(cell: string) => cell === wanted, (cell: string) => ` ${cell} `.includes(` ${wanted} `)];
  for (const fits of isCalled)
    for (const { rows } of canvas.earlier()) {
      const was = rows.findIndex(({ id, cells }) => !isHere(id) && cells.some((cell) => fits(singularOf(cell.toLowerCase()))));
      const row = rows[was];
      if (row !== undefined) return { row, was, at: rows.slice(0, was).filter(({ id }) => isHere(id)).length };
    }
  return null;
}
