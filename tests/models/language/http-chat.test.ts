import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatFunction, ChatMessage, ChatPiece } from '../../../models/language/chat-model.ts';
import { openHttpChat } from '../../../models/language/http-chat.ts';
import { type StrictEndpoint, streamChat, strictEndpoint } from '../http-endpoint/strict-endpoint.ts';

const timer: ChatFunction = {
  name: 'timer.set',
  description: 'Sets a timer.',
  parameters: { type: 'object', properties: { minutes: { type: 'number' } } },
};
const HELLO: readonly ChatMessage[] = [
  { role: 'system', text: 'Be kind.' },
  { role: 'user', text: 'Hello.' },
];
const open: StrictEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});

async function chatOver(answer: Parameters<typeof strictEndpoint>[0]['chat']) {
  const endpoint = await strictEndpoint({ ...(answer && { chat: answer }) });
  open.push(endpoint);
  const chat = await openHttpChat({ url: endpoint.url, model: 'qwen3', key: null, mostTokens: 200, temperature: 0.3 });
  const ask = async (messages = HELLO, functions: readonly ChatFunction[] = []) => {
    const pieces: ChatPiece[] = [];
    for await (const piece of chat.reply({ messages, functions })) pieces.push(piece);
    return pieces;
  };
  return { endpoint, chat, ask };
}
const textOf = (pieces: readonly ChatPiece[]) => pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');

