import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import { isNearby, openEndpoint } from '../../../models/http-endpoint/endpoint.ts';
import { openHttpChat } from '../../../models/language/http-chat.ts';
import { refuse, type StrictEndpoint, streamChat, strictEndpoint } from './strict-endpoint.ts';

const CANARY = 'sk-canary0123456789abcdef';
const open: StrictEndpoint[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const endpoint of open.splice(0)) await endpoint.close();
});

async function failureOf(url: string, key: string | null = null, send?: typeof fetch): Promise<EngineFailure> {
  const chat = await openHttpChat({ url, model: 'any', key, mostTokens: 20, temperature: null }, send);
  try {
    for await (const _ of chat.reply({ messages: [{ role: 'user', text: 'Hello.' }], functions: [] }));
  } catch (failure) {
    return failure as EngineFailure;
  }
  throw new Error('Nothing was wrong.');
}

async function served(...args: Parameters<typeof strictEndpoint>): Promise<StrictEndpoint> {
  const endpoint = await strictEndpoint(...args);
  open.push(endpoint);
  return endpoint;
}

describe('an endpoint that does not answer as it should', () => {
  it.each([
    [401, 'Incorrect API key provided.', {}, 'refused', 'http', /does not accept the key/],
    [404, 'model not found', {}, 'refused', 'http', /no such address or model/],
    [400, 'max_tokens is too large', {}, 'refused', 'http', /refused the request: max_tokens is too large\./],
    [422, 'temperature out of range', {}, 'refused', 'http', /temperature out of range/],
    [429, 'slow down', { 'retry-after': '7' }, 'refused', 'http', /wait 7 s/],
    [429, 'insufficient_quota', {}, 'refused', 'http', /no credit left/],
    [503, 'overloaded', {}, 'network', 'http', /trouble of its own/],
  ] as const)('is told by its layer, in one sentence (%i %s)', async (status, message, headers, kind, layer, sentence) => {
    const { url } = await served({ chat: (response) => refuse(response, status, message, headers) });
    const failure = await failureOf(url);
    expect(failure).toMatchObject({ kind, layer });
    expect(failure.message).toMatch(sentence);
    expect(failure.whatToDo).toMatch(/^[A-Z].*\.$/);
    if ('retry-after' in headers) expect(failure).toMatchObject({ retryable: true, retryAfterMs: 7_000 });
  });

  it('is told when nobody is there, and when the name does not exist', async () => {
    const { url, close } = await strictEndpoint({});
    await close();
    expect(await failureOf(url)).toMatchObject({ kind: 'network', layer: 'tcp' });
    expect(await failureOf('http://no-such-host.invalid/v1')).toMatchObject({ kind: 'network', layer: 'dns' });
  });

  it('is told when it is a web page, or breaks off, or says that it failed in the middle', async () => {
    const page = await served({ chat: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>') });
    expect((await failureOf(page.url)).message).toMatch(/broke off|something else/);
    const early = await served({ chat: (response) => streamChat(response, ['Once upon'], { finish: null, done: false }) });
    expect(await failureOf(early.url)).toMatchObject({ kind: 'network', layer: 'line', retryable: true });
    const cut = await served({
      chat: (response) =>
        void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: {"ch', () => response.destroy()),
    });
    expect(await failureOf(cut.url)).toMatchObject({ kind: 'network' });
    const told = await served({
      chat: (response) =>
        void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {"error":{"message":"out of memory"}}\n\n'),
    });
    expect((await failureOf(told.url)).message).toMatch(/out of memory/);
  });

  it('is not followed to another host', async () => {
    const other = await served({ chat: (response) => streamChat(response, ['Stolen.']) });
    const { url } = await served(
      { chat: (response) => void response.writeHead(307, { location: `${other.url}/chat/completions` }).end() },
      CANARY,
    );
    expect((await failureOf(url, CANARY)).message).toMatch(/another address/);
    expect(other.asked).toEqual([]);
  });

  it('gets a second request when a kept connection was closed meanwhile, and no third', async () => {
    let count = 0;
    const server = createServer((request) => {
      count += 1;
      request.socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await failureOf(`http://127.0.0.1:${port}/v1`)).toMatchObject({ kind: 'network' });
    expect(count).toBe(2);
    server.close();
  });
});

describe('a key', () => {
  it('goes to its endpoint only, with nothing that belongs to another service', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-other');
    vi.stubEnv('OPENAI_ORG_ID', 'org-other');
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-other');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
    const { url, asked } = await served({ chat: (response) => streamChat(response, ['Hello.']) });
    const chat = await openHttpChat({ url, model: 'any', key: null, mostTokens: null, temperature: null });
    for await (const _ of chat.reply({ messages: [{ role: 'user', text: 'Hello.' }], functions: [] }));
    expect(JSON.stringify(asked[0]?.headers)).not.toMatch(/other|none/);
    expect(asked[0]?.headers.authorization).toBeUndefined();
  });

  it('is never in a sentence, even when the server repeats it', async () => {
    const { url } = await served({ chat: (response) => refuse(response, 400, `bad key ${CANARY}`) }, CANARY);
    const failure = await failureOf(url, CANARY);
    expect(`${failure.message} ${failure.whatToDo}`).not.toContain('canary');
  });

  it('does not leave this network without encryption', async () => {
    await expect(openEndpoint({ url: 'http://api.example.com/v1', key: CANARY })).rejects.toThrow(/without encryption/);
    await expect(openEndpoint({ url: 'http://192.168.1.5:8000/v1', key: CANARY })).resolves.toBeDefined();
  });
});

describe('an address', () => {
  it.each(['', 'api.groq.com', 'ftp://host/v1', 'http://user:pass@host/v1', 'http://host/v1?key=1', 'ws://host/v1'])(
    'that cannot be meant opens nothing: "%s"',
    async (url) => {
      await expect(openEndpoint({ url, key: null })).rejects.toMatchObject({ kind: 'bad-input' });
    },
  );

  it.each([
    ['http://localhost:1/v1', true],
    ['http://127.0.0.1:1/v1', true],
    ['http://[::1]:1/v1', true],
    ['http://10.0.0.7/v1', true],
    ['http://192.168.4.4/v1', true],
    ['http://172.20.0.2/v1', true],
    ['http://gpu-box:8000/v1', true],
    ['http://gpu.local/v1', true],
    ['https://api.groq.com/openai/v1', false],
    ['https://172.40.0.1/v1', false],
    ['https://10.example.com/v1', false],
  ])('is near or far: %s', (url, near) => {
    expect(isNearby(url)).toBe(near);
  });
});
