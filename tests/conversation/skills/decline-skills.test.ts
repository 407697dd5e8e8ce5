import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offeredSkills } from '../../../electron/conversation/skills/allowed-skills.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { scriptedContext } from './scripted-context.ts';

const asked = lines('unknowable.txt').map((line) => {
  const [kind = '', said = ''] = line.split(/: (.*)/);
  return { kind, said };
});
const smallTalk = lines('small-talk.txt');
const tools = toolDefinitions(builtInSkills);

describe('what nobody can know here', () => {
  it('is asked for in 200 ways, and a hundred sentences are only talk', () => {
    expect([new Set(asked.map(({ said }) => said)).size, new Set(smallTalk).size]).toEqual([200, 100]);
  });

  it.each(asked)('"$said" is declined in one sentence, or memory says that it was never told', async ({ said }) => {
    const choice = chosen(said);
    expect(choice?.name).toMatch(/^(?:decline\.[a-z]+|memory\.ask)$/);
    const { sentence } = await runSkill(
      builtInSkills,
      choice?.name ?? '',
      choice?.arguments ?? {},
      scriptedContext({ utterance: said }).context,
    );
    expect(sentence).toMatch(/^(?:I (?:can't|don't|get no)|Nobody can know|You haven't told me)/);
    expect(sentence).not.toMatch(/\d/);
  });

  it.each(asked)('"$said" is taken for a question about $kind', ({ kind, said }) => {
    const name = chosen(said)?.name ?? '';
    const alike = kind === 'prices' ? ['decline.prices', 'decline.rates'] : [`decline.${kind}`];
    expect([...alike, 'memory.ask']).toContain(name);
  });

  it.each(smallTalk)('"%s" is not declined', (said) => {
    expect(chosen(said)?.name ?? '').not.toMatch(/^decline\./);
  });

  it('is declined here alone: a hosted engine may know, or look it up', () => {
    const offered = offeredSkills(builtInSkills, 'host');
    expect(offered.filter(({ name }) => name.startsWith('decline.'))).toEqual([]);
    const here = builtInSkills.filter(({ name }) => /^(?:decline|know)\./.test(name));
    expect(offered).toHaveLength(builtInSkills.length - here.length);
    expect(offeredSkills(builtInSkills, 'this-computer')).toHaveLength(builtInSkills.length);
  });
});

function chosen(said: string) {
  const readings = tools.flatMap((tool) => {
    const match = tool.match(said);
    return match === null ? [] : [{ name: tool.name, ...match }];
  });
  return readings.sort((one, other) => other.score - one.score)[0] ?? null;
}

function lines(name: string): readonly string[] {
  return readFileSync(new URL(`./declining/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
