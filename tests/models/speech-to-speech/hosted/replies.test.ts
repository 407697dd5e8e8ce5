import { afterEach, describe, expect, it } from 'vitest';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import { plainSetup } from '../on-device/setup.ts';
import { openTalk, Talk } from './open-talk.ts';
import { openDialectServer, profileFor } from './servers/open-dialect-server.ts';

let talk: Talk;
afterEach(async () => {
  expect(talk.server.complaints).toEqual([]);
  await talk.close();
});

const type = (words: string) => {
  talk.connection.appendItem({ kind: 'user-text', text: words });
  talk.connection.respond();
};

describe('what is said', () => {
  it('drops the silence in front of a reply and keeps 20 ms of it', async () => {
    talk = await openTalk('realtime', { leadMs: 340, wordMs: 100, reply: () => 'one two three' });
    type('go');
    await talk.until('response-ended');
    expect(talk.soundMs()).toBeGreaterThan(315);
    expect(talk.soundMs()).toBeLessThan(325);
  });

  it('cuts the item where the play-head stood, counted in the sound of the server', async () => {
    talk = await openTalk('realtime', { leadMs: 340, wordMs: 200, reply: () => 'one two three four' });
    type('go');
    const { itemId } = await talk.until('reply-audio');
    await talk.until('response-ended');
    talk.connection.truncate(itemId, 250, 'one');
    await new Promise((resolve) => setTimeout(resolve, 60));
    const [cut] = talk.sent('conversation.item.truncate');
    // 320 ms of silence were never played.
    expect(cut?.['audio_end_ms']).toBeGreaterThanOrEqual(565);
    expect(cut?.['audio_end_ms']).toBeLessThanOrEqual(575);
  });

  it('has a reply forgotten of which nothing was heard', async () => {
    talk = await openTalk('realtime', { wordMs: 200 });
    type('go');
    const { itemId } = await talk.until('reply-audio');
    await talk.until('response-ended');
    talk.connection.truncate(itemId, 0, '');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(talk.sent('conversation.item.delete')).toHaveLength(1);
    expect(talk.sent('conversation.item.truncate')).toHaveLength(0);
  });

  it('finds the place in the second of two responses, the first of which was heard whole', async () => {
    const tool = { name: 'clock.read', description: 'Reads.', parameters: {}, effect: 'none', match: () => null } as const;
    const reply = (words: string) => (words.startsWith('output') ? 'It is noon now' : '!clock__read {}');
    talk = await openTalk('realtime', { wordMs: 100, reply }, { setup: { tools: [tool] } });
    type('what time is it');
    const { callId } = await talk.until('tool-called');
    talk.connection.appendItem({ kind: 'tool-result', callId, output: '{}', sentence: 'It is noon.' });
    talk.connection.respond();
    await talk.until('response-ended', 2);
    talk.connection.truncate(talk.all('reply-audio')[0]?.itemId ?? '', 150, 'It is');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(talk.sent('conversation.item.truncate')).toMatchObject([{ audio_end_ms: 150 }]);
  });

  it('answers several results of one response once', async () => {
    const tool = { name: 'clock.read', description: 'Reads.', parameters: {}, effect: 'none', match: () => null } as const;
    talk = await openTalk(
      'realtime',
      { reply: (words) => (words.startsWith('output') ? 'Both.' : '!clock__read {}') },
      { setup: { tools: [tool] } },
    );
    type('go');
    const { callId } = await talk.until('tool-called');
    talk.connection.respond();
    talk.connection.appendItem({ kind: 'tool-result', callId, output: '{}', sentence: '' });
    talk.connection.respond();
    await talk.until('response-ended', 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(talk.sent('response.create')).toHaveLength(2);
    expect(talk.reply).toBe('Both.');
  });
});

describe('a reply that is made ahead', () => {
  it('is asked for with the commit, and not again', async () => {
    talk = await openTalk('realtime');
    talk.speak(3);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.sent('response.create')).toHaveLength(1);
  });

  it('is dropped, and forgotten by the server, when the user goes on', async () => {
    talk = await openTalk('realtime', { replyDelayMs: 1, wordMs: 50 });
    talk.speak(3);
    talk.connection.commit();
    await talk.untilFinals(1);
    await new Promise((resolve) => setTimeout(resolve, 80));
    talk.speak(4);
    talk.connection.commit();
    await talk.untilFinals(2);
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.reply).toBe('You said: utterance 4.');
    expect(talk.all('response-started')).toHaveLength(1);
    expect(talk.sent('conversation.item.delete')).toHaveLength(1);
  });

  it('is asked for again when the engine is told something new, and not when it is told the same', async () => {
    talk = await openTalk('realtime', { replyDelayMs: 40 });
    talk.speak(3);
    talk.connection.commit();
    talk.connection.update(plainSetup);
    await talk.untilFinals(1);
    talk.connection.update({ ...plainSetup, facts: ["The user's dog is called Rex."] });
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.sent('session.update')).toHaveLength(2);
    expect(talk.sent('response.create')).toHaveLength(2);
    expect(talk.reply).toBe('You said: utterance 3.');
  });

  it('gives way to a sentence of ours', async () => {
    talk = await openTalk('realtime');
    talk.speak(3);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.appendItem({ kind: 'words-to-say', sentence: 'Thank you, Igor.' });
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.reply).toBe('Thank you, Igor.');
    expect(talk.all('response-started')).toHaveLength(1);
  });
});

