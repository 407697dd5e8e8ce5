import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { scriptedContext } from './scripted-context.ts';

const tools = toolDefinitions(builtInSkills);

/** The skill that the embedded model would call, and what it says. */
async function say(utterance: string, engineId = 'on-device') {
  const { context, desk } = scriptedContext({ utterance });
  desk.engineId = engineId;
  const readings = tools.flatMap((tool) => {
    const reading = tool.match(utterance);
    return reading === null ? [] : [{ tool, reading }];
  });
  const best = readings.reduce<(typeof readings)[number] | null>(
    (top, one) => (top === null || one.reading.score > top.reading.score ? one : top),
    null,
  );
  const skill = builtInSkills.find(({ name }) => name === best?.tool.name);
  if (best === null || skill === undefined) return null;
  const { sentence } = await skill.run(skill.parameters.parse(best.reading.arguments), context);
  return { skill: skill.name, sentence, engineId: desk.engineId };
}

describe('choosing an engine by voice', () => {
  it.each([
    ['Switch to Grok.', 'on-device', 'xai'],
    ['switch to grok please', 'on-device', 'xai'],
    ['Can you switch over to Grok?', 'on-device', 'xai'],
    ['Let me talk to Grok.', 'on-device', 'xai'],
    ['Use Grok from now on.', 'on-device', 'xai'],
    ['Use the server Kitchen server.', 'on-device', 'own-1'],
    ['Use this computer.', 'xai', 'on-device'],
    ['Switch back to this computer.', 'xai', 'on-device'],
    ['Answer on this computer from now on.', 'xai', 'on-device'],
    ['Switch to the local model.', 'xai', 'on-device'],
  ])('"%s"', async (utterance, before, after) => {
    expect(await say(utterance, before)).toMatchObject({ skill: 'engine.switch', engineId: after });
  });

  it('says why one cannot be had, and what to do', async () => {
    expect(await say('Switch to Gemini.')).toEqual({
      skill: 'engine.switch',
      sentence: 'Gemini Live needs a key. You can set it up in Settings, under Engines.',
      engineId: 'on-device',
    });
  });

  it('says when it answers already', async () => {
    expect((await say('Use this computer.'))?.sentence).toBe('This computer answers already.');
  });

  it('tells where words go', async () => {
    expect((await say('Where do you think?'))?.sentence).toBe(
      'Everything runs on this computer; nothing you say leaves it. You can also use xAI Grok Voice and Kitchen server.',
    );
    expect((await say('Which engine are you using?', 'xai'))?.sentence).toMatch(
      /^xAI Grok Voice answers: what you say goes to api\.x\.ai\./,
    );
  });

  it.each([
    ['Switch to Winston.', 'persona.switch'],
    ['Let me talk to Nova.', 'persona.switch'],
    ["Switch to Anna's profile.", 'profile.switch'],
  ])('leaves "%s" to %s', async (utterance, skill) => {
    expect((await say(utterance))?.skill).toBe(skill);
  });

  it.each(['I like Grok.', 'My brother uses Gemini at work.', 'This computer is slow.', 'Do not switch to Grok.'])(
    'takes "%s" for no request',
    async (utterance) => {
      expect((await say(utterance))?.skill).not.toBe('engine.switch');
    },
  );
});
