import { afterEach, describe, expect, it } from 'vitest';
import { factSchema, type NameCard, nameCardSchema } from '../../electron/ipc/memory-schema.ts';
import { PuppetEngine } from './puppet-engine.ts';
import { Stage } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const cards = (): NameCard[] => stage.store.documents.list('name-card').map((card) => nameCardSchema.parse(card));
const facts = () => stage.store.documents.list('fact').map((fact) => factSchema.parse(fact));
const turn = (id: string | undefined) => stage.store.turns.find((one) => one.id === id);
/** What the engine was given to say, word for word. */
const said = () => stage.calls().flatMap((call) => /^say "(.*)"$/.exec(call)?.[1] ?? []);

/** The user speaks; the recogniser writes this. */
function hear(text: string, heardText: string | null = null): void {
  stage.session.talkKey('down');
  stage.hear('s'.repeat(30));
  stage.session.talkKey('up');
  stage.hear('.....');
  stage.engine.transcript(text, heardText);
}

const reply = (text?: string) => stage.reply(text);
const tool = (name: string, args: Record<string, unknown>) => stage.tool(name, args);

describe('no, my name is Igor', () => {
  it('takes the name, says it back once without a model, repairs what was written, and shows how to undo it', async () => {
    stage = await Stage.open();
    hear('My name is Eager.');
    expect(said()).toEqual(['Nice to meet you, Eager.']);
    await reply('Nice to meet you, Eager.');
    hear('No, my name is Igor.');
    expect(said()).toEqual(['Igor, not Eager. I will remember that.']);
    await reply('Igor, not Eager. I will remember that.');
    expect(cards()).toMatchObject([{ owner: 'me', written: 'Igor', notWritten: ['Eager'], heardAs: ['Eager'] }]);
    expect(stage.session.state.userName).toBe('Igor');
    const [first, , second] = stage.store.turns;
    expect(first).toMatchObject({ text: 'My name is Igor.', heardText: 'My name is Eager.' });
    expect(second?.notes).toMatchObject([{ kind: 'corrected', label: 'Your name is Igor, not Eager', undo: 'possible' }]);
    expect(stage.changed.map(({ text }) => text)).toContain('My name is Igor.');
  });

  it('gives every later engine the name, also after a restart', async () => {
    stage = await Stage.open();
    await stage.session.sendText('My name is Saoirse.');
    await reply();
    const { store } = stage;
    expect(stage.engine.setup?.names).toMatchObject([{ written: 'Saoirse' }]);
    await stage.close();
    stage = await Stage.open({ store, engine: new PuppetEngine() });
    expect(stage.session.state.userName).toBe('Saoirse');
    expect(stage.engine.setup?.names).toMatchObject([{ written: 'Saoirse' }]);
    expect(stage.engine.setup?.facts).toContain("The user's name is Saoirse.");
  });

  it('goes back to what it was when it is undone, in the card and in the words', async () => {
    stage = await Stage.open();
    hear('My name is Eager.');
    await reply('Nice to meet you, Eager.');
    hear('No, my name is Igor.');
    await reply('Igor, not Eager. I will remember that.');
    const corrected = stage.store.turns[2];
    stage.session.remembering.undo(corrected?.notes[0]?.id ?? '');
    expect(cards()).toMatchObject([{ written: 'Eager' }]);
    expect(stage.store.turns[0]).toMatchObject({ text: 'My name is Eager.', heardText: null });
    expect(turn(corrected?.id)?.notes).toMatchObject([{ undo: 'done' }]);
  });

  it('is learned while the user goes on talking, and only the rest is answered', async () => {
    stage = await Stage.open({ preferences: { talkMode: 'hands-free' } });
    stage.hear(`......${'s'.repeat(20)}${'.'.repeat(24)}`);
    stage.hear('ssssssssss');
    stage.engine.transcript('My name is Igor.');
    expect(cards()).toMatchObject([{ written: 'Igor' }]);
    expect(stage.calls()).not.toContain('respond');
  });

  it("makes a card for somebody else, and leaves the user's name alone", async () => {
    stage = await Stage.open();
    await stage.session.sendText("My sister's name is Ana.");
    expect(cards()).toMatchObject([{ owner: 'person', relation: 'sister', written: 'Ana' }]);
    expect(stage.session.state.userName).toBeNull();
  });

  it('keeps what the recogniser had heard before it wrote the name right', async () => {
    stage = await Stage.open();
    hear('Tell Igor that I am late.', 'Tell eager that I am late.');
    expect(stage.store.turns[0]).toMatchObject({ text: 'Tell Igor that I am late.', heardText: 'Tell eager that I am late.' });
  });

  it.each(['He said my name is Bond.', 'If my name was Igor, I would move.', 'Call me later.', 'Is my name Igor?'])(
    'learns nothing from: %s',
    async (words) => {
      stage = await Stage.open();
      await stage.session.sendText(words);
      expect(cards()).toEqual([]);
      expect(stage.calls()).toContain('respond');
    },
  );
});

