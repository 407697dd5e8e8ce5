import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../../electron/conversation/skills/serve-skills.ts';
import { checkedCall, nearestSpan } from '../../../../models/speech-to-speech/on-device/call-line.ts';

const tools = toolDefinitions(builtInSkills);
const HEARD = 'My eggs need six and a half minutes, Bartholomew is hungry.';

describe('the call line of the small model', () => {
  it('is a call when the skill is there and its arguments were said', () => {
    expect(checkedCall('@timer.set {"duration":"six and a half minutes","label":"eggs"}', tools, HEARD)).toEqual({
      name: 'timer.set',
      arguments: { duration: 'six and a half minutes', label: 'eggs' },
    });
  });

  it.each([
    ['Bartholomay', 'Bartholomew'],
    ['six and half minutes', 'six and a half minutes'],
    ['SIX AND A HALF MINUTES', 'six and a half minutes'],
    ['eggs', 'eggs'],
  ])('makes %s what was heard: %s', (written, heard) => {
    expect(nearestSpan(written, HEARD)).toBe(heard);
  });

  it.each(['Zagreb', 'nine minutes', 'seven', '', '{}', 'x'.repeat(500)])('finds no place for %j, which nobody said', (written) => {
    expect(nearestSpan(written, HEARD)).toBeNull();
  });

  it('keeps choices as choices, and leaves out those that are none', () => {
    expect(checkedCall('@clock.date {"day":"Tomorrow","part":"aeon"}', tools, 'what about the day after')).toEqual({
      name: 'clock.date',
      arguments: { day: 'tomorrow' },
    });
  });

  it.each([
    ['a skill that does not exist', '@weather.tell {"place":"Bartholomew"}'],
    ['no call', 'Hello there.'],
    ['a broken object', '@timer.set {"duration":"six'],
    ['arguments that are no words', '@timer.set {"duration":6}'],
    ['a required argument that nobody said', '@spelling.spell {"word":"Zagreb"}'],
    ['only arguments that nobody said', '@timer.set {"duration":"nine hours"}'],
    ['two lines', '@clock.time\n@timer.cancel'],
    ['an own property of objects', '@constructor'],
    ['what only canvases that are shown can do', '@canvas.clear'],
  ])('is nothing for %s', (_, line) => {
    expect(checkedCall(line, tools, HEARD)).toBeNull();
  });

  it.each([
    ['emergency.help', '{"kind":"fire"}'],
    ['memory.forget', '{"what":"Bartholomew"}'],
    ['memory.forget-everything', ''],
    ['memory.notice', '{"what":"Bartholomew is hungry"}'],
    ['persona.allow-about-me', '{"name":"Bartholomew"}'],
    ['persona.hand-over', '{"from":"Bartholomew","to":"eggs"}'],
    ['profile.switch', '{"name":"Bartholomew"}'],
    ['engine.switch', '{"name":"Bartholomew"}'],
    ['order.take', '{"words":"eggs"}'],
    ['decline.weather', ''],
  ])('never calls %s, however the model reads the words', (name, args) => {
    expect(tools.some((tool) => tool.name === name)).toBe(true);
    expect(checkedCall(`@${name} ${args}`, tools, HEARD)).toBeNull();
  });

  it('gives no skill an argument that is not a stretch of what was heard, whatever is written', () => {
    const letters = ['eggs', 'minutes', 'six', 'hungry', 'Bartholomew', '"', '\\', '}', 'is', 'need half', '٣', '😀'];
    let seed = 1;
    const next = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 2000; round += 1) {
      const value = Array.from({ length: 1 + next(4) }, () => letters[next(letters.length)]).join(' ');
      const tool = tools[next(tools.length)];
      const [key = 'x'] = Object.keys((tool?.parameters['properties'] ?? {}) as object);
      const call = checkedCall(`@${tool?.name} ${JSON.stringify({ [key]: value })}`, tools, HEARD);
      for (const argument of Object.values(call?.arguments ?? {})) {
        const choices = JSON.stringify(tool?.parameters);
        expect(HEARD.includes(argument) || choices.includes(`"${argument}"`)).toBe(true);
      }
    }
  });
});
