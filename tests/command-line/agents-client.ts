import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime';
import { vi } from 'vitest';
import { z } from 'zod';
import { pcmOf } from './realtime-client.ts';

/** The official agents client with one function, and what it noticed. */
export interface AgentsClient {
  readonly session: RealtimeSession;
  readonly noticed: { readonly errors: unknown[]; readonly calls: string[]; interrupted: number; audioBytes: number; done: number };
  readonly speak: (file: string, silenceMs: number) => void;
  readonly responses: (count: number) => Promise<void>;
}

export async function agentsClient(url: string, token: string): Promise<AgentsClient> {
  const noticed: AgentsClient['noticed'] = { errors: [], calls: [], interrupted: 0, audioBytes: 0, done: 0 };
  const weather = tool({
    name: 'get_weather',
    description: 'The weather of a city.',
    parameters: z.object({ city: z.string() }),
    execute: async ({ city }) => {
      noticed.calls.push(city);
      return 'It is sunny, 21 degrees.';
    },
  });
  const agent = new RealtimeAgent({ name: 'Nova', instructions: 'Be short.', tools: [weather] });
  const transport = new OpenAIRealtimeWebSocket({ url: `${url.replace('http', 'ws')}/realtime` });
  const session = new RealtimeSession(agent, {
    transport,
    model: 'on-device',
    config: { audio: { input: { turnDetection: { type: 'server_vad' } } } },
  });
  session.on('error', (error) => void noticed.errors.push(error));
  session.on('audio', ({ data }) => {
    noticed.audioBytes += data.byteLength;
  });
  session.on('audio_interrupted', () => {
    noticed.interrupted += 1;
  });
  transport.on('*', ({ type }) => {
    if (type === 'response.done') noticed.done += 1;
  });
  await session.connect({ apiKey: token });
  return {
    session,
    noticed,
    speak: (file, silenceMs) => {
      for (const piece of pcmOf(file, silenceMs)) session.sendAudio(Uint8Array.from(Buffer.from(piece, 'base64')).buffer);
    },
    responses: (count) => vi.waitUntil(() => noticed.done >= count, { timeout: 15_000, interval: 20 }).then(() => undefined),
  };
}
