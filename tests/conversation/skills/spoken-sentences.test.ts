import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { type SpokenRow, understood } from './spoken-for-skills.ts';

/** One sentence a line. */
const notForSkills = [
  '',
  ...readFileSync(new URL('./spoken-for-none.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n'),
];
const tools = toolDefinitions(builtInSkills);
/** What examples of the screen speak of. */
const shown = makeCanvas(
  {
    kind: 'table',
    name: 'Trip',
    columns: ['What', 'Price', 'Nights', 'Month'],
    rows: [
      ['Milk', '$90'],
      ['Apples', '$40'],
    ],
  },
  { newId: randomUUID, at: '2026-01-01T00:00:00Z', conversationId: null },
);
const besideScreen = toolDefinitions(builtInSkills, { knows: () => false, canvas: () => shown, menu: () => null });

/** The choice that an engine without tool calls of its own makes: the highest score, the first of equals. */
function choose(utterance: string, offered = tools) {
  const readings = offered.flatMap((tool) => {
    const match = tool.match(utterance);
    return match === null ? [] : [{ skill: tool.name, score: match.score, parameters: match.arguments }];
  });
  return readings.sort((left, right) => right.score - left.score)[0] ?? null;
}

describe('spoken sentences', () => {
  it('are at least 250, 100 of them for no skill', () => {
    expect(understood.length + notForSkills.length).toBeGreaterThanOrEqual(250);
    expect(notForSkills.length).toBeGreaterThanOrEqual(100);
  });

  for (const [said, skill, parameters] of understood) {
    it(`"${said}" is for ${skill}`, () => {
      const choice = choose(said);
      expect(choice?.skill).toBe(skill);
      const read = builtInSkills.find(({ name }) => name === skill)?.parameters.parse(choice?.parameters);
      if (parameters !== undefined) expect(read).toEqual(parameters);
    });
  }

  it.each(builtInSkills.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example] as const])))(
    '%s is understood by its own example "%s"',
    (name, example) => {
      expect(choose(example, name.startsWith('canvas.') ? besideScreen : tools)?.skill).toBe(name);
    },
  );

  it.each(notForSkills)('"%s" is for no skill', (said) => {
    expect(choose(said)).toBeNull();
  });

  for (const [said, skill] of understood.filter(needsNoCapitals)) {
    it(`"${said}" is understood without capitals and punctuation`, () => {
      expect(choose(said.toLowerCase().replaceAll(/[.?!,](?!\d)/g, ''))?.skill).toBe(skill);
    });
  }
});

/** Names of people called, and where one sentence ends and the next begins, cannot be known without capitals and stops. */
function needsNoCapitals([said]: SpokenRow): boolean {
  return !/[.!?] \w/.test(said) && !/\b(?:nova|winston)\b/i.test(said);
}
