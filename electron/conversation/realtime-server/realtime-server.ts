import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RealtimeModel } from '../../../models/speech-to-speech/realtime-model.ts';
import type { VoiceActivity } from '../../../models/voice-activity/voice-activity.ts';
import { EngineFailure } from '../../lifetime/engine-failure.ts';
import type { Scope } from '../../lifetime/scope.ts';
import { RealtimeSession } from './realtime-session.ts';
import { newId, type SendEvent } from './server-events.ts';
import type { Host } from './session-setup.ts';
import type { TurnDetector, TurnWish } from './turn-detector.ts';

export const REALTIME_PATH = '/v1/realtime';
/** All share the models of one computer; more only wait for each other. */
const MOST_SESSIONS = 4;
/** Base64 of 15 MiB of audio, and what is around it. */
const MOST_MESSAGE_BYTES = 22 * 1024 * 1024;
/** A client that reads nothing of its reply is gone. */
const MOST_UNREAD_BYTES = 32 * 1024 * 1024;
/** More messages than that are left in the network until these are done. */
const MOST_WAITING = 64;
const PING_MS = 20_000;
const GOODBYE_MS = 500;

const GOING_AWAY = 1001;
const POLICY = 1008;
const BROKEN = 1011;
const TRY_LATER = 1013;

export interface RealtimeServerParts {
  readonly scope: Scope;
  readonly host: Host;
  readonly engine: RealtimeModel;
  /** One for each session: it remembers what it heard. */
  readonly openVoiceActivity: () => Promise<VoiceActivity>;
  readonly turnDetector: (wish: TurnWish) => TurnDetector;
}

/** OpenAI's Realtime protocol for programs that were let in; see README. The scope closes every session. */
export function realtimeServer(parts: RealtimeServerParts): {
  readonly path: string;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
} {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has('realtime') ? 'realtime' : false),
  });
  let open = 0;
  const take = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (open >= MOST_SESSIONS) return refuse(client);
      open += 1;
      client.once('close', () => {
        open -= 1;
      });
      const model = new URL(request.url ?? '/', 'http://localhost').searchParams.get('model') ?? 'on-device';
      void serveClient(client, model, parts);
    });
  };
  return { path: REALTIME_PATH, take };
}

function refuse(client: WebSocket): void {
  const message = `${MOST_SESSIONS} sessions are open already, and more cannot be served here. Close one and try again.`;
  sender(client)({
    type: 'error',
    error: { type: 'rate_limit_error', code: 'session_limit_reached', message, param: null, event_id: null },
  });
  client.close(TRY_LATER, 'session_limit_reached');
}

async function serveClient(client: WebSocket, model: string, parts: RealtimeServerParts): Promise<void> {
  const scope = parts.scope.child('realtime-session');
  const waiting = new WaitingMessages(client, scope.signal);
  client.on('error', () => client.terminate());
  client.once('close', () => void scope.close());
  scope.add(() => sayGoodbye(client));
  keepAlive(client, scope);
  const send = sender(client);
  try {
    const voiceActivity = await parts.openVoiceActivity();
    scope.add(() => voiceActivity.close());
    const { host, engine, turnDetector } = parts;
    const session = new RealtimeSession({ host, engine, turnDetector, voiceActivity, model, send });
    scope.add(() => session.close());
    await session.open();
    while (!scope.closed) {
      const message = await waiting.next();
      if (message !== null) await session.take(message);
    }
  } catch (failure) {
    if (scope.closed) return;
    tellFailure(send, failure);
    client.close(BROKEN, 'server_error');
  }
}

/** Messages in order, one at a time; a client that is faster than the models waits. */
class WaitingMessages {
  readonly #client: WebSocket;
  readonly #messages: string[] = [];
  #wake: () => void = () => undefined;

  /** @param signal aborts when nothing is read any more */
  constructor(client: WebSocket, signal: AbortSignal) {
    this.#client = client;
    client.on('message', (data, isBinary) => {
      if (isBinary) return client.close(POLICY, 'Messages are JSON in text.');
      this.#messages.push(data.toString());
      if (this.#messages.length >= MOST_WAITING) client.pause();
      this.#wake();
    });
    signal.addEventListener('abort', () => this.#wake(), { once: true });
  }

  /** @returns null when it was woken for nothing */
  async next(): Promise<string | null> {
    if (this.#messages.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const message = this.#messages.shift() ?? null;
    if (this.#messages.length < MOST_WAITING / 2 && this.#client.isPaused) this.#client.resume();
    return message;
  }
}

function sender(client: WebSocket): SendEvent {
  return (event) => {
    if (client.readyState !== client.OPEN) return;
    if (client.bufferedAmount > MOST_UNREAD_BYTES) return client.terminate();
    client.send(JSON.stringify({ event_id: newId('event'), ...event }));
  };
}

function tellFailure(send: SendEvent, failure: unknown): void {
  const known = failure instanceof EngineFailure;
  const message = known ? `${failure.message} ${failure.whatToDo}` : 'Something went wrong in this program. Connect again.';
  const code = known ? failure.kind : 'internal';
  send({ type: 'error', error: { type: 'server_error', code, message, param: null, event_id: null } });
}

async function sayGoodbye(client: WebSocket): Promise<void> {
  if (client.readyState !== client.CLOSED) {
    client.close(GOING_AWAY, 'The server was stopped.');
    await once(client, 'close', { signal: AbortSignal.timeout(GOODBYE_MS) }).catch(() => undefined);
  }
  client.terminate();
}

/** A connection that broke without a word is noticed and its place given to somebody else. */
function keepAlive(client: WebSocket, scope: Scope): void {
  let answered = true;
  client.on('pong', () => {
    answered = true;
  });
  scope.interval(() => {
    if (!answered) return client.terminate();
    answered = false;
    client.ping();
  }, PING_MS);
}
