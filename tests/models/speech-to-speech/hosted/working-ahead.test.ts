import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AudioFrame } from '../../../../electron/ipc/audio-frame.ts';
import { plainSetup } from '../on-device/setup.ts';
import { codedSpeech } from './coded-speech.ts';
import { openTalk, type Talk } from './open-talk.ts';
import type { Script } from './servers/scripted-server.ts';

let talk: Talk;
afterEach(async () => {
  expect(talk.server.complaints).toEqual([]);
  await talk.close();
});

const silence = (ms: number): AudioFrame[] =>
  codedSpeech(1, ms).map((frame) => ({ ...frame, samples: new Float32Array(frame.samples.length), speechProbability: 0.02 }));
const hear = (frames: readonly AudioFrame[]) => {
  for (const frame of frames) talk.connection.appendAudio(frame);
};
const known = () => talk.server.conversations.at(-1) ?? [];
/** The server did all that it was told until now. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

async function putAhead(script: Script = {}): Promise<void> {
  talk = await openTalk('realtime', script);
  talk.speak(3);
  talk.connection.anticipate();
}

describe('a turn that is likely over', () => {
  it('is answered before it is committed, and nothing of that is told', async () => {
    await putAhead();
    hear(silence(300));
    // It is told what writing down and answering cost, as soon as all of it is there.
    await talk.until('usage', 2);
    expect(talk.all('response-started')).toEqual([]);
    expect(talk.finals).toEqual([]);
    talk.connection.commit();
    talk.connection.respond();
    // Everything is there: nobody waits for the host any more.
    expect(talk.finals).toEqual(['utterance 3']);
    expect(talk.all('reply-audio').length).toBeGreaterThan(0);
    expect(talk.reply).toBe('You said: utterance 3.');
    await settled();
    expect(talk.sent('input_audio_buffer.commit')).toHaveLength(1);
    expect(talk.sent('response.create')).toHaveLength(1);
    expect(known()).toEqual(['utterance 3']);
  });

  it('waits for words and answer that are late', async () => {
    await putAhead({ wordsDelayMs: 120, replyDelayMs: 200 });
    hear(silence(100));
    talk.connection.commit();
    expect(talk.finals).toEqual([]);
    await talk.untilFinals(1);
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.reply).toBe('You said: utterance 3.');
    expect(talk.sent('response.create')).toHaveLength(1);
  });

  it.each([
    ['the answer is there', true, [1]],
    // It may begin before it is cancelled.
    ['nothing of the answer is there', false, [0, 1]],
  ])('goes on after all, when %s: one turn, answered once, the first answer forgotten', async (_when, isThere, forgotten) => {
    await putAhead({ wordMs: 40, stepMs: 4 });
    if (isThere) await talk.until('usage', 2);
    hear(silence(200));
    talk.speak(4);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.finals).toEqual(['utterance 3 utterance 4']);
    await vi.waitFor(() => expect(known()).toEqual(['utterance 3', 'utterance 4']));
    expect(talk.all('response-started')).toHaveLength(1);
    expect(talk.reply).toBe('You said: utterance 4.');
    expect(forgotten).toContain(talk.sent('conversation.item.delete').length);
  });

  it.each([
    ['the host has it', true],
    ['the host has not said so yet', false],
  ])('is taken back without a trace, when %s', async (_when, isThere) => {
    await putAhead();
    if (isThere) await talk.until('usage', 2);
    talk.connection.discard();
    talk.speak(5);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.finals).toEqual(['utterance 5']);
    await vi.waitFor(() => expect(known()).toEqual(['utterance 5']));
    expect(talk.reply).toBe('You said: utterance 5.');
  });

  it('is told other facts before it is over: it is answered again, with them', async () => {
    await putAhead();
    await talk.until('usage', 2);
    talk.connection.update({ ...plainSetup, facts: ["The user's name is Igor."] });
    await talk.until('usage', 3);
    talk.connection.commit();
    talk.connection.respond();
    await talk.until('response-ended');
    expect(talk.reply).toBe('You said: utterance 3.');
    expect(talk.all('response-started')).toHaveLength(1);
  });
});

describe('a host that cannot forget', () => {
  it.each(['realtime-flat', 'gemini-live', 'openai-live'] as const)('%s is asked with the commit and not before', async (dialect) => {
    talk = await openTalk(dialect);
    talk.speak(3);
    const before = talk.server.received.length;
    talk.connection.anticipate();
    await settled();
    expect(
      talk.server.received.slice(before).filter(({ type }) => type === 'response.create' || type === 'input_audio_buffer.commit'),
    ).toEqual([]);
    talk.connection.commit();
    await talk.untilFinals(1);
    expect(talk.finals).toEqual(['utterance 3']);
  });
});
