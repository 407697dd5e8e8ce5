import { afterEach, expect, it, vi } from 'vitest';
import { openTalk, type Talk } from './open-talk.ts';

/** Past the time in which a server has to say that it took a commit, and no longer than a living line may be silent. */
const STANDS_STILL_MS = 1900;

let talk: Talk;
afterEach(async () => {
  expect(talk.server.complaints).toEqual([]);
  await talk.close();
});

it('takes a server whose word about a commit comes late for one that listens by itself, until the word comes', async () => {
  talk = await openTalk('realtime');
  const { server } = talk;
  const held: string[] = [];
  server.tamper = (frame) => {
    if (!/input_audio_buffer\.committed|input_audio_transcription/.test(frame)) return [frame];
    held.push(frame);
    return [];
  };
  talk.speak(3);
  talk.connection.commit();
  // It lives, and says nothing about the turn.
  const pings = setInterval(() => server.connections.at(-1)?.ping(), 100);
  await vi.waitFor(() => expect(talk.sent('session.update')).toHaveLength(2), { timeout: 15_000 });
  clearInterval(pings);
  expect(talk.finals).toEqual([]);
  server.tamper = null;
  for (const frame of held) server.connections.at(-1)?.send(frame);
  await talk.untilFinals(1);
  await vi.waitFor(() => expect(talk.sent('session.update')).toHaveLength(3));
  const turnDetection = talk
    .sent('session.update')
    .map(({ session }) => (session as { audio: { input: { turn_detection: unknown } } }).audio.input.turn_detection);
  expect(turnDetection).toEqual([null, expect.anything(), null]);
  talk.speak(5);
  talk.connection.commit();
  await talk.untilFinals(2);
  expect(talk.finals).toEqual(['utterance 3', 'utterance 5']);
  expect(talk.sent('input_audio_buffer.commit')).toHaveLength(2);
}, 20_000);

it('does not take it for one when this computer stood still while the word came', async () => {
  talk = await openTalk('realtime');
  const { server } = talk;
  const held: string[] = [];
  server.tamper = (frame) => {
    held.push(frame);
    return [];
  };
  talk.speak(3);
  talk.connection.commit();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  server.connections.at(-1)?.ping();
  await new Promise((resolve) => setTimeout(resolve, 30));
  server.tamper = null;
  for (const frame of held) server.connections.at(-1)?.send(frame);
  const untilMs = performance.now() + STANDS_STILL_MS;
  while (performance.now() < untilMs);
  await talk.untilFinals(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(talk.finals).toEqual(['utterance 3']);
  expect(talk.sent('session.update')).toHaveLength(1);
  expect(talk.all('disconnected')).toEqual([]);
});
