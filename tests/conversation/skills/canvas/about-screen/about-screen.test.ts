import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCanvas } from '../../../../../electron/conversation/canvas/make-canvas.ts';
import { builtInSkills } from '../../../../../electron/conversation/skills/built-in-skills.ts';
import { readScreenTalk } from '../../../../../electron/conversation/skills/canvas/about-screen/read-screen-talk.ts';
import { runSkill, toolDefinitions } from '../../../../../electron/conversation/skills/serve-skills.ts';
import type { Canvas } from '../../../../../electron/ipc/canvas-schema.ts';
import { bestTool } from '../../../../../models/speech-to-speech/on-device/best-tool.ts';
import { scriptedContext } from '../../scripted-context.ts';

const made = (kind: 'list' | 'table', name: string, columns: string[], rows: string[][]) => {
  let next = 0;
  return makeCanvas({ kind, name, columns, rows }, { newId: () => `id-${next++}`, at: '2026-01-01T00:00:00Z', conversationId: null });
};
/** Things that people talk about whether they are on a list or not. */
const shown: readonly Canvas[] = [
  made('list', 'Shopping', ['Item'], [['Milk'], ['Bread'], ['Coffee'], ['Tea'], ['Cake']]),
  made('list', 'To do', ['Item'], [['Call the bank'], ['Clean the car'], ['Feed the cat'], ['Book the dentist'], ['Fix the bike']]),
  made('list', 'Guest', ['Item'], [['Mum'], ['Dad'], ['Tom'], ['Sarah'], ['Grandma']]),
  made(
    'table',
    'Trips',
    ['City', 'Price'],
    [
      ['Paris', '$80'],
      ['London', '$90'],
      ['Spain', '$100'],
    ],
  ),
  made(
    'table',
    'Family',
    ['Name', 'Age'],
    [
      ['Ben', '10'],
      ['Lucy', '8'],
      ['Mum', '50'],
    ],
  ),
  made(
    'table',
    'Chores',
    ['Task', 'Person'],
    [
      ['Dishes', 'Mum'],
      ['Ironing', 'Dad'],
      ['Garden', 'Tom'],
      ['Car', 'Sarah'],
      ['Dog', 'Ben'],
    ],
  ),
];

describe('what is asked of the screen inside of talk', () => {
  /** By three authors who knew nothing of the frames; each was measured before the frames were made by it (README). */
  it.each(
    [
      'told.txt',
      'told-done.txt',
      'told-everyday.txt',
      'told-places.txt',
      'told-conditions.txt',
      'told-several.txt',
      'told-rows.txt',
      'told-unseen.txt',
    ].flatMap(lines),
  )('%s', async (line) => {
    const [given = '', expected = '', said = ''] = line.split(' | ');
    const { context, shelf } = scriptedContext();
    const tools = toolDefinitions(builtInSkills, {
      knows: () => false,
      canvas: () => shelf.current,
      earlier: () => shelf.earlier,
      menu: () => null,
    });
    let sentence = '';
    for (const words of [...(given === '-' ? [] : given.split(' / ')), said]) {
      const best = bestTool(tools, words);
      expect(best, words).not.toBeNull();
      if (best !== null)
        ({ sentence } = await runSkill(builtInSkills, best.tool.name, best.match.arguments, { ...context, utterance: words }));
    }
    const [what = '', sign = ''] = expected.split(' ~ ');
    expect(what === 'said' ? sentence : textOf(shelf.current)).toMatch(new RegExp(sign, 'i'));
  });

  it.each(['talk.txt', 'talk-second.txt', 'talk-third.txt', '../../told/third-talk.txt'])(
    'is not found in ordinary talk, whatever is shown: %s',
    (file) => {
      const taken = lines(file).flatMap((said) =>
        shown.flatMap((canvas) => {
          const request = readScreenTalk(said, canvas);
          return request === null ? [] : [`${said}: ${request.skill} on ${canvas.name}`];
        }),
      );
      expect(taken).toEqual([]);
    },
  );

  it('takes no row off where something is taken off what it owes', () => {
    const owes = made('table', 'Money', ['Name', 'Owes'], [['Marcus', '50']]);
    const skillFor = (said: string) => readScreenTalk(said, owes)?.skill ?? null;
    expect(skillFor('Marcus paid me so knock that off the list')).toBe('canvas.remove');
    expect(skillFor('Marcus handed me a twenty so knock that off what he owes')).toBeNull();
    expect(skillFor('Marcus handed me a twenty so take it off his total')).toBeNull();
  });

  it('reads a long table within a frame of sound', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [`Thing ${at}`, `$${at}`]);
    const canvas = made('table', 'Long', ['Thing', 'Price'], rows);
    const startMs = performance.now();
    readScreenTalk('the price for thing seven went up so make it ninety five dollars', canvas);
    expect(performance.now() - startMs).toBeLessThan(200);
  });
});

function lines(file: string): readonly string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}

const written = ({ cells, done }: Canvas['rows'][number]) => (done === true ? ['[x]', ...cells] : cells);

/** Name, columns, cells and words in one line; `[x]` before the cells of what is done. */
function textOf(canvas: Canvas | null): string {
  const { name, columns, rows } = canvas ?? { name: '', columns: [], rows: [] };
  return JSON.stringify([name, columns.map((column) => column.name), ...rows.map(written), canvas?.text ?? '']).toLowerCase();
}
