import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { nearestName } from '../../../electron/conversation/skills/words/misheard-word.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';

const tools = toolDefinitions(builtInSkills);
/** What the recogniser wrote, and what was meant. */
const HEARD: readonly (readonly [heard: string, skill: string, argument: string | null])[] = [
  ['Flow down a touch.', 'speech.slower', null],
  ['He quiet.', 'speech.stop', null],
  ['How many more sleeps dole Christmas?', 'clock.days-until', 'christmas'],
  ['Set an alarm for quarter to aid in the evening.', 'timer.alarm', 'quarter to eight in the evening'],
  ['How many people live in Dranil?', 'know.population', 'brazil'],
];
const OTHERS = readFileSync(new URL('./spoken-for-none.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
/** Of sentences for no skill that sound like one, so many may be taken for it: each is a request of nearly those words. */
const MOST_MISTAKEN = 4;

describe('words that were heard as others', () => {
  it.each(HEARD)('"%s" is for %s', (heard, skill, argument) => {
    const best = bestTool(tools, heard);
    expect(best?.tool.name).toBe(skill);
    if (argument !== null) expect(Object.values(best?.match.arguments ?? {})).toContain(argument);
  });

  it('go behind all that was understood as it was heard', () => {
    expect(
      tools.every(
        ({ match, matchMisheard }) => (matchMisheard?.('set a timer for five minutes')?.score ?? 0) <= 0.2 && match !== undefined,
      ),
    ).toBe(true);
    expect(bestTool(tools, 'set a timer for five minutes')?.match.score).toBe(1);
  });

  it('never ask for what harms or leaves this computer', () => {
    for (const heard of ['forget every thin', 'wipe your memory cart', 'switch to the could', 'call me Eager', 'my name his Igor'])
      for (const { name, matchMisheard } of tools)
        if (/^(?:memory|user|engine|persona|profile|emergency)\./.test(name)) expect(matchMisheard?.(heard) ?? null).toBeNull();
  });

  it('leave alone what is for no skill, but for a handful that nearly are requests', () => {
    const some = OTHERS.filter((_, index) => index % 6 === 0);
    const mistaken = some.filter((said) => bestTool(tools, said) !== null);
    expect(mistaken.length).toBeLessThanOrEqual(MOST_MISTAKEN);
  }, 60_000);

  it('are names only when one name is nearest', () => {
    expect(nearestName('Bostrelia', ['australia', 'austria'])).toBe('australia');
    expect(nearestName('happiness', ['philippines', 'france'])).toBeNull();
  });
});
