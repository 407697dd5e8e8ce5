import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtInSkills } from '../../../../electron/conversation/skills/built-in-skills.ts';
import { isHardly, moveNamed, moveOf } from '../../../../models/speech-to-speech/on-device/company/moves/move-of.ts';
import { meantCall, meantInstead, surelyMeant } from '../../../../models/speech-to-speech/on-device/meant-call.ts';
import { isAcquitted, isContradicted, meantDanger, otherKind } from '../../../../models/speech-to-speech/on-device/meant-danger.ts';
import { meantWords, plainWords } from '../../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';

const { classes: SHIPPED } = z
  .object({ classes: z.array(z.string()) })
  .parse(JSON.parse(readFileSync('assets/weights/parley-meaning.json', 'utf8')));

const tool = (name: string, readMeant?: ToolDefinition['readMeant']): ToolDefinition => ({
  ...{ name, description: '', parameters: {}, effect: 'none' as const, match: () => null },
  ...(readMeant === undefined ? {} : { readMeant }),
});

describe('the choice of a skill by meaning', () => {
  it('puts the likeliest first, and writes what is marked as it was said', () => {
    const chances = Float32Array.of(0.125, 0.75, 0.125);
    const spans = [{ role: 'thing', from: 1, to: 3, chance: 0.9 } as const];
    expect(
      meantWords('Put “Brown Bread”, please', ['talk', 'canvas.add-here', 'unknown'], { vector: new Float32Array(0), chances, spans }),
    ).toEqual({
      likely: [
        { name: 'canvas.add-here', chance: 0.75 },
        { name: 'talk', chance: 0.125 },
        { name: 'unknown', chance: 0.125 },
      ],
      spans: [{ role: 'thing', text: 'Brown Bread', chance: 0.9 }],
    });
  });

  it('reads as many plain words as it finds again in what was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (said) => {
        const words = plainWords(said)
          .split(' ')
          .filter((word) => word !== '');
        const span = { role: 'thing', from: 0, to: words.length, chance: 1 } as const;
        const [found] = meantWords(said, [], {
          vector: new Float32Array(0),
          chances: new Float32Array(0),
          spans: words.length === 0 ? [] : [span],
        }).spans;
        expect(
          plainWords(found?.text ?? '')
            .split(' ')
            .filter((word) => word !== ''),
        ).toEqual(words);
      }),
    );
  });

  it('ships for skills that exist, and none that must be asked for in so many words', () => {
    // Recordings bring their own skills, which need a recording.
    const known = new Set([...builtInSkills.map(({ name }) => name), 'talk', 'unknown']);
    expect(SHIPPED.filter((name) => !known.has(name.split('/')[0] ?? name))).toEqual([]);
    expect(SHIPPED).toEqual(expect.arrayContaining(['talk/garden', 'unknown', 'timer.set', 'canvas.remove', 'math.compute/minus']));
  });

  it('knows lines for every kind of talk but the one that is none of them', () => {
    const kinds = SHIPPED.filter((name) => name.startsWith('talk/')).map((name) => name.slice('talk/'.length));
    expect(kinds.length).toBeGreaterThan(130);
    expect(kinds.filter((kind) => (moveNamed(kind)?.lines.length ?? 0) < 3)).toEqual(['other']);
  });

  it('reads words as they are spoken, without marks and capitals', () => {
    expect(plainWords("  What's LEFT — on “that”, Igor?\n")).toBe("what's left on that igor");
  });
});

