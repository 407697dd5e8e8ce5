import { getLlama, LlamaGrammar } from 'node-llama-cpp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { defineSkill } from '../../../electron/conversation/skills/skill.ts';
import { grammarFor } from '../../../electron/conversation/skills/skills-grammar.ts';

type Llama = Awaited<ReturnType<typeof getLlama>>;
let llama: Llama;

/** Asks llama.cpp's own grammar engine; no model is needed for that. */
function accepts(grammar: string, text: string): boolean {
  const compiled = new LlamaGrammar(llama, { grammar });
  return (compiled as unknown as { _testText(text: string): boolean })._testText(text);
}

describe('the grammar of skills in llama.cpp', () => {
  beforeAll(async () => {
    llama = await getLlama({ gpu: false, build: 'never' });
  });
  afterAll(() => llama.dispose());

  it.each([
    '{"skill": "none"}',
    '{"skill": "clock.time", "arguments": {}}',
    '{"skill": "timer.set", "arguments": {"duration": "five minutes"}}',
    '{"skill": "timer.set", "arguments": {"duration": "five minutes", "label": "pasta"}}',
    '{"skill": "clock.date", "arguments": {"part": "year"}}',
    '{"skill": "clock.date", "arguments": {"day": "tomorrow", "part": "year"}}',
    '{"skill": "clock.date", "arguments": {}}',
    '{"skill": "user.rename", "arguments": {"name": "Seán \\"Johnny\\" O\'Brien"}}',
    '{"skill": "emergency.help", "arguments": {"kind": "self-harm"}}',
  ])('allows %s', (text) => {
    expect(accepts(grammarFor(builtInSkills), text)).toBe(true);
  });

  it.each([
    '',
    'none',
    '{"skill": "weather.report", "arguments": {}}',
    '{"skill": "user.rename", "arguments": {}}',
    '{"skill": "units.convert", "arguments": {"unit": "miles"}}',
    '{"skill": "timer.set", "arguments": {"duration": ""}}',
    '{"skill": "clock.date", "arguments": {"day": "never"}}',
    '{"skill": "clock.date", "arguments": {, "part": "year"}}',
    '{"skill": "none"} and more',
    `{"skill": "user.rename", "arguments": {"name": "${'x'.repeat(300)}"}}`,
    '{"skill": "user.rename", "arguments": {"name": "two\nlines"}}',
  ])('forbids %s', (text) => {
    expect(accepts(grammarFor(builtInSkills), text)).toBe(false);
  });

  it('places commas rightly whichever optional parameters are given', () => {
    const skill = defineSkill({
      name: 'test.try',
      description: 'Tries.',
      parameters: z.strictObject({ a: z.string().optional(), b: z.string().optional(), c: z.string().optional() }),
      phrases: [],
      effect: 'none',
      run: () => ({ sentence: '', data: {} }),
    });
    const grammar = grammarFor([skill]);
    const given = (names: readonly string[]) => `{"skill": "test.try", "arguments": {${names.map((name) => `"${name}": "x"`).join(', ')}}}`;
    for (const names of [[], ['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']])
      expect(accepts(grammar, given(names))).toBe(true);
    for (const names of [
      ['b', 'a'],
      ['a', 'a'],
      ['c', 'b'],
    ])
      expect(accepts(grammar, given(names))).toBe(false);
  });
});