describe('what was said', () => {
  it('is written down in the order in which it was said, however late the words are', async () => {
    let count = 0;
    talk = await openTalk('realtime', { hear: (code) => `utterance ${code}`, wordsDelayMs: 30 });
    talk.server.tamper = (frame) => {
      // The words of the first turn come last.
      if (!frame.includes('transcription.completed') || ++count > 1) return [frame];
      setTimeout(() => talk.server.connections[0]?.send(frame), 120);
      return [];
    };
    for (const code of [1, 2]) {
      talk.speak(code);
      talk.connection.commit();
    }
    await talk.untilFinals(2);
    expect(talk.finals).toEqual(['utterance 1', 'utterance 2']);
  });

  it('is not sent when it is taken back', async () => {
    talk = await openTalk('realtime');
    talk.speak(3);
    talk.connection.discard();
    talk.speak(5);
    talk.connection.commit();
    await talk.untilFinals(1);
    expect(talk.finals).toEqual(['utterance 5']);
  });

  it('is long enough for the server, however short it was', async () => {
    talk = await openTalk('realtime');
    talk.speak(3, 40);
    talk.connection.commit();
    await talk.untilFinals(1);
    expect(talk.finals).toEqual(['utterance 3']);
  });

  it('is a failure that can be tried again when the server cannot write it down', async () => {
    talk = await openTalk('realtime');
    talk.server.tamper = (frame) => {
      const event = JSON.parse(frame) as { type: string; item_id: string };
      if (event.type !== 'conversation.item.input_audio_transcription.completed') return [frame];
      return [
        JSON.stringify({
          type: 'conversation.item.input_audio_transcription.failed',
          item_id: event.item_id,
          error: { message: 'overloaded' },
        }),
      ];
    };
    talk.speak(3);
    talk.connection.commit();
    expect((await talk.until('failed')).failure).toMatchObject({
      message: '127.0.0.1 did not write down what was said: overloaded.',
      retryable: true,
    });
  });
});

describe('a session that ends', () => {
  it.each(['xai', 'gemini-live'] as const)('N16: %s no longer knows a handle: the history is told instead', async (dialect) => {
    const server = await openDialectServer(dialect, {});
    const history = [{ role: 'user', text: 'I like boats.' }] as const;
    const model = openHostedModel({ profile: profileFor(dialect, server.url), key: null });
    talk = new Talk(server, await model.connect({ ...plainSetup, history, resumeHandle: 'too-old' }, new AbortController().signal));
    type('go');
    await talk.until('response-ended');
    expect(JSON.stringify(server.received)).toContain('I like boats.');
    expect(talk.all('resume-handle').length).toBeGreaterThan(0);
  });

  it('tells that the host is going away, and when', async () => {
    talk = await openTalk('gemini-live');
    talk.server.connections[0]?.send(JSON.stringify({ goAway: { timeLeft: '50s' } }));
    expect(await talk.until('going-away')).toEqual({ type: 'going-away', deadlineMs: 50_000 });
  });
});
