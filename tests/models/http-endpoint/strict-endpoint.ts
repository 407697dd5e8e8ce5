import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { readWav } from '../../../models/audio/wav.ts';

export interface AskedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** JSON bodies read; of forms the fields, the file's name and its sound. */
  readonly body: Record<string, unknown>;
}

export interface StrictEndpoint {
  /** `http://127.0.0.1:PORT/v1` */
  readonly url: string;
  readonly asked: readonly AskedRequest[];
  /** Requests whose client hung up before the end. */
  readonly abandoned: () => number;
  close(): Promise<void>;
}

type Answer = (response: ServerResponse, asked: AskedRequest) => void | Promise<void>;

/** What the published interface allows; unknown fields and wrong orders are refused as the real servers refuse them. */
const text = z.string().min(1);
const functionName = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/);
const chatSchema = z.strictObject({
  model: text,
  stream: z.literal(true),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  reasoning_effort: z.enum(['low', 'medium', 'high']).optional(),
  max_tokens: z.int().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  messages: z
    .array(
      z.discriminatedUnion('role', [
        z.strictObject({ role: z.enum(['system', 'user']), content: text }),
        z.strictObject({
          role: z.literal('assistant'),
          content: z.string().nullable(),
          tool_calls: z
            .array(
              z.strictObject({ id: text, type: z.literal('function'), function: z.strictObject({ name: functionName, arguments: text }) }),
            )
            .min(1)
            .optional(),
        }),
        z.strictObject({ role: z.literal('tool'), tool_call_id: text, content: z.string() }),
      ]),
    )
    .min(1),
  tools: z
    .array(
      z.strictObject({
        type: z.literal('function'),
        function: z.strictObject({ name: functionName, description: z.string(), parameters: z.looseObject({ type: z.literal('object') }) }),
      }),
    )
    .min(1)
    .optional(),
});
const speechSchema = z.strictObject({
  model: text,
  input: text.max(4_096),
  voice: text,
  response_format: z.enum(['pcm', 'wav', 'mp3']),
  speed: z.number().min(0.25).max(4).optional(),
});
const hearingSchema = z.strictObject({
  model: text,
  response_format: z.enum(['json', 'text']),
  language: z.string().length(2).optional(),
  prompt: z.string().max(896).optional(),
  file: z.string().regex(/\.(wav|mp3|webm|flac)$/),
  sound: z.instanceof(Float32Array),
});

/** A server on this machine that checks every request and then answers as it is told. @param key none = no key is wanted */
export async function strictEndpoint(
  answers: { chat?: Answer; speech?: Answer; hearing?: Answer },
  key: string | null = null,
): Promise<StrictEndpoint> {
  const asked: AskedRequest[] = [];
  let abandoned = 0;
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) abandoned += 1;
    });
    const path = (request.url ?? '').replace('/v1', '');
    const given: AskedRequest = { path, headers: request.headers, body: await bodyOf(request) };
    asked.push(given);
    if (request.headers.authorization !== (key === null ? undefined : `Bearer ${key}`))
      return refuse(response, 401, 'Incorrect API key provided.');
    const route = { '/chat/completions': answers.chat, '/audio/speech': answers.speech, '/audio/transcriptions': answers.hearing }[path];
    if (route === undefined) return refuse(response, 404, 'Not Found');
    const problem = problemOf(path, given.body);
    if (problem !== null) return refuse(response, 400, problem);
    await route(response, given);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function problemOf(path: string, body: Record<string, unknown>): string | null {
  const schema = { '/chat/completions': chatSchema, '/audio/speech': speechSchema, '/audio/transcriptions': hearingSchema }[path];
  const read = schema?.safeParse(body);
  if (read?.success === false) return `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`;
  if (path !== '/chat/completions') return null;
  const { messages } = body as z.output<typeof chatSchema>;
  for (const [index, message] of messages.entries()) {
    if (message.role !== 'tool') continue;
    const caller = messages.slice(0, index).findLast(({ role }) => role !== 'tool');
    const called = caller?.role === 'assistant' ? (caller.tool_calls ?? []) : [];
    if (!called.some(({ id }) => id === message.tool_call_id)) return "messages with role 'tool' must follow a message with 'tool_calls'";
  }
  const unanswered = messages.flatMap((message) => (message.role === 'assistant' ? (message.tool_calls ?? []) : []));
  const answered = new Set(messages.flatMap((message) => (message.role === 'tool' ? [message.tool_call_id] : [])));
  return unanswered.every(({ id }) => answered.has(id)) ? null : 'every tool call needs a tool message';
}

export function refuse(response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message, type: 'invalid_request_error' } }));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return JSON.parse(bytes.toString() || '{}') as Record<string, unknown>;
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else {
      fields['file'] = value.name;
      fields['sound'] = readWav(new Uint8Array(await value.arrayBuffer())).samples;
    }
  }
  return fields;
}

/** Writes a chat stream: strings are text, objects go into the delta. @param cut bytes a write, as a bad network would */
export async function streamChat(
  response: ServerResponse,
  deltas: readonly (string | object)[],
  { finish = 'stop' as string | null, usage = true, done = true, cut = Number.POSITIVE_INFINITY, pauseMs = 0 } = {},
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const base = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'any' };
  const choice = (delta: object, finish_reason: string | null) => ({ ...base, choices: [{ index: 0, delta, finish_reason }] });
  const events = [
    choice({ role: 'assistant', content: '' }, null),
    ...deltas.map((delta) => choice(typeof delta === 'string' ? { content: delta } : delta, null)),
    ...(finish === null ? [] : [choice({}, finish)]),
    ...(usage ? [{ ...base, choices: [], usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } }] : []),
  ];
  for (const event of [...events.map((event) => JSON.stringify(event)), ...(done ? ['[DONE]'] : [])]) {
    const bytes = Buffer.from(`: keep-alive\n\ndata: ${event}\n\n`);
    for (let start = 0; start < bytes.length; start += cut) response.write(bytes.subarray(start, start + cut));
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  response.end();
}

/** A tone, as raw pcm of 24 kHz. */
export function tone(ms: number): Buffer {
  const bytes = Buffer.alloc(ms * 48);
  for (let index = 0; index < bytes.length / 2; index++) bytes.writeInt16LE(Math.round(9_000 * Math.sin(index / 9)), index * 2);
  return bytes;
}
