import { describe, expect, it } from 'vitest';
import { withPreviews } from '../../../electron/conversation/session/skill-previews.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';
import { scriptedContext } from '../skills/scripted-context.ts';

function ahead(words: string) {
  const { context, ...kept } = scriptedContext({ utterance: words });
  const tools = withPreviews(toolDefinitions(builtInSkills), builtInSkills, () => context);
  const chosen = bestTool(tools, words);
  const before = JSON.stringify(kept);
  return {
    preview: async () => await chosen?.tool.preview?.(chosen.match.arguments, words),
    run: async () => (await runSkill(builtInSkills, chosen?.tool.name ?? '', chosen?.match.arguments ?? {}, context)).sentence,
    untouched: () => JSON.stringify(kept) === before && context.timers.list().length === 0,
  };
}

describe('what a skill would say', () => {
  it.each([
    'What time is it?',
    'Set a timer for five minutes.',
    'What is twelve times seven?',
    'What can you do?',
    'How much time is left?',
  ])('is what it says, and does nothing: %s', async (words) => {
    const { preview, run, untouched } = ahead(words);
    const sentence = await preview();
    expect(untouched()).toBe(true);
    expect(sentence).toBe(await run());
  });

  it.each(['Switch to Winston.', 'Speak slower.', 'Forget everything.', 'Remember that I live in Berlin.'])(
    'is not known before a skill with effects has run: %s',
    async (words) => {
      const { preview, untouched } = ahead(words);
      expect(await preview()).toBeNull();
      expect(untouched()).toBe(true);
    },
  );
});
