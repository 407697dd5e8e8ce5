import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../../electron/conversation/memory/memory.ts';
import { answersQuestion } from '../../../electron/conversation/memory/recall/answer-question.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { emergencyIn } from '../../../electron/conversation/skills/emergency-signs.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { readRateSaid } from '../../../electron/conversation/skills/words/rate-words.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';
import { memoryStore } from '../../scenarios/memory-store.ts';

const at = '2026-03-02T10:00:00.000Z';
const today = { now: new Date(at), timeZone: 'UTC' };
const memory = new Memory(memoryStore().documents, () => `id-${made++}`);
let made = 0;
for (const words of linesOf('third-known.txt'))
  memory.remember({ id: `turn-${made++}`, at, scope: 'me', utterance: `remember that ${words}` }, words);
const known = { cards: memory.cards.list(), facts: memory.facts.list() };
const tools = toolDefinitions(builtInSkills, {
  knows: (question) => answersQuestion(question, known, today) !== null,
  canvas: () => null,
  menu: () => null,
});

/**
 * What people say around a request, and requests that point back at what was said before. The first 57 by somebody who knew nothing of
 * the phrases, 84 by their author, 38 more by the same after all that: of those 32 were right at first. The rest by another author, for
 * `entity-request.ts`: 124 that it was made for (23 understood before), then three sets of 45, 49 and 45 that were new to it each time
 * (27, 35 and 28 right at first). What is no request is ordinary talk with the same words.
 */
describe('a request in talk', () => {
  it.each(linesOf('third-skills.txt').map((line) => line.split(' | ')))('%s', (said = '', name, args) => {
    const best = bestTool(tools, said);
    expect([best?.tool.name, JSON.stringify(best?.match.arguments)]).toEqual([name, args]);
  });

  /** By a sixth author, and other ways to say the same. */
  it.each(linesOf('unseen-skills.txt').map((line) => line.split(' | ')))('%s', (said = '', name, args) => {
    const best = bestTool(tools, said);
    expect([best?.tool.name, JSON.stringify(best?.match.arguments)]).toEqual([name, args]);
  });

  it.each([...linesOf('third-talk.txt'), ...linesOf('unseen-talk.txt'), ...linesOf('seventh-talk.txt')])('is none in: %s', (said) => {
    expect(bestTool(tools, said)?.tool.name ?? null).toBeNull();
  });
});

describe('a rate', () => {
  it.each([
    ['how much is a hundred dollars in euros if one euro is one point one dollars', 'a hundred', 'one point one', 'yes'],
    ['if a pound is one point two dollars what are ten pounds in dollars', 'ten', 'one point two', undefined],
    ['what are eighty dollars in pesos at ten pesos to the dollar', 'eighty', 'ten', undefined],
    ['one dollar is a hundred and fifty jamaican dollars what are eighty dollars', 'eighty', 'a hundred and fifty', undefined],
    ['if a dollar gets you a hundred fifty jamaican dollars what would eighty bucks get us', 'eighty', 'a hundred fifty', undefined],
    ['a dollar is a hundred jamaican dollars so what are five hundred jamaican dollars in dollars', 'five hundred', 'a hundred', 'yes'],
    [
      'one american dollar gets you a dollar thirty five canadian so change eighty american into canadian',
      ...['eighty', 'one point three five', undefined],
    ],
    ["how many quid is forty dollars if a pound's a dollar twenty five", 'forty', 'one point two five', 'yes'],
  ])('is read whichever way round it was said: %s', (said, amount, rate, isTurned) => {
    expect(readRateSaid(said.split(' '))).toMatchObject({ amount, rate, ...(isTurned && { isTurned }) });
    expect(readRateSaid(said.split(' '))?.isTurned).toBe(isTurned);
  });

  it.each([
    'what are fifty euros in francs if one euro is one point one dollars',
    'a pound to a penny he forgets again',
    'how much are two dollars in euros',
    'an american told me what a dollar is worth in canadian money',
  ])('is none in: %s', (said) => {
    expect(readRateSaid(said.split(' '))).toBeNull();
  });
});

describe('what dies', () => {
  it.each([
    "my phone's about to die and the charger is upstairs",
    "the car's dying on me and the garage can't see me till Friday",
    "the goldfish is going to die if we don't feed it",
    'my old computer is trying to die on me',
    'this houseplant is dying',
    'my phone wants to die every time i open the camera',
    'the hoover is drowning you out',
    "can't hear you over the extractor fan go up a notch or two",
  ])('is no body: %s', (said) => {
    expect(emergencyIn(said)).toBeNull();
  });

  it.each([
    ['my phone is dying and so is my dad please help he is dying', 'medical'],
    ['my phone is dead and i want to die', 'self-harm'],
    ['the man in the car is dying', 'medical'],
    ["i'm in the car and i want to die", 'self-harm'],
  ])('is one beside a thing: %s', (said, kind) => {
    expect(emergencyIn(said)).toBe(kind);
  });
});

describe('what goes up', () => {
  it.each([
    'the chip pan just went up',
    'the curtains have gone up in flames',
    'our shed went up like a torch',
    'the kitchen went up and I am still inside',
  ])('burns: %s', (said) => {
    expect(emergencyIn(said)).toBe('fire');
  });

  it.each([
    'the price for Paris went up make it ninety-five dollars',
    'the price of the house went up',
    'the tent went up in five minutes',
    'the car went up the hill without trouble',
    'the building went up in less than a year',
    'a new sign has gone up outside the shop',
    'the temperature went up to forty yesterday',
    "remember that Leo's shoe size is thirty-eight",
    "Lena just texted she's coming after all so she needs to be on the guest list",
    "i can't for the life of me think where the ladder is",
  ])('does not: %s', (said) => {
    expect(emergencyIn(said)).toBeNull();
  });
});

function linesOf(name: string): readonly string[] {
  return readFileSync(new URL(`./told/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}
