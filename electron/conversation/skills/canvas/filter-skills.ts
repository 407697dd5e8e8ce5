import { z } from 'zod';
import type { RowTest } from '../../../ipc/canvas-schema.ts';
import { rowsThat } from '../../../ipc/row-test.ts';
import { type PhraseScore, phraseMatcher } from '../phrase-matcher.ts';
import { type CanvasDesk, defineSkill, type SkillResult, type Surroundings } from '../skill.ts';
import { declined, sentenceCase } from '../skill-sentences.ts';
import { sayCount } from '../words/number-speech.ts';
import { surelyInTalk, withinTalk } from './about-screen/read-screen-talk.ts';
import { hasColumns, isRefusal, lowerFirst, NOTHING_SHOWN, rowTestSaid, shownName } from './canvas-words.ts';
import { namesShown } from './shown-things.ts';

const filter = defineSkill({
  name: 'canvas.filter',
  description: 'Shows only the rows that hold some words; the others are kept.',
  example: 'Show only those below a hundred.',
  parameters: z.strictObject({
    holds: z.string().min(1).max(100).describe('vegan; under ten euros; without a price'),
    column: z.string().max(80).optional(),
  }),
  when: hasColumns,
  phrases: [
    '(show|show me|keep|list) (only|just) [the] {holds:text}',
    '(filter|filtered) [it|the list|the table] (by|for|on|to) [the] {holds:text}',
    '(show|show me) (only|just) [the] {holds:text} (in|under) [the] {column:text} column',
  ],
  recognise: (utterance, surroundings) => surelyInTalk('canvas.filter')(utterance, surroundings) ?? recogniseOnly(utterance, surroundings),
  recogniseWithin: withinTalk('canvas.filter'),
  effect: 'writes',
  run: ({ holds, column: said }, { canvas }) => {
    const test = testSaid(canvas, holds, said);
    if (isRefusal(test)) return test;
    return filtered(canvas, test, 'holds' in test ? withoutSubject(holds) : undefined);
  },
});

const hide = defineSkill({
  name: 'canvas.hide',
  description: 'Hides the rows that hold some words, or by a number; they are kept.',
  example: 'Hide everything over fifty.',
  parameters: z.strictObject({ which: z.string().min(1).max(200).describe('everything over fifty; the ones for Sam; Rome') }),
  finds: namesShown('which'),
  when: hasColumns,
  phrases: [],
  recognise: surelyInTalk('canvas.hide'),
  recogniseWithin: withinTalk('canvas.hide'),
  effect: 'writes',
  run: ({ which }, { canvas }) => {
    const test = testSaid(canvas, which, undefined);
    if (isRefusal(test)) return test;
    const shown = canvas.current();
    const count = shown === null ? 0 : rowsThat(shown, test).length;
    if (count === 0) return declined(`Nothing on ${shownName(shown)} is like that.`);
    const refused = canvas.change({ do: 'filter', by: { ...test, isNot: true } });
    if (refused !== null) return declined(refused);
    return {
      sentence: `${sentenceCase(sayCount(count))} ${count === 1 ? 'row is' : 'rows are'} hidden.`,
      data: { hidden: which, rows: count },
    };
  },
});

const showAll = defineSkill({
  name: 'canvas.show-all',
  description: 'Shows all rows again.',
  parameters: z.strictObject({}),
  when: hasColumns,
  phrases: [
    '(show|see) [me] (everything|all|all of it|all of them|all rows|them all|the rest|the others) [again]',
    '(remove|clear|drop) the filter',
    '[show] (all|everything) again',
  ],
  recognise: surelyInTalk('canvas.show-all'),
  recogniseWithin: withinTalk('canvas.show-all'),
  effect: 'writes',
  run: (_, { canvas }) => {
    const refused = canvas.change({ do: 'show-all' });
    return refused === null
      ? { sentence: 'Here is everything again.', data: { rows: canvas.current()?.rows.length ?? 0 } }
      : declined(refused);
  },
});

export const filterSkills = [filter, hide, showAll];

const matchOnly = phraseMatcher(['(only|just) [show|show me] [the] {holds:short-text}']);

/** "Only the vegan ones" shows those; "just a second" does not, for no row holds it. */
function recogniseOnly(utterance: string, { canvas }: Surroundings): PhraseScore | null {
  const match = matchOnly(utterance);
  const held = match === null ? undefined : withoutSubject(match.arguments['holds'] ?? '').toLowerCase();
  const words = held?.split(/\s+/).filter((word) => !/^(?:ones?|rows?|things?)$/.test(word)) ?? [];
  const isThere = (word: string) =>
    canvas()?.rows.some(({ cells }) => cells.some((cell) => cell.toLowerCase().includes(word.replace(/s$/, ''))));
  return words.length > 0 && words.every(isThere) ? match : null;
}

/** "Ones for Sam", "rows that say vegan": what they hold. */
function withoutSubject(words: string): string {
  return words.replace(
    /^(?:(?:the|those|all) )*(?:ones?|those|rows?|things?|jobs?|tasks?|items?|lines?|entries) (?:(?:that|which|who) )?(?:(?:say|says|have|has|hold|holds|are|is|belong|belongs) )?(?:(?:for|with|by|of|to|from|in|on|under) )?(?:the )?(?=\S)/i,
    '',
  );
}

/** What the words ask of a row: a number, something written or nothing, or words that one of its cells holds. */
function testSaid(canvas: CanvasDesk, words: string, column: string | undefined): RowTest | SkillResult {
  const shown = canvas.current();
  if (shown === null) return declined(NOTHING_SHOWN);
  const test = rowTestSaid(shown, words);
  if (test !== null) return test;
  const wanted = withoutSubject(words).toLowerCase().replace(/s$/, '');
  const inColumn = (place: number) => shown.rows.filter(({ cells }) => (cells[place] ?? '').toLowerCase().includes(wanted)).length;
  const place =
    column === undefined
      ? shown.columns.findIndex((_, index) => inColumn(index) > 0)
      : shown.columns.findIndex(({ id }) => id === canvas.column(column)?.id);
  const held = shown.columns[place];
  if (held === undefined || inColumn(place) === 0) return declined(`Nothing on ${shownName(shown)} has ${words} in it.`);
  return { columnId: held.id, holds: wanted };
}

/** @param said what the rows hold, as it was said */
function filtered(canvas: CanvasDesk, by: RowTest, said?: string): SkillResult {
  const shown = canvas.current();
  const count = shown === null ? 0 : rowsThat(shown, by).length;
  const column = lowerFirst(shown?.columns.find(({ id }) => id === by.columnId)?.name ?? '');
  const what =
    said ??
    ('isDone' in by ? `what is ${by.isDone ? '' : 'not '}done` : undefined) ??
    ('than' in by
      ? `${column} ${by.than.replace('-', ' ')} ${by.number}`
      : `${'isEmpty' in by && by.isEmpty ? 'without' : 'with'} ${column}`);
  if (count === 0) return declined(`Nothing on ${shownName(shown)} is like that: ${what}.`);
  const refused = canvas.change({ do: 'filter', by });
  return refused === null
    ? { sentence: `Only ${what}: ${count === 1 ? 'one row' : `${count} rows`}.`, data: { shown: what, rows: count } }
    : declined(refused);
}
