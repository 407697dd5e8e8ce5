import { once } from 'node:events';
import OpenAI, { toFile } from 'openai';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { isMissing } from '../models/real-places.ts';
import { agentsClient } from './agents-client.ts';
import { type RealtimeClient, realtimeClient } from './realtime-client.ts';
import { type Served, serve } from './served.ts';

const weather = {
  type: 'function' as const,
  name: 'get_weather',
  description: 'The weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};

describe.skipIf(isMissing('speech-to-text', 'language', 'text-to-speech', 'audio-file'))(
  'parley serve --realtime, asked by the official client',
  () => {
    let served: Served;
    const clients: RealtimeClient[] = [];
    beforeAll(async () => {
      served = await serve('--realtime', '--json');
    }, 120_000);
    afterEach(async () => {
      for (const client of clients.splice(0)) {
        client.close();
        await client.closed;
      }
    });
    afterAll(async () => {
      expect(await served.stop()).toBe(0);
    });

    async function connected(input: object = {}): Promise<RealtimeClient> {
      const client = await realtimeClient(served.url, served.token);
      clients.push(client);
      client.send({
        type: 'session.update',
        session: { type: 'realtime', audio: { input: { transcription: { model: 'whisper-1' }, ...input } } },
      });
      await client.until('session.updated');
      return client;
    }
    const ask = (client: RealtimeClient, text: string) => {
      client.send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] } });
      client.send({ type: 'response.create' });
    };
    /** What a recogniser hears in the reply. */
    const understood = async (client: RealtimeClient) => {
      const file = await toFile(client.spoken(), 'reply.wav');
      return (await new OpenAI({ baseURL: served.url, apiKey: served.token }).audio.transcriptions.create({ file, model: 'any' })).text;
    };

    it('holds a spoken turn: hears the question, answers it aloud, in words that are the sound', async () => {
      const client = await connected();
      client.speak('what-time-is-it.wav', 900);
      const { response } = await client.until('response.done');
      expect((await client.until('conversation.item.input_audio_transcription.completed')).transcript).toMatch(/^what time is it/i);
      const { transcript } = await client.until('response.output_audio_transcript.done');
      expect(transcript).toMatch(/^It's .*\.$/);
      // "It's six" is heard as "At six" too: the part of the day at the end is plain.
      const partOfDay = transcript.match(/\w+(?=\.$)/)?.[0] ?? transcript;
      expect((await understood(client)).toLowerCase()).toContain(partOfDay);
      expect(response.status).toBe('completed');
      expect(client.of('error')).toEqual([]);
    });

    it('lets the client end the turn (held key), and does sums', async () => {
      const client = await connected({ turn_detection: null });
      client.speak('twelve-times-seven.wav', 0);
      client.send({ type: 'input_audio_buffer.commit' });
      client.send({ type: 'response.create' });
      await client.until('response.done');
      expect(client.of('response.output_audio_transcript.done')[0]?.transcript).toMatch(/84|eighty.four/i);
      expect(client.of('input_audio_buffer.speech_started')).toEqual([]);
    });

    it('stops when it is cancelled, and keeps what was heard of it', async () => {
      const client = await connected();
      ask(client, 'Tell me a story.');
      await client.until('response.output_audio.delta');
      client.send({ type: 'response.cancel' });
      const { response } = await client.until('response.done');
      expect(response).toMatchObject({ status: 'cancelled', status_details: { reason: 'client_cancelled' } });
      const item_id = response.output?.[0]?.id ?? '';
      // Cancelled at the first piece of sound: there is not more of it to have heard.
      client.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 100 });
      await client.until('conversation.item.truncated');
      client.send({ type: 'conversation.item.retrieve', item_id });
      const { item } = await client.until('conversation.item.retrieved');
      const [content] = (item as { content: { transcript: string }[] }).content;
      expect(content?.transcript.split(' ').length).toBeLessThanOrEqual(3);
      expect(client.events.slice(client.events.findIndex(({ type }) => type === 'response.done')).map(({ type }) => type)).not.toContain(
        'response.output_audio.delta',
      );
    });

    it('gives way to whoever talks into it', async () => {
      const client = await connected();
      ask(client, 'Tell me a story.');
      await client.until('response.output_audio.delta');
      client.speak('what-is-my-name.wav', 900);
      const { response } = await client.until('response.done');
      expect(response).toMatchObject({ status: 'cancelled', status_details: { reason: 'turn_detected' } });
      await client.until('response.done', 2);
      const types = client.events.map(({ type }) => type);
      expect(types.indexOf('input_audio_buffer.speech_started')).toBeLessThan(types.indexOf('response.done'));
    });

    it('has the client call a function, and speaks the result', async () => {
      const client = await connected();
      client.send({ type: 'session.update', session: { type: 'realtime', tools: [weather] } });
      ask(client, 'What is the weather in Paris?');
      const { call_id, arguments: given } = await client.until('response.function_call_arguments.done');
      expect(JSON.parse(given)).toEqual({ city: 'Paris' });
      await client.until('response.done');
      client.send({
        type: 'conversation.item.create',
        item: { type: 'function_call_output', call_id, output: 'It is sunny, 21 degrees.' },
      });
      client.send({ type: 'response.create' });
      await client.until('response.done', 2);
      expect(await understood(client)).toMatch(/sunny/i);
    });

    it('is a server to the official agents client: question, function, interruption, typed words, history', async () => {
      const { session, noticed, speak, responses } = await agentsClient(served.url, served.token);
      speak('what-time-is-it.wav', 900);
      await responses(1);
      session.sendMessage('What is the weather in Paris?');
      await responses(3);
      expect(noticed.calls).toEqual(['Paris']);
      session.sendMessage('Tell me a story.');
      const before = noticed.audioBytes;
      await vi.waitUntil(() => noticed.audioBytes > before, { timeout: 15_000 });
      speak('what-can-you-do.wav', 900);
      const said = () =>
        session.history
          .flatMap((item) => (item.type === 'message' && item.role === 'user' ? item.content : []))
          .map((part) => ('transcript' in part ? part.transcript : 'text' in part ? part.text : ''));
      // A reply cut off counts as one too, so the last question is waited for by its words.
      await vi.waitUntil(() => /what can you do/i.test(said()[3] ?? ''), { timeout: 15_000 });
      expect(noticed.interrupted).toBeGreaterThanOrEqual(1);
      expect(said()).toEqual([
        expect.stringMatching(/^what time is it/i),
        'What is the weather in Paris?',
        'Tell me a story.',
        expect.stringMatching(/^what can you do/i),
      ]);
      expect(noticed.errors).toEqual([]);
      session.close();
    });

    it('serves four at once and tells the fifth why not', async () => {
      for (let count = 0; count < 4; count++) await connected();
      const fifth = await realtimeClient(served.url, served.token);
      expect(fifth.of('error')[0]?.error.code).toBe('session_limit_reached');
      expect(await fifth.closed).toEqual({ code: 1013 });
    });

    it('takes the token among the protocols too, from clients that cannot set headers', async () => {
      const protocols = ['realtime', `openai-insecure-api-key.${served.token}`];
      const socket = new WebSocket(`${served.url.replace('http', 'ws')}/realtime`, protocols);
      const [message] = (await once(socket, 'message')) as [Buffer];
      expect(JSON.parse(message.toString())).toMatchObject({ type: 'session.created' });
      expect(socket.protocol).toBe('realtime');
      socket.close();
      await once(socket, 'close');
    });

    it.each([
      ['no token', {}, 401],
      ['a wrong token', { authorization: 'Bearer wrong' }, 401],
      ['a web page', { origin: 'https://example.com' }, 403],
    ])('lets nobody in with %s', async (_, headers, status) => {
      const socket = new WebSocket(`${served.url.replace('http', 'ws')}/realtime`, { headers: headers as Record<string, string> });
      const answer = await new Promise((resolve) => {
        socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.once('error', () => undefined);
      });
      expect(answer).toBe(status);
      socket.terminate();
    });
  },
);
