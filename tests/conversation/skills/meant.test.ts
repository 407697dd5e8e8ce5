import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { meantArguments } from '../../../electron/conversation/skills/meant/meant-arguments.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import type { Surroundings } from '../../../electron/conversation/skills/skill.ts';

let count = 0;
const made = { newId: () => `id-${count++}`, at: '2026-11-30T10:00:00.000Z', conversationId: null };
const cows = makeCanvas(
  {
    ...{ kind: 'table', name: 'Cows', columns: ['Cow', 'Litres'] },
    rows: [
      ['Daisy', '22'],
      ['Bess', '30'],
      ['Clover', '26'],
    ],
  },
  made,
);
const around = (canvas: typeof cows | null, known: readonly string[] = []): Surroundings => ({
  ...{ canvas: () => canvas, menu: () => null },
  knows: (question) => known.includes(question),
});

/** Words that no phrase knows, whose meaning is known already. */
describe('what a skill needs, in words that ask for it by their meaning', () => {
  it.each([
    ['timer.set', 'I want six minutes on those eggs', { duration: 'six minutes' }],
    ['timer.alarm', 'the ferry will not wait so have me stirring by half past five', { time: 'half past five' }],
    ['timer.list', 'is it nearly done', {}],
    ['clock.elsewhere', "my sister's over in Nairobi and what has she got on the wall", { place: 'nairobi' }],
    ['units.convert', 'how many ounces to the pound', { measure: 'one pound', unit: 'ounces' }],
    ['units.convert', 'my scale is in grams and the recipe wants three ounces', { measure: 'three ounces', unit: 'grams' }],
    ['know.population', 'is Peru a crowded sort of place', { country: 'peru' }],
    ['spelling.spell', 'give me rhubarb one letter at a time', { word: 'rhubarb' }],
    ['know.meaning', 'she called me verbose and I had no idea', { word: 'verbose' }],
    ['math.compute', 'the bus holds seventy four and forty nine are on it, how many more can I fit', { expression: '74 minus 49' }],
    [
      'math.compute',
      'forty nine to a coach and three hundred and forty three children, how many coaches',
      { expression: '343 divided by 49' },
    ],
    ['math.compute', 'the coat was sixty five pounds, with twenty percent off what do I charge', { expression: '20 percent off 65' }],
    ['math.compute', 'a jacket for eighty dollars with a quarter off, what would I pay', { expression: '80 minus a quarter of 80' }],
    ['math.compute', 'fourteen miles each way, five days a week, how many miles is that', { expression: '2 times 14 times 5' }],
    ['math.compute', 'which number times itself gives a hundred and ninety six', { expression: 'square root of a hundred and ninety six' }],
  ])('%s: %s', (skill, words, expected) => {
    expect(meantArguments(skill, words, around(null), false)).toEqual(expected);
  });

  it.each([
    ['canvas.remove', 'Bess has been sold', { which: 'Bess' }],
    ['canvas.change', 'Daisy has gone right up to thirty four', { row: 'Daisy', value: 'thirty four' }],
    ['canvas.move', 'Clover wants to be at the top', { row: 'Clover', to: 'top' }],
    ['canvas.move', 'Daisy comes after Clover', { row: 'Daisy', to: 'after Clover' }],
    ['canvas.sort', 'I would like the highest litres up there first', { column: 'Litres', first: 'largest' }],
    ['canvas.look-up', 'which cow does the most', { most: 'most' }],
    ['canvas.rename-column', 'litres sounds grand, call that column milk', { column: 'Litres', name: 'milk' }],
    ['canvas.total', 'all of the litres in one', { column: 'Litres' }],
    ['canvas.change', 'Bess is a bit down, make hers twenty eight', { row: 'Bess', value: 'twenty eight' }],
    ['canvas.change', 'they moved Clover over to forty so change its litres', { row: 'Clover', column: 'Litres', value: 'forty' }],
    ['canvas.change', 'put Buttercup where you have got Clover', { row: 'Clover', value: 'Buttercup' }],
    ['canvas.change', 'Daisy should read a hundred and two', { row: 'Daisy', value: 'a hundred and two' }],
    ['canvas.move', 'Bess ought to follow Clover', { row: 'Bess', to: 'after Clover' }],
    ['canvas.move', 'Bess goes in between Clover and Daisy', { row: 'Bess', to: 'between Clover and Daisy' }],
    ['canvas.rename', 'give the table another name, milk records', { name: 'milk records' }],
    ['canvas.filter', 'just the ones over twenty litres', { holds: 'over twenty litres' }],
    ['canvas.filter', 'nothing but Bess', { holds: 'Bess' }],
    ['canvas.look-up', "when's Clover down for", { row: 'Clover', column: 'Litres' }],
    ['canvas.swap', 'Daisy and Clover trade spots', { row: 'Daisy', other: 'Clover' }],
    ['canvas.check', 'did Clover ever make it in', { what: 'Clover' }],
    ['canvas.check', 'have I put Buttercup down yet', { what: 'Buttercup' }],
    ['canvas.add-here', 'also need Buttercup', { items: 'Buttercup' }],
    ['canvas.move-column', 'litres wants to be first', { column: 'Litres', to: 'front' }],
  ])('%s, of what is shown: %s', (skill, words, expected) => {
    expect(meantArguments(skill, words, around(cows), false)).toEqual(expected);
    expect(meantArguments(skill, words, around(null), false)).toBeNull();
  });

  it.each([
    ['chance.number', 'one to forty nine if you would', { from: 'one', to: 'forty nine' }],
    ['chance.number', 'some number not bigger than twelve', { to: 'twelve' }],
    ['know.more-people', 'brazil or nigeria, where do they have more', { one: 'brazil', other: 'nigeria' }],
    ['know.planets', 'out of the lot, which lies furthest', { most: 'furthest' }],
    ['memory.forget', 'scrub my gym number from your memory please', { what: 'my gym number' }],
    ['memory.remember', 'save that the boiler man is called Steve', { what: 'the boiler man is called Steve' }],
    ['memory.remember', "I've lent the tent to Chidi, make sure you remember", { what: "I've lent the tent to Chidi" }],
    ['timer.set', 'twelve minutes for the dumplings', { duration: 'twelve minutes' }],
    ['engine.which', 'and the brain in there', {}],
    ['memory.forget', "my door code's different now so please forget it", { what: 'my door code' }],
  ])('%s, where the words can hardly mean anything else: %s', (skill, words, expected) => {
    expect(meantArguments(skill, words, around(null), true)).toEqual(expected);
  });

  it('changes the cell that is mentioned, not the name of its row', () => {
    const snacks = makeCanvas(
      {
        kind: 'table',
        name: 'Snacks',
        columns: ['Child', 'Snack'],
        rows: [
          ['Leo', 'Crisps'],
          ['Ivy', 'Raisins'],
        ],
      },
      made,
    );
    expect(meantArguments('canvas.change', "Ivy won't touch raisins any more so make hers banana", around(snacks), false)).toEqual({
      ...{ row: 'Ivy', column: 'Snack', value: 'banana' },
    });
  });

  it('puts back what was there before, by its name or as the last that went', () => {
    const without = { ...cows, rows: cows.rows.slice(0, 2) };
    const here = { ...around(without), earlier: () => [cows] };
    expect(meantArguments('canvas.put-back', 'reinstate Clover', here, false)).toEqual({ which: 'Clover' });
    expect(meantArguments('canvas.put-back', 'can the one you just deleted come back', here, false)).toEqual({ which: 'Clover' });
    expect(meantArguments('canvas.put-back', 'reinstate Buttercup', here, false)).toBeNull();
    expect(meantArguments('canvas.put-back', 'reinstate Clover', around(without), false)).toBeNull();
  });

  it('makes a list that is given a name, though nothing is shown', () => {
    expect(meantArguments('canvas.make', 'open a fresh list called holiday packing', around(null), false)).toEqual({
      ...{ kind: 'list', name: 'holiday packing' },
    });
  });

  it('asks memory only what memory knows', () => {
    const words = "Auntie Beverley's coming, what is it she's allergic to again";
    const known = ["what is it Auntie Beverley's allergic to again", 'what is the padlock'];
    expect(meantArguments('memory.ask', words, around(null, known), false)).toEqual({ question: known[0] });
    expect(meantArguments('memory.ask', 'and what about the padlock then', around(null, known), false)).toEqual({
      question: 'what is the padlock',
    });
    expect(meantArguments('memory.ask', words, around(null), false)).toBeNull();
  });

  it.each([
    ['timer.set', 'put a timer on'],
    ['timer.set', 'ten minutes or twenty minutes'],
    ['units.convert', 'my scale is in grams'],
    ['math.compute', 'how many apples are too many'],
    ['math.compute', 'three hundred and forty four children and forty nine to a coach, how many coaches'],
    ['spelling.spell', 'how do you say it'],
    ['speech.louder', 'I bought earplugs, but you can feel it coming up through the floor'],
    ['speech.faster', "he's really fast"],
    ['know.planets', 'which ocean is the largest'],
    ['canvas.look-up', "what's the cheapest flight to Rome"],
    ['canvas.remove', 'he said to sell Bess'],
    ['memory.forget', 'wipe the lot'],
    ['memory.forget', 'drop the gym number'],
    ['memory.forget-everything', 'wipe the lot'],
    ['emergency.help', 'my chest hurts'],
    ['no.such-skill', 'anything'],
  ])('%s is not called where it is missing, or never: %s', (skill, words) => {
    expect(meantArguments(skill, words, around(cows), false)).toBeNull();
  });

  it('is read from any words without failing, and for no skill that must be asked for in so many words', () => {
    const words = fc.array(fc.constantFrom(...'the bess litres to six pounds how many ounces each left Rome it she after , ?'.split(' ')));
    const tools = toolDefinitions(builtInSkills, around(cows, ['what is the bess']));
    fc.assert(
      fc.property(words, (said) => {
        for (const { byPhraseOnly, name, readMeant } of tools) {
          const given = readMeant?.(said.join(' '), false) ?? null;
          if (byPhraseOnly === true && !/^memory\.(?:ask|tell|forget|remember)$/.test(name)) expect(given).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });
});
