import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { connect as connectTls } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { WebSocket } from 'ws';
import type { EngineFailure } from '../../../electron/lifetime/engine-failure.ts';
import type { Scope } from '../../../electron/lifetime/scope.ts';
import type { WireMessage, WireRequest } from './dialects/codec.ts';
import {
  closeFailure,
  type Destination,
  deadLineFailure,
  httpFailure,
  openFailure,
  protocolFailure,
  type SeenCertificate,
  seenCertificate,
} from './line-failure.ts';
import { LineWatch } from './line-watch.ts';

/** Larger than the largest piece of sound any dialect sends. */
const LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024;
/** What was sent last still goes out; a peer that is gone never answers the closing. */
const CLOSING_MS = 1000;
const REFUSAL_BODY_BYTES = 4096;
const REFUSAL_BODY_MS = 1000;
/** Messages that cannot be read are dropped; so many of them are not a conversation. */
const MOST_BROKEN_MESSAGES = 3;

export interface LineListener {
  message(message: Readonly<Record<string, unknown>>): void;
  /** Called once, and nothing after it. */
  closed(failure: EngineFailure): void;
}

/** The one socket class: JSON messages both ways over a WebSocket, watched for signs of life. */
export class Line {
  readonly to: Destination;
  readonly #socket: WebSocket;
  readonly #watch: LineWatch;
  #listener: LineListener | null = null;
  /** What arrived before anybody listened. */
  #early: ((listener: LineListener) => void)[] = [];
  #closed = false;
  #endedBy: EngineFailure | null = null;
  #broken = 0;
  /** The server said that the session stands: what ends it now was a conversation. */
  ready = false;

  private constructor(socket: WebSocket, to: Destination, scope: Scope) {
    this.#socket = socket;
    this.to = to;
    this.#watch = new LineWatch(scope, { ping: () => socket.ping(), dead: () => this.#end(deadLineFailure(to)) });
    let error: unknown = null;
    socket.on('message', (data) => this.#take(data));
    socket.on('pong', () => this.#watch.alive());
    socket.on('ping', () => this.#watch.alive());
    socket.on('error', (failure) => {
      error = failure;
    });
    socket.on('close', (code, reason) => this.#end(this.#whyClosed(code, reason.toString('utf8'), error)));
    scope.add(() => this.close());
  }

  /** @throws EngineFailure that names the layer */
  static async open(
    request: WireRequest,
    options: { proxyUrl: string | null; handshakeMs: number; scope: Scope; signal: AbortSignal },
  ): Promise<Line> {
    const { proxyUrl, handshakeMs, scope, signal } = options;
    const to = destination(request.url, proxyUrl);
    signal.throwIfAborted();
    // Newer than its published types.
    const closing: object = { closeTimeout: CLOSING_MS };
    const socket = new WebSocket(request.url, {
      ...closing,
      headers: request.headers,
      handshakeTimeout: handshakeMs,
      maxPayload: LARGEST_MESSAGE_BYTES,
      perMessageDeflate: false,
      ...(proxyUrl === null ? {} : { agent: new HttpsProxyAgent(proxyUrl) }),
    });
    const leave = () => socket.terminate();
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await new Promise<Line>((resolve, reject) => {
        socket.once('open', () => {
          socket.removeAllListeners('error');
          resolve(new Line(socket, to, scope));
        });
        socket.once('unexpected-response', (_request, response) => {
          void refusal(to, response, scope).then(reject);
        });
        socket.on('error', (error) => {
          if (signal.aborted) reject(signal.reason);
          else void openingFailure(to, error).then(reject);
        });
      });
    } catch (failure) {
      socket.on('error', () => undefined);
      socket.terminate();
      throw failure;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Why it is over; null while it stands, or where it was closed here. */
  get endedBy(): EngineFailure | null {
    return this.#endedBy;
  }

  listen(listener: LineListener): void {
    this.#listener = listener;
    for (const tell of this.#early.splice(0)) tell(listener);
  }

  /** While somebody talks or waits for an answer, a dead line is found sooner. */
  set busy(busy: boolean) {
    this.#watch.busy = busy;
  }

  /** While the session is being opened: how long it may be silent altogether; null = it stands. */
  set openingMs(ms: number | null) {
    this.#watch.openingMs = ms;
  }

  /** How long there was no sign of life from the other side. */
  get silentMs(): number {
    return this.#watch.silentMs;
  }

  send(messages: readonly WireMessage[]): void {
    if (this.#closed) return;
    for (const message of messages) this.#socket.send(JSON.stringify(message));
  }

  /** Ends it without a word to the listener. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#watch.stop();
    this.#socket.close(1000);
  }

  #take(data: unknown): void {
    this.#watch.alive();
    const message = asMessage(data);
    if (message !== null) {
      this.#tell((listener) => listener.message(message));
      return;
    }
    this.#broken += 1;
    if (this.#broken >= MOST_BROKEN_MESSAGES) this.#end(protocolFailure(this.to.host));
  }

  #whyClosed(code: number, reason: string, error: unknown): EngineFailure {
    const kind = (error as { code?: string } | null)?.code ?? '';
    return kind.startsWith('WS_ERR') ? protocolFailure(this.to.host) : closeFailure(this.to, code, reason, this.ready);
  }

  #end(failure: EngineFailure): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#endedBy = failure;
    this.#watch.stop();
    this.#socket.terminate();
    this.#tell((listener) => listener.closed(failure));
  }

  #tell(tell: (listener: LineListener) => void): void {
    if (this.#listener === null) this.#early.push(tell);
    else tell(this.#listener);
  }
}

function destination(url: URL, proxyUrl: string | null): Destination {
  const port = url.port === '' ? (url.protocol === 'wss:' ? 443 : 80) : Number(url.port);
  return { host: url.hostname, port, proxy: proxyUrl === null ? null : new URL(proxyUrl).host };
}

/** Some dialects send their JSON in binary frames. */
function asMessage(data: unknown): Readonly<Record<string, unknown>> | null {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data;
  if (!Buffer.isBuffer(bytes)) return null;
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The host answered with a page: its first bytes may say why. */
async function refusal(to: Destination, response: IncomingMessage, scope: Scope): Promise<EngineFailure> {
  let body = '';
  const stop = scope.timeout(() => response.destroy(), REFUSAL_BODY_MS);
  try {
    for await (const chunk of response) {
      body += String(chunk);
      if (body.length >= REFUSAL_BODY_BYTES) break;
    }
  } catch {
    // The status alone has to do.
  }
  await stop();
  response.destroy();
  return httpFailure(to, response.statusCode ?? 0, response.headers, body.slice(0, REFUSAL_BODY_BYTES));
}

async function openingFailure(to: Destination, error: unknown): Promise<EngineFailure> {
  const plain = openFailure(to, error);
  if (plain.layer !== 'tls' || to.proxy !== null) return plain;
  return openFailure(to, error, await shownCertificate(to));
}

/** Looks at the certificate of a host that was not trusted, to name who issued it. Nothing is sent. */
function shownCertificate({ host, port }: Destination): Promise<SeenCertificate | null> {
  return new Promise((resolve) => {
    const socket = connectTls({ host, port, servername: /^[\d.]+$|:/.test(host) ? '' : host, rejectUnauthorized: false, timeout: 3000 });
    const done = (seen: SeenCertificate | null) => {
      socket.destroy();
      resolve(seen);
    };
    socket.once('secureConnect', () => {
      const { raw } = socket.getPeerCertificate();
      done(raw === undefined ? null : seenCertificate(new X509Certificate(raw)));
    });
    socket.once('timeout', () => done(null));
    socket.once('error', () => done(null));
  });
}
