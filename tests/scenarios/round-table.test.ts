import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../electron/conversation/session/session.ts';
import { Stage, settled } from './stage.ts';

let stage: Stage;
afterEach(async () => {
  await stage.close();
  expect(stage.scope.openCount).toBe(0);
});

const reply = (text?: string) => stage.reply(text);
const tool = (name: string, args: Record<string, unknown>) => stage.tool(name, args);
/** Seconds of speech the speaker was given since the last look. */
const spokenSeconds = () =>
  stage.speaker.splice(0).reduce((sum, command) => sum + (command.kind === 'play' ? command.samples.length : 0), 0) / 24_000;

describe('a round table', () => {
  const open = async (): Promise<Session> => {
    stage = await Stage.open();
    await stage.session.sendText("Let's have a round table with Nova and Winston.");
    await tool('persona.round-table', { names: 'Nova and Winston' });
    await reply('Nova and Winston are here.');
    return stage.session;
  };

  it('lets everybody answer one after the other, each as itself', async () => {
    const session = await open();
    await session.sendText('What do you all think of tea?');
    await settled();
    expect(stage.engine.setup?.persona.name).toBe('Nova');
    await reply('I like it.');
    expect(stage.engine.setup?.persona.name).toBe('Winston');
    expect(stage.engine.setup?.history.at(-1)).toEqual({ role: 'user', text: 'Nova said: I like it.' });
    await reply('A cup of Assam, always.');
    expect(stage.store.turns.slice(-2).map(({ personaId, text }) => [personaId, text])).toEqual([
      ['nova', 'I like it.'],
      ['winston', 'A cup of Assam, always.'],
    ]);
    expect(session.state.presence).toBe('idle');
  });

  it('asks only the one who is named', async () => {
    const session = await open();
    await session.sendText('Winston, what do you think of tea?');
    await settled();
    await reply('A cup of Assam, always.');
    expect(stage.store.turns.at(-1)).toMatchObject({ personaId: 'winston' });
    expect(session.state.presence).toBe('idle');
  });

  it('ends a reply that goes on in somebody else’s name, in what is heard, kept and known to the engine', async () => {
    const session = await open();
    await session.sendText('Nova, what do you think of tea?');
    await settled();
    spokenSeconds();
    await reply('I like it. Winston: A cup of Assam, always.');
    expect(spokenSeconds()).toBeCloseTo(0.9, 5);
    expect(stage.store.turns.at(-1)).toMatchObject({ personaId: 'nova', text: 'I like it.', unheardText: '' });
    expect(stage.calls()).toEqual(expect.arrayContaining(['cancel', 'truncate "I like it."']));
    expect(session.state.presence).toBe('idle');
  });

  it('lets the next one speak when one had nothing of its own to say', async () => {
    const session = await open();
    await session.sendText('What do you all think of tea?');
    await settled();
    spokenSeconds();
    await reply('Winston said: Assam, always.');
    expect(spokenSeconds()).toBe(0);
    expect(stage.engine.setup?.persona.name).toBe('Winston');
    await reply('A cup of Assam. I think Nova is right.');
    expect(stage.store.turns.at(-1)).toMatchObject({ personaId: 'winston', text: 'A cup of Assam. I think Nova is right.' });
    expect(stage.words().join()).not.toContain('Winston said');
  });
});
