import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allowedSkills } from '../../../electron/conversation/skills/allowed-skills.ts';
import { limitSkills } from '../../../electron/conversation/skills/limit-skills.ts';
import { personaSkills } from '../../../electron/conversation/skills/persona-skills.ts';
import { runSkill, toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { defineSkill, type SkillContext } from '../../../electron/conversation/skills/skill.ts';
import { nearestNamed, readPersonaName, readPersonaNames } from '../../../electron/conversation/skills/words/persona-name.ts';
import { scriptedContext } from './scripted-context.ts';

const furtherPersonas = [
  { id: 'alder', name: 'Ms. Alder', character: 'Ms. Alder is a teacher.', roles: ['teacher', 'tutor'] },
  { id: 'carlo', name: 'Chef Carlo', character: 'Chef Carlo is a cook.', roles: ['chef', 'cook'] },
  { id: 'luca', name: 'Luca', character: 'Luca is a language partner.', roles: ['language partner', 'language teacher'] },
  { id: 'mia', name: 'Mia', character: 'Mia is a coach.', roles: ['coach', 'trainer'] },
];
const tools = toolDefinitions(personaSkills);

function choose(utterance: string) {
  return tools
    .flatMap((tool) => {
      const match = tool.match(utterance);
      return match === null ? [] : [{ skill: tool.name, ...match }];
    })
    .sort((left, right) => right.score - left.score)[0];
}

async function ask(utterance: string, context: SkillContext): Promise<string> {
  const best = choose(utterance);
  if (best === undefined) throw new Error(`Nobody understood "${utterance}".`);
  return (await runSkill(personaSkills, best.skill, best.arguments, { ...context, utterance })).sentence;
}

describe('asking for somebody', () => {
  it.each<[string, string]>([
    ['Switch to the teacher.', 'alder'],
    ['Can I speak with Ms. Alder?', 'alder'],
    ['switch to ms alder', 'alder'],
    ['Let me talk to Miss Elder.', 'alder'],
    ['Switch to the language partner, please.', 'luca'],
    ['I want to talk to the cook', 'carlo'],
    ['Switch to Carlo.', 'carlo'],
    ['Bring back the butler.', 'winston'],
    ['Hand me over to the coach', 'mia'],
    ['switch to winston', 'winston'],
  ])('"%s" brings %s', async (said, id) => {
    const { context, desk } = scriptedContext({ furtherPersonas });
    await ask(said, context);
    expect(desk.personaId).toBe(id);
  });

  it('is answered with a greeting once, and with the name after that', async () => {
    const { context, walls } = scriptedContext({ furtherPersonas });
    walls.greetings['mia'] = 'Hey, I am Mia.';
    expect(await ask('Switch to Mia', context)).toBe('Hey, I am Mia.');
    await ask('Switch to Nova', context);
    expect(await ask('Switch to Mia', context)).toBe('This is Mia.');
    expect(await ask('Switch to Mia', context)).toBe('You are talking to Mia.');
  });

  it('says who is there when it is nobody', async () => {
    const { context } = scriptedContext();
    expect(await ask('Switch to the pirate', context)).toBe('There is no pirate here. You can talk to Nova and Winston.');
    expect(await ask('Switch to Gandalf', context)).toBe('Nobody called Gandalf is here. You can talk to Nova and Winston.');
  });

  it.each(['Switch to the lights.', 'Let me talk to my teacher.', 'Let me talk to the bank.', 'Switch to the metric system.'])(
    'is not "%s"',
    (said) => {
      expect(choose(said)).toBeUndefined();
    },
  );
});

describe('walls by words', () => {
  it.each<[string, string]>([
    ['Tell Coach what I told Chef.', 'carlo -> mia: all'],
    ['tell the coach everything I told the chef', 'carlo -> mia: all'],
    ['Share what Chef Carlo knows with Mia.', 'carlo -> mia: all'],
    ['Share what Mia knows about my knee with Ms. Alder.', 'mia -> alder: my knee'],
    ['Tell Mia what I told Carlo about olives.', 'carlo -> mia: olives'],
    ['Let Mia know what Carlo knows.', 'carlo -> mia: all'],
    ['Coach may know everything I told Chef.', 'carlo -> mia: all'],
    ['Coach may know everything about me.', 'mia may know about me'],
    ['You can tell Mia everything about me.', 'mia may know about me'],
    ['Let the teacher know everything about me.', 'alder may know about me'],
    ["Don't tell Coach anything about me.", 'mia may not know about me'],
    ["Don't tell Mia about me.", 'mia may not know about me'],
    ['Mia must not know anything about me.', 'mia may not know about me'],
    ['Mia should know nothing about me', 'mia may not know about me'],
    ["Don't tell Coach about my knee.", 'mia not about my knee'],
    ["Please don't tell the chef about my diet", 'carlo not about my diet'],
    ['Keep my knee away from Mia.', 'mia not about my knee'],
    ['Mia may not know about my divorce.', 'mia not about my divorce'],
    ['You may tell Mia about my knee again.', 'mia again about my knee'],
    ['Mia can know about my knee again', 'mia again about my knee'],
    ['Stop hiding my knee from Mia.', 'mia again about my knee'],
    ['Keep my birthday secret from Mia.', 'mia not about my birthday'],
  ])('"%s": %s', async (said, told) => {
    const { context, walls } = scriptedContext({ furtherPersonas });
    await ask(said, context);
    expect(walls.told).toEqual([told]);
  });

  it('says what it did, and what it could not do', async () => {
    const { context, walls } = scriptedContext({ furtherPersonas });
    expect(await ask('Tell Mia what I told Carlo.', context)).toBe('Mia knows it now, and nothing else of Chef Carlo.');
    walls.factsHandedOver = 0;
    expect(await ask('Tell Mia what I told Carlo.', context)).toBe('There is nothing from Chef Carlo that Mia does not know already.');
    expect(await ask('Tell Mia what I told Mia.', context)).toBe('Mia knows that already.');
    expect(await ask('Tell Bob what I told Mia.', context)).toContain('Nobody called Bob is here.');
    expect(await ask("Don't tell Mia about my knee.", context)).toBe('Mia will hear nothing about your knee.');
    const invented = await runSkill(
      personaSkills,
      'persona.keep-from',
      { name: 'Mia', subject: 'my hair' },
      { ...context, utterance: 'No.' },
    );
    expect(invented.data).toHaveProperty('error');
  });

  it.each([
    'Tell me what you know about me.',
    'Tell Anna I will be late.',
    "Don't tell me about it.",
    'What did I tell you about Carlo?',
    'Keep the change.',
    'Mia knows a lot about cooking.',
  ])('leaves "%s" alone', (said) => {
    expect(choose(said)?.skill.match(/hand-over|about-me|keep-from/)).toBeFalsy();
  });
});

describe('a round table by words', () => {
  it.each<[string, string[]]>([
    ["Let's have a round table with Chef and Coach.", ['carlo', 'mia']],
    ['Start a round table with Mia, Chef Carlo and the teacher', ['mia', 'carlo', 'alder']],
    ['I want a round table with Nova, Winston, Mia and Luca', ['nova', 'winston', 'mia', 'luca']],
    ['Bring Mia and Carlo to the table.', ['mia', 'carlo']],
    ['Can I talk to Mia and Carlo together?', ['mia', 'carlo']],
    ['Start around table with the teacher and the chef.', ['alder', 'carlo']],
  ])('"%s" seats %j', async (said, seated) => {
    const { context, walls } = scriptedContext({ furtherPersonas });
    await ask(said, context);
    expect(walls.table).toEqual(seated);
  });

  it('opens, tells how to go on, and ends', async () => {
    const { context, walls } = scriptedContext({ furtherPersonas });
    expect(await ask('End the round table.', context)).toContain('There is no round table.');
    expect(await ask("Let's have a round table with Mia and Carlo", context)).toBe(
      'Mia and Chef Carlo are here. Call one by name, or say: everybody.',
    );
    expect(await ask('A round table with Mia', context)).toBe('A round table needs at least two.');
    expect(await ask('A round table with Mia and Bob', context)).toContain('Nobody called Bob is here.');
    expect(await ask('In the round table.', context)).toBe('The round table is over. This is Nova.');
    expect(walls.table).toEqual([]);
  });
});

describe('names of personas', () => {
  it('are read with titles, roles and numbers', () => {
    expect(readPersonaName('the drive-through clerk')).toBe('drive through clerk');
    expect(readPersonaName('the drive-thru clerk')).toBe('drive through clerk');
    expect(readPersonaName('Nova 2')).toBe('Nova 2');
    expect(readPersonaName('ms alder')).toBe('ms alder');
    expect(readPersonaNames('Mia, Chef Carlo, and the teacher')).toEqual(['Mia', 'Chef Carlo', 'teacher']);
    expect(readPersonaNames('Mia and the lights')).toBeNull();
  });

  it('mean nobody when two would fit', () => {
    const twins = [
      { name: 'Chef Carlo', roles: ['cook'] },
      { name: 'Don Carlo', roles: ['cook'] },
    ];
    expect(nearestNamed('Carlo', twins)).toBeNull();
    expect(nearestNamed('the cook', twins)).toBeNull();
    expect(nearestNamed('Don Carlo', twins)?.name).toBe('Don Carlo');
  });
});

describe('limits of a persona', () => {
  const limits = limitSkills([{ topic: 'health', sentence: 'Please see a real doctor.' }]);
  const [limit] = toolDefinitions(limits);

  it.each([
    'My knee hurts.',
    'I have had a fever for three days',
    'How many pills may I take?',
    'What is this rash on my arm?',
    "I think I'm sick",
    'Is two hundred milligrams of ibuprofen a normal dose?',
  ])('answer "%s" in code, below every request', async (said) => {
    expect(limit?.match(said)).toEqual({ arguments: {}, score: 0.3 });
    expect((await runSkill(limits, 'limit.health', {}, scriptedContext().context)).sentence).toBe('Please see a real doctor.');
  });

  it.each(['Hello.', 'Can I have an appointment on Tuesday?', 'My name is Anna Payne.', 'What time do you open?'])(
    'leave "%s" alone',
    (said) => {
      expect(limit?.match(said)).toBeNull();
    },
  );
});

describe('skills a persona may use', () => {
  const skill = (name: string) =>
    defineSkill({
      name,
      description: 'X.',
      parameters: z.strictObject({}),
      phrases: ['x'],
      effect: 'none',
      run: () => ({ sentence: '', data: {} }),
    });
  const all = ['emergency.help', 'clock.time', 'timer.set', 'persona.switch', 'speech.stop', 'user.rename', 'limit.health'].map(skill);
  const names = (families: readonly string[] | null) => allowedSkills(all, families).map(({ name }) => name);

  it('are all, or those of its families, and always help in danger and the way out', () => {
    expect(names(null)).toEqual(all.map(({ name }) => name));
    expect(names(['timer'])).toEqual(['emergency.help', 'timer.set', 'persona.switch', 'speech.stop', 'user.rename', 'limit.health']);
    expect(names([])).toContain('emergency.help');
  });
});
