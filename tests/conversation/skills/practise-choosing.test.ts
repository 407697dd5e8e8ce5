import { expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { practiseChoosing } from '../../../electron/conversation/skills/practise-choosing.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';

it('reads with every tool', () => {
  const tools = toolDefinitions(builtInSkills);
  const read: string[] = [];
  const watched = tools.map((tool) => ({
    ...tool,
    match: (words: string) => {
      read.push(tool.name);
      return tool.match(words);
    },
  }));
  const steps = [...practiseChoosing(watched)];
  expect(new Set(read)).toEqual(new Set(tools.map(({ name }) => name)));
  expect(steps.length).toBe(read.length);
});
