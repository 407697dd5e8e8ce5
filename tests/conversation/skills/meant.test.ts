import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { meantArguments } from '../../../electron/conversation/skills/meant/meant-arguments.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import type { Surroundings } from '../../../electron/conversation/skills/skill.ts';
import type { MeantRequest } from '../../../models/speech-to-speech/realtime-model.ts';

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

const asked = (utterance: string, isSure = false, ...things: readonly string[]): MeantRequest => ({
  ...{ utterance, isSure },
  spans: things.map((text) => ({ role: 'thing', text, chance: 1 })),
});

/** Words that no phrase knows, whose meaning is known already. */
describe('what a skill needs, in words that ask for it by their meaning', () => {
  it.each([
    ['timer.set', 'I want six minutes on those eggs', { duration: 'six minutes' }],
    ['timer.alarm', 'the ferry will not wait so have me stirring by half past five', { time: 'half past five' }],
    ['timer.list', 'is it nearly done', {}],
    ['timer.alarm', 'jog my memory at half past five about the ferry', { time: 'half past five' }],
    ['memory.remember', "you ought to know that Eirlys can't abide coriander", { what: "Eirlys can't abide coriander" }],
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
    expect(meantArguments(skill, asked(words, false), around(null))).toEqual(expected);
  });

  it('asks for a rate that was told loosely, where money is surely meant', () => {
    const words = 'say a dollar gets you a hundred fifty of ours what would eighty bucks get us';
    expect(meantArguments('units.money', asked(words, true), around(null))).toEqual({ amount: '', from: '', to: '', rate: '' });
    expect(meantArguments('units.money', asked(words, false), around(null))).toBeNull();
    expect(meantArguments('units.money', asked('eighty euro with fifteen per cent off it', true), around(null))).toBeNull();
  });

  it.each([
    ['plus', 'lump together the gas at sixty three pounds and the electric at ninety one', '63 plus 91'],
    ['minus', 'four hundred and twelve on roll and nineteen off poorly so how many have we got in', '412 minus 19'],
    ['minus', 'six of the forty glasses went so what can I set out', '40 minus 6'],
    ['times', 'six coaches with fifty three seats apiece would hold how many altogether', '6 times 53'],
    ['divided', 'how long would it take to fill two thousand litres at fifty litres a minute', '2000 divided by 50'],
    ['percent-of', 'seven percent of my nineteen hundred goes on the pension so what is it', '7 percent of 1900'],
    ['percent-off', 'a two hundred and fifty dollar drill with twenty percent off so where does that put the price', '20 percent off 250'],
    ['percent-on', 'the meal is sixty four and we tip fifteen percent so what is the full whack', '64 plus 15 percent of 64'],
    ['percent-is', 'nineteen times from fifty shots so what is his percentage', '19 as a percentage of 50'],
    ['average', 'he scored twelve and then eighteen and then twenty four', '(12 + 18 + 24) / 3'],
    // The numbers do not fit the kind: what stands there is read, or nothing.
    ['percent-of', 'twelve and eighteen', null],
    ['divided', 'twelve and eighteen and four', null],
  ])('a sum whose kind is known: %s, %s', (kind, words, expression) => {
    const meant = { ...asked(words, false), kind };
    expect(meantArguments('math.compute', meant, around(null))).toEqual(expression === null ? null : { expression });
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
    ['canvas.look-up', 'what was down for the Clover cow', { row: 'Clover', column: 'Litres' }],
    ['canvas.swap', 'Daisy and Clover trade spots', { row: 'Daisy', other: 'Clover' }],
    ['canvas.check', 'did Clover ever make it in', { what: 'Clover' }],
    ['canvas.check', 'have I put Buttercup down yet', { what: 'Buttercup' }],
    ['canvas.check', 'will you look whether Buttercup is on there', { what: 'Buttercup' }],
    ['canvas.add-here', 'also need Buttercup', { items: 'Buttercup' }],
    ['canvas.move-column', 'litres wants to be first', { column: 'Litres', to: 'front' }],
  ])('%s, of what is shown: %s', (skill, words, expected) => {
    expect(meantArguments(skill, asked(words, false), around(cows))).toEqual(expected);
    expect(meantArguments(skill, asked(words, false), around(null))).toBeNull();
  });

  it.each(['Never mind that time already.', 'Just Port Vincent, three nights in a cabin.'])('no persona is named in: %s', (words) => {
    expect(meantArguments('persona.switch', asked(words, false), around(null))).toBeNull();
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
    ['clock.time', 'what time you got', {}],
    ['persona.switch', 'Let me have Winston on for a bit.', { name: 'Winston' }],
    ['persona.switch', 'Winston, please.', { name: 'Winston' }],
    ['memory.forget', "my door code's different now so please forget it", { what: 'my door code' }],
  ])('%s, where the words can hardly mean anything else: %s', (skill, words, expected) => {
    expect(meantArguments(skill, asked(words, true), around(null))).toEqual(expected);
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
    expect(meantArguments('canvas.change', asked("Ivy won't touch raisins any more so make hers banana", false), around(snacks))).toEqual({
      ...{ row: 'Ivy', column: 'Snack', value: 'banana' },
    });
  });

  it('puts back what was there before, by its name or as the last that went', () => {
    const without = { ...cows, rows: cows.rows.slice(0, 2) };
    const here = { ...around(without), earlier: () => [cows] };
    expect(meantArguments('canvas.put-back', asked('reinstate Clover', false), here)).toEqual({ which: 'Clover' });
    expect(meantArguments('canvas.put-back', asked('can the one you just deleted come back', false), here)).toEqual({ which: 'Clover' });
    expect(meantArguments('canvas.put-back', asked('reinstate Buttercup', false), here)).toBeNull();
    expect(meantArguments('canvas.put-back', asked('reinstate Clover', false), around(without))).toBeNull();
  });

  it('makes a list that is given a name, though nothing is shown', () => {
    expect(meantArguments('canvas.make', asked('open a fresh list called holiday packing', false), around(null))).toEqual({
      ...{ kind: 'list', name: 'holiday packing' },
    });
  });

  it('asks memory only what memory knows', () => {
    const words = "Auntie Beverley's coming, what is it she's allergic to again";
    const known = ["what is it Auntie Beverley's allergic to again", 'what is the padlock'];
    expect(meantArguments('memory.ask', asked(words, false), around(null, known))).toEqual({ question: known[0] });
    expect(meantArguments('memory.ask', asked('and what about the padlock then', false), around(null, known))).toEqual({
      question: 'what is the padlock',
    });
    expect(meantArguments('memory.ask', asked(words, false), around(null))).toBeNull();
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
    expect(meantArguments(skill, asked(words, false), around(cows))).toBeNull();
  });

  it('is read from any words without failing, and for no skill that must be asked for in so many words', () => {
    const words = fc.array(fc.constantFrom(...'the bess litres to six pounds how many ounces each left Rome it she after , ?'.split(' ')));
    const tools = toolDefinitions(builtInSkills, around(cows, ['what is the bess']));
    fc.assert(
      fc.property(words, words, (said, marked) => {
        for (const { byPhraseOnly, name, readMeant } of tools) {
          const given = readMeant?.(asked(said.join(' '), false, marked.join(' '))) ?? null;
          if (byPhraseOnly === true && !/^memory\.(?:ask|tell|forget|remember)$/.test(name)) expect(given).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** As the net of meaning marks it; rules need not know the frame. */
describe('what the net marks in the words', () => {
  it.each([
    ['canvas.add-here', 'Rosie came today with nineteen', ['Rosie', 'nineteen'], { items: 'Rosie, nineteen' }],
    ['canvas.add-here', 'just before Bess goes Rosie', ['Rosie'], { items: 'Rosie', at: 'before Bess' }],
    ['canvas.change', 'Daisy gave three more than that', ['three'], { row: 'Daisy', column: 'Litres', value: '25' }],
    ['canvas.change', 'knock four off for Bess', ['four'], { row: 'Bess', column: 'Litres', value: '26' }],
    ['canvas.change', 'they added it up wrong so Bess should be seventeen', ['seventeen'], { row: 'Bess', value: 'seventeen' }],
    ['canvas.change', 'Bess answers to Bessie now', ['Bessie'], { row: 'Bess', value: 'Bessie' }],
    ['canvas.change', 'Bess and Daisy are at ten', ['ten'], null],
    ['canvas.rename-column', 'litres ought to say milk', ['milk'], { column: 'Litres', name: 'milk' }],
    ['canvas.add-column', 'we could do with their age in there', ['age'], { name: 'age' }],
    ['canvas.rename', 'herd is what that should be', ['herd'], { name: 'herd' }],
    ['user.rename', 'everybody says Sparky, you may as well', ['Sparky'], { name: 'Sparky' }],
    ['timer.alarm', 'at five I have to be told about the vet', ['the vet'], { time: 'five', label: 'the vet' }],
    ['timer.alarm', 'in twenty minutes I want to hear about the vet', ['the vet'], { time: 'twenty minutes', label: 'the vet' }],
    ['memory.forget', 'my code is of no use any more', ['my code'], { what: 'my code' }],
  ] as const)('%s: %s', (skill, words, things, expected) => {
    expect(meantArguments(skill, asked(words, true, ...things), around(cows))).toEqual(expected);
  });

  it('is a new list or table, with its name, its things and its columns', () => {
    const spans = [
      { role: 'name', text: 'cricket', chance: 0.9 },
      { role: 'columns', text: 'batsman', chance: 0.9 },
      { role: 'columns', text: 'runs', chance: 0.9 },
    ] as const;
    const meant = { utterance: 'one for the cricket please, batsman and then runs', isSure: true, spans };
    expect(meantArguments('canvas.make', meant, around(null))).toEqual({ kind: 'table', name: 'cricket', columns: 'batsman and runs' });
  });

  it('is not taken where it is doubtful, or what somebody else said', () => {
    const doubtful = {
      utterance: 'herd is what that should be',
      isSure: true,
      spans: [{ role: 'thing', text: 'herd', chance: 0.4 }],
    } as const;
    expect(meantArguments('canvas.rename', doubtful, around(cows))).toBeNull();
    expect(meantArguments('canvas.rename', asked('she said that herd is a name', true, 'herd'), around(cows))).toBeNull();
  });
});
