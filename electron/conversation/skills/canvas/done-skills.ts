import { z } from 'zod';
import type { Canvas, CanvasRow } from '../../../ipc/canvas-schema.ts';
import { type CanvasDesk, defineSkill, type SkillResult } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { withinTalk } from './about-screen/read-screen-talk.ts';
import { beOf, hasFreeRows, isRefusal, rowName, severalRows, shownName, spoken } from './canvas-words.ts';
import { namesShown } from './shown-things.ts';

const THERE = '[[on|from|of] (it|there|the list|my list|our list|the table|the plan)]';
const DONE = '(done|finished|complete|completed|bought|packed|sorted|ticked off)';
const NOT_DONE = '(not done|undone|not finished|unfinished|open|open again|to do|still to do|not complete|incomplete)';
const FINISHED = '(finished|done|completed|ticked|ticked off|checked|checked off)';
const ONES = '[ones|items|things|rows|tasks|stuff|jobs|entries]';

const tick = defineSkill({
  name: 'canvas.tick',
  description: 'Marks rows of the list on the screen as done; they stay, struck through.',
  example: 'Tick off the milk.',
  parameters: z.strictObject({ which: z.string().min(1).max(200).optional().describe('milk; the first two; left out = everything') }),
  finds: namesShown('which'),
  when: hasFreeRows,
  phrases: [
    `(tick|tick off|check off) {which:things} ${THERE}`,
    `(tick|check) {which:things} off ${THERE}`,
    `(mark|mark off|set) {which:things} (as|off as|to) ${DONE} ${THERE}`,
  ],
  recogniseWithin: withinTalk('canvas.tick'),
  effect: 'writes',
  run: ({ which }, { canvas }) => {
    const rows = which === undefined ? (canvas.current()?.rows ?? []) : severalRows(canvas, which);
    if (isRefusal(rows)) return rows;
    return rows.length === 0 ? declined(`Nothing is on ${shownName(canvas.current())}.`) : marked(canvas, rows, true);
  },
});

const MARKS = '(ticks|check marks|tick marks)';
/** "New week, same shop, take all the ticks off": the rows stay. */
const ALL_MARKS = /\b(?:ticks|check ?marks|tick marks)\b/i;

const untick = defineSkill({
  name: 'canvas.untick',
  description: 'Takes the mark for done off rows of the list on the screen.',
  example: 'Untick it.',
  parameters: z.strictObject({ which: z.string().min(1).max(200).optional().describe('left out = what was ticked last') }),
  finds: namesShown('which'),
  when: hasFreeRows,
  phrases: [
    `(untick|uncheck|unmark|untick off) {which:things} ${THERE}`,
    '(untick|uncheck|unmark) (it|that|them|those|that one|the last one) [again]',
    `mark {which:things} as ${NOT_DONE}`,
    `mark (it|that|them|that one) [as] ${NOT_DONE}`,
    `(take|get|rub|wipe) [all] [of] [the|those|my] ${MARKS} (off|out|away) ${THERE}`,
    `(take off|remove|clear|wipe|lose|undo) [all] [of] [the|those|my] ${MARKS} ${THERE}`,
  ],
  recogniseWithin: withinTalk('canvas.untick'),
  effect: 'writes',
  run: ({ which }, { canvas, utterance }) => {
    const rows = which === undefined ? (ALL_MARKS.test(utterance) ? allTicked(canvas) : tickedLast(canvas)) : severalRows(canvas, which);
    if (isRefusal(rows)) return rows;
    return rows.length === 0 ? declined(`Nothing is ticked on ${shownName(canvas.current())}.`) : marked(canvas, rows, false);
  },
});

