import { afterEach, describe, expect, it } from 'vitest';
import { memoryHandlers } from '../../electron/conversation/session/serve-memory.ts';
import { factSchema } from '../../electron/ipc/memory-schema.ts';
import { Stage } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const facts = () => stage.store.documents.list('fact').map((fact) => factSchema.parse(fact));
const known = () => stage.engine.setup?.facts.join(' ') ?? '';
/** What the window asks. */
const window = () => {
  const { session, store, personas } = stage;
  return memoryHandlers({ session, store, personas, turnChanged: () => undefined });
};
const tell = async (personaId: string, words: string) => {
  stage.session.switchPersona(personaId);
  await stage.session.sendText(words);
  await stage.reply();
};
/** Winston is told nothing about the user, and keeps a drawer of his own. */
const wallOff = async () => {
  await stage.session.sendText('Winston may not know anything about me.');
  await stage.tool('persona.forbid-about-me', { name: 'Winston' });
  await stage.reply();
};

describe('a drawer', () => {
  it('is opened by words for one persona and one subject, and each copy is forgotten by itself', async () => {
    stage = await Stage.open();
    await wallOff();
    await tell('winston', 'My favorite tea is Assam.');
    await tell('winston', 'I am allergic to peanuts.');
    stage.session.switchPersona('nova');
    await stage.session.sendText('Tell Nova what I told Winston about tea.');
    await stage.tool('persona.hand-over', { from: 'Winston', to: 'Nova', about: 'tea' });
    await stage.reply();
    expect(facts().map(({ scope, words }) => [scope, words])).toEqual([
      ['winston', 'My favorite tea is Assam'],
      ['winston', 'I am allergic to peanuts'],
      ['nova', 'My favorite tea is Assam'],
    ]);
    await tell('nova', 'Which tea should I buy?');
    expect(known()).toMatch(/Assam/);
    await tell('nova', 'Are peanuts healthy?');
    expect(known()).not.toMatch(/allergic/);
  });
});

describe('a decision in the grid', () => {
  it('keeps one fact from one persona, and shows one of another’s drawer, on the very next turn', async () => {
    stage = await Stage.open();
    await tell('nova', 'I am allergic to peanuts.');
    await wallOff();
    await tell('winston', 'My favorite tea is Assam.');
    const [peanuts, assam] = facts();
    if (peanuts === undefined || assam === undefined) throw new Error('nothing was learned');
    const now = await window().setFactWall({ factId: peanuts.id, personaId: 'nova', knows: false });
    expect(now.personaIds).not.toContain('nova');
    expect(now.exceptIds).toEqual(['nova']);
    await window().setFactWall({ factId: assam.id, personaId: 'nova', knows: true });
    await tell('nova', 'Are peanuts good with tea?');
    expect(known()).toMatch(/Assam/);
    expect(known()).not.toMatch(/allergic/);
    const [, drawer] = await window().readKnownBy({ factIds: [peanuts.id, assam.id] });
    expect(drawer).toEqual({ factId: assam.id, personaIds: ['nova', 'winston'], exceptIds: ['nova'] });
  });

  it('is forgotten with its fact', async () => {
    stage = await Stage.open();
    await tell('nova', 'I am allergic to peanuts.');
    await tell('nova', 'My favorite tea is Assam.');
    const [peanuts, assam] = facts();
    if (peanuts === undefined || assam === undefined) throw new Error('nothing was learned');
    await window().setFactWall({ factId: peanuts.id, personaId: 'nova', knows: false });
    await window().forgetFact({ id: peanuts.id });
    await window().setFactWall({ factId: assam.id, personaId: 'nova', knows: false });
    expect(stage.personas.wall('nova').notTold).toEqual([assam.id]);
    expect(() => window().setFactWall({ factId: peanuts.id, personaId: 'nova', knows: true })).toThrow('not there any more');
  });
});

describe('what was said in all conversations', () => {
  it('is found by voice, the words around the match, by whoever heard it', async () => {
    stage = await Stage.open();
    await tell('nova', 'The plumber comes on Friday at noon.');
    await stage.session.newConversation('kept');
    await tell('nova', 'Hello again.');
    await stage.session.sendText('What did I say about the plumber?');
    await stage.tool('memory.search', { query: 'plumber' });
    expect(stage.calls().at(-2)).toBe('result "On March second you said: The plumber comes on Friday at noon."');
    await stage.reply();
    stage.session.switchPersona('winston');
    await stage.session.sendText('What did I say about the plumber?');
    await stage.tool('memory.search', { query: 'plumber' });
    expect(stage.calls().at(-2)).toMatch(/I find nothing/);
  });
});