describe('facts', () => {
  it('come from the user in passing, with the turn they came from and a way to undo them', async () => {
    stage = await Stage.open();
    await stage.session.sendText('I live in Berlin.');
    await reply('A fine city.');
    const [heard, answered] = stage.store.turns;
    expect(facts()).toMatchObject([{ words: 'I live in Berlin', scope: 'about-me', sourceTurnId: heard?.id }]);
    expect(heard?.notes).toMatchObject([{ kind: 'learned', label: 'You live in Berlin', undo: 'possible' }]);
    expect(answered?.notes.map(({ kind }) => kind)).not.toContain('learned');
    stage.session.remembering.undo(heard?.notes[0]?.id ?? '');
    expect(facts()).toEqual([]);
  });

  it('never come from what the assistant says', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Tell me something.');
    await reply('I live in Paris. My favorite color is red. Remember that my name is Bob.');
    expect([facts(), cards()]).toEqual([[], []]);
  });

  it('replace what they contradict, with its history', async () => {
    stage = await Stage.open();
    await stage.session.sendText('I live in Berlin.');
    await reply('A fine city.');
    await stage.session.sendText('I moved to Hamburg.');
    expect(facts()).toMatchObject([{ words: 'I moved to Hamburg', earlier: [{ words: 'I live in Berlin' }] }]);
  });

  it('are recalled for a turn that is about them, and named under the reply', async () => {
    stage = await Stage.open();
    await stage.session.sendText('I am allergic to peanuts.');
    await reply('Good to know.');
    await stage.session.sendText('Are peanuts a good snack for the party?');
    expect(stage.engine.setup?.facts.join(' ')).toMatch(/allergic to peanuts/);
    await reply('Not for you.');
    expect(stage.store.turns.at(-1)?.notes).toMatchObject([{ kind: 'used', label: 'I am allergic to peanuts', undo: 'none' }]);
  });

  it('are asked for, told and forgotten for good, also in the turns that said them', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Remember that I live in Berlin.');
    await tool('memory.remember', { what: 'I live in Berlin' });
    await reply('I will remember that. You live in Berlin.');
    await stage.session.sendText('Where do I live?');
    await tool('memory.ask', { question: 'Where do I live?' });
    expect(stage.calls().at(-2)).toBe('result "You live in Berlin."');
    await reply('You live in Berlin.');
    expect(stage.store.turns.at(-1)?.notes).toMatchObject([{ kind: 'used', label: 'You live in Berlin.' }]);
    await stage.session.sendText('Forget where I live.');
    await tool('memory.forget', { what: 'where I live' });
    await reply('I have forgotten that.');
    expect(facts()).toEqual([]);
    expect(JSON.stringify([stage.store.turns, stage.store.documents.list('memory-change')])).not.toMatch(/Berlin/);
  });

  it('are not stored when a tool call makes them up', async () => {
    stage = await Stage.open();
    await stage.session.sendText('What a nice day.');
    await tool('memory.remember', { what: 'I hate my boss' });
    await tool('user.rename', { name: 'Mallory' });
    expect([facts(), cards()]).toEqual([[], []]);
  });
});

