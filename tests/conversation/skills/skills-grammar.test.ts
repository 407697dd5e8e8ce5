import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { defineSkill } from '../../../electron/conversation/skills/skill.ts';
import { grammarFor } from '../../../electron/conversation/skills/skills-grammar.ts';

function skillWith(parameters: z.ZodType) {
  return defineSkill({
    name: 'test.try',
    description: 'Tries.',
    parameters,
    phrases: [],
    effect: 'none',
    run: () => ({ sentence: '', data: {} }),
  });
}

describe('the grammar of skills', () => {
  it('has one rule per skill and one for none', () => {
    const grammar = grammarFor(builtInSkills);
    for (const { name } of builtInSkills) expect(grammar).toContain(`call-${name.replaceAll('.', '-')} ::= `);
    expect(grammar).toMatch(/^root ::= none \| call-emergency-help/);
  });

  it('refuses parameters that it was not taught', () => {
    expect(() => grammarFor([skillWith(z.strictObject({ count: z.number() }))])).toThrow();
  });
});
