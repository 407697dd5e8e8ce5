import { describe, expect, it } from 'vitest';
import { phraseMatcher } from '../../../electron/conversation/skills/phrase-matcher.ts';
import { profileSkills } from '../../../electron/conversation/skills/profile-skills.ts';
import { scriptedContext } from './scripted-context.ts';

const matchers = profileSkills.map((skill) => ({ skill, match: phraseMatcher(skill.phrases) }));

function understand(utterance: string) {
  const found = matchers.flatMap(({ skill, match }) => {
    const reading = match(utterance);
    return reading === null ? [] : [{ skill, reading }];
  });
  return found[0] ?? null;
}

async function say(utterance: string) {
  const { context, desk } = scriptedContext({ utterance });
  const found = understand(utterance);
  if (found === null) return null;
  const { sentence } = await found.skill.run(found.skill.parameters.parse(found.reading.arguments), context);
  return { sentence, profile: desk.profile };
}

describe('switching profiles by voice', () => {
  it.each([
    "Switch to Anna's profile.",
    'switch to anna’s profile',
    'Please change to Annas profile.',
    'Switch the profile to Anna.',
    'Open the profile of Anna, please.',
    'This is Anna now.',
    'This is Anna speaking now.',
    'From now on this is Anna.',
    'Anna is talking now.',
    "Can you open Anna's profile?",
  ])('"%s"', async (utterance) => {
    expect(await say(utterance)).toEqual({ sentence: "Switching to Anna's profile.", profile: 'Anna' });
  });

  it('says when there is no such profile, or it is open already', async () => {
    expect(await say("Switch to Ben's profile.")).toEqual({
      sentence: 'There is no profile called Ben. There are Igor and Anna.',
      profile: 'Igor',
    });
    expect((await say("Switch to Igor's profile."))?.sentence).toBe("This is Igor's profile already.");
  });

  it('tells whose profile is open', async () => {
    expect((await say('Whose profile is this?'))?.sentence).toBe("This is Igor's profile. There are Igor and Anna.");
  });

  it.each([
    'This is Anna.',
    'Switch to Winston.',
    'My profile is full.',
    'It is Monday now.',
    'She said this is Anna now.',
    'Dad is here now.',
  ])('leaves "%s" alone', (utterance) => {
    expect(understand(utterance)).toBeNull();
  });
});
