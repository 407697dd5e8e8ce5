import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../../electron/conversation/skills/built-in-skills.ts';
import { linesOfKind, turnKindOf } from '../../../../models/speech-to-speech/on-device/company/turn-kinds.ts';
import { isAcquitted, meantCall, surelyMeant } from '../../../../models/speech-to-speech/on-device/meant-call.ts';
import { plainWords, readSkillChoice } from '../../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';

const SHIPPED: unknown = JSON.parse(readFileSync('assets/weights/parley-skill-choice.json', 'utf8'));

/** Two dimensions: the first is a timer's, the second talk's. */
const small = {
  embedding: 'scripted',
  dimensions: 2,
  skills: ['talk', 'timer.list', 'unknown'],
  scales: [0.1, 0.1, 0.1],
  offsets: [0, 0, 0],
  weights: Buffer.from(Int8Array.from([-100, 100, 100, -100, 0, 0]).buffer).toString('base64'),
};
const tool = (name: string, readMeant?: ToolDefinition['readMeant']): ToolDefinition => ({
  ...{ name, description: '', parameters: {}, effect: 'none' as const, match: () => null },
  ...(readMeant === undefined ? {} : { readMeant }),
});

describe('the choice of a skill by meaning', () => {
  it('puts the likeliest first, and its chances add up to one', () => {
    const choice = readSkillChoice(small);
    expect(choice.read(Float32Array.of(1, 0))[0]).toEqual({ name: 'timer.list', chance: expect.closeTo(1, 3) });
    expect(choice.read(Float32Array.of(0, 1))[0]?.name).toBe('talk');
    fc.assert(
      fc.property(fc.float32Array({ minLength: 2, maxLength: 2, noNaN: true, min: -1, max: 1 }), (vector) => {
        const likely = choice.read(vector);
        expect(likely.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 6);
        expect(likely.map(({ chance }) => chance)).toEqual(likely.map(({ chance }) => chance).toSorted((one, other) => other - one));
      }),
    );
  });

  it('is refused when its file is damaged', () => {
    expect(() => readSkillChoice({ ...small, weights: 'AAAA' })).toThrow('damaged');
    expect(() => readSkillChoice({ skills: [] })).toThrow();
  });

  it('ships weights for skills that exist, and none that must be asked for in so many words', () => {
    const choice = readSkillChoice(SHIPPED);
    const named = choice.read(new Float32Array(384)).map(({ name }) => name);
    // Recordings bring their own skills, which need a recording.
    const known = new Set([...builtInSkills.map(({ name }) => name), 'talk', 'unknown']);
    expect(named.filter((name) => !known.has(name) && !name.startsWith('talk/'))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['talk', 'unknown', 'timer.set', 'canvas.remove', 'math.compute']));
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
    meantCall(words, { tools }, async () => likely);

  it('is called with what the skill finds in them', async () => {
    const tools = [tool('timer.list', () => ({})), tool('timer.set', (words) => ({ duration: words }))];
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
    expect(await asked([{ name: 'canvas.average', chance: 0.5 }, { name: 'talk', chance: 0.3 }, ...likely.slice(1)], tools, '')).toBeNull();
  });

  it('is found at half the chance where the words hold what it needs, and not where it needs nothing', async () => {
    expect((await asked(sure('timer.list', 0.6), [tool('timer.list', () => ({ which: 'pasta' }))], ''))?.name).toBe('timer.list');
    expect(await asked(sure('timer.list', 0.6), [tool('timer.list', () => ({}))], '')).toBeNull();
  });

  it('tells the skill when it can hardly be anything else', async () => {
    const told: boolean[] = [];
    const tools = [
      tool('timer.set', (_, isSure) => {
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
      tool('canvas.remove', (words) => (words.includes('prawns') ? { which: 'prawns' } : null)),
    ];
    const partsOf =
      (...parts: readonly string[]) =>
      () =>
        parts.map((words) => ({ words, plain: words.replace('prawns', 'this one') }));
    const reads = (chances: Readonly<Record<string, ReturnType<typeof sure>>>) => async (words: string) =>
      chances[words] ?? sure('unknown', 0.5);

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
    expect(isAcquitted('emergency.help', [{ name: 'emergency.help', chance: 0.02 }])).toBe(false);
    expect(isAcquitted('emergency.help', [])).toBe(false);
  });

  it('knows the turns of a talk that have lines of their own', () => {
    const turn = (kind: string, chance: number, last?: string) =>
      turnKindOf(
        [
          { name: `talk/${kind}`, chance },
          { name: 'talk/plain', chance: 0.1 },
          { name: 'talk', chance: 0.8 - chance },
        ],
        last,
      );
    expect(turn('kind', 0.6)).toBe('kind');
    expect(turn('kind', 0.2)).toBeNull();
    expect(turn('sad', 0.6)).toBeNull();
    expect(turn('joke-told', 0.6)).toBeNull();
    expect(turn('joke-told', 0.6, linesOfKind('joke-asked')[0])).toBe('joke-told');
    expect(
      turnKindOf(
        [
          { name: 'talk/kind', chance: 0.3 },
          { name: 'timer.set', chance: 0.7 },
        ],
        undefined,
      ),
    ).toBeNull();
  });

  it('is surely talk, or surely unknown, only when it is very sure', () => {
    expect(surelyMeant(sure('talk', 0.99))).toBe('talk');
    expect(surelyMeant(sure('unknown', 0.99))).toBe('unknown');
    expect(surelyMeant(sure('unknown', 0.6))).toBeNull();
    expect(surelyMeant(sure('timer.list', 0.99))).toBeNull();
    expect(surelyMeant([])).toBeNull();
  });
});
