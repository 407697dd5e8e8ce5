import { expect, it } from 'vitest';
import { openTalk } from './open-talk.ts';

it('tells no handle that a host made before it had the turn', async () => {
  const talk = await openTalk('gemini-live', { wordsDelayMs: 300, replyDelayMs: 400 });
  await talk.until('resume-handle');
  const before = talk.all('resume-handle').length;
  talk.speak(3);
  talk.connection.commit();
  const early = { sessionResumptionUpdate: { newHandle: 'made-before-the-turn', resumable: true } };
  talk.server.connections.at(-1)?.send(JSON.stringify(early));
  await talk.untilFinals(1);
  talk.connection.respond();
  await talk.until('response-ended');
  // The one that follows the answer holds it.
  await talk.until('resume-handle', before + 1);
  expect(talk.all('resume-handle').map(({ handle }) => handle)).not.toContain('made-before-the-turn');
  expect(talk.finals).toEqual(['utterance 3']);
  expect(talk.server.complaints).toEqual([]);
  await talk.close();
});
