import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { notForSkills, understood } from './spoken-sentences.ts';

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

  it.each(understood)('"%s" is for %s', (said, skill, parameters = undefined) => {
    const choice = choose(said);
    expect(choice?.skill ?? null).toBe(skill);
    const definition = builtInSkills.find(({ name }) => name === skill);
    const read = definition?.parameters.parse(choice?.parameters);
    if (parameters !== undefined) expect(read).toEqual(parameters);
  });

  it.each(notForSkills)('"%s" is for no skill', (said) => {
    expect(choose(said)).toBeNull();
  });

  it.each(understood.filter(([, skill]) => skill !== 'emergency.help' && skill !== 'user.rename' && skill !== 'persona.switch'))(
    '"%s" is understood without capitals and punctuation',
    (said, skill) => {
      const bare = said.toLowerCase().replaceAll(/[.?!,](?!\d)/g, '');
      const names = /\b(?:nova|winston)\b/.test(bare);
      if (!names && !/\. \w/.test(said.trim().slice(0, -1)) && !/[?!] \w/.test(said)) expect(choose(bare)?.skill).toBe(skill);
    },
  );
});
