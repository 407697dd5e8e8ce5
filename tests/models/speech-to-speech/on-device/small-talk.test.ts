import { describe, expect, it } from 'vitest';
import { smallTalk } from '../../../../models/speech-to-speech/on-device/small-talk.ts';

const REPLY = ' Hello there. Nice to hear you. The day is long. Come in.';

async function sentences(utterance: string, mostSentences?: number): Promise<number> {
  const model = {
    id: 'story',
    generate: async function* () {
      for (const piece of REPLY.split(/(?<= )/)) yield piece;
    },
    prefill: async () => undefined,
    close: async () => undefined,
  };
  const voice = { voiceId: 'x', rate: 1, pitch: 1 };
  const persona = {
    id: 'x',
    name: 'X',
    character: 'X is X.',
    refusal: 'No.',
    voice,
    ...(mostSentences === undefined ? {} : { mostSentences }),
  };
  const setup = { persona, facts: [], names: [], tools: [], history: [] };
  const said: string[] = [];
  const options = { context: { setup, utterance, earlierReplies: [] }, history: [], signal: AbortSignal.timeout(5000) };
  for await (const clause of smallTalk(model, options)) said.push(clause);
  return said.join(' ').split(/[.!?](?:\s|$)/).length - 1;
}

describe('small talk', () => {
  it('is as short as the persona speaks', async () => {
    expect(await sentences('hello', 1)).toBe(1);
    expect(await sentences('hello', 3)).toBe(3);
    expect(await sentences('hello')).toBe(4);
  });

  it('tells a story to its end, whoever tells it', async () => {
    expect(await sentences('tell me a story', 1)).toBe(4);
  });
});
