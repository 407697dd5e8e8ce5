import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { defineSkill } from '../../../electron/conversation/skills/skill.ts';
import { scriptedContext } from './scripted-context.ts';

const broken = defineSkill({
  name: 'test.break',
  description: 'Breaks.',
  parameters: z.strictObject({ count: z.string() }),
  phrases: ['break {count:number}'],
  effect: 'none',
  run: () => {
    throw new Error('the wire is cut');
  },
});

describe('serving skills', () => {
  const { context } = scriptedContext();

  it('gives every skill a name, a sentence, an object schema and an honest effect', () => {
    for (const tool of toolDefinitions(builtInSkills)) {
      expect(tool.name).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(tool.description).toMatch(/^[A-Z].+[.]$/);
      expect(tool.parameters).toMatchObject({ type: 'object', additionalProperties: false });
    }
    const reads = [
      'canvas.read',
      'canvas.look-up',
      'canvas.check',
      'canvas.left',
      'canvas.average',
      'order.finish',
      'order.price',
      'order.menu',
    ];
    const canvas = builtInSkills.filter(({ name }) => /^(?:canvas|order)\./.test(name) && !reads.includes(name));
    expect(canvas.filter(({ effect }) => effect !== 'writes')).toEqual([]);
    const others = builtInSkills.filter((skill) => !canvas.includes(skill));
    const writers = others.filter(({ effect }) => effect === 'writes').map(({ name }) => name);
    expect(writers.sort()).toEqual(
      [
        'chance.coin',
        'chance.dice',
        'chance.number',
        'engine.switch',
        'memory.forget',
        'memory.forget-everything',
        'memory.notice',
        'memory.remember',
        'persona.allow-about-me',
        'persona.end-round-table',
        'persona.forbid-about-me',
        'persona.hand-over',
        'persona.keep-from',
        'persona.round-table',
        'persona.switch',
        'persona.tell-again',
        'profile.switch',
        'speech.faster',
        'speech.louder',
        'speech.quieter',
        'speech.slower',
        'speech.stop',
        'timer.alarm',
        'timer.cancel',
        'timer.set',
        'user.rename',
      ].sort(),
    );
    expect(new Set(builtInSkills.map(({ name }) => name)).size).toBe(builtInSkills.length);
  });

  it('makes the schema from the zod parameters, defaults optional', () => {
    const [tool] = toolDefinitions(builtInSkills.filter(({ name }) => name === 'timer.set'));
    expect(tool?.parameters).toEqual({
      type: 'object',
      properties: {
        duration: { type: 'string', maxLength: 120, description: 'five minutes; an hour and a half; ask when it was not said' },
        label: { type: 'string', maxLength: 60, description: 'what it is for: pasta' },
      },
      additionalProperties: false,
    });
  });

  it('compiles phrases once per skill', () => {
    expect(toolDefinitions([broken])[0]).toBe(toolDefinitions([broken])[0]);
  });

  it('matches any text without failing', () => {
    const tools = toolDefinitions(builtInSkills);
    const words = fc.constantFrom(
      'set',
      'a',
      'timer',
      'for',
      'to',
      'two',
      'and',
      'half',
      'minus',
      'times',
      'of',
      'my',
      'name',
      'is',
      'Igor',
      'not',
      '5',
      'km',
      'in',
      '-',
      ',',
      '.',
    );
    const check = (text: string) => {
      for (const { match } of tools) expect(match(text)?.score ?? 1).toBeGreaterThan(0);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check));
    fc.assert(fc.property(fc.array(words, { maxLength: 12 }), (list) => check(list.join(' '))));
  });

  it('answers an unknown skill honestly', async () => {
    const result = await runSkill(builtInSkills, 'weather.report', {}, context);
    expect(result).toEqual({ sentence: "I can't do that here.", data: { error: 'There is no skill called weather.report.' } });
  });

  it('answers arguments that do not fit honestly, and does nothing', async () => {
    const { context, timers } = scriptedContext();
    const result = await runSkill(builtInSkills, 'timer.set', { minutes: 5 }, context);
    expect(result.sentence).toBe("I didn't get all of that. Please say it again.");
    expect(result.data['error']).toContain('minutes');
    const unreadable = await runSkill(builtInSkills, 'timer.set', { duration: 'a while' }, context);
    expect(unreadable.sentence).toContain('a while');
    expect(timers).toEqual([]);
  });

  it('turns an exception into a sentence and keeps its reason for the model', async () => {
    const result = await runSkill([broken], 'test.break', { count: 'two' }, context);
    expect(result).toEqual({ sentence: 'That did not work.', data: { error: 'the wire is cut' } });
  });
});
