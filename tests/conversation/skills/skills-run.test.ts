import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import type { SkillContext } from '../../../electron/conversation/skills/skill.ts';
import { scriptedContext } from './scripted-context.ts';

const tools = toolDefinitions(builtInSkills);

/** Says it and returns what is said back, chosen as an engine without tool calls chooses. */
async function ask(utterance: string, context: SkillContext): Promise<string> {
  const [best] = tools
    .flatMap((tool) => {
      const match = tool.match(utterance);
      return match === null ? [] : [{ name: tool.name, ...match }];
    })
    .sort((left, right) => right.score - left.score);
  if (best === undefined) throw new Error(`Nobody understood "${utterance}".`);
  const { sentence } = await runSkill(builtInSkills, best.name, best.arguments, { ...context, utterance });
  return sentence;
}

describe('what skills say', () => {
  const { context } = scriptedContext();

  it.each([
    ['What time is it?', "It's four forty-two in the afternoon."],
    ["What's the date?", "It's Tuesday, November twenty-fourth, twenty twenty-six."],
    ['What day is it tomorrow?', 'Tomorrow is Wednesday, November twenty-fifth.'],
    ['What day was it yesterday?', 'Yesterday was Monday, November twenty-third.'],
    ['What year is it?', "It's twenty twenty-six."],
    ['What month is it?', "It's November."],
    ['How many days until Christmas?', 'Thirty-one days, on Friday, December twenty-fifth.'],
    ['How many days until tomorrow?', 'One day, on Wednesday, November twenty-fifth.'],
    ["What's seventeen times four?", 'Seventeen times four is sixty-eight.'],
    ['What is 29 divided by 4?', 'Twenty-nine divided by four is seven point two five.'],
    ['What is ten divided by three?', 'Ten divided by three is about three point three three three.'],
    ["What's five divided by zero?", 'Nothing can be divided by zero.'],
    ['What is the square root of two?', 'The square root of two is about one point four one four.'],
    ["What's 20% of 50?", 'Twenty percent of fifty is ten.'],
    ['How many miles is ten kilometers?', 'Ten kilometers are about six point two one miles.'],
    ['How many inches in a foot?', 'One foot is twelve inches.'],
    ['six feet two inches in centimeters', 'Six feet and two inches are one hundred and eighty-seven point nine six centimeters.'],
    ['What is 98.6 Fahrenheit in Celsius?', 'Ninety-eight point six degrees Fahrenheit are thirty-seven degrees Celsius.'],
    ['How many pounds are in a kilometer?', "Kilometers and pounds measure different things, so I can't turn one into the other."],
    ['How much time is left?', 'No timer is running.'],
    ['Cancel the timer.', 'No timer is running.'],
    ['Set a timer.', 'For how long? Say for example: set a timer for five minutes.'],
    ["What's my name?", "I don't know your name yet. Tell me: my name is, and then your name."],
    ['Say that again.', "I haven't said anything yet."],
    ['Who else is there?', 'You can talk to Nova and Winston. Say: switch to, and the name.'],
    ['Switch to Gandalf.', 'Nobody called Gandalf is here. You can talk to Nova and Winston.'],
    ['Switch to Nova.', 'You are talking to Nova.'],
    ["What's your name?", 'I am Nova, your voice assistant.'],
  ])('"%s" -> "%s"', async (utterance, sentence) => {
    expect(await ask(utterance, context)).toBe(sentence);
  });

  it('sets, lists and cancels timers', async () => {
    const { context, timers } = scriptedContext();
    expect(await ask('Set a timer for five minutes.', context)).toBe('Timer set for five minutes.');
    expect(await ask('How much time is left?', context)).toBe('Five minutes left.');
    expect(await ask('Set a pasta timer for eleven minutes', context)).toBe('Pasta timer set for eleven minutes.');
    expect(await ask('What timers are running?', context)).toBe(
      'Two timers are running: five minutes on the five minute timer and eleven minutes on the pasta timer.',
    );
    expect(await ask('Cancel the timer.', context)).toBe(
      'There are the five minute timer and the pasta timer. Say which one, for example: cancel the five minute timer.',
    );
    expect(await ask('Cancel the soup timer.', context)).toBe(
      'No timer called soup is running. There are the five minute timer and the pasta timer.',
    );
    expect(await ask('Cancel the pasta timer.', context)).toBe('The pasta timer is cancelled.');
    expect(timers.map(({ durationMs }) => durationMs)).toEqual([300_000]);
    expect(await ask('Set a ten minute timer', context)).toBe('Timer set for ten minutes.');
    expect(await ask('Cancel all timers.', context)).toBe('Both timers are cancelled.');
    expect(timers).toEqual([]);
    expect(await ask('Set a timer for nine days', context)).toBe('I can set timers for up to seven days.');
  });

  it('remembers a name only from what the user said', async () => {
    const { context, desk } = scriptedContext();
    expect(await ask('My name is Ivan.', context)).toBe('Nice to meet you, Ivan.');
    expect(await ask('No, my name is Igor, not Ivan.', context)).toBe('Igor, not Ivan. I will remember that.');
    expect(await ask("What's my name?", context)).toBe('Your name is Igor.');
    expect(await ask('My name is Igor.', context)).toBe('I know, Igor.');
    const invented = await runSkill(
      builtInSkills,
      'user.rename',
      { name: 'Bartholomayette' },
      { ...context, utterance: 'My name is Bartholomew.' },
    );
    expect(invented.data).toHaveProperty('error');
    expect(desk.userName).toBe('Igor');
  });

  it('changes voice, pace and persona', async () => {
    const { context, desk } = scriptedContext();
    expect(await ask('Louder.', context)).toBe('Louder now.');
    expect(desk.volume).toBeGreaterThan(0.5);
    for (let times = 0; times < 3; times += 1) await ask('Louder.', context);
    expect(await ask('Louder.', context)).toBe('This is as loud as I go.');
    expect(await ask('Quieter.', context)).toBe('Quieter now.');
    expect(await ask('Slow down.', context)).toBe('I will speak more slowly.');
    expect(desk.rate).toBeLessThan(1);
    expect(await ask('Stop.', context)).toBe('Okay.');
    expect(desk.stopped).toBe(1);
    desk.lastReply = 'It is noon.';
    expect(await ask('What did you say?', context)).toBe('It is noon.');
    expect(await ask('Switch to Winstone.', context)).toBe('This is Winston.');
    expect(desk.personaId).toBe('winston');
  });

  it('names the emergency number of the region, and no number where it knows none', async () => {
    const inRegion = (locale: string, utterance: string) => ask(utterance, scriptedContext({ locale }).context);
    expect(await inRegion('en-US', "I can't breathe.")).toContain('Call nine one one now.');
    expect(await inRegion('en-GB', 'My chest hurts')).toContain('Call nine nine nine now.');
    expect(await inRegion('de-DE', 'My house is on fire')).toContain('Call one one two from outside.');
    expect(await inRegion('ja-JP', 'He has a knife')).toContain('Call one one zero now.');
    expect(await inRegion('en', 'Call an ambulance')).toContain('Call your local emergency number now.');
    expect(await inRegion('en-US', 'I want to die')).toMatch(/A crisis line listens at any hour, in the United States at nine eight eight/);
  });

  it('uses imperial gallons where people mean them', async () => {
    expect(await ask('How many liters are in a gallon?', scriptedContext({ locale: 'en-GB' }).context)).toBe(
      'One imperial gallon is about four point five five liters.',
    );
  });

  it('never uses an exclamation mark', async () => {
    for (const sentence of [await ask('What can you do?', context), await ask('I want to die', context)])
      expect(sentence).not.toContain('!');
  });
});
