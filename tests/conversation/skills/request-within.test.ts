import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { requestsWithin } from '../../../electron/conversation/skills/request-within.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';
import { shoppingList } from './shopping-list.ts';

const tools = toolDefinitions(builtInSkills, { knows: () => false, canvas: () => null, menu: () => null });
const beside = toolDefinitions(builtInSkills, { knows: () => false, canvas: () => shoppingList, menu: () => null });

describe('a request in a story', () => {
  it.each([
    ["I've got an early flight tomorrow, so get me up at quarter to five", 'timer.alarm', { time: 'quarter to five' }],
    ["can you wake me at half past six please I mustn't miss the bus", 'timer.alarm', { time: 'half past six' }],
    ["We're splitting the bill, so what's eighty four divided by six?", 'math.compute', { expression: 'eighty four divided by six' }],
    ["we can't agree who's washing up so heads or tails", 'chance.coin', {}],
    ['my recipe says two hundred grams, what would that be in ounces?', 'units.convert', { measure: 'two hundred grams', unit: 'ounces' }],
    ['I can hardly hear you over the extractor fan so speak up', 'speech.louder', {}],
    ['oh forget about the timer, I already took the eggs out', 'timer.cancel', {}],
  ])('%s', (said, name, args) => {
    const best = bestTool(tools, said);
    expect(best?.tool.name).toBe(name);
    expect(best?.match.arguments).toEqual(args);
  });

  it.each([
    'she said set a timer for five minutes',
    'my brother always asks what time it is',
    'if you flip a coin you get heads half of the time',
    "it's so quiet now that the kids have gone back to school",
    'we rolled the dice and I lost again',
  ])('is none in: %s', (said) => {
    expect(bestTool(tools, said)).toBeNull();
  });

  it('never deletes, forgets or renames on the strength of a part', () => {
    for (const said of ['I was angry so forget everything about me and then we ate', 'he left so my name is Bob now and that was it']) {
      expect(bestTool(tools, said)?.tool.name ?? 'none').not.toMatch(/^(?:memory|user|profile|persona)\./);
    }
  });

  it.each([
    "I've got a cold",
    'we have visitors tonight',
    "I've started learning the banjo",
    'I want to be a writer',
    'I need a break',
    'just a second',
  ])('a shown list is not touched by: %s', (said) => {
    expect(bestTool(beside, said)).toBeNull();
  });

  it('takes off the list what one has, and only that', () => {
    expect(bestTool(beside, "we've got milk")?.tool.name).toBe('canvas.remove');
    expect(bestTool(beside, "we don't need the milk and eggs any more")?.tool.name).toBe('canvas.remove');
    expect(bestTool(beside, "we've got a robin in the garden")).toBeNull();
  });

  /** By somebody who knew nothing of the phrases; of the second set 28 were right when it was first read, and none before parts were. */
  it.each([
    ['requests.txt', 32, 3],
    ['requests-second.txt', 33, 2],
  ])('is found in what people say around it: %s', (file, right, other) => {
    const read = readFileSync(new URL(`./told/${file}`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' | '))
      .map(([said = '', name]) => [bestTool(beside, said)?.tool.name ?? null, name]);
    expect(read.filter(([found, name]) => found === name).length).toBeGreaterThanOrEqual(right);
    expect(read.filter(([found, name]) => found !== null && found !== name).length).toBeLessThanOrEqual(other);
  });

  it('gives parts that begin and end where clauses do, the longest first', () => {
    expect(requestsWithin('I am baking, so set a timer for ten minutes')).toEqual(['so set a timer for ten minutes', 'I am baking']);
    expect(requestsWithin('hello there')).toEqual([]);
    expect(requestsWithin('word '.repeat(60))).toEqual([]);
  });
});
