import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { customProfile } from '../../../../models/speech-to-speech/hosted/custom-profile.ts';
import { openHostedModel } from '../../../../models/speech-to-speech/hosted/hosted-model.ts';
import { closeFailure, openFailure } from '../../../../models/speech-to-speech/hosted/line-failure.ts';
import type { EngineFailure } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from '../on-device/setup.ts';
import { canMakeCertificates, makeCertificate } from './certificates.ts';
import { openTalk } from './open-talk.ts';
import { openDialectServer } from './servers/open-dialect-server.ts';
import type { ScriptedServer } from './servers/scripted-server.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function connect(url: string, options: { key?: string | null; proxyUrl?: string } = {}): Promise<EngineFailure> {
  const model = openHostedModel({
    profile: customProfile({ url, dialect: 'realtime' }),
    key: options.key ?? null,
    proxyUrl: options.proxyUrl ?? null,
  });
  return model.connect(plainSetup, new AbortController().signal).then(
    async (connection) => {
      await connection.close();
      throw new Error('It connected');
    },
    (failure: EngineFailure) => failure,
  );
}

/** What a person reads, and what the program does with it. */
const told = ({ message, whatToDo, kind, layer, retryable }: EngineFailure) => ({ message, whatToDo, kind, layer, retryable });

async function listening<T extends Server>(server: T): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function refusing(status: string, headers: readonly string[] = [], body = ''): Promise<ScriptedServer> {
  const server = await openDialectServer('realtime', {});
  closers.push(() => server.close());
  server.refuse = (_request, socket: Duplex) => {
    socket.end([`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
    return true;
  };
  return server;
}

describe('what keeps a connection from being made is named by its layer', () => {
  it('N01: no such host', async () => {
    expect(told(await connect('wss://no-such-host.invalid/v1/realtime'))).toEqual({
      message: expect.stringMatching(/^no-such-host\.invalid cannot be found( right now)?\.$/),
      whatToDo: expect.stringContaining('internet connection'),
      kind: 'network',
      layer: 'dns',
      retryable: true,
    });
  });

  it('N02: nobody listens', async () => {
    expect(told(await connect('ws://127.0.0.1:9/v1/realtime'))).toEqual({
      message: '127.0.0.1 refuses connections on port 9.',
      whatToDo: 'Check that the server is running and that the port is right.',
      kind: 'network',
      layer: 'tcp',
      retryable: true,
    });
  });

  it.skipIf(!canMakeCertificates)('N03: a certificate nobody trusts names who issued it', async () => {
    const server = createTlsServer(makeCertificate('Inspecting Gateway'));
    const port = await listening(server);
    expect(told(await connect(`wss://127.0.0.1:${port}/v1/realtime`))).toEqual({
      message: 'The certificate of 127.0.0.1, issued by Inspecting Gateway, is not trusted by this computer.',
      whatToDo: 'If a company network inspects connections, ask its administrators; otherwise use another network.',
      kind: 'network',
      layer: 'tls',
      retryable: false,
    });
  });

  it('N03: expired, or for somebody else', () => {
    const to = { host: 'api.example', port: 443, proxy: null };
    const day = 86_400_000;
    const seen = {
      issuer: 'Some Authority',
      subject: 'other.example',
      validFrom: new Date(Date.now() - 90 * day),
      validTo: new Date(Date.now() - day),
    };
    expect(openFailure(to, { code: 'CERT_HAS_EXPIRED' }, seen).message).toBe(
      `The certificate of api.example, issued by Some Authority, expired on ${seen.validTo.toISOString().slice(0, 10)}.`,
    );
    expect(openFailure(to, { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, seen).message).toBe(
      'api.example shows a certificate, issued by Some Authority, for other.example.',
    );
  });

  it('a server without TLS behind wss://', async () => {
    const port = await listening(createServer((socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(told(await connect(`wss://127.0.0.1:${port}/`))).toMatchObject({
      message: `127.0.0.1 does not speak TLS on port ${port}.`,
      layer: 'tls',
    });
  });

  it('N04: a proxy that wants a login, is not there, or cannot be found', async () => {
    const port = await listening(
      createServer((socket: Socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'));
      }),
    );
    expect(told(await connect('wss://api.example/v1/realtime', { proxyUrl: `http://127.0.0.1:${port}` }))).toEqual({
      message: `The proxy 127.0.0.1:${port} asks for a login.`,
      whatToDo: 'Enter the user name and password of the proxy.',
      kind: 'refused',
      layer: 'proxy',
      retryable: false,
    });
    expect(told(await connect('wss://api.example/', { proxyUrl: 'http://127.0.0.1:9' }))).toMatchObject({
      message: 'The proxy 127.0.0.1:9 does not accept connections.',
      layer: 'proxy',
    });
  });

  it.each([
    [
      'N05',
      '401 Unauthorized',
      [],
      '{"error":{"message":"Incorrect API key: sk-abcdefgh12345678"}}',
      '127.0.0.1 does not accept the key.',
      false,
    ],
    [
      'N06',
      '403 Forbidden',
      [],
      '{"error":{"message":"Country, region, or territory not supported."}}',
      '127.0.0.1 does not allow this: Country, region, or territory not supported.',
      false,
    ],
    ['N07', '429 Too Many Requests', ['Retry-After: 7'], '', '127.0.0.1 asks to wait 7 s: too many requests.', true],
    [
      'N08',
      '429 Too Many Requests',
      [],
      '{"error":{"code":"insufficient_quota","message":"You exceeded"}}',
      'The account at 127.0.0.1 has no credit left.',
      false,
    ],
    ['N09', '503 Service Unavailable', [], '', '127.0.0.1 has trouble of its own (HTTP 503).', true],
    ['a wrong path', '404 Not Found', [], '', '127.0.0.1 knows no such address or model.', false],
    [
      'N17',
      '401 Unauthorized',
      ['Date: Mon, 01 Jan 2035 00:00:00 GMT'],
      '',
      `The clock of this computer seems to be wrong: it says ${new Date().toISOString().slice(0, 10)}.`,
      false,
    ],
    [
      'N18',
      '200 OK',
      ['Content-Type: text/html'],
      '<html>Log in</html>',
      'The network asks for a login before it lets anything through.',
      true,
    ],
    [
      'N18 by redirection',
      '302 Found',
      ['Location: http://login.example/'],
      '',
      'The network asks for a login before it lets anything through.',
      true,
    ],
  ])('%s: HTTP %s', async (_name, status, headers, body, message, retryable) => {
    const server = await refusing(status, headers, body);
    const failure = await connect(server.url, { key: 'sk-abcdefgh12345678' });
    expect(failure).toMatchObject({ message, retryable });
    expect(`${failure.message} ${failure.whatToDo}`).not.toContain('sk-');
    expect(failure.retryAfterMs).toBe(headers[0]?.startsWith('Retry-After') ? 7000 : null);
  });

  it('N10: a server that closes at once, with the reason it gives', async () => {
    const server = await openDialectServer('realtime', {});
    closers.push(() => server.close());
    const closing = setInterval(() => server.connections.at(-1)?.close(1007, 'unknown voice "zorg"'), 1);
    const failure = await connect(server.url);
    clearInterval(closing);
    expect(told(failure)).toMatchObject({
      message: '127.0.0.1 rejects this setup: unknown voice "zorg".',
      layer: 'protocol',
      retryable: false,
    });
  });

  it('a pool without a free place is tried again', () => {
    const to = { host: 'own.local', port: 80, proxy: null };
    expect(told(closeFailure(to, 1008, 'session_limit_reached', false))).toMatchObject({
      message: 'own.local has no free place.',
      retryable: true,
    });
  });

  it.each(['', '   ', 'api.openai.com', 'https://api.openai.com/v1', 'ws://api.openai.com/v1/realtime', 'wss://user:secret@host/'])(
    'fails closed without an address that can be right: "%s"',
    async (url) => {
      expect(() => customProfile({ url, dialect: 'realtime' })).toThrow(/\.$/);
      expect(() => customProfile({ url: 'wss://host/', dialect: 'morse' })).toThrow('There is no dialect "morse".');
    },
  );
});

describe('what goes wrong in an open connection', () => {
  it('N11: what is not JSON is dropped and counted; three such messages end the connection', async () => {
    const talk = await openTalk('realtime');
    closers.push(() => talk.close());
    const [connection] = talk.server.connections;
    connection?.send('not JSON');
    connection?.send(Buffer.from([0, 1, 2, 255]));
    talk.speak(2);
    talk.connection.commit();
    await talk.untilFinals(1);
    connection?.send('[1,2,3]');
    expect((await talk.until('disconnected')).failure).toMatchObject({
      message: '127.0.0.1 sends what does not belong to the agreed protocol.',
      layer: 'protocol',
      retryable: true,
    });
  });

  it('N11: a message of 100 MB is not taken', async () => {
    const talk = await openTalk('realtime');
    closers.push(() => talk.close());
    talk.server.connections[0]?.send(Buffer.alloc(100 * 1024 * 1024));
    expect((await talk.until('disconnected')).failure).toMatchObject({
      message: '127.0.0.1 sends what does not belong to the agreed protocol.',
      layer: 'protocol',
      retryable: true,
    });
  });

  it('N12, N13: unknown, repeated and late events change nothing', async () => {
    const talk = await openTalk('realtime');
    closers.push(() => talk.close());
    const [connection] = talk.server.connections;
    talk.speak(2);
    talk.connection.commit();
    await talk.untilFinals(1);
    talk.connection.respond();
    await talk.until('response-ended');
    const told = talk.events.length;
    const last = (type: string) => talk.server.told.findLast((message) => message['type'] === type);
    const sound = last('response.output_audio.delta');
    for (const event of [
      { type: 'something.new', of: 'tomorrow' },
      {
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: last('input_audio_buffer.committed')?.['item_id'],
        transcript: 'utterance 2',
      },
      sound,
      last('response.done'),
    ])
      connection?.send(JSON.stringify(event));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(talk.events.slice(told)).toEqual([]);
  });

  it('N14: sound that comes after the cancel is not told', async () => {
    const talk = await openTalk('realtime', { wordMs: 500 });
    closers.push(() => talk.close());
    talk.connection.appendItem({ kind: 'user-text', text: 'one two three four five six seven eight' });
    talk.connection.respond();
    const { responseId } = await talk.until('reply-audio');
    talk.connection.cancel();
    const heard = talk.all('reply-audio').length;
    const sound = talk.server.told.findLast(({ type }) => type === 'response.output_audio.delta');
    talk.server.connections[0]?.send(JSON.stringify(sound));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(talk.all('reply-audio')).toHaveLength(heard);
    expect(talk.all('response-ended')).toEqual([{ type: 'response-ended', responseId, end: 'cancelled' }]);
  });

  it('finds a line that is open only on one side within 5 s while somebody talks', async () => {
    const talk = await openTalk('realtime');
    closers.push(() => talk.close());
    // The socket stays open, and nothing is read or written any more.
    const socket = (talk.server.connections[0] as unknown as { _socket: Socket })._socket;
    talk.speak(3);
    socket.pause();
    const startMs = performance.now();
    const { failure } = await talk.until('disconnected');
    expect(performance.now() - startMs).toBeLessThan(5000);
    expect(failure).toMatchObject({ message: '127.0.0.1 does not answer any more.', layer: 'line', retryable: true });
  });

  it('tells nothing of the key, whatever the server answers', async () => {
    const server = await openDialectServer('realtime', {});
    closers.push(() => server.close());
    const failure = openFailure({ host: 'h', port: 1, proxy: null }, new Error('sk-secret'));
    expect(`${failure.message} ${failure.whatToDo}`).not.toContain('sk-secret');
    expect(closeFailure({ host: 'h', port: 1, proxy: null }, 1007, 'bad key sk-abcdefgh1234567890', true).message).not.toContain(
      'abcdefgh',
    );
  });
});
