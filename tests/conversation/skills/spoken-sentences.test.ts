import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

/** The choice that an engine without tool calls of its own makes: the highest score, the first of equals. */
function choose(utterance: string) {
  const readings = tools.flatMap((tool) => {
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
      expect(choose(example)?.skill).toBe(name);
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