const left = defineSkill({
  name: 'canvas.left',
  description: 'Tells what on the list on the screen is not done yet.',
  example: "What's left?",
  parameters: z.strictObject({}),
  when: hasFreeRows,
  phrases: [
    `what [things|items|jobs] (is|are) [still] left for (me|us) to (do|get|buy|pack) [on this] ${THERE}`,
    `what [things|items|jobs] (is|are) [still] (left|outstanding|open|missing|not done|unfinished|undone|not ticked|not ticked off|to do|to be done) [now|to do|to get|to buy|to pack|yet] ${THERE}`,
    '(what|how many|how many things|how much) [else] (do|have) (i|we) [still] (have|got|need) [left] [to (do|get|buy|pack|bring)]',
    'what (have|did) (i|we) not (done|do|got|get|ticked off|finished|packed|bought) [yet]',
    `what [still] (needs|need|has|have) [still] [to be] (doing|done|buying|packing|finishing) ${THERE}`,
    `how (much|many) [things|items|jobs] (is|are) [still] left [to (do|get|buy|pack)] ${THERE}`,
    `is there anything [still] left [to (do|get|buy|pack)] ${THERE}`,
    `what else is [left] [still] ${THERE}`,
  ],
  effect: 'none',
  run: (_, { canvas }) => {
    const open = canvas.current()?.rows.filter(({ done }) => done !== true) ?? [];
    const on = shownName(canvas.current());
    if (open.length === 0) return { sentence: `Nothing is left on ${on}.`, data: { left: [] } };
    const names = open.map(rowName);
    return { sentence: `Left on ${on}: ${spoken(names)}.`, data: { left: names } };
  },
});

const clearDone = defineSkill({
  name: 'canvas.clear-done',
  description: 'Takes the rows that are marked as done off the list on the screen.',
  example: 'Clear the finished ones.',
  parameters: z.strictObject({}),
  when: hasFreeRows,
  phrases: [
    `(clear|clear out|clear off|clear away|remove|delete|drop|take off|take out|take away|get rid of|throw out|wipe|bin|lose|hide) [all] [the|those] ${FINISHED} ${ONES} [off|out|away] ${THERE}`,
    `(clear|remove|delete|drop|take|get|throw) [all] [the|those] ${FINISHED} ${ONES} (off|out|away) ${THERE}`,
    `(clear|clear out|remove|delete|drop|take off|take out|get rid of) (everything|all|what|whatever|the ones|those|all the ones) [that|which] (is|are|has been|have been|i have|we have) [already] ${FINISHED} ${THERE}`,
    `(clear|remove|delete|drop|take off) (everything|all|what|the ones|those) ${FINISHED} ${THERE}`,
  ],
  recogniseWithin: withinTalk('canvas.clear-done'),
  effect: 'writes',
  run: (_, { canvas }) => {
    const rows = canvas.current()?.rows.filter(({ done }) => done === true) ?? [];
    if (rows.length === 0) return declined(`Nothing is ticked on ${shownName(canvas.current())}.`);
    const refused = canvas.change({ do: 'remove-rows', rowIds: rows.map(({ id }) => id) });
    if (refused !== null) return declined(refused);
    const names = rows.map(rowName);
    return { sentence: `${sentenceCase(spoken(names))} ${beOf(names)} cleared.`, data: { removed: names } };
  },
});

export const doneSkills = [tick, untick, left, clearDone];

function marked(canvas: CanvasDesk, rows: readonly CanvasRow[], done: boolean): SkillResult {
  const names = rows.map(rowName);
  const said = `${sentenceCase(spoken(names))} ${beOf(names)}`;
  if (rows.every((row) => (row.done === true) === done)) return declined(`${said} ${done ? 'done already' : 'not done yet'}.`);
  const refused = canvas.change({ do: 'mark-rows', rowIds: rows.map(({ id }) => id), done });
  if (refused !== null) return declined(refused);
  const isLast = done && canvas.current()?.rows.every((row) => row.done === true) === true;
  return { sentence: `${said} ${done ? 'done' : 'no longer done'}.${isLast ? ' Nothing is left.' : ''}`, data: { done, rows: names } };
}

/** The rows whose mark came last, as far as they still have it; the only one that has it, when that was longer ago. */
function allTicked(canvas: CanvasDesk): readonly CanvasRow[] {
  return canvas.current()?.rows.filter(({ done }) => done === true) ?? [];
}

function tickedLast(canvas: CanvasDesk): readonly CanvasRow[] {
  const ticked = allTicked(canvas);
  const wasOpen = ({ rows }: Canvas, { id }: CanvasRow) => rows.some((row) => row.id === id && row.done !== true);
  for (const before of canvas.earlier()) {
    const since = ticked.filter((row) => wasOpen(before, row));
    if (since.length > 0) return since;
  }
  return ticked;
}