describe('chat over HTTP', () => {
  it.each([1, 3, 1_000])('streams text and counts, however the network cuts it (%i bytes)', async (cut) => {
    const { ask, endpoint } = await chatOver((response) => streamChat(response, ['Good ', 'mörning, ', 'Níamh.'], { cut }));
    const pieces = await ask();
    expect(textOf(pieces)).toBe('Good mörning, Níamh.');
    expect(pieces.at(-1)).toEqual({ kind: 'usage', inputTokens: 7, outputTokens: 3 });
    expect(endpoint.asked[0]?.body).toMatchObject({ model: 'qwen3', stream: true, max_tokens: 200, temperature: 0.3 });
  });

  it('gives text while the rest is still being written', async () => {
    const { chat } = await chatOver((response) =>
      streamChat(
        response,
        Array.from({ length: 10 }, (_, index) => `${index} `),
        { pauseMs: 30 },
      ),
    );
    const startMs = performance.now();
    for await (const piece of chat.reply({ messages: HELLO, functions: [] })) {
      expect(piece.kind).toBe('text');
      break;
    }
    expect(performance.now() - startMs).toBeLessThan(250);
  });

  it('never says what a model thinks', async () => {
    const { ask } = await chatOver((response) =>
      streamChat(response, ['<th', 'ink>Hm, <b>', ' what?</thi', 'nk>', '\nHello', ' < there.']),
    );
    expect(textOf(await ask())).toBe('\nHello < there.');
  });

  it.each([
    ['between marks', ['<think>Let me', ' see.</think>', 'Four.']],
    ['in the field of vLLM and llama.cpp', [{ reasoning_content: 'Let me' }, { reasoning_content: ' see.' }, { content: 'Four.' }]],
    ['in the field of Groq', [{ reasoning: 'Let me' }, { reasoning: ' see.', content: null }, { content: 'Four.' }]],
  ] as const)('tells what a model thinks %s, and may then ask for more of it', async (_, written) => {
    const { ask, chat, endpoint } = await chatOver((response) => streamChat(response, written as never));
    expect(chat.thinks).toBe(false);
    const pieces = await ask();
    expect(textOf(pieces)).toBe('Four.');
    expect(pieces.map((piece) => (piece.kind === 'thought' ? piece.text : '')).join('')).toBe('Let me see.');
    expect(chat.thinks).toBe(true);
    for await (const _piece of chat.reply({ messages: HELLO, functions: [], thinkHarder: true }));
    expect(endpoint.asked.map(({ body }) => (body as { reasoning_effort?: string }).reasoning_effort)).toEqual([undefined, 'high']);
  });

  it('goes on without where a model that thinks refuses to be told how hard, and offers it no more', async () => {
    const { chat, endpoint } = await chatOver((response, { body }) => {
      if ('reasoning_effort' in (body as object)) return void response.writeHead(400).end('{"error":{"message":"no such parameter"}}');
      return streamChat(response, ['<think>Hm.</think>', 'Four.']);
    });
    for (let turn = 0; turn < 3; turn += 1) {
      const pieces: ChatPiece[] = [];
      for await (const piece of chat.reply({ messages: HELLO, functions: [], thinkHarder: true })) pieces.push(piece);
      expect(textOf(pieces)).toBe('Four.');
    }
    expect(chat.thinks).toBe(false);
    expect(endpoint.asked.map(({ body }) => 'reasoning_effort' in (body as object))).toEqual([false, true, false, false]);
  });

  it('asks no model to think of which it is not known that it can: others refuse the word', async () => {
    const { chat, endpoint } = await chatOver((response) => streamChat(response, ['Hello.']));
    for (let turn = 0; turn < 2; turn += 1) {
      for await (const _piece of chat.reply({ messages: HELLO, functions: [], thinkHarder: true }));
    }
    expect(chat.thinks).toBe(false);
    expect(endpoint.asked.every(({ body }) => !('reasoning_effort' in (body as object)))).toBe(true);
  });

  it('joins calls from fragments, by their place', async () => {
    const { ask, endpoint } = await chatOver((response) =>
      streamChat(
        response,
        [
          { tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'timer_set', arguments: '' } }] },
          { tool_calls: [{ index: 0, function: { arguments: '{"min' } }] },
          { tool_calls: [{ index: 1, id: 'b', type: 'function', function: { name: 'timer_set', arguments: '{"minutes":9}' } }] },
          { tool_calls: [{ index: 0, function: { arguments: 'utes":5}' } }] },
        ],
        { finish: 'tool_calls' },
      ),
    );
    expect((await ask(HELLO, [timer])).filter(({ kind }) => kind === 'call')).toEqual([
      { kind: 'call', call: { callId: 'a', name: 'timer.set', arguments: { minutes: 5 } } },
      { kind: 'call', call: { callId: 'b', name: 'timer.set', arguments: { minutes: 9 } } },
    ]);
    expect(endpoint.asked[0]?.body).toMatchObject({ tools: [{ function: { name: 'timer_set' } }] });
  });

  it('takes calls that come whole, without place, id or sense', async () => {
    const { ask } = await chatOver((response) =>
      streamChat(response, [{ tool_calls: [{ function: { name: 'timer_set', arguments: '{"minutes":' } }] }], { finish: 'tool_calls' }),
    );
    expect(await ask(HELLO, [timer])).toContainEqual({ kind: 'call', call: { callId: 'call-1', name: 'timer.set', arguments: {} } });
  });

  it('tells calls and results in the order the servers demand', async () => {
    const { ask, endpoint } = await chatOver((response) => streamChat(response, ['Done.']));
    await ask([
      ...HELLO,
      { role: 'calls', text: '', calls: [{ callId: 'x', name: 'timer.set', arguments: { minutes: 5 } }] },
      { role: 'result', callId: 'x', output: '{"ok":true}' },
    ]);
    expect(endpoint.asked[0]?.body['messages']).toMatchObject([
      { role: 'system' },
      { role: 'user' },
      { role: 'assistant', content: null, tool_calls: [{ id: 'x', function: { name: 'timer_set', arguments: '{"minutes":5}' } }] },
      { role: 'tool', tool_call_id: 'x', content: '{"ok":true}' },
    ]);
  });

  it('ends at the server too when it is aborted or left', async () => {
    const { chat, endpoint } = await chatOver((response) =>
      streamChat(
        response,
        Array.from({ length: 200 }, () => 'word '),
        { pauseMs: 10 },
      ),
    );
    for await (const _ of chat.reply({ messages: HELLO, functions: [] })) break;
    await vi.waitFor(() => expect(endpoint.abandoned()).toBe(1));
    const abort = new AbortController();
    for await (const _ of chat.reply({ messages: HELLO, functions: [], signal: abort.signal })) abort.abort();
    await vi.waitFor(() => expect(endpoint.abandoned()).toBe(2));
  });
});