describe('what words ask for by their meaning', () => {
  const sure = (name: string, chance = 0.95) => [
    { name, chance },
    { name: 'talk', chance: 1 - chance },
  ];
  const asked = (likely: ReturnType<typeof sure>, tools: readonly ToolDefinition[], words: string) =>
    meantCall(words, { tools }, async () => ({ likely, spans: [] }));

  it('is called with what the skill finds in them', async () => {
    const tools = [tool('timer.list', () => ({})), tool('timer.set', ({ utterance }) => ({ duration: utterance }))];
    expect(await asked(sure('timer.set'), tools, 'six minutes')).toEqual({ name: 'timer.set', arguments: { duration: 'six minutes' } });
  });

  it.each([
    ['it is not sure', sure('timer.list', 0.6), [tool('timer.list', () => ({}))]],
    ['nothing is asked for', sure('talk'), [tool('timer.list', () => ({}))]],
    ['what it needs was not said', sure('timer.list'), [tool('timer.list', () => null)]],
    ['it is never called so', sure('timer.list'), [tool('timer.list')]],
    ['there is no such skill now', sure('timer.list'), [tool('chance.coin', () => ({}))]],
    ['nothing could be read', [], [tool('timer.list', () => ({}))]],
  ])('is not called when %s', async (_, likely, tools) => {
    expect(await asked(likely, tools, 'how long has it got')).toBeNull();
  });

  it('is another one when the likeliest cannot be meant now, and that leaves little to the rest', async () => {
    const likely = [
      { name: 'canvas.average', chance: 0.57 },
      { name: 'math.compute', chance: 0.4 },
      { name: 'talk', chance: 0.03 },
    ];
    const tools = [tool('canvas.average', () => null), tool('math.compute', () => ({ expression: '(6 + 10) / 2' }))];
    expect((await asked(likely, tools, 'the average of six and ten'))?.name).toBe('math.compute');
    const told = [
      { name: 'canvas.average', chance: 0.45 },
      { name: 'talk', chance: 0.35 },
      { name: 'math.compute', chance: 0.2 },
    ];
    expect(await asked(told, tools, '')).toBeNull();
  });

  it('is found at half the chance where the words hold what it needs, and not where it needs nothing', async () => {
    expect((await asked(sure('timer.list', 0.6), [tool('timer.list', () => ({ which: 'pasta' }))], ''))?.name).toBe('timer.list');
    expect(await asked(sure('timer.list', 0.6), [tool('timer.list', () => ({}))], '')).toBeNull();
  });

  it('tells the skill when it can hardly be anything else', async () => {
    const told: boolean[] = [];
    const tools = [
      tool('timer.set', ({ isSure }) => {
        told.push(isSure);
        return null;
      }),
    ];
    await asked(sure('timer.set', 0.95), tools, 'twelve minutes');
    await asked(sure('timer.set', 0.8), tools, 'twelve minutes');
    expect(told).toEqual([true, false]);
  });

  describe('in parts', () => {
    const tools = [
      tool('speech.faster', () => ({})),
      tool('canvas.remove', ({ utterance }) => (utterance.includes('prawns') ? { which: 'prawns' } : null)),
    ];
    const partsOf =
      (...parts: readonly string[]) =>
      () =>
        parts.map((words) => ({ words, plain: words.replace('prawns', 'this one') }));
    const reads = (chances: Readonly<Record<string, ReturnType<typeof sure>>>) => async (words: string) => ({
      likely: chances[words] ?? sure('unknown', 0.5),
      spans: [],
    });

    it('is what the surest part asks for, where the whole says nothing', async () => {
      const read = reads({ 'go faster': sure('speech.faster'), 'you talk like grandad': sure('talk') });
      const setup = { tools, partsOf: partsOf('you talk like grandad, go faster', 'go faster', 'you talk like grandad') };
      expect((await meantCall('you talk like grandad, go faster', setup, read))?.name).toBe('speech.faster');
    });

    it('is nothing where the whole is surely told', async () => {
      const read = reads({ 'third time, again': sure('talk'), again: sure('speech.faster') });
      expect(await meantCall('third time, again', { tools, partsOf: partsOf('third time, again', 'again') }, read)).toBeNull();
    });

    it('reads what is shown by its name and without, and finds what a part lacks in the whole', async () => {
      const read = reads({ 'they come off': sure('canvas.remove'), 'the prawns, they come off': sure('talk', 0.6) });
      const setup = { tools, partsOf: partsOf('the prawns, they come off', 'they come off') };
      expect(await meantCall('the prawns, they come off', setup, read)).toEqual({ name: 'canvas.remove', arguments: { which: 'prawns' } });
    });
  });

  it('never calls what may be danger, and lets meaning clear what a rule only suspects', async () => {
    const help = { ...tool('emergency.help', () => ({})), isOfDanger: true };
    expect(
      await asked([{ name: 'emergency.help', chance: 0.9 }, ...sure('timer.list', 0.09)], [help, tool('timer.list', () => ({}))], 'help'),
    ).toBeNull();
    expect(isAcquitted('emergency.help', [{ name: 'emergency.help', chance: 0.001 }])).toBe(true);
    expect(isAcquitted('emergency.help', [{ name: 'emergency.help', chance: 0.03 }])).toBe(false);
    expect(isAcquitted('emergency.help', [])).toBe(false);
  });

  it('asks about a danger that no rule knew, where it is nearly certain', () => {
    const help = { ...tool('emergency.help'), isOfDanger: true, suspected: (kind: string) => ({ kind, doubtful: 'yes' }) };
    const fire = [
      { name: 'emergency.help/fire', chance: 0.8 },
      { name: 'emergency.help/gas', chance: 0.15 },
      { name: 'talk', chance: 0.05 },
    ];
    expect(meantDanger(fire, [help])).toEqual({ name: 'emergency.help', arguments: { kind: 'fire', doubtful: 'yes' } });
    expect(meantDanger(fire.slice(1), [help])).toBeNull();
    expect(meantDanger(fire, [])).toBeNull();
    const half = (kind: string) => [
      { name: `emergency.help/${kind}`, chance: 0.6 },
      { name: 'talk/low', chance: 0.4 },
    ];
    expect([meantDanger(half('medical'), [help]), meantDanger(half('self-harm'), [help])?.arguments['kind']]).toEqual([null, 'self-harm']);
    expect(isContradicted('emergency.help', fire)).toBe(false);
    expect(isContradicted('emergency.help', sure('talk/funny', 0.99))).toBe(true);
    expect(isContradicted('emergency.help', [])).toBe(false);
  });

  it('is of the kind that is meant, where a rule took it for one that is hardly meant, but who must leave a house leaves it', () => {
    const likely = (kind: string, chance: number) => [
      { name: `emergency.help/${kind}`, chance },
      { name: 'emergency.help/violence', chance: 0.01 },
      { name: 'talk/unwell', chance: 0.99 - chance },
    ];
    expect(otherKind('emergency.help', 'violence', likely('breathing', 0.9))).toBe('breathing');
    // Half talk, but of danger hardly anything else.
    expect(otherKind('emergency.help', 'violence', likely('breathing', 0.6))).toBe('breathing');
    expect(otherKind('emergency.help', 'violence', likely('breathing', 0.2))).toBeNull();
    expect(otherKind('emergency.help', 'breathing', likely('breathing', 0.9))).toBeNull();
    expect(otherKind('emergency.help', 'gas', likely('poisoning', 0.9))).toBeNull();
    expect(otherKind('emergency.help', 'violence', [])).toBeNull();
  });

  it('takes the place of a phrase only where that is hardly meant and something else surely is', () => {
    const tools = [tool('units.convert', () => ({ unit: 'minutes' })), tool('timer.set', () => ({}))];
    const instead = (likely: ReturnType<typeof sure>, phrased = tool('timer.set')) =>
      meantInstead(phrased, { utterance: 'turn two hours into minutes', likely, spans: [] }, tools);
    expect(instead(sure('units.convert', 0.97))?.name).toBe('units.convert');
    expect(instead(sure('units.convert', 0.97), { ...tool('canvas.several-changes'), effect: 'writes' })).toBeNull();
    expect(instead(sure('units.convert', 0.75))).toBeNull();
    expect(
      instead([
        { name: 'units.convert', chance: 0.96 },
        { name: 'timer.set', chance: 0.04 },
      ]),
    ).toBeNull();
  });

  it('knows how what is told is to be taken, where that is likelier than all else', () => {
    const taken = (name: string, chance: number, last?: string) =>
      moveOf(
        [
          { name: `talk/${name}`, chance },
          { name: 'talk/plain', chance: 0.1 },
          { name: 'talk', chance: 0.9 - chance },
        ],
        last,
      );
    expect(taken('garden', 0.6)).toMatchObject({ name: 'garden', isToMe: false });
    expect(taken('compliment', 0.6)?.isToMe).toBe(true);
    expect(taken('garden', 0.05)).toBeNull();
    // A kind that has no lines of its own, an answer to nothing, the end of a joke that nobody began.
    expect(taken('sad', 0.6)).toBeNull();
    expect([taken('yes', 0.6), taken('yes', 0.6, 'Really?')?.name]).toEqual([null, 'yes']);
    expect([taken('joke-told', 0.6), taken('joke-told', 0.6, moveNamed('joke-asked')?.lines[0])?.name]).toEqual([null, 'joke-told']);
    const asking = [
      { name: 'talk/garden', chance: 0.3 },
      { name: 'timer.set', chance: 0.7 },
    ];
    expect(moveOf(asking, undefined)).toBeNull();
  });

  it('takes a later turn for what it is after what was told before', () => {
    const talk = (...kinds: readonly (readonly [string, number])[]) => kinds.map(([name, chance]) => ({ name: `talk/${name}`, chance }));
    const alone = talk(['garden', 0.9], ['tender', 0.1]);
    expect(moveOf(alone, 'Tell me more.', talk(['tender', 0.9], ['garden', 0.1]))?.name).toBe('tender');
    // Whether it is talk at all its own words tell.
    expect(moveOf(sure('timer.set', 0.9), 'Tell me more.', talk(['tender', 0.9]))).toBeNull();
    expect(moveOf(talk(['goes-on-sad', 0.9]), undefined)).toBeNull();
  });

  it('says what is right for all kinds that are likely where none is for sure, and of that what tells the most', () => {
    const talk = (...kinds: readonly (readonly [string, number])[]) => kinds.map(([name, chance]) => ({ name: `talk/${name}`, chance }));
    const lines = (likely: ReturnType<typeof talk>, last?: string) => moveOf(likely, last)?.lines ?? [];
    const sad = talk(['death', 0.49], ['breakup', 0.45], ['garden', 0.06]);
    expect(lines(sad)).toContain("Oh no, I'm sorry.");
    expect(lines(sad, 'Tell me more.')[0]).not.toBe('I hear you.');
    expect(lines(talk(['death', 0.45], ['garden', 0.55]), 'Tell me more.')).toEqual([]);
    // Good news that is of no kind for sure is said back, but goes on well.
    const glad = talk(['garden', 0.5], ['good-food', 0.5]);
    expect(lines(glad)).toEqual([]);
    expect(lines(glad, 'Tell me more.')).toContain('How lovely.');
    // No line does for these together, but they are of one mood.
    expect(moveOf(talk(['tender', 0.45], ['won', 0.45], ['death', 0.1]), 'Tell me more.')?.name).toBe('up');
  });

  it('hardly means the mood that words sound of, where few kinds of that mood are likely', () => {
    const funny = [
      { name: 'talk/animal-naughty', chance: 0.8 },
      { name: 'talk/nature', chance: 0.1 },
      { name: 'canvas.make', chance: 0.1 },
    ];
    expect([isHardly('glad', funny), isHardly('sad', funny), isHardly('sad', [])]).toEqual([true, true, false]);
    expect(isHardly('sad', [{ name: 'talk/mess', chance: 0.5 }, ...funny])).toBe(false);
  });

  it('is surely talk, or surely unknown, only when it is very sure', () => {
    expect(surelyMeant(sure('talk', 0.99))).toBe('talk');
    expect(surelyMeant(sure('unknown', 0.99))).toBe('unknown');
    expect(surelyMeant(sure('unknown', 0.6))).toBeNull();
    expect([surelyMeant(sure('unknown', 0.8)), surelyMeant(sure('unknown', 0.8), true)]).toEqual(['unknown', null]);
    expect(surelyMeant(sure('timer.list', 0.99))).toBeNull();
    expect(surelyMeant([])).toBeNull();
  });
});