describe('a private conversation', () => {
  it('knows nothing, and leaves nothing', async () => {
    stage = await Stage.open();
    await stage.session.sendText('My name is Igor.');
    await reply();
    await stage.session.newConversation('private');
    expect(stage.session.state).toMatchObject({ conversationKind: 'private', userName: null });
    expect([stage.engine.setup?.names, stage.engine.setup?.facts]).toEqual([[], []]);
    const before = JSON.stringify([stage.store.turns, cards(), facts()]);
    await stage.session.sendText('My name is Bruce and I live in Gotham.');
    await reply();
    expect(stage.session.state.userName).toBe('Bruce');
    hear('I like bats.');
    expect([...stage.spooled.values()]).toEqual([]);
    expect(JSON.stringify([stage.store.turns, cards(), facts()])).toBe(before);
    await stage.session.newConversation('kept');
    expect(stage.session.state.userName).toBe('Igor');
    expect(stage.session.currentTurns()).toEqual([]);
  });
});

it('a disappearing conversation knows when it goes', async () => {
  stage = await Stage.open();
  await stage.session.newConversation('disappearing');
  await stage.session.sendText('Hello.');
  expect(stage.session.state).toMatchObject({ conversationKind: 'disappearing', expiresAt: '2026-03-03T10:00:00.000Z' });
  expect(stage.store.nextExpiry()?.toISOString()).toBe('2026-03-03T10:00:00.000Z');
});

describe('walls', () => {
  const personaTold = async (id: string, words: string) => {
    stage.session.switchPersona(id);
    await stage.session.sendText(words);
    await reply();
  };

  it('keep what one persona was told from another that may not know it', async () => {
    stage = await Stage.open();
    await stage.session.sendText('Winston may not know anything about me.');
    await tool('persona.forbid-about-me', { name: 'Winston' });
    await reply('Winston is told nothing.');
    await personaTold('nova', 'I am allergic to peanuts.');
    await personaTold('winston', 'Are peanuts healthy?');
    expect(stage.engine.setup?.facts.join(' ')).not.toMatch(/allergic/);
    await personaTold('winston', 'My favorite tea is Assam.');
    expect(facts().find(({ words }) => /tea/.test(words))?.scope).toBe('winston');
    await personaTold('nova', 'Which tea should I buy?');
    expect(stage.engine.setup?.facts.join(' ')).not.toMatch(/Assam/);
  });
});

it('switches the profile by voice once it was said', async () => {
  stage = await Stage.open();
  await stage.session.sendText("Switch to Anna's profile.");
  await tool('profile.switch', { name: 'Anna' });
  expect(stage.profilesAsked).toEqual(['Anna']);
});

it('says a name once, and forgets that it did', async () => {
  stage = await Stage.open();
  const name = { written: 'Igor', heardAs: [], respelling: 'EE-gor', ipa: null };
  stage.session.sample('Igor.', { names: [name] });
  expect(stage.engine.setup?.names).toEqual([name]);
  await reply('Igor.');
  expect(stage.store.turns).toEqual([]);
  expect(stage.engine.setup?.names).toEqual([]);
});

it('writes nothing more of a conversation that was deleted while it ran', async () => {
  stage = await Stage.open();
  await stage.session.newConversation('disappearing');
  await stage.session.sendText('Talk.');
  stage.engine.reply('One two three four five.');
  stage.played(700);
  stage.store.deleteConversation(stage.session.conversationId ?? '');
  await stage.session.expired();
  expect(stage.store.turns).toEqual([]);
  expect(stage.session.state).toMatchObject({ conversationKind: 'kept', presence: 'idle' });
});
