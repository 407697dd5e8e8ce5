import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../../../models/speech-to-speech/hosted/engine-profile.ts';
import type { EngineName, ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';
import { openTalk, type Talk } from './open-talk.ts';

const TIMER: ToolDefinition = {
  name: 'timer.set',
  description: 'Sets a timer.',
  parameters: { type: 'object', properties: { minutes: { type: 'number' } } },
  effect: 'writes',
  match: () => null,
};
const NAMES: EngineName[] = [{ written: 'Igor', heardAs: ['eager'], respelling: 'EE-gor', ipa: null }];
const timerReply = (words: string) => (words.startsWith('output') ? 'The timer is set.' : '!timer__set {"minutes":5}');

describe.each(DIALECTS)('spoken turns in the dialect %s', (dialect) => {
  let talk: Talk;
  afterEach(async () => {
    expect(talk.server.complaints).toEqual([]);
    await talk.close();
  });

  it('writes down what was said, then answers it, turn after turn', async () => {
    talk = await openTalk(dialect);
    for (const code of [3, 7]) {
      talk.speak(code);
      talk.connection.commit();
      await talk.untilFinals(code === 3 ? 1 : 2);
      talk.connection.respond();
      await talk.until('response-ended', code === 3 ? 1 : 2);
      expect(talk.reply).toBe(`You said: utterance ${code}.`);
    }
    expect(talk.finals).toEqual(['utterance 3', 'utterance 7']);
    expect(talk.all('response-ended').map(({ end }) => end)).toEqual(['completed', 'completed']);
  });

  it('lets nothing of a reply be heard before it is wanted', async () => {
    talk = await openTalk(dialect);
    talk.speak(4);
    talk.connection.commit();
    await talk.untilFinals(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(talk.all('reply-audio')).toEqual([]);
    expect(talk.all('response-started')).toEqual([]);
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.all('reply-audio').length).toBeGreaterThan(0);
  });

  it('calls a tool by our name, gives its result back, and says the answer', async () => {
    talk = await openTalk(dialect, { reply: timerReply }, { setup: { tools: [TIMER] } });
    talk.speak(5);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.respond();
    const { callId, name, arguments: given } = await talk.until('tool-called');
    expect({ name, given }).toEqual({ name: 'timer.set', given: { minutes: 5 } });
    talk.connection.appendItem({ kind: 'tool-result', callId, output: '{"minutes":5}', sentence: 'Five minutes, starting now.' });
    talk.connection.respond();
    await talk.until('response-ended', 2);
    expect(talk.all('response-ended').map(({ end }) => end)).toEqual(['called-tools', 'completed']);
    expect(talk.reply).toBe('The timer is set.');
    expect(JSON.stringify(talk.server.received)).toContain('Five minutes, starting now.');
  });

  it('says a sentence of ours as it stands', async () => {
    talk = await openTalk(dialect);
    talk.connection.appendItem({ kind: 'words-to-say', sentence: 'Your timer is over.' });
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.reply).toBe('Your timer is over.');
  });

  it('drops a reply for good when the user goes on talking', async () => {
    talk = await openTalk(dialect, { replyDelayMs: 60, wordMs: 400 });
    talk.speak(6);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.respond();
    await talk.until('reply-audio');
    talk.connection.cancel();
    const told = talk.events.length;
    talk.speak(8);
    talk.connection.commit();
    await talk.untilFinals(2);
    talk.connection.respond();
    await talk.until('response-ended', 2);
    expect(talk.reply).toBe('You said: utterance 8.');
    const dropped = talk.all('response-started')[0]?.responseId;
    // It is still paid for.
    const late = talk.events.slice(told).filter((event) => 'responseId' in event && event.responseId === dropped && event.type !== 'usage');
    expect(late).toEqual([]);
  });

  it('tells names to whoever writes down and to whoever speaks', async () => {
    talk = await openTalk(dialect, { hear: () => 'my name is eager' }, { setup: { names: NAMES } });
    expect(JSON.stringify(talk.server.received)).toContain('Igor');
    expect(JSON.stringify(talk.server.received)).toContain('EE-gor');
    talk.speak(9);
    talk.connection.commit();
    await talk.untilFinals(1);
    expect(talk.all('user-transcript').at(-1)).toMatchObject({ text: 'my name is Igor', heardText: 'my name is eager' });
  });

  it('begins with the history of an earlier connection', async () => {
    const history = [
      { role: 'user', text: 'I like boats.' },
      { role: 'assistant', text: 'Boats are fine.' },
    ] as const;
    talk = await openTalk(dialect, {}, { setup: { history } });
    talk.speak(2);
    talk.connection.commit();
    await talk.untilFinals(1);
    const received = JSON.stringify(talk.server.received);
    expect(received.indexOf('I like boats.')).toBeGreaterThan(0);
    expect(received.indexOf('Boats are fine.')).toBeGreaterThan(received.indexOf('I like boats.'));
  });

  it('commits nothing as nothing', async () => {
    talk = await openTalk(dialect);
    talk.connection.commit();
    expect(talk.finals).toEqual(['']);
  });
});
