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

  it('sets no alarm for who does not want to be woken, and takes off the one that was set', async () => {
    const { context: mine } = scriptedContext();
    const woken = async (utterance: string) =>
      (await runSkill(builtInSkills, 'timer.alarm', { time: 'six tomorrow' }, { ...mine, utterance })).sentence;
    expect(await woken("Don't wake me at six tomorrow.")).toBe("All right, no alarm is set for six o'clock in the morning.");
    await woken('Wake me at six tomorrow.');
    expect(mine.timers.list().length).toBe(1);
    expect(await woken('No need to wake me at six tomorrow.')).toBe("All right, the six o'clock in the morning alarm is off.");
    expect(mine.timers.list()).toEqual([]);
  });

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
    [
      "What's the square root of a hundred and sixty nine, Callum's stuck on his maths.",
      'The square root of one hundred and sixty-nine is thirteen.',
    ],
    ['What is ten plus the square root of nine?', 'Ten plus the square root of nine is thirteen.'],
    ['Flip a coin.', 'Tails.'],
    ['Roll two dice.', 'Four and four: eight together.'],
    ['Roll eleven dice.', 'I can throw one to ten dice.'],
    ['Pick a number between ten and one.', 'Six.'],
    ['How do you spell receipt?', 'Receipt is spelled R, E, C, E, I, P, T.'],
    ['Spell New York.', 'New York is spelled N, E, W, then Y, O, R, K.'],
    ['Convert 50 euros to dollars at 1.1.', 'At one point one, fifty euros are fifty-five dollars.'],
    ['Convert one pound to dollars at 1.27.', 'At one point two seven, one pound is one point two seven dollars.'],
    ['What day is it in three weeks?', "It's Tuesday, December fifteenth, twenty twenty-six."],
    ['What date is it in three months?', "It's Wednesday, February twenty-fourth, twenty twenty-seven."],
    ['What day was it a year ago?', 'It was Monday, November twenty-fourth, twenty twenty-five.'],
    [
      'How many days are there between Christmas and May third?',
      'One hundred and twenty-nine days, from Friday, December twenty-fifth to Monday, May third, twenty twenty-seven.',
    ],
    ["What's your name?", 'I am Nova, your voice assistant.'],
  ])('"%s" -> "%s"', async (utterance, sentence) => {
    expect(await ask(utterance, context)).toBe(sentence);
  });

  it('sets alarms at a time of day, names them by it and cancels them', async () => {
    const { context, timers } = scriptedContext();
    expect(await ask('Wake me at seven thirty.', context)).toBe(
      'Alarm set for seven thirty in the morning, in fourteen hours and forty-eight minutes.',
    );
    expect(await ask('Remind me at six pm to call mom.', context)).toBe(
      "Reminder set for six o'clock in the evening, in one hour and eighteen minutes: call mom.",
    );
    expect(timers.map(({ label }) => label)).toEqual(['seven thirty in the morning alarm', 'call mom']);
    expect(await ask('Cancel the call mom timer.', context)).toBe('The call mom timer is cancelled.');
    expect(await ask('Cancel the alarm.', context)).toBe('The seven thirty in the morning alarm is cancelled.');
    const soon = await runSkill(
      builtInSkills,
      'timer.alarm',
      { time: 'in twenty minutes', label: 'call Megan back' },
      { ...context, utterance: '' },
    );
    expect(soon.sentence).toBe('Reminder set for five oh two in the afternoon, in twenty minutes: call Megan back.');
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
    const rename = (name: string, utterance: string) => runSkill(builtInSkills, 'user.rename', { name }, { ...context, utterance });
    expect((await rename('Ivan', 'My name is Ivan.')).sentence).toBe('Nice to meet you, Ivan.');
    expect((await rename('Igor', 'No, my name is Igor, not Ivan.')).sentence).toBe('Igor, not Ivan. I will remember that.');
    expect(await ask("What's my name?", context)).toBe('Your name is Igor.');
    expect((await rename('Igor', 'My name is Igor.')).sentence).toBe('I know, Igor.');
    expect((await rename('Bartholomayette', 'My name is Bartholomew.')).data).toHaveProperty('error');
    expect(desk.userName).toBe('Igor');
  });

  it('remembers, tells, answers and forgets', async () => {
    const { context, desk } = scriptedContext();
    expect(await ask('What do you know about me?', context)).toBe("You haven't told me anything about yourself yet.");
    expect(await ask('Where do I live?', context)).toBe("You haven't told me that. Tell me, and I will remember it.");
    expect(await ask('Remember that my sister lives in Paris.', context)).toBe('I will remember that. My sister lives in Paris.');
    expect(await ask('Remember that my sister lives in Paris.', context)).toBe('I know. My sister lives in Paris.');
    expect(await ask('What do you remember about my sister?', context)).toBe('My sister lives in Paris.');
    expect(await ask('What do you know about my boss?', context)).toBe("You haven't told me anything about that.");
    expect(await ask('Forget my sister.', context)).toBe('I have forgotten that.');
    expect(await ask('Forget my sister.', context)).toBe("I don't know anything about that.");
    expect(desk.known).toEqual([]);
  });

  it('tells five things and counts the rest', async () => {
    const { context, desk } = scriptedContext();
    desk.known.push(...['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']);
    expect(await ask('What do you know about me?', context)).toBe('One. Two. Three. Four. Five. And one more thing.');
    desk.known.push('Seven.');
    expect(await ask('What do you know about me?', context)).toBe('One. Two. Three. Four. Five. And two more things.');
  });

  it('forgets everything only after the words that say so', async () => {
    const { context, desk } = scriptedContext();
    desk.known.push('You live in Berlin.');
    expect(await ask('Forget everything.', context)).toBe(
      'That deletes all I know about you, for good. If you want that, say: yes, forget everything.',
    );
    const unasked = await runSkill(builtInSkills, 'memory.forget-everything', {}, { ...context, utterance: 'Yes.' });
    expect(unasked.data).toHaveProperty('error');
    expect(desk.known).toHaveLength(1);
    expect(await ask('Yes, forget everything.', context)).toBe('I have forgotten everything about you.');
    expect(desk.known).toEqual([]);
  });

  it('keeps nothing of a private conversation, and says so', async () => {
    const { context, desk } = scriptedContext();
    desk.private = true;
    expect(await ask('Remember that I live in Berlin.', context)).toContain('private');
    expect(desk.known).toEqual([]);
  });

  it('finds earlier conversations', async () => {
    const { context, desk } = scriptedContext();
    expect(await ask('When did we talk about chess?', context)).toBe('I find nothing about chess in our conversations.');
    desk.turns.push({ at: new Date('2026-11-03T10:00:00Z'), role: 'user', excerpt: 'I want to learn chess.', conversationId: 'c1' });
    expect(await ask('When did we talk about chess?', context)).toBe('On November third you said: I want to learn chess.');
  });

  it('answers other questions from memory where memory can', async () => {
    const { context, desk } = scriptedContext();
    desk.known.push('The wifi password is hunter2.');
    const knowing = toolDefinitions(builtInSkills, {
      knows: (question) => question.includes('password'),
      canvas: () => null,
      menu: () => null,
    });
    const matches = knowing.filter((tool) => tool.match('What is the wifi password?') !== null).map(({ name }) => name);
    expect(matches).toEqual(['memory.ask']);
    expect(tools.filter((tool) => tool.match('What is the wifi password?') !== null)).toEqual([]);
    const { sentence } = await runSkill(builtInSkills, 'memory.ask', { question: 'What is the password?' }, context);
    expect(sentence).toBe('The wifi password is hunter2.');
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

  it('tells only what this persona may do here', async () => {
    const { context, desk } = scriptedContext();
    const help = () => ask('What can you do?', context);
    const all =
      'I tell the time and the date, do sums, convert units, run timers, throw dice, spell words, tell capitals, planets and what words mean, keep tables and lists, take an order, remember what you tell me and change how I speak. Try: set a timer for five minutes.';
    expect(await help()).toBe(all);
    desk.families = ['clock'];
    expect(await help()).toBe('I tell the time and the date, remember what you tell me and change how I speak. Try: speak slower.');
    desk.private = true;
    expect(await help()).toBe('I tell the time and the date and change how I speak. Try: speak slower.');
  });

  it('tells sentences to say, of the skills themselves, for what this persona may do', async () => {
    const { context, desk } = scriptedContext();
    const all = await ask('What can I say?', context);
    for (const example of ['What time is it?', 'Set a timer for five minutes.', 'Flip a coin.', 'Make a shopping list.'])
      expect(all).toContain(example);
    expect(await ask('What can I say about timers?', context)).toBe(
      'You can say, for example: Set a timer for five minutes. How much time is left? Cancel the timer. Wake me at seven thirty.',
    );
    desk.families = ['clock'];
    expect(await ask('What can I say?', context)).not.toContain('timer');
    expect(await ask('What can I say about timers?', context)).toBe('I can do nothing with timers here. Ask: what can you do.');
  });

  it('never uses an exclamation mark', async () => {
    for (const sentence of [await ask('What can you do?', context), await ask('I want to die', context)])
      expect(sentence).not.toContain('!');
  });
});
